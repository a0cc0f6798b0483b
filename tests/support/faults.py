"""A disk that fails at a chosen call."""

import errno
import os
import tempfile
from pathlib import Path

CALLS = (
    "mkstemp",
    "write",
    "fsync",
    "read",
    "replace",
    "open folder",
    "fsync folder",
)


class FailingDisk:
    """Makes the *at*-th call that writes a file fail, and remembers every call.

    Use with pytest's monkeypatch. ``calls`` lists what was called, in order; with
    ``at`` None nothing fails and the list shows how many calls there are to fail.
    """

    def __init__(self, monkeypatch, at: int | None = None, number: int = errno.EIO):
        self.calls: list[str] = []
        self._at = at
        self._number = number
        self._folders: set[int] = set()
        self._wrap_functions(monkeypatch)

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if self._at is not None and len(self.calls) == self._at + 1:
            raise OSError(self._number, os.strerror(self._number))

    def _wrap_functions(self, monkeypatch) -> None:
        real_open, real_fsync = os.open, os.fsync

        def failing_open(path, flags, *rest, **more):
            if Path(path).is_dir():
                self._called("open folder")
                handle = real_open(path, flags, *rest, **more)
                self._folders.add(handle)
                return handle
            return real_open(path, flags, *rest, **more)

        def failing_fsync(handle):
            folder = handle in self._folders
            self._folders.discard(handle)
            self._called("fsync folder" if folder else "fsync")
            real_fsync(handle)

        real_fdopen = os.fdopen
        monkeypatch.setattr(os, "open", failing_open)
        monkeypatch.setattr(os, "fsync", failing_fsync)
        monkeypatch.setattr(
            os, "fdopen", lambda *all_: _FailingStream(real_fdopen(*all_), self._called)
        )
        self._before(monkeypatch, tempfile, "mkstemp", "mkstemp")
        self._before(monkeypatch, Path, "read_bytes", "read")
        self._before(monkeypatch, Path, "replace", "replace")

    def _before(self, monkeypatch, owner, attribute: str, name: str) -> None:
        real = getattr(owner, attribute)

        def failing(*all_, **more):
            self._called(name)
            return real(*all_, **more)

        monkeypatch.setattr(owner, attribute, failing)


class _FailingStream:
    """Half of what is written arrives before the failure, as on a full disk."""

    def __init__(self, stream, called):
        self._stream = stream
        self._called = called

    def write(self, data):
        self._stream.write(data[: len(data) // 2])
        self._called("write")
        return self._stream.write(data[len(data) // 2 :])

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self._stream.close()
