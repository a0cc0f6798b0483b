"""Sections without a headline question: reachable, counted, told in words."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from support.collected import E, G, W, collect
from support.desk import Desk, desk, said

from spf_assess.analysis import compute
from spf_assess.desktop.models.positions import (
    FIGURES,
    Column,
    PositionsModel,
    Shown,
)
from spf_assess.desktop.pages.facilitator import POSITIONS
from spf_assess.desktop.pages.positions import PositionsView
from spf_assess.desktop.pages.positions_stack import result_text
from spf_assess.i18n import Words
from spf_assess.model import (
    LAW,
    Answer,
    Constituency,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
    Results,
    Selection,
)
from spf_assess.questionnaire import load_questionnaire

__all__ = ["desk"]
QUESTIONNAIRE = load_questionnaire()
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
COMMENT = "Le régime n'a pas de « plan » – <b>aucun</b>."


def response(bench: Constituency, **levels: int) -> Response:
    """Return a bench's agreed answers: a level for all parts of an item."""
    answers = {
        (found := QUESTIONNAIRE.item(name.replace("_", "."))).id: Answer(
            found.id,
            {part.name: PartAnswer(level) for part in found.parts},
            comment=COMMENT if bench is W else "",
        )
        for name, level in levels.items()
    }
    who = Respondent(bench.value, bench, RespondentKind.BENCH)
    return Response(who, 1, answers)


@pytest.fixture(scope="module")
def results() -> Results:
    """All agree on 1b.1 and diverge on 4.1, of which only practice is rated."""
    answers = {"3a_1": 3, "1b_1": 3}
    found = (
        response(G, **answers, **{"4_1": 4}),
        response(E, **answers, **{"4_1": 4}),
        response(W, **answers, **{"4_1": 1}),
    )
    return compute(QUESTIONNAIRE, Selection(), found)


@pytest.fixture
def model(results: Results) -> PositionsModel:
    shown = PositionsModel(Words("en"))
    shown.show_results(QUESTIONNAIRE, results)
    return shown


def cell(model: PositionsModel, section: str, column: Column, role: int = 0) -> str:
    return str(model.data(model.index(model.row_of(section), column), role))


def test_they_stand_after_the_22_in_the_order_of_the_recommendation(
    model: PositionsModel,
) -> None:
    shown = [model.row(row).section.id for row in range(22, model.rowCount())]
    assert shown == ["p1", "p7", "p9", "p10", "p11", "p13", "p19"]
    assert model.headlines == 22


def test_a_row_has_reference_name_and_how_many_questions_diverge(
    model: PositionsModel,
) -> None:
    assert cell(model, "p1", Column.REFERENCE) == "1, 2, 4, 6"
    assert cell(model, "p1", Column.SECTION) == "Objectives and scope"
    assert cell(model, "p1", Column.STRIP) == "no headline question"
    assert cell(model, "p1", Column.OTHERS) == "1 of 2"
    assert cell(model, "p9", Column.OTHERS) == "n/c"
    for column in (*FIGURES, Column.RANGE, Column.RESULT, Column.PATTERN):
        assert cell(model, "p1", column) == ""


def test_a_row_is_heard_as_a_sentence_and_every_cell_says_something(
    model: PositionsModel,
) -> None:
    assert cell(model, "p1", Column.SECTION, SPOKEN) == (
        "1, 2, 4, 6 Objectives and scope, practice: no headline question;"
        " questions that diverge: 1 of 2"
    )
    for column in Column:
        assert cell(model, "p9", column, SPOKEN)
    model.speak(Words("fr"))
    spoken = cell(model, "p1", Column.STACK, SPOKEN)
    assert "pas de question principale" in spoken
    assert "questions divergentes\u00a0: 1\u00a0sur\u00a02" in spoken


@pytest.mark.parametrize(
    ("shown", "passes"),
    [
        (Shown.DIVERGENCE, (True, False)),
        (Shown.VERDICTS, (True, False)),
        (Shown.NOT_COMPARED, (True, True)),
    ],
)
def test_filters_pass_what_any_question_passes_in_the_dimension_shown(
    model: PositionsModel, shown: Shown, passes: tuple[bool, bool]
) -> None:
    practice, law = passes
    model.sift(shown, "")
    assert (model.row_of("p1") >= 0) is practice
    assert model.count(shown) == model.rowCount()
    model.choose(LAW)
    assert (model.row_of("p1") >= 0) is law
    assert model.count(shown) == model.rowCount()


def test_verdicts_differ_where_they_do_on_any_question(model: PositionsModel) -> None:
    assert cell(model, "p1", Column.VERDICTS) == "differ"
    assert cell(model, "p9", Column.VERDICTS) == ""


def test_a_section_is_found_by_the_words_of_its_questions(
    model: PositionsModel,
) -> None:
    model.sift(Shown.ALL, QUESTIONNAIRE.item("4.1").short["en"])
    assert model.row_of("p1") >= 0


def test_as_a_paragraph_a_row_tells_the_same(model: PositionsModel) -> None:
    row = model.row(model.row_of("p1"))
    told = result_text(row, Words("en"))
    assert told == "no headline question · questions that diverge: 1 of 2"


@pytest.fixture
def view(desk: Desk, tmp_path: Path, results: Results) -> Iterator[PositionsView]:
    consultation, _seats = collect(tmp_path)
    responses = tuple(
        response(bench, **{"4_1": level}) for bench, level in ((G, 4), (E, 4), (W, 1))
    )
    with (
        patch.object(type(consultation), "results", lambda *_: results),
        patch.object(type(consultation), "responses", lambda *_: responses),
    ):
        page = desk.open(consultation)
        desk.look_at(POSITIONS)
        yield page.positions


def test_its_questions_and_the_groups_words_stand_beside_it(
    desk: Desk, view: PositionsView
) -> None:
    view.table.go_to(view.model.row_of("p1"))
    desk.settle()
    told = said(view.details)
    assert "Paragraphs 1, 2, 4 and 6 · Objectives and scope" in told
    assert "no headline question · questions that diverge: 1 of 2" in told
    assert "4.1" in told
    assert "R 3" in told
    assert told.count(COMMENT) == 1
    assert "Joint level" not in told


def test_where_nothing_is_compared_in_a_dimension_it_is_said(
    desk: Desk, view: PositionsView
) -> None:
    view.table.go_to(view.model.row_of("p9"))
    desk.settle()
    view._choose(LAW)
    desk.settle()
    assert view.model.row(view.table.currentIndex().row()).section.id == "p9"
    assert "No question is compared in this dimension." in said(view.details)


@pytest.mark.parametrize("size", [(1366, 768), (700, 768)])
def test_every_row_can_be_drawn_as_cells_and_as_a_paragraph(
    desk: Desk, view: PositionsView, size: tuple[int, int]
) -> None:
    desk.look_at(POSITIONS, size)
    for row in range(view.model.rowCount()):
        view.table.go_to(row)
        desk.settle()
        assert not view.table.visualRect(view.table.currentIndex()).isEmpty()
    assert not view.window().grab().isNull()


def test_help_with_the_headline_opens_and_stays_open_from_row_to_row(
    desk: Desk, view: PositionsView
) -> None:
    why = QUESTIONNAIRE.item("3a.1").guidance.why
    assert why["en"] not in said(view.details)
    view.details.content.help.open()
    desk.settle()
    assert why["en"] in said(view.details)
    desk.speak(Words("fr"))
    assert why["fr"] in said(view.details)
    view.table.go_to(1)
    desk.settle()
    assert QUESTIONNAIRE.item("3b.0").guidance.why["fr"] in said(view.details)
    view.details.content.help.open(show=False)
    view.table.go_to(0)
    desk.settle()
    assert why["fr"] not in said(view.details)
