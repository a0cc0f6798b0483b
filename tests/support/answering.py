"""A representative's seat: fields alone, or the real window over an answer file."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from support.desk import Chooser
from support.person import BUTTONS, ROLE, Person, name_of, walk

from spf_assess.desktop.fields import Field, field_for
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import Look
from spf_assess.desktop.pages.answering import AnsweringPage
from spf_assess.desktop.parts import QuietScroll
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Item,
    ItemKind,
    PartAnswer,
    Problem,
    RespondentKind,
    Text,
)
from spf_assess.questionnaire import load_questionnaire


class Reader(Person):
    """Someone answering: things are looked for within a group where names repeat."""

    def within(self, group: str, name: str, *roles: ROLE) -> QAccessibleInterface:
        """Return the one thing of this name in the group of that name."""
        groups = [
            node
            for node in self.tree()
            if node.role() == ROLE.Grouping and name_of(node).startswith(group)
        ]
        hits = [
            node
            for one in groups
            for node in walk(one)
            if name_of(node).startswith(name) and (not roles or node.role() in roles)
        ]
        assert len(hits) == 1, f"{len(hits)} named {name!r} within {group!r}"
        return hits[0]

    def picks(self, group: str, name: str) -> None:
        """Click an option of a group."""
        node = self.within(group, name, *BUTTONS)
        widget = node.object()
        assert isinstance(widget, QWidget)
        _bring_into_view(widget)
        self.clicks(node)

    def presses(self, name: str) -> None:
        """Click a button, scrolling to it first as a person would."""
        node = self.find(name, *BUTTONS)
        widget = node.object()
        assert isinstance(widget, QWidget)
        _bring_into_view(widget)
        self.clicks(node)

    def chosen(self, group: str) -> list[str]:
        """Return the names of what is chosen within a group."""
        return [
            name_of(node)
            for one in self.tree()
            if one.role() == ROLE.Grouping and name_of(one).startswith(group)
            for node in walk(one)
            if node.role() in BUTTONS and node.state().checked
        ]


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QuietScroll):
            above.ensureWidgetVisible(widget, 0, 20)
        above = above.parentWidget()
    for _turn in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@dataclass
class Table:
    """One field on a table of its own, and everything it told."""

    window: QWidget
    field: Field
    person: Reader
    given: dict[str, PartAnswer] = field(default_factory=dict)
    typed: dict[str, PartAnswer] = field(default_factory=dict)
    specified: list[str] = field(default_factory=list)

    def show(self, *parts: tuple[str, PartAnswer], specify: str = "") -> None:
        """Show an answer as it would come from the file."""
        answer = Answer(self.field.item.id, parts=dict(parts), specify=specify)
        self.field.show_answer(answer)
        self.person.settle()

    def speak(self, words: Words) -> None:
        """Say everything in another language."""
        self.field.speak(words)
        self.person.settle()


def item_of(item_id: str, **changes: Any) -> Item:
    """Return an item of the official questionnaire, with changes."""
    return replace(load_questionnaire().item(item_id), **changes)


def item_of_kind(kind: ItemKind) -> Item:
    """Return the first item of a kind (a text item stands in for a date)."""
    for item in load_questionnaire().items():
        if item.kind is kind:
            return item
    assert kind is ItemKind.DATE
    return replace(item_of_kind(ItemKind.TEXT), kind=ItemKind.DATE)


@pytest.fixture
def lay(qtbot: Any) -> Any:
    """Return what lays a field for an item on a table of its own."""

    def laid(
        item: Item, *, size: tuple[int, int] = (756, 768), words: Words | None = None
    ) -> Table:
        window = QWidget()
        shown = field_for(item, load_questionnaire())
        shown.speak(words or Words("en"))
        column = QVBoxLayout(window)
        column.addWidget(QuietScroll(shown))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        table = Table(window, shown, Reader(window))
        shown.given.connect(lambda name, part: table.given.update({name: part}))
        shown.typed.connect(lambda name, part: table.typed.update({name: part}))
        shown.specified.connect(table.specified.append)
        table.person.settle()
        return table

    return laid


@dataclass
class Seat:
    """The real window of one representative."""

    hub: Hub
    window: MainWindow
    chooser: Chooser
    person: Reader
    problems: list[Problem] = field(default_factory=list)

    @property
    def page(self) -> AnsweringPage:
        """The page for answering."""
        page = self.window.page("answering")
        assert isinstance(page, AnsweringPage)
        return page

    def begin(
        self,
        path: Path,
        constituency: Constituency = Constituency.WORKERS,
        kind: RespondentKind = RespondentKind.PERSON,
    ) -> None:
        """Begin a self-assessment in a new file."""
        assert self.hub.alone(
            path,
            constituency=constituency,
            kind=kind,
            title=Text.of(en="Coresia 2026", fr="Coresia 2026"),
        ), self.problems
        self.settle()

    def answer(self, item: str) -> Answer:
        """Return what the file holds for an item."""
        open_ = self.hub.consultation
        assert open_ is not None
        return open_.response(open_.me().id).answers.get(item, Answer(item))

    def go(self, item: str, part: str = "") -> None:
        """Go to a question."""
        self.window.show_page("answering", (item, part))
        self.settle()

    def speak(self, words: Words) -> None:
        """Choose another language."""
        self.hub.speak(words)
        self.settle()

    def person_name(self, widget: QWidget) -> str:
        """Return what is read out for a widget."""
        return name_of(QAccessible.queryAccessibleInterface(widget))

    def settle(self) -> None:
        """Let the window lay itself out, and lazily built questions be built."""
        for _turn in range(12):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        QApplication.sendPostedEvents()  # what was built last is laid out too


@pytest.fixture
def seat(qtbot: Any) -> Iterator[Seat]:
    """The window in English, light, 100 %, 1366 x 768, with nothing open."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    QAccessible.setActive(True)  # someone listens: lists then tell of their changes
    look = Look("light", 1.0)
    look.put_on(application)
    hub = Hub(Words("en"), look)
    chooser = Chooser()
    hub.files = chooser
    window = MainWindow(hub)
    qtbot.addWidget(window)
    window.show_page("start")
    window.show()
    window.activateWindow()
    taken = Seat(hub, window, chooser, Reader(window))
    hub.problem.connect(taken.problems.append)
    taken.settle()
    yield taken
    window.page("answering").leave()
    hub.close()
    window.close()
    QAccessible.setActive(False)
    look.choose("light", 1.0)


def role_of(widget: QWidget) -> ROLE:
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).role()
