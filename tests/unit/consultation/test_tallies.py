"""The counts in the file are those of its answers, whatever came and went."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from support.counted import check
from support.offices import Offices, rated
from support.regions import Regions

from spf_assess.analysis import compute
from spf_assess.consultation.importing import Importing
from spf_assess.consultation.tallies import COUNTED
from spf_assess.model import Constituency, PacketState, RespondentKind
from spf_assess.store import COUNTS, SETTINGS, STANDINGS
from spf_assess.store.ledger import Ledger

ACCEPTED = PacketState.ACCEPTED
WORKERS, EMPLOYERS = Constituency.WORKERS, Constituency.EMPLOYERS
FIRST = Path(__file__).parents[1] / "store" / "versions" / "version-1.spfa"


@pytest.fixture
def regions(tmp_path):
    return Regions(tmp_path)


@pytest.fixture
def home(regions):
    with regions.offices.found() as file:
        yield file


def check_again(regions, file):
    """The same once everything is read from the disk."""
    check(file)
    with regions.offices.open(file.path, read_only=True) as seen:
        check(seen)
        assert seen.results() == file.results()


def test_packets_that_come_and_are_replaced(regions, home):
    check_again(regions, home)
    regions.answer(home, 2)
    regions.answer(home, 4, constituency=EMPLOYERS)
    check_again(regions, home)
    with regions.offices.open(regions.folder / "person 1.spfa") as person:
        me = person.me().id
        person.answer(me, rated("3a.1", 4, 1))
        person.answer(me, rated("3b.1", 3))
        person.hand_in(me, regions.folder / "later.spfr")
    record = home.import_packet(regions.folder / "later.spfr")
    assert record.state is PacketState.ACCEPTED
    check_again(regions, home)


def test_whole_imports_that_come_and_are_taken_back(regions, home):
    regions.answer(home, 2)
    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
        regions.answer(north, 1, constituency=EMPLOYERS)
    home.merge(regions.folder / "North.spfa")
    check_again(regions, home)
    home.undo_import(1)
    check_again(regions, home)
    home.merge(regions.folder / "North.spfa")
    check_again(regions, home)


def test_many_files_at_once_and_the_same_again(regions, home):
    for level in (1, 2, 3, 4):
        regions.answer(home, level)
    before = home.results()
    home.close()
    regions.offices.file.unlink()
    packets = sorted(regions.folder.glob("*.spfr"))
    with regions.offices.found() as fresh:
        told = []
        found = fresh.import_packets(
            [*packets, *packets, regions.folder / "gone.spfr"],
            lambda done, whole: told.append((done, whole)),
        )
        assert told[-1] == (9, 9)
        assert found[-1].reason == "F-101"
        states = {one.state for one in found[:4]}
        assert states == {PacketState.QUARANTINED}  # of another consultation
        check(fresh)
        assert fresh.results() != before


def test_a_cancelled_import_leaves_whole_packets_and_goes_on_later(regions, home):
    for level in (1, 2, 3, 4):
        regions.answer(home, level)
    packets = sorted(regions.folder.glob("*.spfr"))
    assert home.import_packets(packets, cancelled=lambda: True) == ()
    assert home.batches() == ()
    found = home.import_packets(packets)
    assert {one.state for one in found} == {PacketState.KNOWN}
    check(home)


def test_an_import_cancelled_within_a_handful_leaves_what_was_read(regions, home):
    for level in (1, 2, 3, 4):
        regions.answer(home, level)
    home.close()
    regions.offices.file.unlink()
    packets = sorted(regions.folder.glob("*.spfr"))
    with regions.offices.found() as fresh:
        told, asked = [], iter([False, False, True])
        found = fresh.import_packets(
            packets, lambda *done: told.append(done), lambda: next(asked)
        )
        assert [one.file_name for one in found] == [one.name for one in packets[:2]]
        assert told == [(2, 4)]
        assert len(fresh.packets()) == 2
        check(fresh)
        fresh.import_packets(packets)
        assert len(fresh.packets()) == len(packets)


def test_files_brought_in_together_are_taken_back_together(regions, home):
    for level in (1, 4):
        _seat, invitation = home.invite(
            constituency=WORKERS, kind=RespondentKind.PERSON, name=f"{level}"
        )
        with regions.offices.accept(f"{level}", invitation) as person:
            me = person.me().id
            person.answer(me, rated("3a.1", level, level))
            person.hand_in(me, regions.folder / f"{level}.spfr")
    home.import_packets([regions.folder / "1.spfr", regions.folder / "4.spfr"])
    assert len(home.responses()) == 2
    check(home)
    (batch,) = home.batches()
    home.undo_import(batch.number)
    assert home.responses() == ()
    check_again(regions, home)
    home.import_packets([regions.folder / "1.spfr"])
    assert len(home.responses()) == 1
    check_again(regions, home)


def test_a_file_of_the_first_version_is_counted_when_the_next_packet_comes(tmp_path):
    offices = Offices(tmp_path)
    shutil.copy(FIRST, offices.file)
    with offices.open() as file:
        assert not file._tallies.whole
        assert file.results() == compute(
            file.questionnaire, file.selection, file.responses()
        )
        with offices.respondent(file, "new") as person:
            me = person.me().id
            person.answer(me, rated("3a.1", 4, 4))
            person.hand_in(me, tmp_path / "new.spfr")
        file.import_packet(tmp_path / "new.spfr")
        assert len(file.responses()) == 2
        check(file)


def test_counts_that_cannot_be_relied_upon_are_left_alone(regions, home):
    regions.answer(home, 2)
    whole = home.results()
    home._database.write(lambda: home._database.put(SETTINGS, COUNTED, "another way"))
    for row in list(home._database.rows(COUNTS)):
        home._database.write(
            lambda row=row: home._database.remove(COUNTS, *row[: COUNTS.key])
        )
    home.close()
    with regions.offices.open() as again:
        assert again.results() == whole


def test_a_rescued_file_counts_again(regions, home, tmp_path):
    regions.answer(home, 2)
    rescued = tmp_path / "rescued.spfa"
    home.salvage(rescued)
    with regions.offices.open(rescued) as file:
        assert list(file._database.rows(STANDINGS)) == []
        assert file.results() == home.results()
        regions.answer(file, 4)
        check(file)


@pytest.mark.parametrize("way", ["packets", "merge"])
def test_a_disk_that_is_full_for_a_moment_counts_nothing_twice(
    regions, home, monkeypatch, way
):
    """The reserve is given up and everything is written once more."""
    regions.answer(home, 2)
    with regions.copy(home, "North") as north:
        regions.answer(north, 4)
        regions.answer(north, 1, constituency=EMPLOYERS)
    later = handed_in(regions, home)
    finish, tried = Importing._finish, []

    def full_at_first(importing):
        finish(importing)
        tried.append(importing)
        if len(tried) == 1:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    monkeypatch.setattr(Importing, "_finish", full_at_first)
    if way == "merge":
        home.merge(regions.folder / "North.spfa")
    else:
        home.import_packets([later])
    assert len(tried) == 2
    assert len(home.packets()) == (3 if way == "merge" else 2)
    check_again(regions, home)


def handed_in(regions, home, name="later"):
    """The packet of a person invited just now; it is not brought in."""
    seat, invitation = home.invite(
        constituency=WORKERS, kind=RespondentKind.PERSON, name=name
    )
    path = regions.folder / f"{name}.spfr"
    with regions.offices.accept(name, invitation) as person:
        person.answer(seat.id, rated("3a.1", 4, 1))
        person.hand_in(seat.id, path)
    return path


def test_packets_brought_in_together_ask_for_no_row_each(regions, home, monkeypatch):
    """What is new goes in by the table, not by the row: it took a third of the time."""
    asked = []
    put = Ledger.put

    def counting(ledger, table, *values):
        asked.append(table.name)
        put(ledger, table, *values)

    paths = [handed_in(regions, home, f"{number}") for number in range(6)]
    monkeypatch.setattr(Ledger, "put", counting)
    home.import_packets(paths)
    assert set(asked) <= {"batches", "counts"}
    counted = asked.count("counts")
    assert len([one for one in home.packets() if one.state is ACCEPTED]) == 6
    assert counted == len(list(home._database.rows(COUNTS)))
    check_again(regions, home)


def test_counts_of_an_earlier_way_serve_positions_until_a_packet_comes(regions, home):
    def earlier() -> None:
        home._database.put(SETTINGS, COUNTED, "1")
        for row in list(home._database.rows(COUNTS)):
            if row[1] in ("given", "chosen", "source"):
                home._database.remove(COUNTS, *row[: COUNTS.key])

    regions.answer(home, 2)
    home._contents.write(earlier)
    with regions.offices.open(home.path, read_only=True) as seen:
        assert seen._tallies.whole
        assert seen.counts() is None
        assert seen.results() == home.results()
    regions.answer(home, 3, constituency=EMPLOYERS)
    assert home.counts() is not None
    check_again(regions, home)
