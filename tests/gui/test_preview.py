"""Looking at an edition as it will print, by keyboard, from report and finding."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from support.collected import collect
from support.desk import desk
from support.leader import Leader

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.pages.preview_sheets import Opened
from spf_assess.model import Changes, Constituency, Problem, RespondentKind

__all__ = ["desk"]
WAIT = 60_000


@pytest.fixture
def language():
    return "en"


@pytest.fixture
def leader(desk, tmp_path, language):
    consultation, _seats = collect(tmp_path)
    desk.open(consultation)
    return Leader.sits_down(desk, language)


def preview(leader):
    return leader.desk.window.page("preview")


def waits(leader, qtbot):
    page = preview(leader)
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    qtbot.waitUntil(lambda: bool(page.sheets.drawn() or page._problem), timeout=WAIT)
    leader.desk.settle()
    return page


def looks_at_a_section(leader, qtbot):
    """From the positions of a section to its pages."""
    leader.turns_to("positions")
    leader.person.keys("Down", "Down", "Down", "Down")
    leader.presses("As it prints")
    return waits(leader, qtbot)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_finding_is_looked_at_as_it_prints_and_one_comes_back(leader, qtbot):
    page = looks_at_a_section(leader, qtbot)
    say = leader.say
    assert page.sheets.number >= 3
    section = leader.file.questionnaire.section("3e")
    titles = [page.contents.itemText(row) for row in range(page.contents.count())]
    assert any(say.text(section.title)[:20] in one for one in titles), titles
    assert leader.person.perceives(f"1 / {page.sheets.number}")
    leader.presses("To its answers")
    assert leader.desk.window.page("facilitator").isVisible()
    assert leader.desk.page.tabs.currentIndex() == place_of("positions")
    assert leader.person.perceives(say.text(section.short))
    assert page.sheets.number == 0  # what was made for looking is gone


def test_one_jumps_to_a_part_and_the_page_follows(leader, qtbot):
    page = looks_at_a_section(leader, qtbot)
    last = page.contents.count() - 1
    leader.person.tabs_to(page.contents.currentText())
    leader.person.keys("End")
    leader.desk.settle()
    assert page.sheets.page >= page._places[last].page - 1
    assert page.sheets.page > 0
    qtbot.waitUntil(lambda: page.sheets.page in page.sheets.drawn(), timeout=WAIT)


def test_a_page_is_read_out_with_its_text(leader, qtbot):
    page = looks_at_a_section(leader, qtbot)
    name = leader.say("Page {number} of {of}", number=1, of=page.sheets.number)
    assert "Coresia, consultation 2026" in leader.person.description_of(name)


def test_the_brief_is_chosen_looked_at_and_kept(leader, qtbot, tmp_path):
    leader.turns_to("report")
    form = leader.desk.page.report._form
    leader.person.tabs_to(leader.say("Full report"))
    leader.person.keys("Down")
    leader.presses("Preview")
    page = waits(leader, qtbot)
    assert page.sheets.number == 2
    kept = tmp_path / "brief.pdf"
    leader.desk.chooser.paths = [kept]
    leader.presses("Save the PDF…")
    assert leader.hears("The report is in {file}.", file=kept)
    assert len(pypdfium2.PdfDocument(kept)) == 2
    leader.presses("Back")
    assert form.options.edition.value == "brief"


def test_larger_and_smaller_keep_the_page(leader, qtbot):
    page = looks_at_a_section(leader, qtbot)
    page.sheets.go_to(1)
    before, width = page.sheets.page, page.sheets._sheets[1].width()
    leader.person.presses(leader.say("Larger"))
    leader.desk.settle()
    assert page.sheets._sheets[1].width() > width
    assert page.sheets.page == before
    leader.person.presses(leader.say("Smaller"))
    leader.desk.settle()
    assert page.sheets._sheets[1].width() == width


def test_all_pages_are_printed_in_their_size(leader, qtbot, tmp_path):
    page = looks_at_a_section(leader, qtbot)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    out = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(out))
    page.print_on(printer)
    printed = pypdfium2.PdfDocument(out)
    assert len(printed) == page.sheets.number
    for number, (wide, high) in enumerate(page.sheets._opened.sizes):
        assert printed[number].get_size() == pytest.approx((wide, high), abs=3)


def test_a_file_that_is_no_pdf_is_told(tmp_path: Path):
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7 cut")
    with pytest.raises(Problem) as told:
        Opened(path)
    assert told.value.code == "D-311"


def test_an_edition_that_cannot_be_made_is_told_with_its_code(leader, qtbot):
    leader.turns_to("positions")
    leader.file.path.unlink()
    leader.presses("As it prints")
    page = waits(leader, qtbot)
    assert page.sheets.number == 0
    assert leader.person.perceives("[")


def test_while_answers_are_awaited_the_report_is_provisional_and_says_so(
    leader, qtbot, tmp_path
):
    late = {"constituency": Constituency.WORKERS, "kind": RespondentKind.BENCH}
    assert leader.desk.hub.do(lambda open_: open_.invite(**late) and Changes())
    leader.turns_to("report")
    assert leader.person.perceives("4 of 5 seats have handed in")
    report = leader.desk.page.view("report")
    assert report.options.early
    assert not report._beside.export.isEnabled()
    leader.presses("Make a provisional report")
    qtbot.waitUntil(lambda: not report.rendering.running, timeout=WAIT)
    with pypdfium2.PdfDocument(report.out) as pdf:
        first = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "4 of 5 seats had handed in" in first
    assert leader.desk.hub.consultation.early_noted
    assert leader.desk.hub.do(lambda open_: open_.close_round())
    leader.desk.settle()
    assert leader.person.perceives("Make the report")
    assert not report.options.early
