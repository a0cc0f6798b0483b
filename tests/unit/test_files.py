import errno
import hashlib
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support.faults import CALLS, FailingDisk

from spf_assess.files import read_limited, spoken_name, write_atomically
from spf_assess.model import Problem

OLD, NEW = b"what was there before", b"what shall be there now" * 500
CODES = {
    errno.ENOSPC: "F-110",
    errno.EIO: "F-113",
    errno.EACCES: "F-112",
    errno.ENOENT: "F-111",
}
# Seven kinds of call; the folder is opened and synced twice.
LAST_CALL_BEFORE_REPLACE = 6
ALL_CALLS = 9


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "Réponse des travailleurs.spfr"
    path.write_bytes(OLD)
    return path


def only(path: Path) -> bool:
    return list(path.parent.iterdir()) == [path]


def test_a_file_is_written_whole_and_its_digest_returned(target):
    assert write_atomically(target, NEW) == hashlib.sha256(NEW).hexdigest()
    assert target.read_bytes() == NEW
    assert only(target)


def test_a_consultation_is_never_replaced_by_another_kind_of_file(tmp_path):
    path = tmp_path / "Consultation.spfa"
    before = b"SQLite format 3\0" + b"years of work"
    path.write_bytes(before)
    with pytest.raises(Problem) as refused:
        write_atomically(path, b"%PDF-1.7")
    assert refused.value.code == "F-118"
    assert path.read_bytes() == before
    assert only(path)
    write_atomically(path, before + b", saved again")
    assert path.read_bytes() == before + b", saved again"


@pytest.mark.parametrize("written", ["reports", "."])
def test_a_folder_is_not_written_to_and_is_named(tmp_path, monkeypatch, written):
    folder = tmp_path / "reports"
    folder.mkdir()
    monkeypatch.chdir(folder if written == "." else tmp_path)
    with pytest.raises(Problem) as refused:
        write_atomically(Path(written), NEW)
    assert refused.value.code == "F-117"
    assert refused.value.facts["file"] == "reports"
    assert not list(folder.iterdir())
    assert only(folder)


def test_a_new_file_may_be_empty(tmp_path):
    write_atomically(tmp_path / "empty", b"")
    assert (tmp_path / "empty").read_bytes() == b""


def test_others_may_read_the_file_as_the_umask_says(target):
    before = os.umask(0o027)
    try:
        write_atomically(target, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_sweep_reaches_every_kind_of_call(target, monkeypatch):
    disk = FailingDisk(monkeypatch)
    write_atomically(target, NEW)
    assert len(disk.calls) == ALL_CALLS
    assert set(disk.calls) == set(CALLS)
    assert disk.calls.index("replace") == LAST_CALL_BEFORE_REPLACE
    assert disk.calls.index("fsync") < disk.calls.index("read")


@pytest.mark.parametrize("number", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("at", range(LAST_CALL_BEFORE_REPLACE + 1))
def test_a_failing_call_leaves_the_old_file_and_nothing_else(
    target, monkeypatch, at, number
):
    FailingDisk(monkeypatch, at, number)
    with pytest.raises(Problem) as told:
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert told.value.code == CODES[number]
    assert target.name in str(told.value)
    assert target.read_bytes() == OLD
    assert only(target)


@pytest.mark.parametrize("number", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("at", range(LAST_CALL_BEFORE_REPLACE + 1, ALL_CALLS))
def test_a_folder_that_cannot_be_synced_after_the_move_is_told_truthfully(
    target, monkeypatch, at, number
):
    FailingDisk(monkeypatch, at, number)
    with pytest.raises(Problem) as told:
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert told.value.code == "F-115"
    assert target.read_bytes() == NEW
    assert only(target)


@pytest.mark.parametrize("at", range(ALL_CALLS))
def test_a_failing_call_never_leaves_half_a_new_file(tmp_path, monkeypatch, at):
    FailingDisk(monkeypatch, at, errno.ENOSPC)
    path = tmp_path / "new.spfr"
    with pytest.raises(Problem):
        write_atomically(path, NEW)
    monkeypatch.undo()
    left = list(tmp_path.iterdir())
    assert left == [] or (left == [path] and path.read_bytes() == NEW)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_cannot_sync_folders_is_good_enough(target, monkeypatch, number):
    real = os.fsync

    def unsupported(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "no folders here")
        real(handle)

    monkeypatch.setattr(os, "fsync", unsupported)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_stick_without_permissions_is_good_enough(target, monkeypatch):
    def refused(self, mode):
        raise PermissionError(errno.EPERM, "no modes here")

    monkeypatch.setattr(Path, "chmod", refused)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_disk_that_returns_other_bytes_is_found_out(target, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda self: NEW[:-1] + b"?")
    with pytest.raises(Problem) as told:
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert told.value.code == "F-114"
    assert target.read_bytes() == OLD
    assert only(target)


def test_an_interrupted_write_leaves_the_old_file(target, monkeypatch):
    def interrupted(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert only(target)


def test_a_removed_folder_is_told(tmp_path):
    with pytest.raises(Problem) as told:
        write_atomically(tmp_path / "stick" / "answer.spfr", NEW)
    assert told.value.code == "F-111"


def test_a_folder_in_the_place_of_the_file_stays(tmp_path):
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(Problem) as told:
        write_atomically(tmp_path / "taken", NEW)
    assert told.value.code == "F-117"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("letter", ["n", "é", "😀"])
def test_a_name_is_as_long_as_the_disk_allows_and_no_longer(tmp_path, letter):
    most = 255 // len(letter.encode())
    write_atomically(tmp_path / (letter * most), NEW)
    with pytest.raises(Problem) as told:
        write_atomically(tmp_path / (letter * (most + 1)), NEW)
    assert told.value.code == "F-116"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_real_limit_on_the_size_of_files_is_told_as_no_space(target):
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from spf_assess.files import write_atomically\n"
        "from spf_assess.model import Problem\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_atomically(Path(sys.argv[1]), b'x' * 5000)\n"
        "except Problem as problem:\n"
        "    print(problem.code)\n"
    )
    assert hasattr(resource, "RLIMIT_FSIZE")
    assert signal.SIGXFSZ
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(target)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "F-110\n"
    assert target.read_bytes() == OLD
    assert only(target)


def test_a_file_of_just_the_allowed_size_is_read(target):
    assert read_limited(target, len(OLD)) == OLD


def test_a_larger_file_is_refused_before_it_is_read(target, monkeypatch):
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(Problem) as told:
        read_limited(target, len(OLD) - 1)
    assert told.value.code == "F-103"


def test_a_file_that_grew_since_it_was_measured_is_refused(target, monkeypatch):
    small = os.stat_result((stat.S_IFREG | 0o644, 0, 0, 1, 0, 0, 3, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda self, **_: small)
    with pytest.raises(Problem) as told:
        read_limited(target, 5)
    assert told.value.code == "F-103"


@pytest.mark.parametrize("path", ["gone", "Réponse des travailleurs.spfr/inside"])
def test_a_missing_file_is_told(target, path):
    with pytest.raises(Problem) as told:
        read_limited(target.parent / path, 100)
    assert told.value.code == "F-101"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(Problem) as told:
        read_limited(tmp_path, 100)
    assert told.value.code == "F-104"


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Problem) as told:
        read_limited(tmp_path / "pipe", 100)
    assert told.value.code == "F-104"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EACCES, "F-105"), (errno.EIO, "F-102")]
)
def test_a_file_that_cannot_be_read_is_told(target, monkeypatch, number, code):
    def failing(*_):
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(Problem) as told:
        read_limited(target, 100)
    assert told.value.code == code


def test_a_name_that_is_no_text_can_still_be_told(tmp_path):
    path = tmp_path / os.fsdecode(b"r\xe9ponse.spfr")
    with pytest.raises(Problem) as told:
        read_limited(path, 100)
    str(told.value).encode()
    assert spoken_name(path) == "r\N{REPLACEMENT CHARACTER}ponse.spfr"
