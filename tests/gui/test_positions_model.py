"""The table of positions says the results, and nothing but the results."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from support.collected import COMMENTS, E, G, W, collect

from spf_assess.consultation import Consultation
from spf_assess.desktop.models.positions import FIGURES, Column, PositionsModel, Shown
from spf_assess.desktop.models.positions_quotes import quotes
from spf_assess.i18n import Words, level_text, no_answer_mark, outcome_name
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Constituency,
    NoAnswer,
    Results,
)

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture(scope="module")
def consultation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Consultation]:
    made, _seats = collect(tmp_path_factory.mktemp("positions"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def results(consultation: Consultation) -> Results:
    return consultation.results()


@pytest.fixture
def model(consultation: Consultation, results: Results) -> PositionsModel:
    shown = PositionsModel(Words("en"))
    shown.show_results(consultation.questionnaire, results)
    return shown


def cell(model: PositionsModel, section: str, column: Column, role: int = 0) -> str:
    index = model.index(model.row_of(section), column)
    return str(model.data(index, role))


@pytest.mark.parametrize("dimension", [LAW, PRACTICE])
def test_every_number_in_the_table_is_the_number_in_the_results(
    model: PositionsModel, results: Results, dimension: str
) -> None:
    words = Words("en")
    model.choose(dimension)
    assert len(results.sections) == 22
    assert model.rowCount() == len(results.sections) + len(results.paragraphs)
    for result in results.sections:
        comparison = result.law if dimension == LAW else result.practice
        for column, bench in zip(FIGURES, BENCHES, strict=True):
            position = comparison.position(bench)
            shown = cell(model, result.section, column)
            if position.level is None:
                assert shown == no_answer_mark(words, position.no_answer)
            else:
                star = "*" if position.unsupported else ""
                assert shown == level_text(position.level) + star
        expected = "n/c" if comparison.range is None else level_text(comparison.range)
        assert cell(model, result.section, Column.RANGE) == expected
        assert cell(model, result.section, Column.RESULT) == outcome_name(
            words, comparison.outcome
        )
        verdict = "differ" if comparison.verdicts_differ else ""
        assert cell(model, result.section, Column.VERDICTS) == verdict


def test_a_half_is_written_as_a_half(model: PositionsModel) -> None:
    assert cell(model, "3g", Column.SECOND) == "2½"


def test_a_level_without_evidence_carries_an_asterisk_and_says_why(
    model: PositionsModel,
) -> None:
    assert cell(model, "3b", Column.FIRST) == "3*"
    assert cell(model, "3b", Column.FIRST, SPOKEN) == (
        "Government: 3, Moderate, asterisk: no evidence beyond a statement"
    )


def test_a_no_answer_is_a_sign_to_the_eye_and_words_to_the_ear(
    model: PositionsModel,
) -> None:
    assert cell(model, "3k", Column.THIRD) == "?"
    assert cell(model, "3k", Column.THIRD, SPOKEN) == "Workers: Don't know"
    assert cell(model, "5b", Column.THIRD, SPOKEN) == "Workers: Prefers not to answer"


def test_what_the_strip_draws_is_said_in_one_sentence(model: PositionsModel) -> None:
    assert cell(model, "3e", Column.STRIP, SPOKEN) == (
        "3(e) Social inclusion, practice: Government: 3, Moderate; Employers: 2,"
        " Emerging; Workers: 1, Latent; range 2; divergence; all differ; verdicts"
        " differ; no other question compared"
    )


def test_the_same_sentence_in_french_keeps_its_typography(
    model: PositionsModel,
) -> None:
    model.speak(Words("fr"))
    spoken = cell(model, "3e", Column.STRIP, SPOKEN)
    assert spoken.startswith(
        "3\u00a0e) Inclusion sociale, pratique\u00a0: Gouvernement"
    )
    assert "Employeurs\u00a0: 2, Émergent" in spoken


def test_every_cell_says_something(model: PositionsModel) -> None:
    for row in range(model.rowCount()):
        for column in Column:
            assert model.data(model.index(row, column), SPOKEN)


def test_each_filter_counts_what_it_shows(model: PositionsModel) -> None:
    for shown in Shown:
        promised = model.count(shown)
        model.sift(shown, "")
        assert model.rowCount() == promised
    model.sift(Shown.DIVERGENCE, "")
    for row in map(model.row, range(model.rowCount())):
        assert row.diverges or (row.tally is not None and row.tally.diverging)


def test_the_counts_do_not_depend_on_what_is_sought(model: PositionsModel) -> None:
    before = model.count(Shown.ALL)
    model.sift(Shown.ALL, "informal")
    assert model.rowCount() < before == model.count(Shown.ALL)


@pytest.mark.parametrize("sought", ["3(e)", "SOCIAL INCLUSION", "informal economy"])
def test_a_section_is_found_by_reference_name_or_question(
    model: PositionsModel, sought: str
) -> None:
    model.sift(Shown.ALL, sought)
    assert model.row_of("3e") >= 0


def test_another_order_moves_the_columns_and_not_the_levels(
    model: PositionsModel,
) -> None:
    model.arrange((W, G, E))
    assert cell(model, "3j", Column.FIRST, SPOKEN).startswith("Workers: 2")
    assert cell(model, "3j", Column.SECOND, SPOKEN).startswith("Government: 4")
    head = model.headerData(Column.FIRST, Qt.Orientation.Horizontal, SPOKEN)
    assert head == "Workers"


def test_the_last_principle_ends_its_group(model: PositionsModel) -> None:
    ends = [model.row(row).section.id for row in range(22) if model.row(row).ends_group]
    assert ends == ["3r", "5d"]


def test_a_table_has_no_rows_below_a_cell(model: PositionsModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def quoted(consultation: Consultation, bench: Constituency) -> list[str]:
    return [one.text for one in quotes(consultation.responses(), bench, "3e.1")]


def test_a_group_is_quoted_and_a_person_only_with_consent(
    consultation: Consultation,
) -> None:
    assert quoted(consultation, G) == [COMMENTS[G]]
    assert quoted(consultation, W) == [COMMENTS[W]]
    assert quoted(consultation, E) == []


def test_nothing_said_is_not_a_blank_quote(consultation: Consultation) -> None:
    assert quotes(consultation.responses(), G, "3a.1") == ()


def test_the_signs_of_no_answers_are_all_different() -> None:
    words = Words("en")
    assert len({no_answer_mark(words, kind) for kind in NoAnswer}) == len(NoAnswer)
