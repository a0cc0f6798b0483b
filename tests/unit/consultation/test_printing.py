"""A large file is checked beside printing: nothing of a damaged one is put in place."""

import shutil
import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.collected import collect

from spf_assess.consultation import printing
from spf_assess.model import Problem, ReportOptions
from spf_assess.report.render import _beside
from spf_assess.store import checking, opening
from spf_assess.store.checking import Checking, UnsoundError
from spf_assess.store.damage import examine

FLIPS = 80


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A consultation of four seats that have all handed in."""
    consultation, _seats = collect(tmp_path)
    consultation.close()
    return consultation.path


@pytest.fixture
def quick(monkeypatch) -> None:
    """Count every file as large, and print without a typesetter."""

    def printer(consultation, _options):
        said = f"{consultation.results()}{consultation.responses()}"

        def printed(out, progress=None, meanwhile=None):
            progress("words", 0, 1)
            with _beside(meanwhile, lambda: False) as begin:
                begin()
            out.write_text(said)

        return printed

    monkeypatch.setattr(opening, "LARGE", 0)
    monkeypatch.setattr(printing, "edition_printer", printer)


@contextmanager
def untold():
    yield lambda _stage, _done, _of: None


def printed(path: Path, out: Path) -> object:
    """Print, and return what was wrong with the file."""
    found = []
    printing.print_edition(
        path,
        ReportOptions("en"),
        out,
        lambda consultation: found.append(consultation.damaged),
        untold,
    )
    return found[-1]


def printed_or_told(path: Path, out: Path) -> object:
    """Return what ``printed`` does; None where the file could not be read at all."""
    try:
        return printed(path, out)
    except Problem as problem:
        if problem.code.startswith("S-1"):
            return None
        raise


def test_no_flipped_bit_gets_into_print(quick, file, tmp_path):
    size = file.stat().st_size
    sound, flipped = tmp_path / "sound", tmp_path / "flipped.spfa"
    assert printed(file, sound) == ()
    harmless = 0
    for number in range(FLIPS):
        data = bytearray(file.read_bytes())
        data[(number * 2 + 1) * size // (2 * FLIPS)] ^= 1 << number % 8
        flipped.write_bytes(data)
        out = tmp_path / f"{number}"
        damage = printed_or_told(flipped, out)
        if damage is None:
            assert not out.exists()
            continue
        if not damage:
            assert out.read_text() == sound.read_text()
            harmless += 1
    assert harmless < FLIPS / 2


def test_a_changed_answer_is_found_though_the_page_was_made_of_it(
    quick, file, tmp_path, monkeypatch
):
    times = []

    def counted(*given, **more):
        times.append(1)
        return examine(*given, **more)

    for where in ("damage", "opening"):
        monkeypatch.setattr(f"spf_assess.store.{where}.examine", counted)
    changed = tmp_path / "changed.spfa"
    shutil.copy(file, changed)
    with sqlite3.connect(changed) as connection:
        told = "body = replace(body, '\"value\":2', '\"value\":4')"
        connection.execute(f"UPDATE answers SET {told}")  # noqa: S608
    connection.close()
    assert [one.code for one in printed(changed, tmp_path / "some")] == ["S-115"]
    # beside printing, and once more to tell what is wrong; not in between
    assert len(times) == 2


def test_what_is_told_early_is_noted_in_a_file_that_was_checked_first(
    quick, file, tmp_path, monkeypatch
):
    def never(*_given):
        raise AssertionError

    monkeypatch.setattr(checking.Checking, "start", never)
    early = ReportOptions("en", early=True)
    printing.print_edition(file, early, tmp_path / "out", lambda _file: None, untold)
    assert (tmp_path / "out").exists()


def test_who_stops_does_not_wait_for_the_check(file, monkeypatch):
    begun = threading.Event()

    def slowly(connection, watch):
        begun.set()
        while True:
            watch(0, 1)

    database = opening.read_file(file)
    database.close()
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    monkeypatch.setattr("spf_assess.store.damage.examine", slowly)
    going_on = Checking(connection)
    with (
        pytest.raises(Problem, match="stopped") as stopped,
        _beside(going_on, begun.is_set) as begin,
    ):
        begin()
    assert stopped.value.code == "R-104"
    assert not going_on._thread.is_alive()
    connection.close()


def test_a_check_that_fails_itself_is_no_sound_file(monkeypatch):
    def broken(_connection, watch):
        raise sqlite3.OperationalError

    monkeypatch.setattr("spf_assess.store.damage.examine", broken)
    going_on = Checking(sqlite3.connect(":memory:"))
    going_on.start()
    with pytest.raises(UnsoundError):
        going_on.ended(10)


def test_a_small_file_is_checked_at_once(file):
    assert file.stat().st_size < checking.LARGE
    with opening.read_file(file, later=True) as opened:
        assert opened.checking is None
