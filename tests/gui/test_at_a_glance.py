"""What is seen at once: lines that align, words that fit, hints that apply here."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from support.answering import Table, item_of, lay, role_of, seat
from support.collected import create, invite_three
from support.desk import desk, said
from support.person import ROLE
from support.reading import clipped_texts, overlapping, settle

from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.fields.writing import WritingLine
from spf_assess.desktop.models.check_cells import _shortened
from spf_assess.desktop.models.outline import Kind, Line, in_columns
from spf_assess.desktop.pages.facilitator import PARTICIPANTS, POSITIONS, REPORT
from spf_assess.desktop.parts import Button, ColumnsLayout, ErrorSummary
from spf_assess.i18n import Words, section_heading
from spf_assess.model import Constituency, PartAnswer, RespondentKind, Text
from spf_assess.questionnaire import load_questionnaire

__all__ = ["desk", "lay", "seat"]

LONG = Text.of(
    en="Coresia: joint self-assessment of the social protection floor",
    fr="Corésie : auto-évaluation conjointe du socle de protection sociale",
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("who", list(Constituency))
def test_a_long_title_leaves_the_bar_one_line_high(seat, tmp_path, who, language):
    seat.speak(Words(language))
    seat.window.resize(1366, 768)
    path = tmp_path / "a.spfa"
    assert seat.hub.alone(path, constituency=who, kind=RespondentKind.BENCH, title=LONG)
    seat.settle()
    seat.window.bar.saved_sign.tell(seat.hub.words("Saved at {time}", time="10 h 42"))
    seat.settle()
    assert seat.window.bar.height() <= 48
    assert clipped_texts(seat.window.bar) == []
    assert overlapping(seat.window.bar) == []


def test_titles_of_a_group_begin_under_each_other():
    lines = [
        Line(Kind.GROUP, "", "", "Principles"),
        Line(Kind.SECTION, "3a", "3(a)", "Universality"),
        Line(Kind.GROUP, "", "", "Others"),
        Line(Kind.SECTION, "p1", "1, 2, 4, 6", "Objectives"),
        Line(Kind.SECTION, "p9", "9", "Benefits"),
        Line(Kind.ITEM, "9.1", "9.1", "Combination"),
    ]
    widest = [line.widest for line in in_columns(lines)]
    assert widest == ["", "3(a)", "", "1, 2, 4, 6", "1, 2, 4, 6", "9.1"]


@pytest.mark.parametrize(
    ("section", "language", "heading"),
    [
        ("3e", "en", "3(e)  Social inclusion"),
        ("3e", "fr", "3\u00a0e)  Inclusion sociale"),
        ("c102", "en", "Paragraphs 17 and 18 · Convention No. 102"),
        ("abnd", "en", "Paragraph 5 · Assessment matrix"),
        ("p13", "fr", "Paragraphes 13 à 18 · Stratégies d'extension"),
    ],
)
def test_a_heading_says_which_paragraphs_it_is_about(section, language, heading):
    found = load_questionnaire().section(section)
    assert section_heading(Words(language), found, found.short) == heading


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("3a.1", "Keys: 1–4 rate, D don't know, F1 all keys"),
        ("3b.1", "Keys: 1–9 choose, D don't know, F1 all keys"),
        ("3b.3", "Keys: 1–9 choose, D don't know, F1 all keys"),
        ("3a.3", "Keys: Page down goes on, F1 all keys"),
    ],
)
def test_the_keys_named_below_a_question_are_those_that_answer_it(
    seat, tmp_path, item, hint
):
    seat.window.resize(1366, 768)
    seat.begin(tmp_path / "a.spfa", Constituency.GOVERNMENT, RespondentKind.BENCH)
    seat.go(item)
    assert hint in said(seat.window)


def test_observers_are_not_told_keys_for_rating(seat, tmp_path):
    seat.window.resize(1366, 768)
    seat.begin(tmp_path / "a.spfa", Constituency.OBSERVERS)
    seat.go("3a.1")
    assert "Keys: Page down goes on, F1 all keys" in said(seat.window)


def test_where_nobody_is_invited_the_one_button_leads_to_the_participants(
    desk, tmp_path
):
    desk.open(create(tmp_path))
    desk.look_at(POSITIONS)
    view = desk.page.positions
    (button,) = [
        one
        for one in view.findChildren(Button)
        if one.isVisible() and one.role in ("primary", "plain")
    ]
    assert button.role == "primary"
    button.click()
    assert desk.page.tabs.currentIndex() == PARTICIPANTS
    assert "Fictitious country. Round 1: nobody has been invited yet." in said(
        desk.window
    )
    desk.look_at(REPORT)
    sentence = "Nobody has been invited yet: the report would hold no answers."
    assert sentence in said(desk.page.report)


def test_with_seats_there_are_packets_to_bring_in(desk, tmp_path):
    consultation = create(tmp_path)
    invite_three(consultation)
    desk.open(consultation)
    desk.look_at(POSITIONS)
    names = [one.said for one in desk.page.findChildren(Button) if one.isVisible()]
    assert "Bring packets in…" in names
    assert names.count("See the participants") == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_report_is_first_offered_in_the_language_one_reads(desk, tmp_path, language):
    desk.speak(Words(language))
    desk.open(create(tmp_path))
    desk.look_at(REPORT)
    assert desk.page.report.out.name == f"coresia.report.{language}.pdf"


@pytest.fixture
def page(qtbot):
    """An empty page of 760 pixels."""
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    page.resize(760, 600)
    page.show()
    page.activateWindow()
    settle()
    return page


@pytest.mark.parametrize(("width", "rows"), [(760, 1), (520, 2), (260, 4)])
def test_four_cards_stand_in_one_row_in_pairs_or_below_each_other(page, width, rows):
    row, cards = QWidget(), [Card() for _number in range(4)]
    columns = ColumnsLayout(row, least=600, gap=8)
    for card in cards:
        card.say(Wording("Employers"), "en")
        columns.addWidget(card)
    page.layout().addWidget(row)
    page.layout().addStretch(1)
    page.resize(width, 600)
    settle()
    assert len({card.y() for card in cards}) == rows
    assert overlapping(page) == []


def test_a_card_is_no_higher_than_its_words(page, qapp):
    card = Card()
    card.say(
        Wording("A", "official text, or statistic not older than three years"), "en"
    )
    columns = QWidget()
    ColumnsLayout(columns, least=100).addWidget(card)
    page.layout().addWidget(columns)
    page.layout().addStretch(1)
    settle()
    assert card.height() == card.heightForWidth(card.width())
    assert card.heightForWidth(card.width()) < card.heightForWidth(240)


def test_a_long_line_shows_its_beginning(page):
    line = WritingLine()
    page.layout().addWidget(line)
    line.show_text("Social Protection Statistics 2025, table 1.2")
    assert line.cursorPosition() == 0
    settle()
    line.setFocus()
    assert line.cursorPosition() == len(line.text())


def test_lines_of_an_error_summary_begin_under_its_title(page):
    summary = ErrorSummary()
    page.layout().addWidget(summary)
    summary.tell("1 point to correct first", [("Write the title in English.", "x")])
    settle()
    (line,) = summary.findChildren(Button)
    (title,) = [one for one in summary.children() if getattr(one, "said", "")]
    inside = line.mapTo(summary, line.rect().topLeft()).x() + 8
    assert inside == title.x()


def test_a_date_is_shown_as_it_is_asked_for(lay):
    table: Table = lay(item_of("8c.2"))
    table.show(("value", PartAnswer("2019-11-20")))
    (box,) = [
        one
        for one in table.field.findChildren(WritingLine)
        if role_of(one) is ROLE.EditableText and one.written
    ]
    assert box.written == "20/11/2019"
    assert "20 November 2019" in said(table.window)


def test_a_summary_ends_with_a_whole_word():
    written = "Domestic workers paid by the day, apprentices without a contract"
    told = _shortened(written)
    assert told.endswith("…")
    assert f"{told.removesuffix('…')} " in written
    assert _shortened("x" * 200).endswith("x…")
