"""A file of an older version goes on living, and nothing of it is lost (R-108)."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from support.offices import Offices, rated

from spf_assess.model import Attendance, Constituency, Problem
from spf_assess.store import upgrading

VERSIONS = Path(__file__).parent / "versions"
FIRST = VERSIONS / "version-1.spfa"
TODAY = Attendance("2026-03-02", Constituency.WORKERS, women=3, men=2)


@pytest.fixture
def offices(tmp_path):
    found = Offices(tmp_path)
    shutil.copy(FIRST, found.file)
    return found


def union(file):
    return file.responses()[0].answers["3a.1"]


def test_a_file_of_the_first_version_opens_with_every_answer(offices):
    with offices.open() as file:
        assert not file.read_only
        assert not file.damaged
        assert union(file) == rated("3a.1", 2, 3, comment="Kept from version 1.")
        assert file.export_json()["packets"][0]["state"] == "accepted"


def test_it_can_record_what_only_today_s_version_knows(offices):
    with offices.open() as file:
        file.proceedings.record(TODAY)
    with offices.open() as again:
        assert again.proceedings.values(Attendance) == (TODAY,)


def test_the_file_as_it_was_stays_beside_it(offices):
    offices.open().close()
    kept = upgrading.kept_name(offices.file, 1)
    assert sqlite3.connect(kept).execute("PRAGMA user_version").fetchone() == (1,)
    before = kept.read_bytes()
    offices.open().close()
    assert kept.read_bytes() == before


def test_looking_at_an_older_file_changes_nothing_on_the_disk(offices):
    with offices.open(read_only=True) as file:
        assert union(file).comment == "Kept from version 1."
        assert file.proceedings.values(Attendance) == ()
    assert offices.file.read_bytes() == FIRST.read_bytes()
    assert [path.name for path in offices.folder.iterdir()] == [offices.file.name]


def test_a_damaged_older_file_is_shown_and_not_brought_up_to_date(offices):
    writer = sqlite3.connect(offices.file)
    writer.execute("UPDATE respondents SET organization = 'Somebody'")
    writer.commit()
    writer.close()
    before = offices.file.read_bytes()
    with offices.open() as file:
        assert file.read_only
        assert [one.code for one in file.damaged][:1] == ["S-115"]
        assert file.proceedings.values(Attendance) == ()
    assert offices.file.read_bytes() == before


def test_without_room_for_the_copy_the_file_stays_as_it_is(offices, monkeypatch):
    def full(path, _data):
        raise Problem("F-113", "full", file=path.name)

    monkeypatch.setattr(upgrading, "write_atomically", full)
    with pytest.raises(Problem) as met:
        offices.open()
    assert met.value.code == "F-113"
    assert offices.file.read_bytes() == FIRST.read_bytes()
    monkeypatch.undo()
    with offices.open() as file:
        assert not file.read_only
