"""Killing the saver at chosen calls, and judging what it leaves behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support.offices import Offices, rated
from support.saver import ITEMS, comment

from spf_assess.model import Problem

SAVER = Path(__file__).with_name("saver.py")
STRACE = shutil.which("strace")


def run(
    arguments, *, environment=None, call="", when=0, effect="signal=KILL"
) -> list[str]:
    """Run the saver, killed at the *when*-th *call* if one is given; return its words.

    strace stops the process as it enters the call, so that the call itself is not made.
    Another *effect* is ``error=ENOSPC``: that one call fails.
    """
    command = [sys.executable, str(SAVER), *map(str, arguments)]
    if call:
        inject = f"inject={call}:{effect}:when={when}"
        command = [STRACE, "-f", "-qq", "-o", "/dev/null", "-e", inject, *command]
    done = subprocess.run(
        command,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.split()


def kill_after(arguments, acknowledged: int) -> list[str]:
    """Run the saver and kill it as soon as that many saves were acknowledged."""
    command = [sys.executable, str(SAVER), *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        words = []
        for line in process.stdout:
            words.append(line.strip())
            if len(words) > acknowledged:
                process.kill()
                break
        words += process.stdout.read().split()
    return words


def fault_after_kill(offices: Offices, file: Path, words: list[str]) -> str:
    """Return what is wrong with the file after the kill, empty when all is well."""
    saved = [int(word) for word in words if word.isdigit()]
    try:
        opened = offices.open(file)
    except Problem as problem:
        return f"not opened: {problem}"
    with opened:
        if opened.damaged:
            return f"damaged: {[str(one) for one in opened.damaged]}"
        return _missing(opened, saved)


def _missing(opened, saved: list[int]) -> str:
    """Every acknowledged answer is there; at most the one under way came on top."""
    me = opened.me().id
    answers = opened.response(me).answers
    last = saved[-1] if saved else -1
    for reached in (last, last + 1):
        wanted = {
            ITEMS[number % len(ITEMS)]: rated(
                ITEMS[number % len(ITEMS)], 1 + number % 4, comment=comment(number)
            )
            for number in range(reached + 1)
        }
        if answers == wanted:
            return _unusable(opened, me, has_answers=bool(wanted))
    return f"acknowledged up to {last}, found {sorted(answers)}"


def _unusable(opened, me: str, *, has_answers: bool) -> str:
    opened.answer(me, rated("5a.1", 1, comment="after the kill"))
    if opened.undo(me) is None:
        return "no undo after the kill"
    if has_answers and opened.undo(me) is None:
        return "the history before the kill is lost"
    return ""
