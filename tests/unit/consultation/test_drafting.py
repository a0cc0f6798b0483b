"""The draft of the assessment matrix in words, and taking it over in a file."""

import pytest

from spf_assess.consultation import Consultation
from spf_assess.consultation.drafting import draft, take_over
from spf_assess.i18n import Words
from spf_assess.model import (
    COMMENT_LIMIT,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    PartAnswer,
)
from spf_assess.questionnaire import load_questionnaire

QUESTIONNAIRE = load_questionnaire()
MATRIX = QUESTIONNAIRE.item("abnd.5b")
ACT = Evidence(EvidenceKind.LAW, Grade.B, "Children's Act", "art. 4", "2019")


def drafted(*answers, language="en"):
    return draft(
        QUESTIONNAIRE,
        MATRIX,
        tuple(QUESTIONNAIRE.items()),
        {answer.item: answer for answer in answers},
        Words(language),
    )


def rated(law, practice, **more):
    parts = {"law": PartAnswer(law), "practice": PartAnswer(practice)}
    return Answer("5b.1", parts, **more)


def level(number, part, language):
    item = QUESTIONNAIRE.item("5b.1")
    return item.part(part).levels[number - 1][language]


def test_levels_are_said_in_words_with_what_they_mean_here():
    found = drafted(rated(3, 1))
    assert found["exists"] == (
        "Basic income security for children, in law: level 3, Moderate. "
        + level(3, "law", "en")
    )
    assert found["implementation_issues"] == (
        "Basic income security for children, in practice: level 1, Latent. "
        + level(1, "practice", "en")
    )


def test_a_draft_is_in_one_language_throughout():
    found = drafted(rated(3, 1), language="fr")
    assert found["exists"] == (
        "Sécurité élémentaire de revenu des enfants, en droit\u00a0: niveau 3,"
        " Intermédiaire. " + level(3, "law", "fr")
    )


def test_of_several_ratings_each_is_named_by_itself():
    found = drafted(Answer("5b.2", {"education": PartAnswer(4)}))
    assert found["exists"].startswith("Education: level 4, Advanced. ")


def test_figures_are_told_with_their_unit_year_and_source():
    figure = Figure(women="40.5", total="41", year="2024", source="Register")
    answer = Answer("5b.3", {"value": PartAnswer(figure)})
    english, french = (
        drafted(answer)["exists"],
        drafted(answer, language="fr")["exists"],
    )
    assert english.startswith("Children covered by a benefit: women 40.5, total 41 (")
    assert english.endswith("); Register, 2024")
    assert "femmes 40,5, total 41" in french


def test_options_chosen_and_words_are_told_as_they_are():
    chosen = Answer("5b.4", {"value": PartAnswer(("unregistered", "migrant"))})
    labels = {one.name: one.label["en"] for one in QUESTIONNAIRE.item("5b.4").choices}
    assert drafted(chosen)["design_gaps"] == (
        f"Children left out: {labels['unregistered']}, {labels['migrant']}"
    )
    found = drafted(rated(4, 4, comment="Payé « à temps »\n– partout"))
    assert "Payé « à temps »\n– partout" in found["exists"]


def test_sources_share_the_last_line():
    register = Evidence(EvidenceKind.EXPERIENCE, Grade.D, who="12 members")
    found = drafted(rated(4, 4, evidence=(ACT, register), comment="Kept."))
    assert found["exists"].splitlines()[-1] == (
        "Sources: Children's Act, art. 4 (2019); 12 members"
    )


def test_a_draft_ends_at_the_end_of_a_line_before_it_is_too_long():
    found = drafted(
        rated(1, 1, comment="x" * (COMMENT_LIMIT - 10)),
        Answer("5b.2", {"education": PartAnswer(4)}),
    )
    assert found["exists"] == "x" * (COMMENT_LIMIT - 10)


def test_nothing_answered_is_nothing_drafted():
    assert drafted() == {}


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.spfa"
    with Consultation.alone(path, constituency=Constituency.WORKERS) as consultation:
        yield consultation


def test_all_four_matrices_are_filled_once_and_step_by_step(mine):
    me = mine.me().id
    for section in "5a", "5b":
        answer = rated(3, 4)
        mine.answer(me, Answer(f"{section}.1", answer.parts))
    mine.answer(me, Answer("abnd.5a", {"exists": PartAnswer("Ours")}))
    assert take_over(mine, Words("en")) == 1
    assert mine.response(me).answers["abnd.5a"].part("exists").value == "Ours"
    assert "Moderate" in str(mine.response(me).answers["abnd.5b"].part("exists").value)
    assert take_over(mine, Words("en")) == 0
    mine.undo(me)
    assert "abnd.5b" not in mine.response(me).answers


def test_observers_have_no_matrix_to_fill(tmp_path):
    path = tmp_path / "observer.spfa"
    with Consultation.alone(path, constituency=Constituency.OBSERVERS) as mine:
        assert take_over(mine, Words("en")) == 0
