"""What is not seen of a question is not built, and what comes later stands in order."""

import pytest
from PySide6.QtWidgets import QWidget
from support.answering import Seat, seat

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import FoldHead, Label
from spf_assess.model import Answer, PartAnswer

__all__ = ["seat"]


@pytest.fixture
def panel(seat: Seat, tmp_path):
    seat.begin(tmp_path / "own.spfa")
    return seat.page.sheet.panels[seat.page.here]


def test_a_part_that_is_not_shown_is_not_built(panel):
    assert panel.folds.shown("G") is None
    assert panel.folds.shown("M") is None
    assert len(panel.findChildren(FoldHead)) == len(panel.folds.by_key) == 3


def test_a_part_that_comes_later_stands_and_is_read_in_its_place(seat: Seat, panel):
    given = {"law": PartAnswer(1), "practice": PartAnswer(1)}
    panel.show_answer(Answer(panel.item.id, parts=given))
    seat.settle()
    folds = panel.folds
    assert folds.shown("G") is not None
    assert list(folds.by_key) == ["H", "G", "E", "C"]
    seen = sorted(folds.by_key.values(), key=QWidget.y)
    read = [one for one in folds.children() if isinstance(one, FoldHead)]
    assert seen == read == list(folds.by_key.values())
    panel.show_answer(Answer(panel.item.id))
    assert folds.shown("G") is None


def test_what_a_part_opens_is_seen_and_read_right_below_it(seat: Seat, panel):
    folds = panel.folds
    for key in ("E", "H", "H", "H"):  # opened, and the help again after it was let go
        assert panel.open_fold(key)
        seat.settle()
    told = [one for head in folds.by_key.values() for one in (head, head.content)]
    told = [one for one in told if one is not None]
    assert len(told) == 5
    assert sorted(told, key=QWidget.y) == told
    assert [one for one in folds.children() if one in told] == told
    assert len({one.y() for one in told}) == len(told)


@pytest.mark.parametrize("places", [(0, 1), (2, 3), (1, 2)])
def test_rows_shown_together_stand_where_they_belong(qtbot, places):
    stack = Stack()
    qtbot.addWidget(stack)
    for text in ("first", "second"):
        stack.add(Label(text), 4)
    stack.resize(300, 400)
    stack.show()
    new = [(place, Label(f"new {place}"), 4) for place in places]
    stack.show_more(new)
    qtbot.waitUntil(lambda: all(row.height() > 0 for row in stack.rows))
    assert [stack.rows[place] for place in places] == [row for _, row, _ in new]
    qtbot.waitUntil(
        lambda: (
            [row.y() for row in stack.rows] == sorted({row.y() for row in stack.rows})
        )
    )
    read = [one for one in stack.children() if isinstance(one, Label)]
    assert read == list(stack.rows)
    assert all(row.isVisible() and row.width() == 300 for row in stack.rows)
