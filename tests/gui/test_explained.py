"""Terms are explained where the pointer rests, and to those who listen."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from spf_assess.desktop.pages.terms import TermsFold, explain
from spf_assess.desktop.parts.explained import ExplainedLabel, Explanation
from spf_assess.i18n import Words

TEXT = "How far does the social protection floor reach persons in the informal economy?"


@pytest.fixture
def label(qtbot):
    made = ExplainedLabel(TEXT, "question", marked=True)
    qtbot.addWidget(made)
    explain(made, TEXT, "en")
    made.resize(300, made.heightForWidth(300))
    made.show()
    yield made
    QToolTip.hideText()


def rest(label, point):
    """Let the pointer rest on a place; return the tip that is shown."""
    where = label.mapToGlobal(point)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, point, where))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_the_pointer_on_a_term_shows_what_it_means(label):
    floor, informal = label.explained
    assert TEXT[floor.start : floor.end] == "social protection floor"
    tip = rest(label, label.boxes(floor)[0].center())
    assert tip.startswith("<p>social protection floor: A set of")
    assert "informal economy: Work" in rest(label, label.boxes(informal)[0].center())


def test_a_term_that_wraps_is_explained_on_both_lines(label):
    label.resize(150, label.heightForWidth(150))
    floor = label.explained[0]
    boxes = label.boxes(floor)
    assert len(boxes) > 1
    for box in boxes:
        assert label.told_at(box.center().x(), box.center().y()) == floor.told


def test_elsewhere_nothing_is_shown(label):
    assert rest(label, QPoint(2, 2)) == ""
    assert label.told_at(-5, -5) == ""


def test_those_who_listen_hear_the_meaning_after_the_words(label):
    node = QAccessible.queryAccessibleInterface(label)
    assert node.text(QAccessible.Text.Name) == TEXT
    told = node.text(QAccessible.Text.Description)
    assert "A set of basic social security guarantees" in told
    assert "Work and economic units" in told


def test_markup_in_an_explanation_is_shown_as_it_is_written(qtbot):
    made = ExplainedLabel("floor", "text")
    qtbot.addWidget(made)
    made.explain([Explanation(0, 5, '<img src="file:///x"> & co')])
    made.resize(200, 30)
    made.show()
    assert "&lt;img" in rest(made, made.boxes(made.explained[0])[0].center())
    QToolTip.hideText()


def test_dots_are_drawn_under_terms_only_where_they_are_wanted(qtbot):
    pictures = []
    for marked in (True, False):
        made = ExplainedLabel("the floor", "text", marked=marked)
        qtbot.addWidget(made)
        explain(made, "the floor", "en")
        made.resize(120, 30)
        pictures.append(made.grab().toImage())
    assert pictures[0] != pictures[1]


def test_the_fold_lists_each_term_once_and_hides_without_any(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    fold = TermsFold("T", page)
    fold.show_texts([TEXT, TEXT], Words("en"))
    assert fold.head.accessibleName() == (
        "Terms used here, social protection floor and informal economy"
    )
    fold.open()
    texts = ["Quel est le socle ?"]
    fold.show_texts(texts, Words("fr"))
    assert [term.name for term in fold.terms] == ["social_protection_floor"]
    assert fold.content is not None
    fold.show_texts(["Nothing."], Words("en"))
    assert fold.isHidden()


def test_a_fold_that_stands_nowhere_yet_opens_no_window(qtbot):
    fold = TermsFold()
    qtbot.addWidget(fold)
    fold.show_texts([TEXT], Words("en"))
    assert not fold.isVisible()
