"""Backups: verified, thinned, paused after a restore, and never in the way (R-107)."""

import os
import threading
from collections import namedtuple
from datetime import UTC, datetime, timedelta

import pytest
from support.offices import Offices, rated

from spf_assess.model import Problem
from spf_assess.store import backups

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BEGUN = "2026-11-20T08:00:00Z"


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1))
    return mine.path


def laid(path, *moments, why="regular"):
    """Lay empty backups as of some moments."""
    folder = backups.folder_of(path)
    folder.mkdir(exist_ok=True)
    for moment in moments:
        name = f"{path.stem} {moment:%Y-%m-%dT%H%M%SZ} {why}{path.suffix}"
        (folder / name).write_bytes(b"x")


def test_a_backup_is_a_file_of_its_own_that_opens_with_every_answer(offices, file):
    made = backups.make(file, backups.REGULAR)
    assert made.path.parent == file.with_name("alone.backups")
    with offices.open(made.path) as copy:
        assert not copy.damaged
        assert copy.response(copy.me().id).answers == {"3a.1": rated("3a.1", 1)}


def test_it_is_made_while_the_file_is_open_and_being_written(offices, file):
    with offices.open(file) as mine:
        saved = []

        def save():
            for level in (1, 2, 3, 4) * 5:
                mine.answer(mine.me().id, rated("3b.1", level))
                saved.append(level)

        worker = threading.Thread(
            target=lambda: [backups.make(file, "regular") for _ in range(5)]
        )
        worker.start()
        save()
        worker.join()
        assert len(saved) == 20
    found = backups.list_backups(file)
    assert found
    assert all(backups.is_sound(one.path) for one in found)


def test_nothing_is_made_twice_of_the_same_state(file):
    first = backups.make(file, backups.OPENED)
    assert backups.make(file, backups.REGULAR) == first
    assert len(backups.list_backups(file)) == 1


def test_a_damaged_file_drives_out_no_sound_backup(file):
    made = backups.make(file, backups.OPENED)
    data = bytearray(file.read_bytes())
    place = data.index(b'"law"')
    data[place + 1] ^= 1
    file.write_bytes(data)
    with pytest.raises(Problem) as told:
        backups.make(file, backups.REGULAR)
    assert told.value.code == "S-131"
    assert backups.list_backups(file) == (made,)
    assert sorted(made.path.parent.iterdir()) == [made.path]


def test_a_full_disk_leaves_nothing_behind_and_is_told(offices, file, monkeypatch):
    usage = namedtuple("usage", "total used free")(10**9, 10**9, 1000)  # noqa: PYI024
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(Problem) as told:
        backups.make(file, backups.REGULAR)
    assert told.value.code == "S-130"
    assert not backups.folder_of(file).exists()
    with offices.open(file) as mine:
        assert not mine.set_aside(backups.IMPORT)
        assert mine.backup_problem.code == "S-130"
        mine.back_up(backups.IMPORT)
        mine.answer(mine.me().id, rated("3b.1", 2))


def test_it_is_due_when_changed_and_half_an_hour_old(file):
    late = datetime.now(UTC) + timedelta(hours=2)
    soon = datetime.now(UTC) + timedelta(minutes=5)
    fresh = datetime.now(UTC).isoformat()
    assert not backups.is_due(file, fresh, soon), "just begun"
    assert backups.is_due(file, fresh, late)
    backups.make(file, backups.OPENED)
    assert not backups.is_due(file, fresh, late), "nothing changed since"
    os.utime(file)
    assert backups.is_due(file, fresh, late)
    assert not backups.is_due(file, fresh, soon), "the last one is young"


def test_opening_an_old_file_makes_one_first(offices, file, monkeypatch):
    monkeypatch.setattr(backups, "EVERY", timedelta())
    offices.open(file).close()
    assert [one.why for one in backups.list_backups(file)] == [backups.OPENED]


def test_after_a_restore_they_rest_for_a_day(file):
    backups.make(file, backups.OPENED)
    backups.pause(file)
    os.utime(file)
    now = datetime.now(UTC)
    assert not backups.is_due(file, BEGUN, now + timedelta(hours=5))
    assert backups.is_due(file, BEGUN, now + timedelta(hours=25))
    laid(file, *(NOW - timedelta(days=200, hours=n) for n in range(20)))
    backups.make(file, backups.IMPORT)
    assert len(backups.list_backups(file)) > 20, "nothing is thinned meanwhile"


def test_a_year_of_work_leaves_a_few_that_reach_far_back(file):
    laid(file, *(NOW - timedelta(minutes=30 * n) for n in range(48 * 60)))
    backups.thin(file, NOW)
    ages = [NOW - one.moment for one in backups.list_backups(file)]
    assert len(ages) < 60
    assert sum(age < timedelta(hours=1) for age in ages) >= 2
    assert sum(age <= timedelta(days=1) for age in ages) >= 24
    assert max(ages) > timedelta(days=50)
    backups.thin(file, NOW)
    assert len(backups.list_backups(file)) == len(ages)


def test_those_from_before_an_import_stay_for_a_week(file):
    laid(file, *(NOW - timedelta(days=3, minutes=n) for n in range(9)), why="import")
    laid(file, *(NOW - timedelta(hours=n) for n in range(9)))
    backups.thin(file, NOW)
    found = [one.why for one in backups.list_backups(file)]
    assert found.count("import") == 9


def test_they_never_take_more_than_their_share(file, monkeypatch):
    monkeypatch.setattr(backups, "_MOST_BYTES", 5)
    laid(file, *(NOW - timedelta(minutes=n) for n in range(20)), why="import")
    backups.thin(file, NOW)
    assert len(backups.list_backups(file)) == 5
    monkeypatch.setattr(backups, "_MOST_BYTES", 0)
    backups.thin(file, NOW)
    assert len(backups.list_backups(file)) == 3


def test_what_is_set_aside_becomes_a_backup_of_that_moment(offices, file):
    with offices.open(file) as mine:
        assert mine.set_aside(backups.IMPORT)
        mine.answer(mine.me().id, rated("3b.1", 4))
        assert backups.list_backups(file) == ()
        backups.finish(file)
        (made,) = backups.list_backups(file)
        assert made.why == backups.IMPORT
        assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]
    with offices.open(made.path, read_only=True) as copy:
        assert set(copy.response(copy.me().id).answers) == {"3a.1"}


def test_nothing_is_set_aside_when_the_last_backup_is_of_this_state(offices, file):
    backups.make(file, backups.OPENED)
    with offices.open(file) as mine:
        assert not mine.set_aside(backups.IMPORT)
        mine.answer(mine.me().id, rated("3b.1", 4))
        assert mine.set_aside(backups.IMPORT)


def test_a_backup_and_a_copy_for_reading_have_none_of_their_own(offices, file):
    made = backups.make(file, backups.OPENED)
    assert backups.make(made.path, backups.OPENED) is None
    with offices.open(file, read_only=True) as shown:
        assert not shown.backup_is_due()
        assert not shown.set_aside(backups.IMPORT)


def test_what_is_none_of_ours_in_the_folder_is_left_alone(file):
    folder = backups.folder_of(file)
    folder.mkdir()
    for name in ("notes.txt", "alone 2026-99-99T000000Z regular.spfa", "x.spfa"):
        (folder / name).write_text("mine")
    backups.make(file, backups.OPENED)
    assert len(backups.list_backups(file)) == 1
    assert len(list(folder.iterdir())) == 4


def test_others_may_not_read_a_backup_more_than_the_file(file):
    file.chmod(0o600)
    made = backups.make(file, backups.OPENED)
    assert made.path.stat().st_mode & 0o777 == 0o600
