"""Hostile text in every field: printed as it is, never obeyed (R-201, R-202, R-207)."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType
from xml.etree.ElementTree import fromstring

import pytest
from support.coresia_results import (
    EMPLOYERS,
    OBSERVERS,
    PERSON,
    WORKERS,
    coresia,
    seat,
)

from spf_assess.model import (
    Answer,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Item,
    ItemKind,
    PartAnswer,
    Respondent,
    Round,
    Text,
)
from spf_assess.report import render_report
from spf_assess.report.context import build
from spf_assess.report.glyphs import covered
from spf_assess.report.html import Album, page

MARKUP = "<b>CANARY</b><script>x()</script><img src='file:///etc/passwd'><style>*{}"
TEMPLATE = "{{ 7*7 }}{% raw %}{# CANARY #}${jndi:x}%s%(a)s{header}"
LINKS = "CANARY file:///etc/passwd http://127.0.0.1:9/x \\\\host\\share javascript:x()"
STRANGE = "CANARY 🤝 \u202egnirts\u202c שלום \x00\x1b[2J\u2066\ufeff 漢字"
CSS = "CANARY\"'; } @import 'file:///x'; p::before { content: url(http://x) } /*"
ENDLESS = "CANARY" + "x" * 3994
PEACEFUL = "CANARY, a peaceful sentence about as long as the hostile ones are."
TEXTS = {
    "markup": MARKUP,
    "template": TEMPLATE,
    "links": LINKS,
    "strange": STRANGE,
    "css": CSS,
    "endless": ENDLESS,
}


class Elements(HTMLParser):
    """Counts elements and keeps the attributes that could reach out."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.names.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("href", "src", "style")
        ]


def elements(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    return found


def spoiled(text: str):
    """Return the input of a report with *text* in every field that a person fills."""
    name = text[:200]
    both = Text.of(en=name, fr=name)
    told = {"name": name, "consent_named": True}
    seats = (
        seat(1, EMPLOYERS, organization=name, **told),
        seat(2, WORKERS, PERSON, name, language="fr", **told),
        seat(3, OBSERVERS, PERSON, name, **told),
    )
    figure = Figure("1", "2", "3", name, text, text, text)

    def change(item: Item, who: Respondent, answer: Answer) -> Answer:
        parts = dict(answer.parts)
        for part in parts:
            if item.kind is ItemKind.FIGURES:
                parts[part] = PartAnswer(value=figure)
            elif item.kind in (ItemKind.TEXT, ItemKind.SELECT_ONE, ItemKind.DATE):
                parts[part] = PartAnswer(value=text)
            elif item.kind is ItemKind.SELECT_MULTIPLE:
                parts[part] = PartAnswer(value=(name, *(c.name for c in item.choices)))
        source = Evidence(
            EvidenceKind.STATISTIC, Grade.B, name, name, name, name, figure
        )
        return replace(
            answer,
            parts=MappingProxyType(parts),
            specify=text,
            comment=text,
            evidence=(source,),
            follow_ups=MappingProxyType({"F1": text, "F99": text}),
        )

    given = coresia(
        seats, ("3a", "3g"), change=change, title=both, country=both, place=name
    )
    return replace(given, rounds=(Round(1, name, name),))


@pytest.fixture(scope="module")
def benign():
    """Return the elements in each language; words in the other one have their own."""
    return {
        language: elements(
            page("report.html.j2", build(spoiled(PEACEFUL), language), Album())
        )
        for language in ("en", "fr")
    }


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_hostile_text_adds_no_element_and_no_address(kind, language, benign):
    album = Album()
    html = page("report.html.j2", build(spoiled(TEXTS[kind]), language), album)
    fromstring(html)  # still well formed  # noqa: S314
    for picture in album.pictures.values():
        fromstring(picture)  # noqa: S314
    found = elements(html)
    extra = 2 if kind == "strange" else 0  # the list of replaced characters
    assert len(found.names) == len(benign[language].names) + extra
    assert set(found.names) == set(benign[language].names)
    assert all(address.startswith(("#", "app:")) for address in found.addresses)
    assert html.count("CANARY") >= 20


def test_template_language_in_an_answer_is_printed_as_written():
    html = page("report.html.j2", build(spoiled(TEMPLATE), "en"))
    assert "{{ 7*7 }}{% raw %}" in html
    assert "49{%" not in html


@pytest.mark.parametrize("kind", ["markup", "strange", "css", "endless"])
def test_hostile_text_is_rendered_and_nothing_is_fetched(papers, kind):
    text = papers("fr", f"hostile-{kind}", spoiled(TEXTS[kind])).text
    assert text.count("CANARY") >= 20


def test_what_the_fonts_cannot_print_is_told_by_code_and_listed(papers):
    text = papers("fr", "hostile-strange", spoiled(STRANGE)).text
    assert "[U+1F91D]" in text
    listed = text.partition("figure à leur place : ")[2].partition(" Annexe ")[0]
    assert {"[U+1F91D]", "[U+05E9]", "[U+6F22]"} <= set(re.findall(r"\[.*?\]", listed))
    assert not set(text) & set("\u202e\u202c\u2066\ufeff\x00\x1b")


def test_nothing_that_a_person_wrote_reaches_the_page_unchecked():
    html = page("report.html.j2", build(spoiled(STRANGE), "fr"))
    strange = {sign for sign in STRANGE if ord(sign) not in covered()} - {" "}
    assert strange
    assert not strange & set(html)


def test_a_word_of_four_thousand_letters_stays_within_the_page(papers):
    paper = papers("fr", "hostile-endless", spoiled(ENDLESS))
    for one in paper.pdf:
        width, height = one.get_size()
        text = one.get_textpage()
        for index in range(text.count_rects()):
            left, low, right, high = text.get_rect(index)
            assert 40 <= left <= right <= width - 40
            assert 0 <= low <= high <= height


def test_the_report_of_hostile_text_is_written_where_it_was_asked(tmp_path):
    out = tmp_path / "a name & <more>.pdf"
    done = render_report(spoiled(MARKUP), "en", out)
    assert done.path == out
    assert [one.name for one in tmp_path.iterdir()] == [out.name]
