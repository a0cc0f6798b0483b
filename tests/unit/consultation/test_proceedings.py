"""What the meeting records is kept, replaced by its id, and never lost from sight."""

import json

import pytest
from support.offices import Offices

from spf_assess.consultation.proceedings import to_plain
from spf_assess.model import (
    EMPTY,
    Action,
    Agreement,
    Attendance,
    Constituency,
    Decision,
    Note,
    NoteKind,
    Preparation,
    Problem,
    Stance,
    Text,
)
from spf_assess.store import JOURNAL, PROCEEDINGS
from spf_assess.store.records import json_text

WORKERS, EMPLOYERS = Constituency.WORKERS, Constituency.EMPLOYERS
MOVE = Stance(
    2,
    "3a.1",
    WORKERS,
    Decision.MOVE,
    levels={"practice": 2},
    reason="The inspectorate's report was new to us.",
)
AGREED = Agreement(
    2,
    "3a.1",
    levels={"law": 3},
    statement=Text.of(en="The law covers all residents.", fr="La loi couvre tous."),
    agreed_by=(WORKERS, EMPLOYERS),
)


def test_what_is_recorded_is_there_after_opening_the_file_again(offices):
    with offices.found() as file:
        changes = file.proceedings.record(MOVE, AGREED)
        assert changes.recorded == {"stance", "agreement"}
    with offices.open() as again:
        assert again.proceedings.values(Stance) == (MOVE,)
        assert again.proceedings.values(Agreement) == (AGREED,)
        assert not again.damaged


def test_saying_it_again_replaces_it_and_the_journal_knows_both(offices):
    later = Stance(2, "3a.1", WORKERS, Decision.KEEP, reservation="We keep level 1.")
    with offices.found() as file:
        file.proceedings.record(MOVE)
        file.proceedings.record(later)
        assert file.proceedings.values(Stance) == (later,)
        lines = [row for row in file._database.rows(JOURNAL) if row[2] == "recorded"]
        before, after = (json.loads(str(text)) for text in lines[-1][6:8])
        assert before["stance"]["reason"].startswith("The inspectorate")
        assert after["stance"]["reservation"] == "We keep level 1."


def test_recording_the_same_again_writes_nothing(offices):
    with offices.found() as file:
        file.proceedings.record(MOVE)
        before = len(list(file._database.rows(JOURNAL)))
        assert not file.proceedings.record(MOVE).recorded
        assert len(list(file._database.rows(JOURNAL))) == before


def test_what_was_taken_back_can_be_recorded_again(offices):
    note = Note("n1", 1, NoteKind.PARKED, "Who pays for rural offices?", "2026-03-02")
    with offices.found() as file:
        file.proceedings.record(note)
        file.proceedings.withdraw(note)
        assert file.proceedings.values(Note) == ()
        with pytest.raises(Problem) as met:
            file.proceedings.withdraw(note)
        assert met.value.code == "C-120"
        file.proceedings.record(note)
        assert file.proceedings.values(Note) == (note,)


def test_a_text_without_end_is_refused_and_nothing_is_saved(offices):
    endless = Action("a1", objective="Cover rural women", what="x" * 4001)
    with offices.found() as file:
        with pytest.raises(Problem) as met:
            file.proceedings.record(MOVE, endless)
        assert met.value.code == "C-121"
        assert file.proceedings.values(Stance) == ()


def test_characters_that_turn_the_line_around_do_not_get_in(offices):
    with offices.found() as file:
        file.proceedings.record(Action("a1", "Cover\u202e all", "pay\x07 on time"))
        (kept,) = file.proceedings.values(Action)
        assert (kept.objective, kept.what) == ("Cover all", "pay on time")


def test_a_file_tells_its_own_records_from_those_of_another(offices, tmp_path):
    other = tmp_path / "north"
    other.mkdir()
    with offices.found() as here, Offices(other).found() as there:
        assert here.proceedings.origin
        assert here.proceedings.origin != there.proceedings.origin


def came_from(file, origin, value):
    """Put a row as an import of another facilitator's file would."""
    database = file._database
    body = json_text(to_plain(value))
    row = (value.KIND, origin, value.id, body, "2026-03-02T10:00:00Z", 1)
    database.write(lambda: database.put(PROCEEDINGS, *row))
    file.proceedings.forget()


def test_what_one_other_file_recorded_counts_until_a_second_one_contradicts(offices):
    kept = Stance(2, "3a.1", WORKERS, Decision.KEEP)
    with offices.found() as file:
        came_from(file, "north", MOVE)
        assert file.proceedings.values(Stance) == ()
        assert file.proceedings.standing(Stance) == (MOVE,)
        came_from(file, "south", MOVE)
        assert file.proceedings.standing(Stance) == (MOVE,)
        came_from(file, "west", kept)
        assert file.proceedings.standing(Stance) == ()
        (conflict,) = file.proceedings.conflicts(Stance)
        assert [one.origin for one in conflict.entries] == ["north", "south", "west"]


def test_what_this_file_records_settles_a_conflict_and_hides_nothing(offices):
    kept = Stance(2, "3a.1", WORKERS, Decision.KEEP)
    with offices.found() as file:
        came_from(file, "north", MOVE)
        came_from(file, "west", kept)
        file.proceedings.record(kept)
        assert file.proceedings.standing(Stance) == (kept,)
        assert file.proceedings.conflicts(Stance) == ()
        assert len(file.proceedings.entries(Stance)) == 3


@pytest.mark.parametrize(
    "value",
    [
        Preparation(consent_named=Text.of(en="I agree.", fr="J'accepte.")),
        Preparation(consent_named=EMPTY, started_at="2026-03-02T08:00:00Z"),
        Attendance("2026-03-02", WORKERS, undeclared=2),
    ],
)
def test_every_kind_comes_back_as_it_was(offices, value):
    with offices.found() as file:
        file.proceedings.record(value)
        assert file.proceedings.values(type(value)) == (value,)
