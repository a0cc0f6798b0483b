"""On what kind of medium a file lies: a disk of this computer, a stick, a share."""

import os
import sys
from enum import Enum
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_NETWORK = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "glusterfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "prl_fs",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
    }
)
_PLUGGED_IN_UNDER = ("/media/", "/run/media/", "/Volumes/")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


class Whereabouts(Enum):
    """The kind of medium."""

    HERE = "here"
    STICK = "stick"
    SHARE = "share"


def whereabouts(path: Path) -> Whereabouts:
    """Return on what kind of medium *path* lies, or would lie; HERE if not known."""
    try:
        if sys.platform == "win32":
            return _on_windows(path)
        return _on_posix(os.path.realpath(path))
    except (OSError, ValueError, LookupError):
        return Whereabouts.HERE


def _on_posix(path: str) -> Whereabouts:
    kind, device, mounted = _mount_of(path)
    if mounted == "/":  # a system started from a stick has no other disk
        return Whereabouts.HERE
    if kind in _NETWORK:
        return Whereabouts.SHARE
    if mounted.startswith(_PLUGGED_IN_UNDER) or _is_plugged_in(device):
        return Whereabouts.STICK
    if not mounted and path.startswith("/Volumes/"):  # macOS lists no mounts there
        return Whereabouts.STICK
    return Whereabouts.HERE


def _mount_of(path: str) -> tuple[str, str, str]:
    """Return kind, device number and place of the file system that holds *path*."""
    best = ("", "", "")
    if not _MOUNTS.exists():
        return best
    for line in _MOUNTS.read_text("utf-8", "surrogateescape").splitlines():
        left, _dash, right = line.partition(" - ")
        fields, kind = left.split(" "), right.split(" ")[0]
        place = fields[4].encode("utf-8", "surrogateescape").decode("unicode_escape")
        place = place.encode("latin-1").decode("utf-8", "surrogateescape")
        inside = path == place or path.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= len(best[2]):
            best = (kind, fields[2], place)
    return best


def _is_plugged_in(device: str) -> bool:
    """Whether a block device hangs on USB or calls itself removable."""
    entry = _DEVICES / device
    if not device or not entry.exists():
        return False
    real = entry.resolve()
    if any(part.startswith("usb") for part in real.parts):
        return True
    for folder in (real, real.parent):  # a partition, and its disk
        flag, kind = folder / "removable", folder / "device" / "type"
        if flag.exists() and flag.read_text("ascii").strip() == "1":
            return True
        if kind.exists() and kind.read_text("ascii").strip() == "SD":
            return True
    return False


def _on_windows(path: Path) -> Whereabouts:  # pragma: no cover - not run here
    import ctypes

    anchor = path.absolute().anchor
    if anchor.startswith("\\\\"):
        return Whereabouts.SHARE
    kind = ctypes.windll.kernel32.GetDriveTypeW(anchor)  # type: ignore[attr-defined]
    if kind == _WINDOWS_REMOTE:
        return Whereabouts.SHARE
    return Whereabouts.STICK if kind == _WINDOWS_REMOVABLE else Whereabouts.HERE
