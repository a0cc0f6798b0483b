"""Checking before handing in: what is missing, what was said, the way back to it."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from support.answering import seat
from support.person import ROLE

from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    NoAnswer,
    PartAnswer,
)

__all__ = ["seat"]


def rated(item, law, practice, **more):
    parts = {"law": PartAnswer(law), "practice": PartAnswer(practice)}
    return Answer(item, parts=parts, **more)


@pytest.fixture
def checking(seat, tmp_path):
    """A government's answers: a little of everything, much of it missing."""
    seat.begin(tmp_path / "a.spfa", Constituency.GOVERNMENT)
    law = (Evidence(EvidenceKind.LAW, Grade.B, "Act", "art. 2", "2019"),)
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    bare = PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE)
    for answer in (
        rated("3a.1", 2, 3, evidence=law),
        rated("3b.0", 4, 1),
        Answer("3a.2", parts={"practice": unknown}),
        Answer("3c.1", parts={"practice": bare}),
        Answer("3b.3", parts={"value": PartAnswer("partly")}),
        Answer("3e.2", parts={"value": PartAnswer(("cost", "trust"))}),
        Answer("3o.3", parts={"received": PartAnswer(Figure(total="12"))}),
        Answer("3o.2", parts={"value": PartAnswer(("impartial", "rapid"))}),
    ):
        assert seat.hub.answer(answer)
    seat.window.show_page("check")
    seat.settle()
    return seat


def line(seat, item):
    """Return the line of an item as it is read out."""
    heard = seat.person.hears()
    found = [
        name for name in heard if name.startswith(f"{item} ") and " – " not in name
    ]
    return found[-1] if found else ""


def test_every_answer_is_read_out_in_full_words(checking):
    assert line(checking, "3a.1") == (
        "3a.1 Universality of protection, In law: 2 Emerging, In practice: 3 Moderate,"
        " 1 source, grade B"
    )
    assert "practice only, ?  Don't know" in line(checking, "3a.2")
    assert "Not applicable, no reason" in line(checking, "3c.1")
    assert "Partly" in line(checking, "3b.3")
    assert "2 ranks of 8, ranking not complete" in line(checking, "3e.2")
    assert "figures: 1 of 3" in line(checking, "3o.3")
    assert "2 options" in line(checking, "3o.2")
    assert "left blank" in line(checking, "3c.0")


def test_of_several_texts_it_is_told_how_many_there_are(checking):
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    checking.hub.answer(
        Answer("abnd.5b", {"exists": PartAnswer("One"), "planned": unknown})
    )
    item = checking.hub.consultation.questionnaire.item("abnd.5c")
    parts = {part.name: unknown for part in item.parts}
    checking.hub.answer(Answer("abnd.5c", parts))
    checking.settle()
    assert "texts: 1 of 5" in line(checking, "abnd.5b")
    assert "Don't know" in line(checking, "abnd.5c")
    assert "left blank" in line(checking, "abnd.5d")


def test_a_section_of_several_paragraphs_is_named_by_all_of_them(checking):
    title = checking.hub.consultation.questionnaire.section("p1").title["en"]
    assert checking.person.perceives(f"Paragraphs 1, 2, 4 and 6 · {title}")


def test_a_high_level_without_a_source_carries_an_asterisk(checking):
    assert "4 Advanced *" in line(checking, "3b.0")
    assert "3 Moderate," in line(checking, "3a.1")
    assert checking.person.perceives("* a level 3 or 4 that rests on a statement")


def test_what_is_missing_stands_on_top_with_links_to_the_field(checking):
    links = [name for name in checking.person.hears() if " – " in name][1:]
    assert links[0].endswith(" – No answer: answer it, or say why there is none")
    checking.person.presses(next(name for name in links if name.startswith("3b.1")))
    assert checking.window.page_name == "answering"
    assert checking.page.here == "3b.1"


def test_a_link_goes_to_the_very_box(checking):
    checking.hub.answer(rated("3a.1", 2, 3))
    checking.window.show_page("answering", ("3o.3", "received"))
    checking.settle()
    why = "Why are figures for women and men missing? (Paragraph 21)"
    assert checking.person.focused() == why


def test_the_first_lines_name_how_many_more_there_are(checking):
    more = [name for name in checking.person.hears() if name.startswith("and ")]
    assert len(more) == 1
    checking.person.presses(more[0])
    assert not line(checking, "3a.1")
    assert line(checking, "3c.0")


def test_filters_show_a_part_and_count_it(checking):
    names = {
        name.split(" (")[0]: name
        for name in checking.person.hears()
        if name.endswith(")") and " (" in name and len(name) < 40
    }
    checking.person.presses(names["Without a rating"])
    assert line(checking, "3a.2")
    assert not line(checking, "3a.1")
    checking.person.presses(names["Grade D or no source"])
    assert line(checking, "3b.0")
    assert not line(checking, "3a.1")
    assert not line(checking, "3c.0")


def test_a_filter_that_nothing_fits_says_so(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    seat.window.show_page("check")
    seat.settle()
    assert not seat.person.perceives("No question fits the filter.")
    seat.person.presses("Grade D or no source (0)")
    assert seat.person.perceives("No question fits the filter.")
    assert not seat.person.perceives("Your answers")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_stands_right_below_its_head_and_whole(checking, language):
    checking.speak(Words(language))
    page = checking.window.page("check")
    list_, head = page._list, page._head
    for width in (1366, 1200, 800):
        for scale in (1.0, 1.25):
            checking.window.resize(width, 768)
            checking.hub.look.choose(scale=scale)
            for button in page._filters.buttons.values():
                button.click()
                checking.settle()
                if not list_.isVisible():
                    continue
                last = list_.model().index(list_.model().rowCount() - 1, 0)
                assert list_.y() == head.y() + head.height()
                assert 0 <= list_.height() - list_.visualRect(last).bottom() <= 2
    checking.hub.look.choose(scale=1.0)


def test_law_and_practice_are_told_apart_where_they_stand_below_one_another(checking):
    line_ = checking.window.page("check")._model.line(1)
    assert line_.names == ("In law", "In practice")
    delegate = checking.window.page("check")._list.itemDelegate()
    unnamed = dataclasses.replace(line_, names=("", ""))
    pictures = []
    for one in (line_, unnamed):
        image = QImage(400, delegate.height(one, 400), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        delegate._paint_item(painter, image.rect(), one)
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1]
    below = delegate.link(line_, pictures[0].rect()).bottom() + 1
    dark = [
        (x, y)
        for x in range(400)
        for y in range(below - 18, pictures[0].height())
        if pictures[0].pixelColor(x, y).lightness() < 60
    ]
    assert dark == []  # the link alone stands there, in its own colour


def test_five_no_answers_and_four_grades_are_counted_apart(checking):
    heard = checking.person.hears()
    for name, count in (
        ("Don't know", "1"),
        ("Not applicable", "1"),
        ("Prefers not to answer", "0"),
        ("Not asked", "1"),
        ("Grade B", "1"),
        ("Grade D", "0"),
    ):
        assert heard[heard.index(name) + 1] == count, name
    assert "Left blank" in heard


def test_enter_and_the_link_open_the_question(checking):
    list_ = checking.person.find("Your answers", ROLE.List).object()
    list_.setFocus()
    checking.person.keys("Home", "Return")
    assert checking.window.page_name == "answering"
    first = checking.page.here
    checking.window.show_page("check")
    checking.settle()
    list_.scrollToTop()
    row = 1
    index = list_.model().index(row, 0)
    box = list_.visualRect(index)
    delegate = list_.itemDelegate()
    aim = delegate.link(list_.model().line(row), box).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(aim))
    assert checking.window.page_name == "answering"
    assert checking.page.here == first


def test_a_click_beside_the_link_stays(checking):
    list_ = checking.person.find("Your answers", ROLE.List).object()
    box = list_.visualRect(list_.model().index(1, 0))
    QTest.mouseClick(
        list_.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(90, 9)
    )
    assert checking.window.page_name == "check"


def test_everything_is_said_in_french_with_its_numbers(checking):
    before = checking.person.hears()
    checking.speak(Words("fr"))
    assert line(checking, "3a.1") == (
        "3a.1 Universalité de la protection, En droit\u00a0: 2 Émergent,"
        " En pratique\u00a0: 3 Intermédiaire, 1 source, cote B"
    )
    assert len(checking.person.hears()) == len(before)


def test_observers_are_not_told_that_ratings_are_missing(seat, tmp_path):
    seat.begin(tmp_path / "o.spfa", Constituency.OBSERVERS)
    seat.window.show_page("check")
    seat.settle()
    assert not seat.person.perceives("to check before you hand in")


def test_one_goes_back_to_where_one_was(checking):
    checking.go("3d.1")
    checking.window.show_page("check")
    checking.settle()
    checking.person.presses("Back to the questions")
    assert checking.page.here == "3d.1"


def test_observers_see_their_comments(seat, tmp_path):
    seat.begin(tmp_path / "o.spfa", Constituency.OBSERVERS)
    assert seat.hub.answer(Answer("3a.1", comment="Seen from outside"))
    seat.window.show_page("check")
    seat.settle()
    assert "Seen from outside" in line(seat, "3a.1")
    assert "no comment" in line(seat, "3a.2")
    assert not seat.person.perceives("Without a rating (")
