"""People look for things in their own words, in either language."""

import time
from dataclasses import replace

import pytest

from spf_assess.model import EMPTY, Constituency, Guidance, Reference, Text
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.reading import How, Kind, Search, load_glossary
from spf_assess.reading.query import reference_in
from spf_assess.reading.search import plain


@pytest.fixture(scope="module")
def search():
    with Search(load_questionnaire(), load_recommendation(), load_glossary()) as opened:
        yield opened


def ids(found, *kinds):
    return [hit.id for hit in found.of(*kinds)]


def marked(hit):
    return [run.text for run in (*hit.title, *hit.snippet) if run.marked]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "asked", ["sustainability", "pérennité", "perennite", "PÉRENNITÉ", "viabilité"]
)
def test_one_word_for_sustainability_finds_all_of_them(search, asked, language):
    found = search.find(asked, language)
    assert {"3(k)", "11(1)"} <= set(ids(found, Kind.PARAGRAPH))
    assert "sustainability" in ids(found, Kind.TERM)
    assert "3k" in ids(found, Kind.SECTION)
    assert not found.partly


def test_a_query_in_either_language_finds_the_same_paragraphs(search):
    for english, french in (
        ("freedom of association", "liberté syndicale"),
        ("informal economy", "économie informelle"),
        ("complaint and appeal procedures", "procédures de réclamation et de recours"),
        ("sex-disaggregated data", "données ventilées par sexe"),
        ("maternity care", "soins de maternité"),
    ):
        first, second = search.find(english), search.find(french)
        assert first.hits
        assert set(ids(first, Kind.PARAGRAPH)) == set(ids(second, Kind.PARAGRAPH))


@pytest.mark.parametrize(
    ("asked", "language", "shown"),
    [
        ("pérennité", "en", "sustainability"),
        ("sustainability", "fr", "pérennité"),
        ("pérennité", "fr", "pérennité"),
    ],
)
def test_what_is_found_is_shown_in_the_readers_language(search, asked, language, shown):
    (hit,) = [one for one in search.find(asked, language).hits if one.id == "3(k)"]
    assert hit.language == language
    assert shown in marked(hit)


def test_a_word_that_one_language_lacks_is_shown_in_the_other(search):
    hit = search.find("gratuité", "en").of(Kind.PARAGRAPH)[0]
    assert (hit.id, hit.language, marked(hit)) == ("8(a)", "fr", ["gratuité"])


def test_oe_finds_the_ligature_and_the_beginning_of_a_word_finds_the_word(search):
    assert "œuvre" in marked(search.find("oeuvre", "fr").of(Kind.PARAGRAPH)[0])
    assert "3(e)" in ids(search.find("informal econ"), Kind.PARAGRAPH)


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        ("3(e)", "3(e)"),
        ("3e", "3(e)"),
        ("3 E", "3(e)"),
        ("Paragraph 3(e)", "3(e)"),
        ("paragraphe 3 e)", "3(e)"),
        ("para. 13(1)(b)", "13(1)(b)"),
        ("§ 13 (1) b)", "13(1)(b)"),
        ("24", "24"),
    ],
)
def test_a_paragraph_is_found_by_its_number_however_it_is_written(asked, reference):
    assert reference_in(asked) == Reference.parse(reference)


@pytest.mark.parametrize("asked", ["", "0", "3 zz", "100", "principle", "3(e) and 4"])
def test_other_words_are_no_paragraph(asked):
    assert reference_in(asked) is None


def test_a_number_leads_to_the_paragraph_its_section_and_its_questions(search):
    hits = search.find("3(e)", "fr").hits
    assert [(hit.kind, hit.id) for hit in hits[:3]] == [
        (Kind.PARAGRAPH, "3(e)"),
        (Kind.SECTION, "3e"),
        (Kind.QUESTION, "3e.1"),
    ]
    assert hits[0].how is How.NAMED
    assert plain(hits[0].title) == "Paragraphe 3\u00a0e)"
    assert hits[2].place.where["fr"] == "Paragraphe 3\u00a0e), Inclusion sociale"
    assert ids(search.find("13"), Kind.PARAGRAPH)[:2] == ["13(1)", "13(1)(a)"]
    assert {hit.how for hit in search.find("3(e)").hits} == {How.NAMED}


def test_a_question_is_found_by_its_name(search):
    assert search.find("3e.1").hits[0].id == "3e.1"


def test_words_that_no_place_has_together_find_some_and_say_so(search):
    found = search.find("health zebra")
    assert found.partly
    assert "5a" in ids(found, Kind.SECTION)
    assert search.find("zebra").hits == ()


@pytest.mark.parametrize(
    "asked",
    [
        *('"', "'; drop table words; --", "a OR", "NEAR(", "title:health", "*", "^x"),
        *("\0", "-health", "(((", "{}", "é" * 5000, "health AND", "\ud800", "٣"),
    ],
)
def test_signs_and_operators_are_harmless(search, asked):
    search.find(asked)
    assert ids(search.find("viabilité"), Kind.TERM)[0] == "sustainability"


def test_levels_options_and_hints_are_found(search):
    assert "3e.1" in ids(search.find("domestic own-account"), Kind.QUESTION)
    assert "3e.1" in ids(search.find("recommandation n° 204"), Kind.QUESTION)


@pytest.mark.parametrize(
    "where",
    [
        *(
            lambda text, field=field: {field: text}
            for field in ("why", "counts", "found", "misread")
        ),
        lambda text: {"sources": (text,)},
        lambda text: {"brings": {Constituency.WORKERS: text}},
    ],
)
def test_guidance_is_found_in_whichever_field_it_says_so(where):
    zebra = Text.of(en="Look into the zebra register.", fr="Voyez le zèbre.")
    questionnaire = load_questionnaire()
    section = questionnaire.sections[4]
    item = section.items[0]
    given = dict.fromkeys(("why", "counts", "found", "misread"), EMPTY)
    help_ = Guidance(**{**given, "sources": (), **where(zebra)})
    item = replace(item, guides={item.id: help_})
    helped = replace(section, items=(item, *section.items[1:]))
    with Search(
        replace(questionnaire, sections=(helped,)),
        load_recommendation(),
        load_glossary(),
    ) as opened:
        (hit,) = opened.find("zèbre", "en").hits
        assert (hit.kind, hit.id, hit.language) == (Kind.GUIDANCE, item.id, "fr")
        assert opened.find("zebra").of(Kind.GUIDANCE)[0].place.title == item.label


def test_it_is_built_in_pieces_that_are_short():
    load_questionnaire(), load_recommendation(), load_glossary()
    pieces = []
    with Search(load_questionnaire(), load_recommendation(), load_glossary()) as opened:
        more = True
        while more:
            before = time.perf_counter()
            more = opened.build()
            pieces.append(time.perf_counter() - before)
        assert opened.find("floor").hits
    assert len(pieces) > 3
    assert sum(pieces) < 0.3


def test_what_is_asked_before_it_is_built_is_found_all_the_same():
    with Search(load_questionnaire(), load_recommendation(), load_glossary()) as opened:
        opened.build()
        assert "11(1)" in ids(opened.find("viabilité"), Kind.PARAGRAPH)
