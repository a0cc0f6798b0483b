"""The plan of actions by itself, and the blank matrix for the wall: sheets that lie."""

from dataclasses import replace

import pypdfium2
import pytest
from support.coresia_results import EMPLOYERS, GOVERNMENT, WORKERS, coresia

from spf_assess.model import Action, Edition, PaperSize, Problem, ReportOptions
from spf_assess.report import render_report
from spf_assess.report.actions import actions_context
from spf_assess.report.desk import Desk
from spf_assess.report.room import room_context

PLAN, WALL = (
    ReportOptions("en", edition) for edition in (Edition.ACTIONS, Edition.MATRIX)
)
SIZES = {PaperSize.A4: (842, 595), PaperSize.LETTER: (792, 612)}


def action(number, objective, sections=("3e",)):
    return Action(
        id=f"{number:016x}",
        objective=objective,
        what=f"Step {number}.",
        sequence=number,
        sections=sections,
        begins_on="2027-03",
        ends_on="2028",
        agreed_by=(GOVERNMENT, EMPLOYERS, WORKERS),
    )


def planned(**change):
    actions = (
        action(1, "All are covered."),
        action(2, "Complaints are heard.", ("5c",)),
        action(3, "All are covered.", ("5c", "3a")),
    )
    return replace(coresia(), actions=actions, **change)


def sizes(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [tuple(map(round, page.get_size())) for page in pdf]


def test_the_picture_of_the_plan_has_a_caption_with_its_numbers():
    context = actions_context(Desk.lay(planned(), "fr"), PLAN)
    (picture,) = context["figures"]
    assert picture["text"] == "3 actions dans le temps, de 2027 à 2028"


def test_actions_stand_under_what_they_are_for():
    found = actions_context(Desk.lay(planned(), "en"), PLAN)["objectives"]
    assert [one["objective"]["text"] for one in found] == [
        "All are covered.",
        "Complaints are heard.",
    ]
    assert [one["number"] for one in found[0]["actions"]] == [1, 3]


def test_a_plan_of_some_sections_holds_the_actions_that_touch_them():
    wanted = replace(PLAN, sections=("3a",))
    found = actions_context(Desk.lay(planned(), "en"), wanted)["plan"]["actions"]
    assert [one["what"]["text"] for one in found] == ["Step 3."]


def test_a_plan_without_actions_says_so(tmp_path, text_of):
    out = tmp_path / "plan.pdf"
    render_report(coresia(()), PLAN, out)
    said = " ".join(text_of(out).split())
    assert "No action was recorded." in said
    assert said.count("handed in no answer. Nothing here speaks for it.") == 3


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("wanted", [PLAN, WALL], ids=["plan", "wall"])
def test_the_sheets_lie_on_either_paper(tmp_path, paper, wanted):
    out = tmp_path / "sheet.pdf"
    render_report(planned(), replace(wanted, paper=paper), out)
    assert set(sizes(out)) == {SIZES[paper]}


@pytest.mark.parametrize("language", ["en", "fr", "both"])
def test_the_wall_has_one_sheet_for_each_guarantee(tmp_path, language, pages_of):
    out = tmp_path / "wall.pdf"
    render_report(coresia(()), replace(WALL, language=language), out)
    pages = pages_of(out)
    assert len(pages) == 4
    for page, letter in zip(pages, "abcd", strict=True):
        assert f"5({letter})" in page or f"5 {letter})" in page


def test_the_wall_holds_nobodys_answer():
    filled, empty = (
        room_context(Desk.lay(given, "en"), WALL) for given in (coresia(), coresia(()))
    )
    assert filled["sheets"] == empty["sheets"]


def test_the_wall_of_one_guarantee_and_of_none():
    found = room_context(Desk.lay(coresia(), "en"), replace(WALL, sections=("5b",)))
    assert [one["reference"] for one in found["sheets"]] == ["5(b)"]
    with pytest.raises(Problem) as refused:
        room_context(Desk.lay(coresia(), "en"), replace(WALL, sections=("3a",)))
    assert refused.value.code == "R-110"
