"""The answering pages as they were seen, held against the targets, and agreed on."""

import pytest
from support.answering import seat
from support.golden import check_picture

from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    NoAnswer,
    PartAnswer,
    RespondentKind,
)

__all__ = ["seat"]

ACT = Evidence(EvidenceKind.LAW, Grade.B, "Social Security Act", "art. 14", "2019")
REPORT = Evidence(EvidenceKind.DOCUMENT, Grade.A, "Annual report", "p. 12", "2024")


def rating(item, law, practice, **more):
    parts = {"law": PartAnswer(law), "practice": PartAnswer(practice)}
    return Answer(item, parts=parts, **more)


def fill(seat) -> None:
    """Answer a third of the questions, as someone might half-way through."""
    open_ = seat.hub.consultation
    me = open_.me().constituency
    rated = [item for item in open_.questionnaire.items() if item.kind.rated]
    for place, item in enumerate(rated):
        if me in item.asked_of and item.section in ("3a", "3b", "3c", "3d", "3i"):
            parts = {
                part.name: PartAnswer(1 + (place + at) % 4)
                for at, part in enumerate(item.parts)
            }
            sources = (REPORT,) if place % 3 else ()
            seat.hub.answer(Answer(item.id, parts=parts, evidence=sources))
    not_known = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    seat.hub.answer(Answer("3d.3", parts={"practice": not_known}))
    seat.hub.answer(Answer("3b.1", parts={"value": PartAnswer("regulation")}))
    seat.hub.answer(Answer("3b.3", parts={"value": PartAnswer("partly")}))
    if me is Constituency.WORKERS:
        told = PartAnswer("Domestic workers")
        seat.hub.answer(Answer("3a.5", parts={"value": told}))
    options = ("part_time", "unpaid_care")
    seat.hub.answer(Answer("3d.2", parts={"value": PartAnswer(options)}))
    assert not seat.problems
    seat.hub.answer(rating("3c.0", 2, 1, evidence=(REPORT,), flagged=True))
    seat.hub.answer(rating("3e.1", 3, 2, evidence=(ACT,)))


@pytest.fixture
def pictured(seat, tmp_path):
    """Show a page as it looks some time after the last answer was saved."""

    def check(name, page="answering", detail=None, *, of=Constituency.WORKERS, **look):
        seat.window.resize(*look.pop("size", (1366, 768)))
        seat.hub.look.choose(look.pop("theme", "light"), look.pop("scale", 1.0))
        kind = RespondentKind.BENCH
        seat.begin(tmp_path / "a.spfa", of, kind)
        fill(seat)
        seat.speak(Words(look.pop("language", "en")))
        for answer in look.pop("answers", ()):
            seat.hub.answer(answer)
        seat.window.show_page(page, detail)
        seat.settle()
        look.pop("then", lambda _seat: None)(seat)
        seat.settle()
        said = seat.hub.words("Saved at {time}", time="10:42")
        seat.window.bar.saved_sign.tell(said)
        seat.settle()
        check_picture(seat.window, name, tmp_path)

    return check


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_of_law_and_practice(pictured, language, theme):
    pictured(
        f"answering-{language}-{theme}", detail="3e.1", language=language, theme=theme
    )


def test_several_ratings_at_once(pictured):
    levels = {"availability": PartAnswer(3), "quality": PartAnswer(2)}
    given = Answer("5a.2", parts=levels)
    pictured("answering-ratings-en", detail="5a.2", answers=(given,))


def test_figures_by_sex(pictured):
    figures = {
        "received": PartAnswer(Figure(total="1250", year="2024", source="INSC")),
        "median_days": PartAnswer(no_answer=NoAnswer.DONT_KNOW),
        "upheld": PartAnswer(Figure("41.5", "38", "140", "2023", "INSC")),
    }
    pictured(
        "answering-figures-fr",
        detail="3o.3",
        of=Constituency.GOVERNMENT,
        language="fr",
        answers=(Answer("3o.3", parts=figures),),
    )


def test_a_ranking(pictured):
    value = PartAnswer(("cost", "complexity", "information"))
    given = Answer("3e.2", parts={"value": value})
    pictured("answering-ranking-en", detail="3e.2", answers=(given,))


def test_several_choices(pictured):
    given = Answer("3d.2", parts={"value": PartAnswer(("part_time", "other"))})
    pictured("answering-choices-fr", detail="3d.2", language="fr", answers=(given,))


def test_evidence_and_comment_unfolded(pictured):
    def unfold(seat):
        seat.person.keys("E", "C")

    pictured("answering-evidence-en", detail="3b.2", then=unfold)


def test_a_whole_section(pictured):
    pictured(
        "answering-section-fr",
        detail="3b.1",
        language="fr",
        then=lambda seat: seat.page.choose_layout("whole"),
    )


def test_a_narrow_window(pictured):
    pictured("answering-1024-en", detail="3e.1", size=(1024, 768))


def test_text_at_twice_its_size(pictured):
    pictured(
        "answering-200-fr", detail="3e.1", language="fr", size=(1024, 768), scale=2.0
    )


def test_the_legal_text_in_the_questions_place(pictured):
    pictured(
        "answering-legal-200-en",
        detail="3e.1",
        size=(1024, 768),
        scale=2.0,
        then=lambda seat: seat.person.keys("F2"),
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_checking(pictured, language):
    pictured(f"check-{language}", "check", language=language)


def test_checking_at_twice_the_text_size(pictured):
    pictured("check-200-fr", "check", language="fr", size=(1024, 768), scale=2.0)


def test_handing_in(pictured):
    pictured("hand-in-fr", "handed_in", language="fr")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_help_with_a_question(pictured, language):
    def unfold(seat):
        seat.person.keys("H")
        seat.page.sheet.bring(seat.page.sheet.panels["3e.1"].folds.shown("H"))
        seat.settle()

    pictured(
        f"answering-help-{language}", detail="3e.1", language=language, then=unfold
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_assessment_matrix_after_a_draft_was_taken_over(pictured, language):
    given = rating(
        "5b.1",
        3,
        2,
        evidence=(ACT,),
        follow_ups={"F1": "Islands and upper valleys; no birth certificates."},
    )
    pictured(
        f"answering-matrix-{language}",
        detail="abnd.5b",
        language=language,
        answers=(given,),
        then=lambda seat: seat.page.sheet.panels["abnd.5b"].draft.button.click(),
    )
