import pytest

from spf_assess.exchange import (
    clean_answer,
    clean_line,
    clean_respondent,
    clean_text,
    clean_title,
    is_clean,
)
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    PartAnswer,
    Problem,
    Respondent,
    RespondentKind,
    Text,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("Réponse n°\u00a0202", "Réponse n°\u00a0202"),
        ("e\u0301crit", "écrit"),
        ("\u212bngström", "Ångström"),
        ("e\u202e\u0301", "é"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("\x00\x07\x1b[31mred\x7f\x9b", "[31mred"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("\u2066a\u2069\u202ab\u202c", "ab"),
        ("\ufeffa\ufff9b\ufffb", "ab"),
        ("a\ufdd0\ufffe\U0001fffe\U0010ffff", "a"),
        ("shown\U000e0068\U000e0069", "shown"),
        ("a\u200db \u200c \u200f \u00ad", "a\u200db \u200c \u200f \u00ad"),
        ("🤝 ‹œ› – ½", "🤝 ‹œ› – ½"),
    ],
)
def test_text_is_cleaned_and_nothing_visible_is_lost(typed, kept):
    assert clean_text(typed) == kept
    assert is_clean(kept)
    assert is_clean(typed) == (typed == kept)


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb", "\udc00\ud800"])
def test_half_a_character_is_refused_not_dropped(half):
    assert not is_clean(half)
    with pytest.raises(Problem) as told:
        clean_text(half)
    assert told.value.code == "X-130"


def test_a_text_beyond_every_field_is_refused_before_it_takes_minutes():
    assert clean_text("é" * 20_000) == "é" * 20_000
    with pytest.raises(Problem) as told:
        clean_text("a" + "\u0301\u0323" * 1_000_000)
    assert told.value.code == "X-131"


def test_a_name_is_one_line_and_keeps_its_no_break_spaces():
    assert clean_line("  Union\r\n des  n°\u00a012\t") == "Union des n°\u00a012"
    assert clean_line("\u00a0 ") == ""


def test_every_text_of_an_answer_is_cleaned():
    dirty, clean = "a\x00e\u0301", "aé"
    figure = Figure("1", "2", "3", dirty, dirty, dirty, dirty)
    clean_figure = Figure("1", "2", "3", clean, clean, clean, clean)

    def answer(text: str, numbers: Figure) -> Answer:
        return Answer(
            item="3a.1",
            parts={
                "a": PartAnswer(text, reason=text),
                "b": PartAnswer(numbers),
                "c": PartAnswer(3),
                "d": PartAnswer(("x", "y")),
            },
            specify=text,
            comment=text,
            evidence=(
                Evidence(
                    EvidenceKind.LAW, Grade.A, text, text, text, text, figure=numbers
                ),
                Evidence(EvidenceKind.LAW, Grade.B),
            ),
            follow_ups={"F1": text},
            flagged=True,
        )

    assert clean_answer(answer(dirty, figure)) == answer(clean, clean_figure)


def test_names_of_people_and_titles_are_cleaned():
    respondent = Respondent(
        "a" * 32, Constituency.WORKERS, RespondentKind.PERSON, "A\nB", "C\u202e D"
    )
    assert clean_respondent(respondent).name == "A B"
    assert clean_respondent(respondent).organization == "C D"
    assert clean_title(Text.of(en=" A ", fr="e\u0301")) == Text.of(en="A", fr="é")
