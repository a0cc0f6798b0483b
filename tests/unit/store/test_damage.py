"""Damage is found, told row by row, and what is left can still be read and saved."""

import sqlite3
from contextlib import suppress
from itertools import islice

import pytest
from support.offices import Offices, rated

from spf_assess.consultation import Consultation
from spf_assess.model import Problem
from spf_assess.store import ANSWERS, damage
from spf_assess.store.hashes import Tally, row_hash


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        me = mine.me().id
        mine.answer(me, rated("3a.1", 3, comment="Une réponse sûre"))
        mine.answer(me, rated("3b.1", 1, 4, comment="the other one"))
    return mine.path


def change(file, *statements):
    """Change rows as a failing disk or a meddling program would: hashes stay behind."""
    other = sqlite3.connect(file)
    for statement in statements:
        other.execute(statement)
    other.commit()
    other.close()


def test_each_table_of_a_damaged_file_is_read_once_however_often_it_is_asked(
    file, monkeypatch
):
    """It was read once for every respondent: with a thousand the window never came."""
    change(file, "UPDATE answers SET body = '{}' WHERE item = '3a.1'")
    with Consultation.open(file) as seen:
        read = []
        slowly = damage.readable_rows

        def noting(connection, table):
            read.append(table.name)
            return slowly(connection, table)

        monkeypatch.setattr(damage, "readable_rows", noting)
        for _again in range(3):
            me = seen.me().id
            assert seen._database.row(ANSWERS, me, 1, "3a.1") is None
            assert seen._database.row(ANSWERS, me, 1, "3b.1")[0] == me
            rows = list(seen._database.rows(ANSWERS, me))
            assert [row[2] for row in rows] == ["3b.1"]
            assert not list(seen._database.rows(ANSWERS, "nobody"))
        assert read.count(ANSWERS.name) == 2  # by respondent, and by the whole key


@pytest.mark.parametrize("broken_off", [False, True])
def test_rows_of_a_whole_structure_are_met_once_and_not_remembered(
    file, monkeypatch, broken_off
):
    """Remembering a million of them took a second, and the window waited for it."""
    remembered = []
    slowly, once = damage.readable_rows, damage._rows_once

    def noting(connection, table):
        remembered.append(table.name)
        return slowly(connection, table)

    def breaking(connection, table):
        yield from islice(once(connection, table), 1)
        raise sqlite3.DatabaseError("disk I/O error")

    monkeypatch.setattr(damage, "readable_rows", noting)
    if broken_off:
        monkeypatch.setattr(damage, "_whole", lambda *_any: None)
        monkeypatch.setattr(damage, "_rows_once", breaking)
    with Consultation.open(file) as opened:
        assert codes(opened) == []
    assert bool(remembered) is broken_off


def test_the_second_check_of_a_damaged_file_is_looked_on_too(file):
    change(file, "UPDATE answers SET body = '{}' WHERE item = '3a.1'")
    told = []
    seen = Consultation.open(file, watch=lambda done, of: told.append((done, of)))
    with seen:
        assert codes(seen) == ["S-115"]
        assert seen.responses()[0].answers.keys() == {"3b.1"}
    assert told[-1] == (1, 1)  # seats and packets are read


def test_whoever_looks_on_may_leave_off_at_any_moment(file):
    change(file, "UPDATE answers SET body = '{}' WHERE item = '3a.1'")
    moments = []
    Consultation.open(file, watch=lambda *told: moments.append(told)).close()
    for last in range(0, len(moments), max(1, len(moments) // 12)):
        left = []

        def leave(*told, left=left, last=last):
            left.append(told)
            if len(left) > last:
                raise LeftOffError

        with suppress(LeftOffError):  # threads may take fewer turns another time
            Consultation.open(file, watch=leave).close()
    with Consultation.open(file) as opened:
        assert codes(opened) == ["S-115"]


class LeftOffError(Exception):
    """Somebody wants the file no more."""


def codes(opened: Consultation) -> list[str]:
    for problem in opened.damaged:
        assert str(problem)
    return [problem.code for problem in opened.damaged]


def test_a_sound_file_has_nothing_to_tell(offices, file):
    with offices.open(file) as mine:
        assert mine.damaged == ()
        assert mine.read_only_because is None


def test_of_a_sound_file_no_row_is_remembered(offices, file, monkeypatch):
    def never(*_any: object):
        pytest.fail("looked closer at a sound table")

    monkeypatch.setattr(damage, "readable_rows", never)
    with offices.open(file, read_only=True) as opened:
        assert not opened.damaged


def test_a_changed_answer_is_named_and_left_out_the_others_are_read(offices, file):
    change(file, "UPDATE answers SET body = replace(body, '3', '4') WHERE item='3a.1'")
    with offices.open(file) as mine:
        assert mine.read_only
        assert mine.read_only_because is not None
        assert mine.read_only_because.code == "S-111"
        assert codes(mine) == ["S-115"]
        assert mine.damaged[0].facts["which"] == "3a.1"
        answers = mine.response(mine.me().id).answers
        assert dict(answers) == {"3b.1": rated("3b.1", 1, 4, comment="the other one")}
        with pytest.raises(Problem, match="S-125"):
            mine.answer(mine.me().id, rated("3a.1", 1))


def test_a_lost_answer_is_counted(offices, file):
    change(file, "DELETE FROM answers WHERE item = '3a.1'")
    with offices.open(file) as mine:
        assert codes(mine) == ["S-117"]
        assert mine.damaged[0].facts["number"] == 1


def test_a_smuggled_row_is_noticed_even_with_a_right_hash(offices, file):
    with offices.open(file, read_only=True) as mine:
        me = mine.me().id
    values = (me, 1, "3a.2", '{"item":"3a.2","comment":"x"}', 3, "2026")
    other = sqlite3.connect(file)
    other.execute(
        "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*values, row_hash("answers", values)),
    )
    other.commit()
    other.close()
    with offices.open(file) as mine:
        assert codes(mine) == ["S-116"]


def test_a_row_from_an_earlier_state_is_noticed(offices, file):
    old = sqlite3.connect(file)
    kept = old.execute("SELECT * FROM answers WHERE item = '3a.1'").fetchone()
    old.close()
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3a.1", 2))
    other = sqlite3.connect(file)
    other.execute("DELETE FROM answers WHERE item = '3a.1'")
    other.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", kept)
    other.commit()
    other.close()
    with offices.open(file) as mine:
        assert codes(mine) == ["S-118"]


def test_a_changed_tally_is_noticed(offices, file):
    change(file, "DELETE FROM tallies WHERE name = 'answers'")
    with offices.open(file) as mine:
        assert codes(mine) == ["S-118"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (x)",
        "CREATE TRIGGER evil AFTER INSERT ON answers BEGIN DELETE FROM journal; END",
        "DROP TABLE settings",
        "UPDATE _sqlite_migrations SET name = 'other' WHERE id = 1",
        "CREATE INDEX fast ON answers (item)",
    ],
)
def test_changed_tables_are_noticed(offices, file, statement):
    change(file, statement)
    with offices.open(file) as mine:
        assert "S-114" in codes(mine)
        assert mine.response(mine.me().id).answers


def test_text_that_is_no_text_any_more_is_told_not_raised(offices, file):
    change(
        file,
        "UPDATE answers SET body = CAST(x'fffe80' AS TEXT) WHERE item = '3a.1'",
        "UPDATE answers SET item = CAST(x'ff' AS TEXT) WHERE item = '3b.1'",
    )
    with offices.open(file) as mine:
        assert codes(mine) == ["S-115"]
        assert mine.damaged[0].facts["number"] == 2
        assert mine.response(mine.me().id).answers == {}


def test_when_the_header_row_is_gone_the_file_is_refused_in_words(offices, file):
    change(file, "UPDATE consultation SET title = '{}'")
    with pytest.raises(Problem, match="S-129"):
        offices.open(file)


def test_a_file_cut_short_is_read_as_far_as_it_goes(offices, file):
    with offices.open(file) as mine:
        for number in range(40):
            mine.answer(
                mine.me().id, rated("5a.1", 1, comment=f"{number} " + "x" * 900)
            )
    data = file.read_bytes()
    read, refused = 0, []
    pages = len(data) // 4096
    for kept in range(1, pages):
        file.write_bytes(data[: kept * 4096])
        try:
            with offices.open(file) as mine:
                assert mine.damaged, kept
                assert mine.read_only
                read += 1
        except Problem as problem:
            refused.append((kept, problem.code))
    assert read > pages - 24  # the first pages say what the tables are
    assert refused
    for kept, code in refused:
        assert code in {"S-104", "S-129"}
        assert kept < 24, "only where the tables themselves are lost"


def test_a_broken_page_loses_only_what_stood_on_it(offices, tmp_path):
    with offices.alone("long") as mine:
        me = mine.me().id
        for number in range(60):
            mine.answer(me, rated("3a.1", 1 + number % 4, comment="c" * 900))
        mine.answer(me, rated("3b.1", 2))
    data = bytearray(mine.path.read_bytes())
    lines = [
        n for n in range(len(data) // 4096) if b"c" * 800 in data[n * 4096 :][:4096]
    ]
    middle = lines[len(lines) // 2]
    data[middle * 4096 : middle * 4096 + 4096] = bytes(4096)
    mine.path.write_bytes(data)
    with offices.open(mine.path) as broken:
        assert {"S-112", "S-117"} <= set(codes(broken))
        assert broken.response(me).answers["3b.1"] == rated("3b.1", 2)
        kept = sum(1 for _ in broken._database.rows(_journal()))
        assert kept > 40
        broken.salvage(tmp_path / "saved.spfa")
    with offices.open(tmp_path / "saved.spfa") as saved:
        assert not saved.damaged
        assert saved.response(me).answers["3b.1"] == rated("3b.1", 2)


def _journal():
    from spf_assess.store import JOURNAL

    return JOURNAL


def test_salvage_brings_a_lost_answer_back_from_the_journal(offices, file, tmp_path):
    change(file, "UPDATE answers SET body = 'x' WHERE item = '3a.1'")
    before = file.read_bytes()
    with offices.open(file) as broken:
        _rows, returned = broken.salvage(tmp_path / "saved.spfa")
    assert returned == 1
    assert file.read_bytes() == before
    with offices.open(tmp_path / "saved.spfa") as saved:
        me = saved.me().id
        assert saved.response(me).answers["3a.1"].comment == "Une réponse sûre"
        saved.answer(me, rated("3a.1", 1))
        assert saved.undo(me) is not None
        done = saved.hand_in(me, tmp_path / "from-saved.spfr")
        assert done.seq == 1


def test_salvage_keeps_answers_whose_response_sheet_is_lost(offices, file, tmp_path):
    change(file, "UPDATE responses SET seq = 9")
    with offices.open(file) as broken:
        broken.salvage(tmp_path / "saved.spfa")
    with offices.open(tmp_path / "saved.spfa") as saved:
        assert len(saved.response(saved.me().id).answers) == 2


def test_salvage_does_not_bring_back_what_was_cleared(offices, file, tmp_path):
    from spf_assess.model import Answer

    with offices.open(file) as mine:
        mine.answer(mine.me().id, Answer("3a.1"))
    change(file, "UPDATE answers SET revision = 99 WHERE item = '3b.1'")
    with offices.open(file) as broken:
        broken.salvage(tmp_path / "saved.spfa")
    with offices.open(tmp_path / "saved.spfa") as saved:
        assert set(saved.response(saved.me().id).answers) == {"3b.1"}


def test_salvage_never_overwrites(offices, file):
    change(file, "UPDATE settings SET value = 'x'")
    with offices.open(file) as broken, pytest.raises(Problem, match="S-120"):
        broken.salvage(file)


def test_salvage_of_a_file_without_rounds_says_why_it_cannot(offices, file, tmp_path):
    change(file, "UPDATE rounds SET opened_at = 'x'")
    with offices.open(file) as broken, pytest.raises(Problem, match="S-128"):
        broken.salvage(tmp_path / "saved.spfa")
    assert not (tmp_path / "saved.spfa").exists()


def test_a_hash_tells_apart_what_looks_alike():
    assert row_hash("answers", ("ab", "c")) != row_hash("answers", ("a", "bc"))
    assert row_hash("answers", ("1",)) != row_hash("answers", (1,))
    assert row_hash("answers", (b"1",)) != row_hash("answers", ("1",))
    assert row_hash("answers", ("1",)) != row_hash("journal", ("1",))


def test_a_tally_forgets_the_order_and_nothing_else():
    one, two = row_hash("t", ("one",)), row_hash("t", ("two",))
    there = Tally().with_row(one).with_row(two)
    assert there == Tally().with_row(two).with_row(one)
    assert there.without_row(one) == Tally().with_row(two)
    assert there != Tally().with_row(one).with_row(one)
