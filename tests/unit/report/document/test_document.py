"""An edition as a document to edit: the same words and figures as on the page."""

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn
from PIL import Image
from support.coresia_results import EMPLOYERS, PERSON, coresia, seat
from support.decided import decided
from support.discussed import discussed
from support.edited import document_lines, page_lines
from support.givens import empty, hostile, one_group
from support.recorded import recorded

from spf_assess.i18n import level_text
from spf_assess.model import BENCHES, Constituency, Edition, PaperSize, ReportOptions
from spf_assess.report.document import document_of
from spf_assess.report.document.inline import Face
from spf_assess.report.document.styling import Setting, block_style
from spf_assess.report.document.widths import Widths
from spf_assess.report.editions import LAYOUTS, edition_sheets
from spf_assess.report.record import record_sheets

CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
LANGUAGES = ("en", "fr", "both")
SLOW = {Edition.FULL, Edition.CONSTITUENCY}


def options(language="en", edition=Edition.FULL, **more):
    if edition is Edition.CONSTITUENCY:
        more["group"] = Constituency.WORKERS
    return ReportOptions(language, edition=edition, **more)


def made(given, wanted):
    """Return the sheets of an edition and the document made from them."""
    if wanted.edition is Edition.RECORD:
        sheets = record_sheets(recorded(given), wanted)
        return sheets, document_of(sheets, wanted.paper)
    sheets = edition_sheets(given, wanted)
    lies = LAYOUTS[wanted.edition].lies
    return sheets, document_of(sheets, wanted.paper, lies=lies)


def opened(data):
    return docx.Document(BytesIO(data))


@pytest.fixture(scope="module")
def given():
    return decided(discussed())


@pytest.fixture(scope="module")
def full(given):
    return made(given, options())


@pytest.mark.parametrize(
    ("edition", "language"),
    [
        pytest.param(edition, language, marks=[pytest.mark.long] * long)
        for edition in Edition
        if edition is not Edition.PARTICIPANT
        for language in LANGUAGES
        for long in (edition in SLOW and language != "both",)
    ],
)
def test_a_document_has_the_text_of_its_page_line_by_line(given, edition, language):
    sheets, data = made(given, options(language, edition))
    lines = page_lines(sheets)
    assert len(lines) > 10
    assert document_lines(data) == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_participants_document_has_the_text_of_its_page(language):
    given = coresia((seat(1, EMPLOYERS, PERSON, "A B", consent_named=True),))
    own = given.responses[0].respondent.id
    wanted = options(language, Edition.PARTICIPANT, respondent=own)
    sheets, data = made(replace(given, own=own), wanted)
    assert document_lines(data) == page_lines(sheets)


@pytest.mark.parametrize(
    ("case", "language"),
    [
        (hostile, "fr"),
        pytest.param(empty, "both", marks=pytest.mark.long),
        pytest.param(one_group, "fr", marks=pytest.mark.long),
        pytest.param(hostile, "both", marks=pytest.mark.long),
    ],
)
def test_nothing_one_group_and_hostile_words_are_written_as_they_are_printed(
    case, language, tmp_path
):
    sheets, data = made(case(tmp_path), options(language))
    assert document_lines(data) == page_lines(sheets)
    with zipfile.ZipFile(BytesIO(data)) as read:
        assert read.testzip() is None
        for name in read.namelist():
            if name.endswith((".xml", ".rels")):
                fromstring(read.read(name))


def test_words_that_look_like_markup_fields_or_formulas_stay_words():
    said = '=HYPERLINK("http://127.0.0.1") { PAGE } <w:br/> </w:t> &amp; ' + "x" * 4000
    given = coresia((seat(1, EMPLOYERS, organization=said),))
    own = given.responses[0].respondent.id
    wanted = options("en", Edition.PARTICIPANT, respondent=own)
    _sheets, data = made(replace(given, own=own), wanted)
    text = "\n".join(document_lines(data))
    assert '=HYPERLINK("http://127.0.0.1") { PAGE } <w:br/> </w:t> &amp;' in text
    assert b"fldSimple" not in data


def test_a_document_leads_nowhere_outside_and_runs_nothing(full):
    _sheets, data = full
    with zipfile.ZipFile(BytesIO(data)) as read:
        names = read.namelist()
        rels = [read.read(one) for one in names if one.endswith(".rels")]
        body = read.read("word/document.xml")
    assert not [one for one in names if "vba" in one.lower() or one.endswith(".bin")]
    assert not [one for one in rels if b'TargetMode="External"' in one]
    assert b"HYPERLINK" not in body


def test_every_inner_link_leads_to_a_place_in_the_document(full):
    body = opened(full[1]).element.body
    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert len(links) > 3
    assert links <= places


def test_headings_have_the_styles_of_headings_and_the_title_stands_once(full):
    styles = [one.style.name for one in opened(full[1]).paragraphs]
    assert styles.count("Title") == 1
    for name in ("Heading 1", "Heading 2", "Heading 3", "TOC 1", "TOC 2", "Caption"):
        assert name in styles


def test_heads_of_tables_are_repeated_and_rows_stay_whole(full):
    tables = [one for one in opened(full[1]).tables if one.style.name == "Report Table"]
    assert len(tables) > 8
    for table in tables:
        rows = [one._tr for one in table.rows]
        heads = [one.find(f".//{qn('w:tblHeader')}") is not None for one in rows]
        assert heads == sorted(heads, reverse=True)
        assert all(one.find(f".//{qn('w:cantSplit')}") is not None for one in rows)


def test_every_picture_is_heard_and_has_a_number_of_its_own(full):
    pictures = list(opened(full[1]).element.body.iter(qn("wp:docPr")))
    assert len(pictures) > 10
    assert all(one.get("descr") for one in pictures)
    assert len({one.get("id") for one in pictures}) == len(pictures)


def test_words_tell_their_language_run_by_run():
    _sheets, data = made(coresia(), options("both", Edition.BRIEF))
    runs = opened(data).element.body.iter(qn("w:r"))
    told = {}
    for run in runs:
        text = "".join(one.text or "" for one in run.iter(qn("w:t")))
        if text.strip():
            language = run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val"))
            told.setdefault(language, []).append(text)
    assert set(told) == {"en-GB", "fr-FR"}
    assert any("Employeurs" in one for one in told["fr-FR"])
    assert not any("Employeurs" in one for one in told["en-GB"])


def test_french_keeps_its_own_spaces():
    _sheets, data = made(coresia(), options("fr", Edition.BRIEF))
    text = "\n".join(document_lines(data))
    assert "\u00a0:" in text
    assert " :" not in text.replace("\u00a0:", "")


@pytest.mark.parametrize(
    ("paper", "edition", "size"),
    [
        (PaperSize.A4, Edition.BRIEF, (210, 297)),
        (PaperSize.LETTER, Edition.BRIEF, (216, 279)),
        (PaperSize.A4, Edition.MATRIX, (297, 210)),
    ],
)
def test_a_document_is_laid_on_the_paper_that_was_asked_for(paper, edition, size):
    _sheets, data = made(coresia(), options("en", edition, paper=paper))
    section = opened(data).sections[0]
    told = round(section.page_width.mm), round(section.page_height.mm)
    assert told == size


def test_the_plan_lies_across_the_page_within_the_report(full):
    wide = [one.page_width > one.page_height for one in opened(full[1]).sections]
    assert True in wide
    assert wide[0] is wide[-1] is False


def test_head_and_foot_tell_the_report_its_date_and_the_page(full):
    section = opened(full[1]).sections[0]
    assert "Recommendation No. 202" in section.header.paragraphs[0].text
    assert "ILO" in section.footer.paragraphs[0].text
    assert " PAGE " in section.footer._element.xml


def test_a_draft_has_its_word_behind_every_page_and_a_final_document_has_none(full):
    wanted = options("fr", draft=True, sections=("3e",))
    _sheets, data = made(coresia(), wanted)
    section = opened(data).sections[0]
    for band in (section.header, section.first_page_header):
        assert 'behindDoc="1"' in band._element.xml
    assert 'behindDoc="1"' not in opened(full[1]).sections[0].header._element.xml


def test_a_document_tells_its_title_language_and_the_date_of_the_report(full):
    sheets, data = full
    told = opened(data).core_properties
    assert told.title == fromstring(sheets.html).find("head/title").text
    assert told.language == "en-GB"
    assert f"{told.created:%Y-%m-%dT%H:%M:%SZ}" == sheets.moment
    assert told.modified == told.created


def test_the_same_edition_has_the_same_bytes(full):
    sheets, data = full
    assert document_of(sheets, PaperSize.A4) == data


def test_annex_b_has_every_position_and_range_of_the_results(full):
    _sheets, data = full
    table = next(
        one for one in opened(data).tables if one.rows[0].cells[-1].text == "Joint"
    )
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    sections = decided(discussed()).results.sections
    found = [(one, part) for one in sections for part in (one.law, one.practice)]
    assert len(rows) == len(found)
    for row, (_section, part) in zip(rows, found, strict=True):
        told = {cell.rstrip("*") for cell in row[3:6]}
        assert told == {level_text(part.position(who).level) for who in BENCHES}
        assert row[6] == level_text(part.range)
        assert row[9] == (str(part.joint_level) if part.joint_level else "–")


@pytest.mark.parametrize("language", ["en", "fr", "both"])
def test_captions_are_counted_by_the_program_that_edits(given, language):
    """Word lists figures and tables by these fields, and counts them anew."""
    _sheets, data = made(given, options(language))
    document = opened(data)
    captions = [
        one
        for one in document.element.body.iter(qn("w:p"))
        if (style := one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None
        and style.get(qn("w:val")) == document.styles["Caption"].style_id
    ]
    codes = [
        "".join(told.text for told in one.iter(qn("w:instrText"))).split()
        for one in captions
    ]
    assert len(codes) >= 8
    assert {code[0] for code in codes} == {"SEQ"}
    names = {"en": {"Figure", "Table"}, "fr": {"Figure", "Tableau"}}
    expected = names.get(language) or names["en"] | names["fr"]
    assert {code[1] for code in codes} == expected
    counted = dict.fromkeys(expected, 0)
    for one, code in zip(captions, codes, strict=True):
        counted[code[1]] += "\\c" not in code
        said = "".join(text.text or "" for text in one.iter(qn("w:t"))).split(".")[0]
        assert said.split()[-1] == str(counted[code[1]]), said
    if language == "both":
        return  # its lists stand side by side, in no field
    lists = [
        told.text.split()
        for told in document.element.body.iter(qn("w:instrText"))
        if " TOC " in told.text
    ]
    assert [one for one in lists if "\\o" in one], "the contents gather headings"
    gathered = {one[-1].strip('"') for one in lists if "\\c" in one}
    assert gathered == expected
    assert len(lists) == 1 + len([one for one in lists if "\\c" in one])


def test_a_column_is_as_wide_as_its_longest_word_where_others_have_room():
    page = fromstring(
        "<html><body><table><tr><th>Section</th><th>Differs</th><th/></tr>"
        "<tr><th>Cohérence des politiques</th><td>différent</td>"
        '<td><img class="strip" src="a"/></td></tr></table></body></html>'
    )
    css = "td { width: 11mm } th + th { width: 11mm } th + th + th { width: 34mm }"
    first, second, third = Widths(css, page).columns(page.find(".//table"), 100)
    assert second >= len("différent") * 1.6
    assert (third, first + second + third) == (34, pytest.approx(100))


def test_the_code_to_sign_by_can_be_read(given):
    _sheets, data = made(given, options("fr", Edition.RECORD))
    found = opened(data).inline_shapes
    codes = [one for one in found if one.width == one.height and one.width.mm > 30]
    assert len(codes) == 2
    assert {round(one.width.mm) for one in codes} == {34}
    with zipfile.ZipFile(BytesIO(data)) as whole:
        sizes = [
            Image.open(BytesIO(whole.read(name))).size
            for name in whole.namelist()
            if name.startswith("word/media/")
        ]
    assert max(sizes) >= (400, 400)


def test_a_question_before_a_quotation_is_small_and_no_lead():
    setting = Setting(print, 100, Face("en"), tag="p", own=frozenset({"small", "lead"}))
    assert block_style(setting, titled=True) == "Small"
