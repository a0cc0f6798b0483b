"""Figures, and timing in turns: a ratio holds when the machine's speed drifts."""

import ctypes
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


@dataclass(frozen=True)
class Figure:
    """One figure: ours, and with a *peer* the ratio is what counts.

    Attributes:
        ours, peer: in *unit*.
        asked: the most that ``value`` may be.
    """

    name: str
    ours: float
    asked: float
    unit: str
    peer: float | None = None
    detail: str = ""

    @property
    def value(self) -> float:
        """What is held against what was asked for."""
        return self.ours if self.peer is None else self.ours / self.peer

    @property
    def kept(self) -> bool:
        """Whether the figure asked for is reached."""
        return self.value <= self.asked

    def plain(self) -> dict[str, object]:
        """Return everything for a JSON file."""
        return {**asdict(self), "value": self.value, "kept": self.kept}


@dataclass(frozen=True)
class Spent:
    """What a process and all its descendants took."""

    wall: float
    cpu: float
    mib: float


def tell(figures: Sequence[Figure]) -> None:
    """Print figures as JSON, for ``run.py`` and for people."""
    print(json.dumps([one.plain() for one in figures], indent=1))  # noqa: T201


def in_turns(
    ours: Callable[[], object], peer: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Return the median seconds of both, run in turns after one warm-up each."""
    ours()
    peer()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds)]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(one for _, one in pairs),
    )


def processes_in_turns(
    tasks: Mapping[str, Callable[[], Spent]], rounds: int
) -> dict[str, Spent]:
    """Return medians of whole processes run in turns after one warm-up each."""
    found: dict[str, list[Spent]] = {name: [] for name in tasks}
    for turn in range(rounds + 1):
        for name, task in tasks.items():
            spent = task()
            if turn:
                found[name].append(spent)
    return {
        name: Spent(
            statistics.median(one.wall for one in each),
            statistics.median(one.cpu for one in each),
            statistics.median(one.mib for one in each),
        )
        for name, each in found.items()
    }


def seconds(task: Callable[[], object]) -> float:
    """Return how long *task* takes, with the collector run before, not during."""
    gc.collect()
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def process(
    command: Sequence[str | Path],
    *,
    given: str = "",
    environment: Mapping[str, str] | None = None,
) -> Spent:
    """Run a process to its end, and to that of all that it leaves behind.

    Computing time counts orphans too, which a browser leaves: a process between us
    adopts them.

    Raises:
        RuntimeError: the exit code is not 0.
    """
    done = subprocess.run(
        [sys.executable, __file__, *map(str, command)],
        input=given,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
    )
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}: {done.stderr}")
    return Spent(*map(float, done.stdout.splitlines()[-1].split()))


def _run_and_adopt(command: list[str]) -> int:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    given = sys.stdin.buffer.read()
    begun = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, bufsize=0
    )
    with child.stdin as pipe:  # it stays open: its end would tell the child to stop
        if given:
            pipe.write(given)
        code = child.wait()
    wall = time.perf_counter() - begun
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(wall, cpu, used.ru_maxrss / 1024)  # noqa: T201
    return code


def machine() -> str:
    """Return what kind of machine this is, and how busy."""
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()},"
        f" Python {platform.python_version()}, load {load:.1f}"
    )


if __name__ == "__main__":
    sys.exit(_run_and_adopt(sys.argv[1:]))
