"""Regional files come together, with every party's every word, and apart again."""

import shutil

import pytest
from support.offices import Offices, rated
from support.regions import Regions, said_in

from spf_assess.consultation import proceedings, rounds
from spf_assess.model import (
    Agreement,
    Attendance,
    Changes,
    Constituency,
    Decision,
    Note,
    NoteKind,
    PacketState,
    Problem,
    Stance,
    Text,
)

WORKERS, EMPLOYERS = Constituency.WORKERS, Constituency.EMPLOYERS
KEEP = Stance(2, "3a.1", WORKERS, Decision.KEEP)
MOVE = Stance(2, "3a.1", WORKERS, Decision.MOVE, {"law": 2}, "We saw the decree.")


@pytest.fixture
def regions(tmp_path):
    return Regions(tmp_path)


@pytest.fixture
def home(regions):
    with regions.offices.found() as file:
        yield file


def stance(reservation):
    return Stance(2, "3a.1", WORKERS, Decision.KEEP, reservation=reservation)


def refused(command):
    with pytest.raises(Problem) as met:
        command()
    assert str(met.value)
    return met.value.code


def test_three_regions_come_together_with_every_answer_and_its_author(regions, home):
    everything = set()
    for name, level in (("North", 1), ("South", 2), ("West", 4)):
        with regions.copy(home, name) as region:
            regions.answer(region, level)
            regions.answer(region, level, constituency=EMPLOYERS)
            region.proceedings.record(
                Note(f"n-{name}", 1, NoteKind.NOTE, f"Heard in {name}", "2026-03-02")
            )
            everything |= said_in(region)
        home.merge(regions.folder / f"{name}.spfa")
    assert everything <= said_in(home)
    assert len(home.responses()) == 6
    position = home.results().comparisons["3a.1"]["law"].position(WORKERS)
    assert (position.level, position.rated) == (2.0, 3)
    names = home.origin_names()
    assert {names[one.origin] for one in home.proceedings.entries(Note)} == {
        "North",
        "South",
        "West",
    }


def test_looking_first_changes_nothing_and_says_what_would_come(regions, home):
    with regions.copy(home, "North") as north:
        regions.answer(north, 3)
        north.proceedings.record(KEEP)
    before = home.path.read_bytes()
    plan = home.plan_merge(regions.folder / "North.spfa")
    assert home.path.read_bytes() == before
    assert (plan.name, len(plan.seats), len(plan.packets)) == ("North", 1, 1)
    assert [one.kind for one in plan.statements] == ["stance"]
    done, _changes = home.merge(regions.folder / "North.spfa")
    assert done == plan


def test_a_second_time_brings_nothing(regions, home):
    with regions.copy(home, "North") as north:
        regions.answer(north, 3)
    home.merge(regions.folder / "North.spfa")
    said, batches = said_in(home), home.batches()
    plan, changes = home.merge(regions.folder / "North.spfa")
    assert plan.brings_nothing
    assert not changes.packets
    assert (said_in(home), home.batches()) == (said, batches)


def test_two_regions_that_contradict_each_other_stand_side_by_side(regions, home):
    for name, stance in (("North", KEEP), ("South", MOVE)):
        with regions.copy(home, name) as region:
            region.proceedings.record(stance)
        plan, _changes = home.merge(regions.folder / f"{name}.spfa")
    assert plan.contradictions == (("stance", KEEP.id),)
    assert home.proceedings.standing(Stance) == ()
    (conflict,) = home.proceedings.conflicts(Stance)
    names = home.origin_names()
    assert {(names[one.origin], one.value.decision) for one in conflict.entries} == {
        ("North", Decision.KEEP),
        ("South", Decision.MOVE),
    }
    home.proceedings.record(MOVE)
    assert home.proceedings.standing(Stance) == (MOVE,)
    assert len(home.proceedings.entries(Stance)) == 3


def test_a_region_that_says_something_new_replaces_its_own_word_only(regions, home):
    north = regions.copy(home, "North")
    with north:
        north.proceedings.record(KEEP)
        home.merge(north.path)
        north._database.write(  # a day later by the region's clock
            lambda: north._database.put(
                *_row(north, MOVE, "2099-01-01T00:00:00Z"),
            )
        )
        plan, _changes = home.merge(north.path)
    assert len(plan.replaced) == 1
    assert home.proceedings.standing(Stance) == (MOVE,)


def _row(file, value, at):
    from spf_assess.consultation.proceedings import to_plain
    from spf_assess.store import PROCEEDINGS
    from spf_assess.store.records import json_text

    body = json_text(to_plain(value))
    return (
        PROCEEDINGS,
        value.KIND,
        file.proceedings.origin,
        value.id,
        body,
        at,
        0,
    )


def test_what_was_taken_back_is_as_if_it_had_never_come(regions, home):
    regions.answer(home, 2)
    home.proceedings.record(KEEP)
    before = said_in(home), home.results(), home.respondents()
    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
        north.proceedings.record(
            Agreement(2, "3a.1", statement=Text.of(en="Agreed in the north.", fr=""))
        )
    home.merge(regions.folder / "North.spfa")
    assert len(home.responses()) == 2
    (batch,) = home.batches()
    home.undo_import(batch.number)
    after = said_in(home), home.results(), home.respondents()
    kept_aside = {one for one in after[0] if one[0] == "packet"}
    assert after[0] - kept_aside == before[0] - kept_aside
    assert after[1:] == before[1:]
    waiting = [one for one in home.packets() if one.reason == "C-227"]
    assert [one.state for one in waiting] == [PacketState.QUARANTINED]
    assert refused(lambda: home.undo_import(batch.number)) == "C-226"
    assert refused(lambda: home.undo_import(7)) == "C-226"


def test_what_was_taken_back_can_come_again(regions, home):
    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
        north.proceedings.record(KEEP)
    home.merge(regions.folder / "North.spfa")
    whole = said_in(home), home.results()
    home.undo_import(1)
    assert home.responses() == ()
    plan, _changes = home.merge(regions.folder / "North.spfa")
    assert len(plan.packets) == 1
    assert (said_in(home), home.results()) == whole


def test_a_packet_taken_back_counts_again_when_its_file_is_brought_in(regions, home):
    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
    home.merge(regions.folder / "North.spfa")
    with regions.copy(home, "South") as south:  # knows the seat of the north
        home.undo_import(1)
        assert len(south.responses()) == 1
    home.merge(regions.folder / "South.spfa")
    assert len(home.responses()) == 1


def test_work_in_a_plain_copy_is_not_taken_for_an_older_state(regions, home):
    home.proceedings.record(KEEP)
    home.close()
    copy = regions.folder / "copy.spfa"
    shutil.copy(regions.offices.file, copy)
    with regions.offices.open(copy) as twin:
        twin.proceedings.record(MOVE)
        regions.answer(twin, 3)
    with regions.offices.open() as again:
        assert again.plan_merge(copy).contradictions == (("stance", KEEP.id),)
        again.merge(copy)
        assert {one.value.decision for one in again.proceedings.entries(Stance)} == {
            Decision.KEEP,
            Decision.MOVE,
        }
        assert len(again.responses()) == 1


def test_an_older_copy_of_the_file_itself_brings_nothing(regions, home):
    home.proceedings.record(KEEP)
    home.close()
    copy = regions.folder / "copy.spfa"
    shutil.copy(regions.offices.file, copy)
    with regions.offices.open() as again:
        again.proceedings.record(MOVE)
        assert again.plan_merge(copy).brings_nothing


def test_what_cannot_be_merged_is_refused_in_words(regions, home, tmp_path):
    assert refused(lambda: home.merge(home.path)) == "C-223"
    other = tmp_path / "other"
    other.mkdir()
    Offices(other).found().close()
    assert refused(lambda: home.merge(Offices(other).file)) == "C-221"
    with regions.offices.respondent(home, "Union") as person:
        mine = person.path
        person.answer(person.me().id, rated("3a.1", 1))
        assert refused(lambda: person.merge(home.path)) == "C-101"
    assert refused(lambda: home.merge(mine)) == "C-220"
    assert refused(lambda: home.merge(tmp_path / "gone.spfa")) == "S-101"
    assert refused(lambda: home.branch(tmp_path / "x.spfa", "  ")) == "C-224"
    assert refused(lambda: home.branch(home.path, "North")) == "S-120"
    assert home.batches() == ()


def test_a_damaged_regional_file_is_left_alone(regions, home):
    import sqlite3

    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
        path = north.path
    writer = sqlite3.connect(path)
    writer.execute("UPDATE answers SET revision = 9")
    writer.commit()
    writer.close()
    assert refused(lambda: home.merge(path)) == "C-225"
    assert home.batches() == ()


def test_the_second_of_two_words_within_one_second_is_the_newer(
    regions, home, monkeypatch
):
    monkeypatch.setattr(proceedings, "now_iso", lambda: "2026-11-23T10:00:00Z")
    with regions.copy(home, "North") as north:
        north.proceedings.record(stance("first"))
        home.merge(north.path)
        north.proceedings.record(stance("second"))
        plan, _changes = home.merge(north.path)
        assert len(plan.replaced) == 1
        assert [one.reservation for one in home.proceedings.standing(Stance)] == [
            "second"
        ]
        north.proceedings.withdraw(stance("second"))
        north.proceedings.record(stance("third"))
        home.merge(north.path)
    assert [one.reservation for one in home.proceedings.standing(Stance)] == ["third"]


def test_a_clock_that_was_set_back_leaves_the_newer_word_the_newer(
    regions, home, monkeypatch
):
    with regions.copy(home, "North") as north:
        for now, said in (("12:00:00", "first"), ("09:00:00", "second")):
            monkeypatch.setattr(
                proceedings, "now_iso", lambda now=now: f"2026-11-23T{now}Z"
            )
            north.proceedings.record(stance(said))
            home.merge(north.path)
    assert [one.reservation for one in home.proceedings.standing(Stance)] == ["second"]


def test_a_merge_that_is_stopped_brings_nothing_in(regions, home):
    with regions.copy(home, "North") as north:
        for level in (1, 2, 3):
            regions.answer(north, level)
        north.proceedings.record(stance("said"))
    path, before = regions.folder / "North.spfa", home.path.read_bytes()
    told: list[tuple[int, int]] = []

    def progress(done, of):
        told.append((done, of))

    with pytest.raises(Problem) as why:
        home.merge(path, progress, lambda: told[-1][0] == 2)
    assert why.value.code == "C-228"
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert home.path.read_bytes() == before
    told.clear()
    home.merge(path, progress)
    assert told[-1] == (3, 3)
    assert len(home.responses()) == 3


def test_what_came_in_while_a_merge_was_reading_is_not_brought_in_twice(regions, home):
    with regions.copy(home, "North") as north:
        regions.answer(north, 1)
        regions.answer(north, 2)
    with home.begin_merge(regions.folder / "North.spfa") as run:
        assert run.step()
        home.merge(regions.folder / "North.spfa")
        while run.step():
            pass
        assert run.finish() == Changes()
    assert len(home.packets()) == 2
    assert len(home.batches()) == 1


def test_two_rooms_of_one_day_stand_beside_each_other_with_their_regions(regions, home):
    day = "2027-03-30"
    home.attend(Attendance(day, WORKERS, women=9))
    for name, women in (("North", 3), ("South", 4)):
        with regions.copy(home, name) as region:
            region.attend(Attendance(day, WORKERS, women=1), Attendance(day, EMPLOYERS))
            region.attend(Attendance(day, WORKERS, women=women))
        plan = home.plan_merge(regions.folder / f"{name}.spfa")
        assert not plan.contradictions
        home.merge(regions.folder / f"{name}.spfa")
    assert not home.proceedings.conflicts(Attendance)
    assert [(one.place, one.women) for one in home.attendance()] == [
        ("", 9),
        ("North", 3),
        ("South", 4),
    ]
    home.attend(Attendance(day, WORKERS))
    assert [one.place for one in home.attendance()] == ["North", "South"]


def test_what_a_region_showed_counts_as_shown_and_contradicts_nothing(
    regions, home, monkeypatch
):
    item = "3a.1"
    seen = iter(("2027-03-31T10:00:00Z", "2027-03-30T10:00:00Z"))
    for bench in (WORKERS, EMPLOYERS):
        regions.answer(home, 2, constituency=bench)
    home.close_round()
    copies = [regions.copy(home, name) for name in ("North", "South")]
    for name, region in zip(("North", "South"), copies, strict=True):
        with region, monkeypatch.context() as clock:
            clock.setattr(rounds, "now_iso", lambda: next(seen))
            region.reveal(item)
        plan = home.plan_merge(regions.folder / f"{name}.spfa")
        assert not plan.contradictions
        home.merge(regions.folder / f"{name}.spfa")
    assert home.revealed(1) == {item}
    assert home.shown(item)
    assert not home.contradictions()
    assert refused(lambda: home.open_round(1)) == "C-162"
    (shown,) = home.reveals()
    assert shown.revealed_at == "2027-03-30T10:00:00Z"
    with regions.copy(home, "West") as region:
        assert region.revealed(1) == {item}
