"""The power goes while a facilitator types: at most a second is lost (R-103)."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support.desk import Desk, desk
from support.plenary import WORKERS, Plenary
from support.typist import typed

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.model import Decision

__all__ = ["desk"]
SCRIBBLER = Path(__file__).parent.parent / "support" / "scribbler.py"
ITEM, LETTERS = "3a.1", 120


def kill_while_typing(file: Path) -> tuple[int, int]:
    """Return how many letters were typed, and how many more than a second before."""
    command = [sys.executable, str(SCRIBBLER), str(file), ITEM, WORKERS.value]
    struck: list[tuple[int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            count, at = line.split()
            struck.append((int(count), float(at)))
            if len(struck) >= LETTERS:
                process.kill()
                break
        killed_at = time.monotonic()
    sure = max((count for count, at in struck if at < killed_at - 1), default=0)
    return struck[-1][0], sure


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reservation_typed_and_not_recorded_is_there_after_a_kill(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    plenary = Plenary(tmp_path)
    plenary.second_round(ITEM)
    plenary.close()
    count, sure = kill_while_typing(plenary.offices.file)
    assert sure > 0
    desk.speak(type(desk.hub.words)(language))
    desk.open(plenary.offices.open())
    desk.look_at(place_of("discussion"))
    view: Any = desk.page.view("discussion")
    view.topics.go_to(ITEM)
    card = view.panel.stance
    card.choose(WORKERS)
    found = card.reservation.text
    assert typed(count + 1).startswith(found)
    assert len(found) >= len(typed(sure).rstrip())
    assert card.decision.selected == Decision.KEEP.value
    told = {"en": "Not recorded yet.", "fr": "Pas encore consigné."}[language]
    assert card.said == told
    assert desk.hub.consultation is not None
    assert desk.hub.consultation.stances() == (), "nobody recorded it"
