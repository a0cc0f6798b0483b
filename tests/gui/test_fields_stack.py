"""Groups of rows: what comes into view is measured and laid out once."""

import pytest
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import Button, FlowLayout, Label

WIDTH, HEIGHT = 600, 20
WORDS = "Words of a hint that do not fit into one line of the page. " * 6


class Asked(QWidget):
    """Remembers at which widths it was measured."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        self.widths.append(width)
        return HEIGHT


@pytest.fixture
def page(qapp):
    """Return a group on a window that is shown."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    group = Stack()
    column.addWidget(group)
    column.addStretch(1)
    window.resize(WIDTH, 500)
    window.show()
    settle()
    yield group
    window.close()


def settle() -> None:
    for _turn in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def question() -> tuple[Stack, Asked]:
    """Return a group with a group in it, as a question has its field."""
    outer, field, asked = Stack(), Stack(), Asked()
    line = QWidget()
    flow = FlowLayout(line)
    flow.addWidget(Button("Clear", role="link"))
    flow.addWidget(Label("Small words", wraps=False))
    field.add(Label(WORDS))
    field.add(asked, 6)
    outer.add(line)
    outer.add(field, 14)
    return outer, asked


def test_what_comes_into_view_is_measured_once_and_at_its_own_width(page):
    one, asked = question()
    page.show_more([(0, one, 0)])
    settle()
    assert asked.widths == [WIDTH]


def test_what_comes_into_view_stands_at_once_where_it_stays(page):
    first, second = question()[0], question()[0]
    page.show_more([(0, first, 0), (1, second, 14)])
    widgets = [first, second, *first.findChildren(QWidget)]
    before = [widget.geometry() for widget in widgets]
    settle()
    assert [widget.geometry() for widget in widgets] == before
    assert second.y() == first.height() + 14


def test_words_said_anew_are_measured_anew(page):
    one, _asked = question()
    page.show_more([(0, one, 0)])
    settle()
    before = one.height()
    label = next(each for each in one.findChildren(Label) if each.said == WORDS)
    label.say(WORDS * 2)
    settle()
    assert one.height() > before


def test_a_group_shown_while_its_window_is_not_is_laid_out_when_it_is(page):
    page.window().hide()
    one, asked = question()
    page.show_more([(0, one, 0)])
    page.window().show()
    settle()
    assert asked.widths[-1] == WIDTH
    assert asked.width() == WIDTH
    assert asked.height() == HEIGHT
