"""The power goes while someone types: all but the last second is there (R-103)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.typist import typed

from spf_assess.consultation import Consultation
from spf_assess.model import Constituency

TYPIST = Path(__file__).parent.parent / "support" / "typist.py"
LETTERS = (45, 90, 160)


def kill_after(file: Path, letters: int) -> tuple[list[tuple[int, float]], float]:
    """Let someone type and kill the program; return what was typed when, and when."""
    command = [sys.executable, str(TYPIST), str(file)]
    struck: list[tuple[int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            count, at = line.split()
            struck.append((int(count), float(at)))
            if len(struck) >= letters:
                process.kill()
                break
        killed_at = time.monotonic()
        for line in process.stdout:  # what was said before the kill arrived
            parts = line.split()
            if len(parts) == 2:
                struck.append((int(parts[0]), float(parts[1])))
    return struck, killed_at


@pytest.mark.parametrize("letters", LETTERS)
def test_all_but_the_last_second_is_there_after_a_kill(tmp_path, letters):
    file = tmp_path / "réponses.spfa"
    Consultation.alone(file, constituency=Constituency.WORKERS).close()
    struck, killed_at = kill_after(file, letters)
    with Consultation.open(file) as mine:
        assert not mine.damaged
        answer = mine.response(mine.me().id).answers.get("3a.1")
    found = "" if answer is None else answer.comment
    everything = typed(struck[-1][0] + 1)
    assert everything.startswith(found)
    sure = max((count for count, at in struck if at < killed_at - 1), default=0)
    assert len(found) >= len(typed(sure).rstrip())


def test_the_typist_types_long_enough_for_the_second_to_matter(tmp_path):
    file = tmp_path / "réponses.spfa"
    Consultation.alone(file, constituency=Constituency.WORKERS).close()
    struck, killed_at = kill_after(file, LETTERS[-1])
    assert killed_at - struck[0][1] > 1.5
    with Consultation.open(file) as mine:
        comment = mine.response(mine.me().id).answers["3a.1"].comment
    assert comment
    assert len(comment) < struck[-1][0]
