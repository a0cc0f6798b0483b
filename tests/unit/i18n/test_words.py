"""Words, names, numbers and dates in both languages."""

from datetime import datetime

import pytest

from spf_assess.analysis import ProblemKind
from spf_assess.i18n import (
    Words,
    constituency_letter,
    constituency_name,
    date_text,
    decimal_text,
    evidence_kind_name,
    grade_name,
    item_problem_text,
    level_text,
    list_text,
    no_answer_mark,
    no_answer_name,
    no_joint_level_reason,
    outcome_name,
    pattern_name,
    position_source_name,
    section_place,
    time_text,
)
from spf_assess.i18n.formats import figure_text
from spf_assess.model import (
    BENCHES,
    Comparison,
    Constituency,
    EvidenceKind,
    Grade,
    NoAnswer,
    NoJointLevel,
    Outcome,
    Pattern,
    PositionSource,
    Problem,
    Reference,
    Section,
    Text,
)

EN, FR = Words("en"), Words("fr")


def test_a_message_is_said_in_the_language_asked_for():
    assert EN("Workers") == "Workers"
    assert FR("Workers") == "Travailleurs"


def test_a_plural_follows_the_rules_of_its_language():
    told = [
        words.plural("{number} answer saved.", "{number} answers saved.", number)
        for words in (EN, FR)
        for number in (0, 1, 2)
    ]
    assert told == [
        "0 answers saved.",
        "1 answer saved.",
        "2 answers saved.",
        "0 réponse enregistrée.",
        "1 réponse enregistrée.",
        "2 réponses enregistrées.",
    ]


def test_a_fact_in_two_languages_is_told_in_the_right_one():
    name = Text.of(en="Coresia", fr="Corésie")
    assert FR("The consultation is in {file}.", file=name).endswith("Corésie.")


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (999, "999", "999"),
        (10_000, "10,000", "10\u202f000"),
        (-1_234_567, "-1,234,567", "-1\u202f234\u202f567"),
        ("2026", "2026", "2026"),
        (True, "True", "True"),
    ],
)
def test_thousands_of_things_are_set_apart_and_years_are_not(number, english, french):
    for language, told in (("en", english), ("fr", french)):
        words = Words(language)
        assert words("{number}", number=number) == told
        assert words.context("some", "{number}", number=number) == told
    if type(number) is int:
        assert Words("fr").plural("{number} a", "{number} b", number).startswith(french)


def test_braces_in_what_a_person_wrote_are_left_alone():
    problem = Problem("L-999", "The consultation is in {file}.", file="{0} {x!r}")
    assert EN.tell(problem) == "The consultation is in {0} {x!r}."


@pytest.mark.parametrize(
    ("level", "told"), [(1.0, "1"), (2.5, "2½"), (4, "4"), (1.5, "1½"), (0.5, "½")]
)
def test_halves_are_never_printed_as_decimals(level, told):
    assert level_text(level) == told


@pytest.mark.parametrize(
    ("moment", "english", "french"),
    [
        ("2026-11-18T14:05:00Z", "18 November 2026", "18 novembre 2026"),
        ("2026-05-01", "1 May 2026", "1er mai 2026"),
        ("2024", "2024", "2024"),
        ("spring of 2024", "spring of 2024", "spring of 2024"),
        ("", "", ""),
    ],
)
def test_dates_are_written_out(moment, english, french):
    assert (date_text(moment, "en"), date_text(moment, "fr")) == (english, french)


def test_times_and_decimals_follow_each_language():
    moment = datetime(2026, 11, 18, 9, 5)  # noqa: DTZ001 - a clock's face
    assert time_text(moment, "en") == "09:05"
    assert time_text(moment, "fr") == "09\u00a0h\u00a005"
    assert decimal_text("21.5", "fr") == "21,5"
    assert list_text(("a", "b", "c"), "fr") == "a, b et c"
    assert list_text((), "en") == ""


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        ("1234567.50", "1,234,567.50", "1\u202f234\u202f567,50"),
        ("1234", "1,234", "1\u202f234"),
        ("55.0", "55.0", "55,0"),
        ("-0.5", "-0.5", "-0,5"),
        ("", "", ""),
        ("about 40", "about 40", "about 40"),
        ("3.1.2", "3.1.2", "3.1.2"),
    ],
)
def test_figures_are_grouped_and_keep_every_digit(number, english, french):
    assert figure_text(number, "en") == english
    assert figure_text(number, "fr") == french


def comparison(pattern, apart=None, missing=()):
    return Comparison(
        item="3a.1",
        part="law",
        positions=(),
        missing=missing,
        range=None,
        outcome=Outcome.NO_COMPARISON,
        verdicts_differ=False,
        pattern=pattern,
        apart=apart,
        joint_level=None,
        no_joint_level=NoJointLevel.BENCH_MISSING,
    )


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_two_groups_of_which_both_were_asked_have_none_missing(words):
    both = [
        pattern_name(words, comparison(pattern))
        for pattern in (Pattern.TWO_AGREE, Pattern.TWO_DIFFER)
    ]
    missing = {
        pattern_name(words, comparison(Pattern.TWO_AGREE, missing=(bench,)))
        for bench in BENCHES
    }
    assert len({*both, *missing}) == 5


def every_comparison():
    for pattern in Pattern:
        for bench in BENCHES:
            yield comparison(pattern, bench, (bench,))


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_every_term_of_the_domain_has_a_name(words):
    told = [
        *(constituency_name(words, one) for one in Constituency),
        *(constituency_letter(words, one) for one in Constituency),
        *(no_answer_name(words, one) for one in NoAnswer),
        *(no_answer_mark(words, one) for one in NoAnswer),
        *(outcome_name(words, one) for one in Outcome),
        *(position_source_name(words, one) for one in PositionSource),
        *(grade_name(words, one) for one in Grade),
        *(evidence_kind_name(words, one) for one in EvidenceKind),
        *(pattern_name(words, one) for one in every_comparison()),
        *(item_problem_text(words, one.value) for one in ProblemKind),
    ]
    assert all(told)
    assert no_joint_level_reason(words, NoJointLevel.SHOWN) == ""


def test_no_two_kinds_of_no_answer_share_a_name_or_a_sign():
    for words in (EN, FR):
        assert len({no_answer_name(words, kind) for kind in NoAnswer}) == len(NoAnswer)
        assert len({no_answer_mark(words, kind) for kind in NoAnswer}) == len(NoAnswer)


@pytest.mark.parametrize(
    ("about", "english", "french"),
    [
        (["3(e)"], "Paragraph 3(e)", "Paragraphe 3\u00a0e)"),
        (["9"], "Paragraph 9", "Paragraphe 9"),
        (["7", "8"], "Paragraphs 7 and 8", "Paragraphes 7 et 8"),
        (
            ["1", "2", "4", "6"],
            "Paragraphs 1, 2, 4 and 6",
            "Paragraphes 1, 2, 4 et 6",
        ),
        (["13", "14", "15"], "Paragraphs 13 to 15", "Paragraphes 13 à 15"),
        (
            ["1", "3", "4", "5", "7"],
            "Paragraphs 1, 3 to 5 and 7",
            "Paragraphes 1, 3 à 5 et 7",
        ),
    ],
)
def test_a_section_is_called_after_all_its_paragraphs(about, english, french):
    references = tuple(map(Reference.parse, about))
    paragraphs = references if len(references) > 1 else ()
    text = Text.of(en="x", fr="x")
    section = Section("p", references[0], "rest", text, text, (), {}, paragraphs)
    assert section_place(EN, section) == english
    assert section_place(FR, section) == french
