"""Timing in turns, so that a ratio holds when the machine's speed drifts."""

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Medians of two things measured in turns, in seconds, and their ratio."""

    name: str
    ours: float
    peer: float
    limit: float
    detail: str = ""

    @property
    def ratio(self) -> float:
        """How many times the peer's time (or size) ours is."""
        return self.ours / self.peer

    @property
    def kept(self) -> bool:
        """Whether the figure asked for is reached."""
        return self.ratio <= self.limit


@dataclass(frozen=True)
class Figure:
    """One figure with its limit; *unit* says what it is."""

    name: str
    value: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def kept(self) -> bool:
        """Whether the figure asked for is reached."""
        return self.value <= self.limit


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


def seconds(task: Callable[[], object]) -> float:
    """Return how long *task* takes, with the collector run before, not during."""
    gc.collect()
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def process(arguments: list[str], **options: object) -> tuple[float, float, str]:
    """Run a Python process; return wall seconds, peak MiB and what it printed."""
    script = (
        "import resource, subprocess, sys, time;"
        "begun = time.perf_counter();"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True);"
        "used = time.perf_counter() - begun;"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024;"
        "print(used, peak, done.returncode);"
        "print(done.stdout);"
        "sys.stderr.write(done.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        **options,
    )
    first, _, rest = done.stdout.partition("\n")
    used, peak, code = first.split()
    if code != "0":
        raise RuntimeError(f"{arguments}: exit code {code}: {done.stderr}")
    return float(used), float(peak), rest


def peak_memory() -> float:
    """Return this process's peak memory in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
