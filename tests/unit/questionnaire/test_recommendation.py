"""Every provision against the Provisional Record, letter by letter."""

import hashlib
import re
from dataclasses import replace
from itertools import chain

import pytest

from spf_assess.i18n import Words
from spf_assess.model import Problem, Reference, Text
from spf_assess.paths import forms_folder
from spf_assess.questionnaire import load_recommendation, recommendation

RECORD = (
    (forms_folder() / "recommendation" / "provisional-record-14a.txt")
    .read_text(encoding="utf-8")
    .split("\n")
)
# The pages of each language, first and last line: they alternate in the record, and
# joining them in order also joins the five sentences that a page cuts in two.
PAGES = {
    "en": "20 22-69 136-159 186-202 222-240 262-284 310-328",
    "fr": "71 73-113 115-134 161-184 204-220 242-260 286-308 330-348",
}


def letters(text):
    """Join lines; nothing else about a text changes."""
    return re.sub(r"\s+", " ", text).strip()


def page(lines):
    first, _, last = lines.partition("-")
    return [
        line.removeprefix("- ") for line in RECORD[int(first) - 1 : int(last or first)]
    ]


def recorded(language):
    return letters(" ".join(chain.from_iterable(map(page, PAGES[language].split()))))


def sign(provision, language):
    """Return the number or letter before a provision in the record."""
    reference = provision.reference
    if reference is None:
        return ""
    if reference.letter:
        opening = "(" if language == "en" else ""
        return f"{opening}{reference.letter}) "
    if reference.sub:
        number = f"{reference.number}. " if reference.sub == 1 else ""
        return f"{number}({reference.sub}) "
    return f"{reference.number}. "


def stored(whole, language):
    """Return the whole text as the record would print it, without what was added."""
    found = [whole.title[language]]
    for provision in whole.provisions:
        text = sign(provision, language) + provision.text[language]
        if language in provision.not_from_record:
            added = provision.added[language]
            text = text.removesuffix(added) if added else ""
        found.append(text)
    return letters(" ".join(found))


def test_the_record_is_the_one_that_was_read():
    data = "\n".join(RECORD).encode()
    assert hashlib.sha256(data).hexdigest() == (
        "95ed416d33d72f0c72fb56f55cf3530a7f6bf28364e581d2ff6c96938162d289"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_text_is_the_record_letter_by_letter(language):
    assert stored(load_recommendation(), language) == recorded(language)


def test_what_is_on_neither_languages_pages_is_no_part_of_the_text():
    used = {
        number
        for pages in PAGES.values()
        for lines in pages.split()
        for first, _, last in [lines.partition("-")]
        for number in range(int(first), int(last or first) + 1)
    }
    left = [
        line for number, line in enumerate(RECORD, 1) if number not in used and line
    ]
    assert left[:6] == [
        "Provisional Record",
        "Compte rendu provisoire",
        "14A",
        "One hundred and first Session, Geneva, 2012",
        "Cent unième session, Genève, 2012",
        "**TEXT OF THE RECOMMENDATION CONCERNING",
    ]
    assert all(line.startswith((":", ".")) for line in left[9:])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_other_letter_in_any_provision_would_be_noticed(language):
    whole = load_recommendation()
    for number, provision in enumerate(whole.provisions):
        if language in provision.not_from_record:
            continue
        text = provision.text[language]
        middle = len(text) // 2
        other = f"{text[:middle]}\u0301{text[middle + 1 :]}"
        texts = {**provision.text.by_language, language: other}
        changed = list(whole.provisions)
        changed[number] = replace(provision, text=Text.of(**texts))
        spoiled = replace(whole, provisions=tuple(changed))
        assert stored(spoiled, language) != recorded(language)


def test_every_paragraph_and_clause_can_be_addressed():
    found = load_recommendation().by_reference
    assert {reference.number for reference in found} == set(range(1, 25))
    for text in ("3(a)", "3(r)", "5(d)", "8(d)", "11(2)", "13(1)(b)", "24(1)", "9(3)"):
        provision = found[Reference.parse(text)]
        assert provision.text["en"]
        assert provision.text["fr"]
    assert len([one for one in found if one.number == 3]) == 19
    assert len([one for one in found if one.number == 14]) == 7


def test_provisions_stand_in_reading_order():
    references = [
        one.reference for one in load_recommendation().provisions if one.reference
    ]
    assert references == sorted(references)


def test_the_english_page_that_is_missing_is_marked_and_nothing_else():
    added = [one for one in load_recommendation().provisions if one.not_from_record]
    assert [str(one.reference or one.kind) for one in added] == [
        "recital",
        "recital",
        "recital",
        "recital",
        "recital",
        "formula",
        "heading",
        "1",
        "1(a)",
        "1(b)",
        "2",
    ]
    assert {frozenset({"en"})} == {one.not_from_record for one in added}
    assert added[0].text["en"].endswith(f"and noting {added[0].added['en']}")


def test_french_keeps_what_the_record_prints():
    formula = next(
        one for one in load_recommendation().provisions if one.kind == "formula"
    )
    assert formula.text["fr"].startswith("adopte, ce jour de juin deux mille douze la")
    assert "this fourteenth day of June" in formula.text["en"]
    headings = [
        one.text["fr"]
        for one in load_recommendation().provisions
        if one.kind == "heading"
    ]
    assert headings == [
        "I. OBJECTIFS, CHAMP D'APPLICATION ET PRINCIPES",
        "II. SOCLES NATIONAUX DE PROTECTION SOCIALE",
        "III. STRATÉGIES NATIONALES D'EXTENSION DE LA SÉCURITÉ SOCIALE",
        "IV. SUIVI",
    ]


def test_no_artefact_of_the_layout_is_left():
    for provision in load_recommendation().provisions:
        for text in provision.text.by_language.values():
            assert text == letters(text)
            assert not text.startswith(("-", "(", "*", ":"))
            assert "**" not in text
            assert "www.ilo.org" not in text


def test_a_clause_is_shown_with_the_phrase_that_introduces_it():
    whole = load_recommendation()
    shown = whole.context(Reference.parse("13(1)(b)"))
    assert [str(one.reference) for one in shown] == ["13(1)", "13(1)(b)"]
    shown = whole.context(Reference.parse("5"))
    assert [str(one.reference) for one in shown] == [
        "5",
        "5(a)",
        "5(b)",
        "5(c)",
        "5(d)",
    ]


@pytest.mark.parametrize(
    "text", ["", "title: [", "title: {en: a, fr: b}\n", "a: &x 1\n"]
)
def test_a_damaged_text_is_a_sentence_and_never_half_shown(tmp_path, monkeypatch, text):
    (tmp_path / "recommendation").mkdir()
    file = tmp_path / "recommendation" / "recommendation.yaml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(recommendation, "forms_folder", lambda: tmp_path)
    with pytest.raises(Problem) as caught:
        load_recommendation.__wrapped__()
    assert caught.value.code == "Q-110"
    assert "recommendation.yaml" in Words("fr").tell(caught.value)
