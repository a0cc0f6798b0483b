"""What some members of a group hold against its answer stands with the answer."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.desk import Desk, desk, said
from support.offices import rated
from support.plenary import WORKERS, Plenary

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words

__all__ = ["desk"]
ITEM, NOTE = "3a.1", "Some of us have never seen a payment."


def with_note(folder: Path, *, consent: bool) -> Plenary:
    """The workers hand in again, with a note of their minority."""
    made = Plenary(folder)
    own = made._benches[WORKERS]
    own.update_respondent(dataclasses.replace(own.me(), consent_quoted=consent))
    made.answer(WORKERS, rated(ITEM, 1, 1, comment="Agreed by us.", minority=NOTE))
    made.file.close_round()
    made.file.reveal(ITEM)
    return made


@pytest.fixture(params=[True, False])
def consent(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def plenary(tmp_path: Path, consent: bool) -> Iterator[Plenary]:  # noqa: FBT001
    made = with_note(tmp_path, consent=consent)
    yield made
    made.close()


def test_a_minority_note_stands_after_the_comment_with_consent_alone(
    desk: Desk,
    plenary: Plenary,
    consent: bool,  # noqa: FBT001 - a fixture
) -> None:
    desk.open(plenary.file)
    for tab in ("positions", "discussion"):
        desk.look_at(place_of(tab))
        view: Any = desk.page.view(tab)
        if tab == "positions":
            view.table.go_to(view.model.row_of("3a"))
        else:
            view.topics.go_to(ITEM)
        desk.settle()
        told = said(view)
        assert "Agreed by us." in told
        assert (NOTE in told) is consent
        assert ("Minority note" in told) is consent
    assert desk.hub.consultation is not None
    answers = desk.hub.consultation.responses()
    kept = [one.answers[ITEM].minority for one in answers]
    assert NOTE in kept, "it is kept with the answer in any case"
    desk.speak(Words("fr"))
    assert ("Note minoritaire" in said(desk.page.view("discussion"))) is consent
    desk.hub.close()
