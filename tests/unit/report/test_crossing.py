"""Cross references: each names the page on which that stands, or no page at all."""

import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pikepdf
import pypdfium2
import pytest
from support.coresia_results import GOVERNMENT, coresia
from support.decided import decided

from spf_assess.model import Edition, Reference, ReportOptions
from spf_assess.questionnaire import load_questionnaire
from spf_assess.report import render_report
from spf_assess.report.crossing import address_of
from spf_assess.report.desk import Desk
from spf_assess.report.editions import LAYOUTS, edition_page, edition_sheets
from spf_assess.report.html import Album
from spf_assess.report.plan import plan_context

TOLD = re.compile(r"p\.\s?(\d+)|page\s(\d+)")


def told_and_true(path):
    """Return, for every link that tells a page, the number told and the page it has."""
    found = []
    with pikepdf.open(path) as pdf, pypdfium2.PdfDocument(path) as read:
        place = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        for number, page in enumerate(pdf.pages):
            text = read[number].get_textpage()
            for note in page.get("/Annots", ()):
                if "/Dest" not in note:
                    continue
                left, low, right, high = (float(one) for one in note.Rect)
                said = text.get_text_bounded(left - 1, low - 1, right + 1, high + 1)
                if numbers := TOLD.search(" ".join(said.split())):
                    leads = names[str(note.Dest)]
                    leads = leads.get("/D", leads) if hasattr(leads, "keys") else leads
                    told = int(numbers[1] or numbers[2])
                    found.append((said, told, place[leads[0].objgen]))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_reference_tells_the_page_it_leads_to(tmp_path, language):
    out = tmp_path / "report.pdf"
    given = decided(coresia(sections=("3a", "3e", "3f", "5c", "p15"), form="core"))
    render_report(given, language, out)
    found = told_and_true(out)
    assert len(found) > 8
    wrong = [one for one in found if one[1] != one[2]]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("sections", [(), ("3f",)])
@pytest.mark.parametrize(
    "edition", [one for one in LAYOUTS if one is not Edition.PARTICIPANT]
)
def test_nothing_is_referred_to_that_is_not_there(edition, language, sections):
    wanted = ReportOptions(
        language,
        edition,
        sections=sections if edition.narrows else (),
        group=GOVERNMENT if edition is Edition.CONSTITUENCY else None,
    )
    given = decided(coresia(sections=("3a", "3e", "3f", "5c"), form="core"))
    html = fromstring(edition_sheets(given, wanted).html)  # noqa: S314 - our own
    there = [one.get("id") for one in html.iter() if one.get("id")]
    asked = [one.get("href")[1:] for one in html.iter("a") if one.get("href")]
    assert set(asked) <= set(there)
    assert len(there) == len(set(there))


def test_a_paragraph_is_assessed_in_the_section_of_its_clause_or_of_the_whole():
    sections = load_questionnaire().sections
    names = {
        str(one): f"s-{section.id}"
        for section in sections
        for one in section.references
    }
    assert address_of(Reference.parse("3(e)"), sections) == names["3(e)"]
    assert address_of(Reference.parse("5(a)"), sections) == names["5(a)"]
    whole = next(number for number in range(1, 25) if str(number) in names)
    assert address_of(Reference(whole, 0, "z"), sections) == names[str(whole)]
    assert address_of(Reference(3), sections) == names.get("3", "")
    assert address_of(Reference(99), sections) == ""


def test_a_page_is_told_only_of_what_the_edition_holds():
    given = decided(coresia(sections=("3a", "3e", "5c"), form="core"))
    album = Album()
    full = ReportOptions("en")
    page = edition_page(LAYOUTS[Edition.FULL], given, full, album)
    assert 'class="see" href="#s-3e"' in page
    plan = plan_context(Desk.lay(given, "en"))
    places = {text: anchor for one in plan["actions"] for text, anchor in one["places"]}
    elsewhere = [
        text for text, anchor in places.items() if f'id="{anchor}"' not in page
    ]
    assert elsewhere  # the plan names paragraphs of which nothing is asked here
    for text in elsewhere:
        assert f">{text}</a>" not in page
    alone = edition_page(
        LAYOUTS[Edition.ACTIONS], given, replace(full, edition=Edition.ACTIONS), album
    )
    assert 'class="see"' not in alone
