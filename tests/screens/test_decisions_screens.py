"""Decisions as they were looked at and agreed: orders, plan, form, then and now."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.collected import answers_of, collect, hand_in
from support.desk import Desk, desk
from support.golden import check_picture
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS

from spf_assess.consultation import Consultation
from spf_assess.consultation.renewing import renew
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Action, ActionStatus, Text

__all__ = ["desk"]
PLAN = (
    Action(
        "",
        "Cover workers in the informal economy",
        "Open a simplified register for own-account workers in all provinces",
        responsible="Ministry of Labour",
        begins_on="2027-03",
        ends_on="2028",
        status=ActionStatus.BEGUN,
        language="en",
        translated={
            "what": "Ouvrir un registre simplifié des travailleurs indépendants dans"
            " toutes les provinces",
            "responsible": "Ministère du Travail",
        },
        sections=("3e", "5c"),
        paragraphs=("14(b)",),
    ),
    Action(
        "",
        "Benefits in time",
        "Pay benefits within 30 days",
        responsible="National Social Security Fund",
        begins_on="2027-01-15",
        ends_on="2027-09-30",
        status=ActionStatus.DELAYED,
    ),
    Action("", "Data by sex", "Publish coverage by sex every year"),
    Action(
        "",
        "Costs known",
        "Cost a child benefit",
        responsible="Ministry of Finance",
        begins_on="2027-02",
        ends_on="2027-06",
        status=ActionStatus.DONE,
    ),
)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Iterator[Consultation]:
    made, _seats = collect(tmp_path)
    made.close_round()
    made.rank(GOVERNMENT, ("3e", "5c", "3h", "3m", "3a"))
    made.rank(EMPLOYERS, ("5c", "3m", "3n", "3h"))
    made.rank(WORKERS, ("3e", "3m", "5c", "3o", "3q", "3r"))
    for one in PLAN:
        made.decide(one)
    yield made
    desk.hub.close()


def view(desk: Desk, part: str, size: tuple[int, int] = (1366, 1000)) -> Any:
    desk.look_at(place_of("decisions"), size)
    found: Any = desk.page.view("decisions")
    found.go_to(part)
    desk.page.tabs.setFocus()
    desk.settle()
    return found


def test_a_group_ranks_and_the_orders_stand_side_by_side(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    desk.open(file)
    part = view(desk, "priorities", (1366, 1900)).priorities
    part.group._choose(EMPLOYERS.value)
    part.box.lines["3h"].dropped.emit()
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, "decisions-priorities-en", tmp_path)


def test_the_plan_with_its_calendar(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    desk.open(file)
    desk.speak(Words("fr"))
    view(desk, "actions", (1366, 768))
    check_picture(desk.window, "decisions-plan-fr", tmp_path)


def test_the_form_of_an_action_in_large_letters_and_with_a_fault(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    desk.open(file)
    desk.choose_look(theme="high_contrast", scale=1.5)
    part = view(desk, "actions", (1024, 1400)).planning
    part.open(file.actions()[0])
    part.editor.form.begins.field.setText("spring")
    part.editor.record.click()
    part.editor.scroller.verticalScrollBar().setValue(0)
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, "decisions-action-en-150", tmp_path)


def test_then_and_now_in_the_dark(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    file.close()
    made = renew(
        tmp_path / "next.spfa",
        file.path,
        title=Text.of(en="Coresia 2027", fr="Corésie 2027"),
    )
    seats = made.respondents()
    for number, seat in enumerate(seats):
        given = answers_of(made.questionnaire, seat, number + (seat is seats[-1]))
        if seat.constituency is WORKERS:
            given = answers_of(made.questionnaire, seats[0], 0)[:40]
        handed = hand_in(made, seat, given, tmp_path / f"next {number}.spfr")
        made.import_packet(handed.packet)
    first = made.earlier_actions()[0].before.id
    made.follow_up(first, ActionStatus.DONE, "Registers are open in all nine.")
    desk.open(made)
    desk.speak(Words("fr"))
    desk.choose_look(theme="dark")
    part = view(desk, "then", (1366, 1000)).then
    next(iter(part.earlier.folds.values())).open()
    desk.settle()
    below = part.earlier.mapTo(part.scroller.widget(), part.earlier.rect().topLeft())
    part.scroller.verticalScrollBar().setValue(below.y())
    desk.settle()
    check_picture(desk.window, "decisions-then-fr-dark", tmp_path)
