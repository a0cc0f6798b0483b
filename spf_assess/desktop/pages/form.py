"""A page to fill in before something is made: title, errors, fields, foot."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.measure import Measure, MeasureLayout
from spf_assess.desktop.parts.notice import ErrorSummary
from spf_assess.desktop.parts.scroll import QuietScroll
from spf_assess.desktop.parts.surface import Surface

_MEASURE = 760
_SIDE = 56


class FormPage(Page):
    """What such pages have in common; a subclass adds its fields to ``column``.

    ``check`` returns what is to be mended, by the widget to go to; ``make`` does what
    the page is for, once nothing is.
    """

    back_page = "start"  # where one goes back to

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(_SIDE, 24, _SIDE, 24)
        holder, inner = QWidget(), Measure(_MEASURE)
        MeasureLayout(holder).addWidget(inner)
        around.addWidget(holder)
        around.addStretch(1)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.heading, self.lead = Label(role="title"), Label(role="second")
        self.errors = ErrorSummary()
        self.errors.chosen.connect(self._go_to)
        for part in (self.heading, self.lead, self.errors):
            self.column.addWidget(part)
        self._scroll = QuietScroll(content)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._build_foot())

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the foot last, which was built before the fields."""
        super().showEvent(event)
        follow(self)

    def title(self) -> str:
        return self.heading.said

    def check(self) -> Mapping[QWidget, str]:
        """Return what is to be mended: the widget to go to and the sentence."""
        raise NotImplementedError

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        """Show what is to be mended beside each field; empty: nothing is."""
        raise NotImplementedError

    def make(self) -> None:
        """Do what the page is for."""
        raise NotImplementedError

    def say_foot(self, back: str, make: str) -> None:
        """Say the buttons' words."""
        self._back.say(back)
        self._make.say(make)

    @property
    def make_button(self) -> Button:
        """The button that does what the page is for."""
        return self._make

    def try_to_make(self) -> None:
        """Make it, or show what is to be mended first."""
        found = self.check()
        self._show_errors(found)
        if found:
            next(iter(found)).setFocus()
            self._scroll.show_focus_soon()
        else:
            self.make()

    def refresh_errors(self) -> None:
        """Say shown errors anew, in another language or after something was mended."""
        if self.errors.isVisibleTo(self):
            self._show_errors(self.check())

    def _show_errors(self, found: Mapping[QWidget, str]) -> None:
        self.tell_errors(found)
        heading = self.hub.words.plural(
            "{number} point to correct first",
            "{number} points to correct first",
            len(found),
        )
        self.errors.tell(heading, [(text, widget) for widget, text in found.items()])

    def _build_foot(self) -> QWidget:
        foot = Surface("foot")
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 10, _SIDE, 10)
        left, right = QWidget(), QWidget()
        self._back, self._make = Button(), Button(role="primary")
        FlowLayout(left).addWidget(self._back)
        FlowLayout(right).addWidget(self._make)
        edges.addWidget(left)
        edges.addWidget(right)
        self._back.clicked.connect(lambda: self.wanted.emit(self.back_page, None))
        self._make.clicked.connect(self.try_to_make)
        return foot

    def _go_to(self, widget: object) -> None:
        if isinstance(widget, QWidget):
            widget.setFocus()
