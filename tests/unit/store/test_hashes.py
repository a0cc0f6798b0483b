"""A row's hash tells everything apart that is not the same, to the letter and type."""

import itertools

from spf_assess.store.hashes import Tally, row_hash, row_hashes


def test_values_that_are_equal_and_not_the_same_have_other_hashes():
    kinds = (1, 1.0, True, "1", b"1", None, 0, 0.0, False, "", b"")
    for _again in range(2):  # the second time from what is remembered
        found = [row_hash("answers", (value,)) for value in kinds]
        assert len(set(found)) == len(kinds)
    assert row_hash("answers", ("ab", "c")) != row_hash("answers", ("a", "bc"))


def test_a_hash_stays_the_same_however_much_was_hashed_before():
    rows = [("1a.1", number, "x" * (number % 300)) for number in range(25_000)]
    first = row_hash("answers", rows[0])
    for row in rows:
        row_hash("answers", row)
    assert row_hash("answers", rows[0]) == first
    assert first.hex() == (
        "d925bb38f9d1a3f339563cdf2af2fcd93b4596a79298355e42ef6a997927f008"
    )


def test_rows_added_together_make_the_tally_of_rows_added_one_by_one():
    found = [row_hash("answers", (number,)) for number in range(300)]
    one_by_one = Tally()
    for row in found:
        one_by_one = one_by_one.with_row(row)
    for cut in (0, 1, 299, 300):
        both = Tally().with_rows(found[:cut]).with_rows(found[cut:])
        assert both == one_by_one
    assert len({Tally().with_rows(some) for some in itertools.pairwise(found)}) == 299


def test_rows_hashed_together_have_the_hashes_of_rows_hashed_one_by_one():
    alike = [("seat", 1, f"{number}", "{}", 3, "at") for number in range(6)]
    mixed = [("seat", one, "x", "{}", 3, "at") for one in (1, True, 1.0, "1", 1, 1)]
    same, none = [("a", 1, b"b")] * 5, [(1, None), (1, None), (1, 2), (1, ""), (1, 0)]
    for rows in (alike, mixed, mixed[::-1], same, none, alike[:2], []):
        assert row_hashes("answers", rows) == [row_hash("answers", row) for row in rows]
