"""Every way a file can fail to open, each told with its own sentence."""

import os
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.offices import Offices, rated

from spf_assess.consultation import Consultation
from spf_assess.model import Problem
from spf_assess.store import open_file, read_file
from spf_assess.store.opening import PRAGMAS
from spf_assess.store.schema import VERSION


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 3, comment="Une réponse"))
    return mine.path


def problem_of(opening) -> str:
    with pytest.raises(Problem) as caught:
        opening()
    assert str(caught.value)  # every fact its sentence names is there
    return caught.value.code


def test_a_closed_consultation_is_one_file(file):
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_writer_has_every_setting_that_keeps_answers_safe(file):
    with open_file(file) as database:
        for name, (_wanted, held) in PRAGMAS.items():
            found = database.connection.execute(f"PRAGMA {name}").fetchone()
            assert found == (held,), name
    assert PRAGMAS["journal_mode"][1] == "delete"
    assert PRAGMAS["synchronous"][1] == 3


def test_the_file_says_what_it_is_to_other_programs(file):
    head = file.read_bytes()[:100]
    assert head[68:72] == b"SPFA"
    assert int.from_bytes(head[60:64], "big") == VERSION


@pytest.mark.parametrize("opening", [open_file, read_file])
class TestWhatIsNoConsultation:
    def test_a_missing_file(self, tmp_path, opening):
        assert problem_of(lambda: opening(tmp_path / "gone.spfa")) == "S-101"

    def test_a_file_in_a_folder_that_is_a_file(self, file, opening):
        assert problem_of(lambda: opening(file / "gone.spfa")) == "S-101"

    def test_a_folder(self, tmp_path, opening):
        assert problem_of(lambda: opening(tmp_path)) == "S-102"

    def test_an_empty_file(self, tmp_path, opening):
        (tmp_path / "empty.spfa").touch()
        assert problem_of(lambda: opening(tmp_path / "empty.spfa")) == "S-103"

    @pytest.mark.parametrize(
        "data", [b"x", b"PK\x03\x04" + bytes(4000), b"SQLite format 3\x00"]
    )
    def test_bytes_that_are_no_database(self, tmp_path, opening, data):
        path = tmp_path / "letter.spfa"
        path.write_bytes(data)
        assert problem_of(lambda: opening(path)) == "S-104"
        assert path.read_bytes() == data

    def test_a_database_of_another_program(self, tmp_path, opening):
        path = tmp_path / "other.spfa"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE music (title TEXT)")
        other.close()
        before = path.read_bytes()
        assert problem_of(lambda: opening(path)) == "S-105"
        assert path.read_bytes() == before


def test_a_second_window_cannot_write_but_can_read(offices, file):
    with offices.open(file):
        assert problem_of(lambda: offices.open(file)) == "S-106"
        with offices.open(file, read_only=True) as reader:
            assert reader.response(reader.me().id).answers["3a.1"].comment
            assert reader.read_only
    with offices.open(file) as again:
        assert not again.read_only


def test_a_second_process_cannot_write(offices, file):
    program = (
        "import sys; from pathlib import Path\n"
        "from spf_assess.store import open_file\n"
        "from spf_assess.model import Problem\n"
        "try: open_file(Path(sys.argv[1]))\n"
        "except Problem as problem: print(problem.code)\n"
    )
    with offices.open(file):
        done = subprocess.run(
            [sys.executable, "-c", program, file],
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.strip() == "S-106"


def test_a_lock_left_behind_by_a_killed_program_locks_nobody_out(offices, file):
    file.with_name(file.name + ".lock").touch()
    offices.open(file).close()


def test_another_program_that_locks_the_database_is_told(offices, file, monkeypatch):
    monkeypatch.setattr("spf_assess.store.snapshot._BUSY_SECONDS", 0.0)
    monkeypatch.setitem(PRAGMAS, "busy_timeout", ("0", 0))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert problem_of(lambda: offices.open(file)) == "S-107"
    assert problem_of(lambda: offices.open(file, read_only=True)) == "S-107"
    other.close()
    offices.open(file).close()


def test_a_save_while_another_program_holds_the_file_is_told_and_can_be_retried(
    offices, file, monkeypatch
):
    monkeypatch.setitem(PRAGMAS, "busy_timeout", ("0", 0))
    with offices.open(file) as mine:
        me = mine.me().id
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM answers").fetchone()
        assert problem_of(lambda: mine.answer(me, rated("3b.1", 1))) == "S-107"
        other.close()
        mine.answer(me, rated("3b.1", 1))
        assert mine.response(me).answers["3b.1"] == rated("3b.1", 1)
    with offices.open(file) as again:
        assert set(again.response(me).answers) == {"3a.1", "3b.1"}
        assert not again.damaged


def test_a_file_changed_by_another_program_is_not_written_any_more(offices, file):
    with offices.open(file) as mine:
        other = sqlite3.connect(file)
        with other:
            other.execute("UPDATE answers SET body = body || ' '")
        other.close()
        assert problem_of(lambda: mine.answer(mine.me().id, rated("3b.1", 1))) == (
            "S-124"
        )
    with offices.open(file) as again:
        assert again.damaged


def test_a_file_deleted_under_the_window_is_told_and_can_be_saved_elsewhere(
    offices, file, tmp_path
):
    with offices.open(file) as mine:
        file.unlink()
        assert problem_of(lambda: mine.answer(mine.me().id, rated("3b.1", 1))) == (
            "S-123"
        )
        mine.save_copy(tmp_path / "rescued.spfa")
    with offices.open(tmp_path / "rescued.spfa") as rescued:
        assert rescued.response(rescued.me().id).answers["3a.1"].comment


def test_a_file_replaced_under_the_window_is_left_alone(offices, file, tmp_path):
    with offices.open(file) as mine:
        file.rename(tmp_path / "moved.spfa")
        file.write_bytes(b"somebody else's")
        assert problem_of(lambda: mine.answer(mine.me().id, rated("3b.1", 1))) == (
            "S-123"
        )
    assert file.read_bytes() == b"somebody else's"


def test_a_newer_file_is_shown_for_reading_only(offices, file):
    data = bytearray(file.read_bytes())
    data[60:64] = (VERSION + 1).to_bytes(4, "big")
    file.write_bytes(data)
    with offices.open(file) as newer:
        assert newer.read_only
        assert newer.read_only_because is not None
        assert newer.read_only_because.code == "S-110"
        assert newer.response(newer.me().id).answers["3a.1"] == rated(
            "3a.1", 3, comment="Une réponse"
        )
        me = newer.me().id
        assert problem_of(lambda: newer.answer(me, rated("3a.1", 1))) == "S-125"
    assert file.read_bytes() == bytes(data)


def test_a_newer_file_that_cannot_be_understood_is_refused_with_the_same_words(
    offices, file
):
    newer = sqlite3.connect(file)
    newer.execute("ALTER TABLE answers RENAME COLUMN body TO content")
    newer.execute("PRAGMA user_version = 7")
    newer.commit()
    newer.close()
    assert problem_of(lambda: offices.open(file)) == "S-110"


def test_a_newer_file_with_a_new_kind_of_respondent_is_refused_in_words(offices, file):
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA ignore_check_constraints = ON")
    newer.execute("UPDATE respondents SET constituency = 'cooperatives'")
    newer.execute("PRAGMA user_version = 7")
    newer.commit()
    newer.close()
    assert problem_of(lambda: offices.open(file)) == "S-110"


def test_another_questionnaire_installed_here_shows_the_file_for_reading(
    offices, file, tmp_path
):
    from support.miniature import miniature

    offices.questionnaire = miniature(version="2.0", digest="cd" * 32)
    with offices.open(file) as mine:
        assert mine.read_only
        assert mine.read_only_because is not None
        assert mine.read_only_because.code == "C-111"
        assert mine.response(mine.me().id).answers
    assert not file.with_name(file.name + ".lock").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root to mount")
def test_a_read_only_medium_is_told_and_can_be_read(offices, file, tmp_path):
    medium = tmp_path / "medium"
    medium.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", medium]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        copy = medium / file.name
        copy.write_bytes(file.read_bytes())
        remount = ["mount", "-o", "remount,ro", medium]
        subprocess.run(remount, check=True, capture_output=True)
        assert problem_of(lambda: offices.open(copy)) == "S-108"
        with offices.open(copy, read_only=True) as reader:
            assert reader.response(reader.me().id).answers
        assert problem_of(lambda: offices.alone("medium/new")) == "S-108"
    finally:
        subprocess.run(["umount", medium], check=True)


def test_creating_never_overwrites(offices, file):
    before = file.read_bytes()
    assert problem_of(offices.alone) == "S-120"
    assert file.read_bytes() == before


def test_creating_in_a_folder_that_is_gone_is_told(tmp_path):
    offices = Offices(tmp_path / "gone")
    assert problem_of(offices.alone) == "F-111"


def test_a_failed_creation_leaves_nothing_behind(offices, tmp_path, monkeypatch):
    def fail(*_args):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("spf_assess.store.upgrading.migrations", fail)
    assert problem_of(offices.alone) == "S-122"
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_does_not_hold_is_told(offices, file, monkeypatch):
    monkeypatch.setitem(PRAGMAS, "synchronous", ("NORMAL", 3))
    assert problem_of(lambda: offices.open(file)) == "S-127"
    monkeypatch.undo()
    offices.open(file).close()


def test_a_closed_file_answers_nothing_more(offices, file):
    mine = offices.open(file)
    me = mine.me().id
    mine.close()
    mine.close()
    assert problem_of(lambda: mine.answer(me, rated("3b.1", 1))) == "S-126"
    assert problem_of(lambda: mine.save_copy(file.with_name("x.spfa"))) == "S-126"


def test_names_with_accents_spaces_and_signs_open(tmp_path):
    for name in ("Évaluation n° 1 (été)?#%20&", "a b%", "ça 'va'"):
        offices = Offices(tmp_path)
        offices.alone(name).close()
        with offices.open(tmp_path / f"{name}.spfa") as mine:
            assert mine.path.name == f"{name}.spfa"


def test_a_relative_path_opens_from_the_working_folder(offices, file, monkeypatch):
    monkeypatch.chdir(file.parent)
    with Consultation.open(
        Path(file.name), questionnaire=offices.questionnaire
    ) as mine:
        assert mine.response(mine.me().id).answers


def test_half_a_save_after_a_power_cut_is_rolled_back(offices, file):
    """A hot journal: the crash came after the first pages had been overwritten."""
    before = file.read_bytes()
    crash = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN')\n"
        "c.execute(\"UPDATE answers SET body = body || 'torn'\")\n"
        "c.executemany('INSERT INTO settings VALUES (?, ?, x\\'00\\')',"
        " ((str(n), 'x' * 3000) for n in range(300)))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", crash, file], check=False)
    assert file.read_bytes() != before
    with offices.open(file, read_only=True) as reader:
        assert not reader.damaged
        assert reader.response(reader.me().id).answers["3a.1"].comment == "Une réponse"
    with offices.open(file) as mine:
        assert not mine.damaged
        assert mine.response(mine.me().id).answers["3a.1"].comment == "Une réponse"


def saves_counted(file) -> int:
    """SQLite's own count of transactions, in the header of the file."""
    return int.from_bytes(file.read_bytes()[24:28], "big")


def test_a_save_that_went_through_although_it_failed_is_confirmed_by_the_next_try(
    offices, file, monkeypatch
):
    """The folder could not be flushed after the journal was gone: SQLite reports it."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
    with offices.open(file) as mine:
        me = mine.me().id
        answer = rated("3b.1", 2, comment="went through")
        atomic = mine._database._database.atomic

        @contextmanager
        def committed_but_failed():
            with atomic() as database:
                yield database
            raise error

        monkeypatch.setattr(mine._database._database, "atomic", committed_but_failed)
        assert problem_of(lambda: mine.answer(me, answer)) == "S-122"
        monkeypatch.undo()
        before = saves_counted(file)
        assert mine.answer(me, answer).answers == {(me, "3b.1")}
        assert saves_counted(file) == before + 1, "nothing was flushed"
        assert not mine.answer(me, answer).answers
        assert saves_counted(file) == before + 1
        mine.answer(me, rated("3b.1", 3))
        assert mine.undo(me) is not None
        assert mine.undo(me) is not None
        assert set(mine.response(me).answers) == {"3a.1"}
    with offices.open(file) as again:
        assert not again.damaged


def test_a_medium_that_cannot_be_read_any_more_is_told(offices, file, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ

    class Gone:
        def execute(self, *_args):
            raise error

    with offices.open(file) as mine:
        me = mine.me().id
        with monkeypatch.context() as patch:
            patch.setattr(mine._database._database, "conn", Gone())
            assert problem_of(lambda: mine.response(me)) == "S-109"
        assert mine.response(me).answers
