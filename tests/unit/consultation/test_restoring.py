"""Going back to a backup: nothing is lost, and no packet number is given out twice."""

import os

import pytest
from support.offices import Offices, rated

from spf_assess.consultation.restoring import newest_sound, restore
from spf_assess.model import PacketState, Problem
from spf_assess.store import backups


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1))
    return mine.path


def answers(offices, path):
    with offices.open(path, read_only=True) as opened:
        return opened.response(opened.me().id).answers


def test_the_file_is_as_it_was_and_what_was_there_is_kept(offices, file):
    made = backups.make(file, backups.OPENED)
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
    kept = restore(file, made.path)
    assert set(answers(offices, file)) == {"3a.1"}
    assert set(answers(offices, kept)) == {"3a.1", "3b.1"}
    assert backups.is_paused(file)
    assert restore(file, kept) is not None, "and it can be taken back"
    assert set(answers(offices, file)) == {"3a.1", "3b.1"}


def test_a_damaged_file_is_kept_as_it_is_with_its_journal(offices, file):
    made = backups.make(file, backups.OPENED)
    file.write_bytes(b"SQLite format 3\0 and then nothing")
    journal = file.with_name(file.name + "-journal")
    journal.write_bytes(b"half a save")
    kept = restore(file, made.path)
    assert kept.read_bytes() == b"SQLite format 3\0 and then nothing"
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"half a save"
    assert not journal.exists(), "it would undo what was put back"
    assert set(answers(offices, file)) == {"3a.1"}


def test_a_file_that_was_deleted_comes_back(offices, file):
    made = backups.make(file, backups.OPENED)
    file.unlink()
    assert newest_sound(file) == made
    assert restore(file, made.path) is None
    assert set(answers(offices, file)) == {"3a.1"}


def test_a_spoilt_backup_is_passed_over_and_refused(offices, file):
    first = backups.make(file, backups.OPENED)
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
    second = backups.make(file, backups.IMPORT)
    second.path.write_bytes(second.path.read_bytes()[:-5000])
    before = file.read_bytes()
    assert newest_sound(file) == first
    with pytest.raises(Problem) as told:
        restore(file, second.path)
    assert told.value.code == "S-132"
    assert file.read_bytes() == before


def test_an_open_file_is_not_replaced(offices, file):
    made = backups.make(file, backups.OPENED)
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
        with pytest.raises(Problem) as told:
            restore(file, made.path)
        assert told.value.code == "S-106"
    assert set(answers(offices, file)) == {"3a.1", "3b.1"}


def test_somebody_elses_backup_is_refused(offices, file):
    with offices.alone("other") as other:
        other.answer(other.me().id, rated("3a.1", 1))
    made = backups.make(other.path, backups.OPENED)
    before = file.read_bytes()
    with pytest.raises(Problem) as told:
        restore(file, made.path)
    assert told.value.code == "C-260"
    assert file.read_bytes() == before


def test_a_number_that_was_handed_in_is_not_given_out_again(offices, tmp_path):
    with offices.found() as facilitator:
        with offices.respondent(facilitator, "ana") as ana:
            me = ana.me().id
            ana.answer(me, rated("3a.1", 1))
            made = backups.make(ana.path, backups.OPENED)
            first = ana.hand_in(me, tmp_path / "first.spfr")
        restore(ana.path, made.path)
        with offices.open(ana.path) as again:
            again.answer(me, rated("3a.1", 4))
            second = again.hand_in(me, tmp_path / "second.spfr")
        assert (first.seq, second.seq) == (1, 2)
        for packet in (second, first):
            facilitator.import_packet(packet.path)
        states = {one.seq: one.state for one in facilitator.packets()}
        assert states == {1: PacketState.SUPERSEDED, 2: PacketState.ACCEPTED}


def test_without_room_nothing_is_replaced(offices, file, monkeypatch):
    made = backups.make(file, backups.OPENED)
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
    before = file.read_bytes()

    def full(*_given):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("spf_assess.files.os.fsync", full)
    with pytest.raises(Problem) as told:
        restore(file, made.path)
    assert told.value.code == "F-110"
    assert file.read_bytes() == before
