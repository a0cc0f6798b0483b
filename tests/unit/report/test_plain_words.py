"""What a reader is told besides numbers: terms, what is reported, what not compared."""

import re
from html import unescape
from types import MappingProxyType

import pytest
from support.coresia_results import EMPLOYERS, GOVERNMENT, WORKERS, coresia, seat

from spf_assess.model import YES, Answer, PartAnswer
from spf_assess.reading import load_glossary
from spf_assess.report.context import build
from spf_assess.report.glossary import TERMS
from spf_assess.report.html import page
from spf_assess.report.scribe import Scribe

LANGUAGES = ("en", "fr")
NOTHING = {
    "en": "Nothing is compared in this section",
    "fr": "Rien n'est comparé dans cette section",
}


def pages(given, language):
    """Return a report's text by section of the page, as the renderer gets it."""
    html = page("report.html.j2", build(given, language))
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("sections", "times"),
    [(("c102",), 1), (("c102", "abnd"), 2), (("p9", "3m", "c102"), 1), (("p9",), 0)],
)
def test_a_section_in_which_nothing_is_compared_says_so(language, sections, times):
    text = pages(coresia(sections=sections), language)
    assert text.count(NOTHING[language]) == times


def test_one_group_alone_is_not_told_that_nothing_can_be_compared_there():
    """Its question is rated; the comparison itself says that groups are missing."""
    text = pages(coresia((seat(1, WORKERS),), sections=("p9",)), "en")
    assert NOTHING["en"] not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_says_what_the_forms_glossary_says(language):
    printed = dict(build(coresia(), language)["glossary"])
    known = load_glossary().by_name
    assert len(printed) == len(TERMS)
    for name in TERMS:
        word = known[name].words[language][0].term
        (title,) = [
            one for one in printed if one.removesuffix(" (R)").lower() == word.lower()
        ]
        assert printed[title] == known[name].means[language]
        assert title[0].isupper()


def test_the_glossary_follows_the_alphabet_of_its_language():
    titles = [title for title, _means in build(coresia(), "fr")["glossary"]]
    assert titles.index("Étendue (R)") < titles.index(
        "Garanties élémentaires de sécurité sociale"
    )
    assert titles[0] == "Convergence"


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "4 sections are reported."), ("fr", "4 sections sont présentées.")],
)
def test_every_section_counts_as_reported_with_or_without_a_headline(language, told):
    given = coresia(sections=("3m", "5a", "p9", "c102"))
    assert told in pages(given, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_says_why_other_paragraphs_have_no_row(language):
    told = {"en": "have no headline question", "fr": "n'ont pas de question principale"}
    assert told[language] in pages(coresia(sections=("3m", "p9")), language)
    assert told[language] not in pages(coresia(sections=("3m", "5a")), language)


def test_responses_are_called_responses():
    text = pages(coresia(), "en")
    assert "answer sheet" not in text
    assert re.search(r"\d+ of \d+ expected responses were handed in\.", text)


def shared(comment):
    """Return a page on which all agree that 24a.1 is so; workers add *comment*."""
    seats = (seat(1, GOVERNMENT), seat(2, EMPLOYERS), seat(3, WORKERS))

    def agree(item, who, answer):
        if item.id != "24a.1":
            return answer
        parts = MappingProxyType({"value": PartAnswer(value=YES)})
        own = comment if who.constituency is WORKERS else ""
        return Answer(item.id, parts=parts, comment=own)

    return " ".join(pages(coresia(seats, ("p19",), change=agree), "en").split())


def test_neighbours_that_say_the_same_in_a_few_words_say_it_once():
    assert "● Government, ■ Employers, ▲ Workers Yes" in shared("")


def test_one_who_has_more_to_say_stands_alone():
    text = shared("The exchange ended in 2024.")
    assert "● Government, ■ Employers Yes" in text
    assert "▲ Workers Yes “The exchange ended in 2024.”" in text


def test_a_running_head_ends_with_a_whole_word():
    scribe = Scribe("en")
    long = "A joint self-assessment of the national floor of social protection"
    assert scribe.clipped(long) == (
        "A joint self-assessment of the national floor of social…"
    )
    assert scribe.clipped("short, all of it") == "short, all of it"
    assert scribe.clipped("x" * 80) == "x" * 60 + "…"
