"""The parties sign the rules and the results, and it shows when something changed."""

import shutil
from functools import partial

import pytest
from support.offices import Offices, rated

from spf_assess.exchange import receipt_words
from spf_assess.i18n import Words, signature_text
from spf_assess.model import (
    BENCHES,
    Constituency,
    Decision,
    Means,
    Preparation,
    Problem,
    RespondentKind,
    Signature,
    Signed,
    Stance,
    Standing,
)

WORKERS, EMPLOYERS = Constituency.WORKERS, Constituency.EMPLOYERS
BENCH = RespondentKind.BENCH
RESERVED = Stance(1, "3a.1", WORKERS, Decision.KEEP, reservation="Not in practice.")


@pytest.fixture
def room(offices):
    """A consultation in which the workers and the employers have answered."""
    with offices.found() as file:
        for name, bench in (("Union", WORKERS), ("Federation", EMPLOYERS)):
            with offices.respondent(file, name, bench, BENCH) as own:
                me = own.me().id
                own.answer(me, rated("3a.1", 2, 1))
                own.hand_in(me, offices.folder / f"{name}.spfr")
            file.import_packet(offices.folder / f"{name}.spfr")
        yield file


def key_of(offices, name="Union"):
    return offices.folder / f"{name}.spfa"


def standing(file, signed, bench=WORKERS):
    return {one.constituency: one.standing for one in file.signatures(signed)}[bench]


def refused(command):
    with pytest.raises(Problem) as met:
        command()
    assert "{" not in str(met.value)
    return met.value.code


def test_a_group_signs_the_results_with_its_key_on_a_stick(offices, room):
    stick = offices.folder / "clé USB" / "Union.spfa"
    stick.parent.mkdir()
    shutil.copy(key_of(offices), stick)
    before = stick.read_bytes()
    signature, _ = room.sign_with_key(Signed.RESULTS, stick, signer="General Secretary")
    assert stick.read_bytes() == before
    assert [path.name for path in stick.parent.iterdir()] == ["Union.spfa"]
    assert (signature.constituency, signature.means) == (WORKERS, Means.KEY)
    assert standing(room, Signed.RESULTS) is Standing.HOLDS
    assert standing(room, Signed.RESULTS, EMPLOYERS) is Standing.MISSING
    assert standing(room, Signed.RULES) is Standing.MISSING
    assert b"seed" not in stick.name.encode()


def test_what_changes_after_signing_shows_and_can_be_signed_again(offices, room):
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    room.proceedings.record(RESERVED)
    assert standing(room, Signed.RESULTS) is Standing.EARLIER
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    assert standing(room, Signed.RESULTS) is Standing.HOLDS
    assert len(room.proceedings.values(Signature)) == 2


def test_taking_the_change_back_makes_the_first_signature_hold_again(offices, room):
    stance = RESERVED
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    room.proceedings.record(stance)
    room.proceedings.withdraw(stance)
    assert standing(room, Signed.RESULTS) is Standing.HOLDS


def test_a_packet_that_comes_after_signing_shows_too(offices, room):
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    with offices.open(key_of(offices)) as own:
        own.answer(own.me().id, rated("3a.1", 4, 4))
        own.hand_in(own.me().id, offices.folder / "later.spfr")
    room.import_packet(offices.folder / "later.spfr")
    assert standing(room, Signed.RESULTS) is Standing.EARLIER


def test_whoever_signed_the_first_round_is_not_said_to_have_signed_nothing(
    offices, room
):
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    room.close_round()
    room.open_round()
    found = {one.constituency: one for one in room.signatures(Signed.RESULTS)}
    assert found[WORKERS].standing is Standing.EARLIER
    assert found[WORKERS].signature.round == 1
    assert found[EMPLOYERS].standing is Standing.MISSING
    room.sign_with_key(Signed.RESULTS, key_of(offices))
    assert standing(room, Signed.RESULTS) is Standing.HOLDS


def test_rules_are_signed_apart_and_a_changed_threshold_shows(offices, room):
    room.sign_with_key(Signed.RULES, key_of(offices))
    assert standing(room, Signed.RULES) is Standing.HOLDS
    room.proceedings.record(Preparation(counted_from=7))
    assert standing(room, Signed.RULES) is Standing.EARLIER


@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_paper_the_eight_words_prove_which_state_was_signed(room, language):
    words = receipt_words(room.signed_digest(Signed.RESULTS), language)
    room.sign_on_paper(
        Signed.RESULTS, EMPLOYERS, " ".join(words), attestation="The secretariat"
    )
    assert standing(room, Signed.RESULTS, EMPLOYERS) is Standing.HOLDS


def test_words_of_an_earlier_sheet_are_refused(room):
    words = receipt_words(room.signed_digest(Signed.RESULTS), "en")
    room.proceedings.record(RESERVED)

    def sign(said, seen="The secretariat", bench=EMPLOYERS):
        return lambda: room.sign_on_paper(Signed.RESULTS, bench, said, attestation=seen)

    assert refused(sign(words)) == "C-185"
    assert refused(sign("nothing like it")) == "C-185"
    assert refused(sign("")) == "C-185"
    fresh = receipt_words(room.signed_digest(Signed.RESULTS), "en")
    assert refused(sign(fresh, seen=" ")) == "C-186"
    assert refused(sign(fresh, bench=Constituency.OBSERVERS)) == "C-184"
    assert room.proceedings.values(Signature) == ()


def test_two_who_sign_the_same_sheet_are_both_kept_and_told(room):
    said = receipt_words(room.signed_digest(Signed.RESULTS), "en")
    for signer in ("The President", "The Secretary-General", "The President"):
        room.sign_on_paper(
            Signed.RESULTS, EMPLOYERS, said, attestation="The council", signer=signer
        )
    state = next(
        one for one in room.signatures(Signed.RESULTS) if one.constituency is EMPLOYERS
    )
    assert state.standing is Standing.HOLDS
    assert len(room.proceedings.values(Signature)) == 2
    told = signature_text(Words("en"), state)
    assert told.count("The President") == told.count("The Secretary-General") == 1
    room.proceedings.record(RESERVED)
    later = next(
        one for one in room.signatures(Signed.RESULTS) if one.constituency is EMPLOYERS
    )
    assert later.standing is Standing.EARLIER
    assert "The President" in signature_text(Words("en"), later)
    assert "The Secretary-General" in signature_text(Words("en"), later)


def test_a_signature_written_into_the_file_by_hand_does_not_hold(offices, room):
    import dataclasses

    good, _ = room.sign_with_key(Signed.RESULTS, key_of(offices))
    room.proceedings.withdraw(good)
    forged = dataclasses.replace(good, constituency=EMPLOYERS, signature="00" * 64)
    room.proceedings.record(forged)
    assert standing(room, Signed.RESULTS, EMPLOYERS) is Standing.BROKEN


def test_keys_that_speak_for_nobody_here_are_refused(offices, room, tmp_path):
    assert refused(lambda: room.sign_with_key(Signed.RULES, room.path)) == "C-180"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = Offices(elsewhere)
    with other.found() as file:
        other.respondent(file, "Stranger").close()
    stranger = elsewhere / "Stranger.spfa"
    assert refused(lambda: room.sign_with_key(Signed.RULES, stranger)) == "C-181"
    again = offices.accept("Second", room.invitation_of(room.respondents()[0].id))
    again.close()
    second = offices.folder / "Second.spfa"
    assert refused(lambda: room.sign_with_key(Signed.RULES, second)) == "C-183"
    gone = tmp_path / "gone.spfa"
    assert refused(lambda: room.sign_with_key(Signed.RULES, gone)) == "S-101"


def test_a_seat_that_answered_nothing_yet_signs_with_one_key_only(offices):
    with offices.found() as file:
        seat, invitation = file.invite(
            constituency=WORKERS, kind=BENCH, organization="Union"
        )
        for name in ("first", "second"):
            offices.accept(name, invitation).close()
        made, _changes = file.sign_with_key(Signed.RULES, key_of(offices, "first"))
        assert made.seat == seat.id
        told = refused(
            lambda: file.sign_with_key(Signed.RULES, key_of(offices, "second"))
        )
        assert told == "C-189"
        assert len(file.proceedings.values(Signature)) == 1


def test_results_that_are_not_there_yet_are_signed_by_nobody(offices):
    with offices.found() as file:
        _seat, invitation = file.invite(constituency=WORKERS, kind=BENCH)
        offices.accept("first", invitation).close()
        sign = partial(file.sign_with_key, Signed.RESULTS, key_of(offices, "first"))
        assert refused(sign) == "C-195"
        words = receipt_words(file.signed_digest(Signed.RESULTS), "en")
        on_paper = partial(
            file.sign_on_paper, Signed.RESULTS, WORKERS, words, attestation="All"
        )
        assert refused(on_paper) == "C-195"


def test_results_are_not_signed_while_others_are_awaited_unless_the_round_is_closed(
    offices, room
):
    room.invite(constituency=WORKERS, kind=BENCH, organization="Late")
    sign = partial(room.sign_with_key, Signed.RESULTS, key_of(offices, "Union"))
    assert refused(sign) == "C-194"
    room.sign_with_key(Signed.RULES, key_of(offices, "Union"))
    room.close_round()
    sign()
    assert len(room.proceedings.values(Signature)) == 2


def test_a_key_that_is_not_the_one_of_the_packet_is_refused(offices, room):
    seat = next(one for one in room.respondents() if one.constituency is WORKERS)
    offices.accept("other", room.invitation_of(seat.id)).close()
    for signed in Signed:
        command = partial(room.sign_with_key, signed, key_of(offices, "other"))
        assert refused(command) == "C-183"
    assert room.proceedings.values(Signature) == ()


def test_each_bench_confirms_or_sends_back_its_own_pages(room):
    room.confirm(WORKERS, "3a")
    room.send_back(EMPLOYERS, "3a", "Our evidence is missing.")
    said = {
        (one.constituency, one.section): one.standing
        for one in room.readings()
        if one.section == "3a"
    }
    assert said[WORKERS, "3a"] is Standing.HOLDS
    assert said[EMPLOYERS, "3a"] is Standing.HOLDS
    assert said[Constituency.GOVERNMENT, "3a"] is Standing.MISSING
    room.proceedings.record(RESERVED)
    after = {
        one.constituency: one.standing for one in room.readings() if one.section == "3a"
    }
    assert after[WORKERS] is Standing.EARLIER
    assert after[EMPLOYERS] is Standing.HOLDS  # nothing of its own was changed
    sections = {one.section for one in room.readings()}
    assert len(room.readings()) == len(BENCHES) * len(sections)


def test_what_cannot_be_read_is_refused(room):
    assert refused(lambda: room.confirm(WORKERS, "9z")) == "C-187"
    assert refused(lambda: room.send_back(WORKERS, "3a", " ")) == "C-188"
    assert refused(lambda: room.confirm(Constituency.OBSERVERS, "3a")) == "C-184"
