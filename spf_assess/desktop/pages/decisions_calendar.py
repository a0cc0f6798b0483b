"""Actions over the years: in words at the left, as a bar at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.decided import period_text, what_text
from spf_assess.desktop.pages.decisions_part import Card
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import ColumnsLayout, Label
from spf_assess.desktop.parts.paint import rounded
from spf_assess.i18n import Words
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import Action, ActionStatus

_LEAST, _WEIGHTS, _GAP = 560, (2, 3), 16
_TALL, _BAR, _LEAST_BAR = 26, 12, 6
_MOST_YEARS = 40
Years = tuple[int, int]


class CalendarCard(Card):
    """Hidden while no action has a date."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        self._actions: tuple[Action, ...] = ()
        self._content = Changing()
        self._undated = Label(role="small")
        self.add(self._content, self._undated)

    def speak(self, words: Words) -> None:
        """Say everything anew."""
        self._words = words
        self.refresh()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions."""
        self._actions = tuple(actions)
        self.refresh()

    def refresh(self) -> None:
        """Show them anew."""
        words = self._words
        if words is None:
            return
        dated = [(one, days) for one in self._actions if (days := days_of(one))]
        self.setVisible(bool(dated))
        self._content.put(self._build(words, dated) if dated else None)
        self.head(
            words("Calendar"),
            words(
                "Each bar goes from the first to the last day of an action. An arrow:"
                " no end is fixed."
            ),
        )
        without = len(self._actions) - len(dated)
        self._undated.say(
            words.plural(
                "{number} action has no date yet.",
                "{number} actions have no date yet.",
                without,
            )
        )
        self._undated.setVisible(bool(without))

    def _build(
        self, words: Words, dated: Sequence[tuple[Action, tuple[date, date]]]
    ) -> QWidget:
        years = (
            min(days[0].year for _one, days in dated),
            max(days[1].year for _one, days in dated),
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        told = " – ".join(str(one) for one in dict.fromkeys(years))
        column.addWidget(_row(Label(told, "label"), Axis(years)))
        for action, days in dated:
            what = what_text(words, action)
            name = words("{number}. {what}", number=action.sequence, what=what)
            status = action_status_name(words, action.status)
            when = period_text(words, action)
            text = QWidget()
            lines = QVBoxLayout(text)
            lines.setContentsMargins(0, 3, 0, 3)
            lines.setSpacing(0)
            lines.addWidget(Label(name, "small_strong"))
            lines.addWidget(Label(f"{when}, {status}", "small"))
            lines.addStretch(1)
            column.addWidget(_row(text, Span(years, days, action)))
        return content


def days_of(action: Action) -> tuple[date, date] | None:
    """Return the days of an action; None without a date, or with one that is none."""
    from spf_assess.report.action_plan import days_of as days_in_plan

    try:
        found = days_in_plan(action)
    except ValueError:  # typed and not recorded yet
        return None
    return found if found is None or found[0] <= found[1] else None


class _Years(QWidget):
    """Something drawn on the scale of the years."""

    def __init__(self, years: Years) -> None:
        super().__init__()
        self._years = years
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)  # the lines of the years meet

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(240), look.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(110), look.px(_TALL))

    def x_of(self, day: date) -> float:
        """Return where a day lies, in pixels from the left."""
        first, last = self._years
        begins = date(first, 1, 1).toordinal()
        whole = date(last, 12, 31).toordinal() + 1 - begins
        return (self.width() - 1) * (day.toordinal() - begins) / whole

    def paint_years(self, painter: QPainter) -> None:
        """Draw a hair line where each year begins."""
        tokens = current().tokens
        painter.setPen(QPen(QColor(tokens.line), 1))
        first, last = self._years
        if last - first > _MOST_YEARS:
            return
        for year in range(first, last + 1):
            x = round(self.x_of(date(year, 1, 1)))
            painter.drawLine(x, 0, x, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())


class Axis(_Years):
    """The years above the bars; those that have no room are left out."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        self.paint_years(painter)
        font = look.font("label")
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text2))
        metrics, free = QFontMetrics(font), 0.0
        first, last = self._years
        for year in range(first, last + 1):
            x, word = self.x_of(date(year, 1, 1)) + 4, str(year)
            wide = metrics.horizontalAdvance(word)
            if x < free or x + wide > self.width():
                continue
            box = QRectF(x, 0, wide + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            free = x + wide + 4


class Span(_Years):
    """One action as a bar; how far it has come changes its filling and its frame.

    The words beside it say all of it, so that screen readers pass it by.
    """

    def __init__(self, years: Years, days: tuple[date, date], action: Action) -> None:
        super().__init__(years)
        self._days, self._status = days, action.status
        self._open_end = not action.ends_on

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        tokens = look.tokens
        self.paint_years(painter)
        left, right = self.x_of(self._days[0]), self.x_of(self._days[1])
        tall = look.px(_BAR)
        wide = max(float(look.px(_LEAST_BAR)), right - left)
        left = min(left, self.width() - 1 - wide)
        box = QRectF(left, look.px(7), wide, tall)
        if self._open_end:  # room for the arrow's head
            box.setRight(min(box.right(), max(left + tall, self.width() - tall)))
        fill, border, dashed = {
            ActionStatus.PLANNED: (tokens.surface, tokens.outline, False),
            ActionStatus.BEGUN: (tokens.accent_soft, tokens.accent, False),
            ActionStatus.DONE: (tokens.accent, tokens.accent, False),
            ActionStatus.DELAYED: (tokens.warn_soft, tokens.warn, False),
            ActionStatus.DROPPED: (None, tokens.control, True),
        }[self._status]
        rounded(painter, box, 3, fill, border, 1.5, dashed=dashed)
        if self._open_end:
            self._paint_arrow(painter, box, border)

    def _paint_arrow(self, painter: QPainter, box: QRectF, colour: str) -> None:
        """Let a bar without an end go on as an arrow beyond what is drawn."""
        tip = QPointF(self.width() - 2, box.center().y())
        side = box.height() / 3
        painter.setPen(QPen(QColor(colour), 1.5))
        if tip.x() - side > box.right():
            painter.drawLine(QPointF(box.right(), tip.y()), tip)
        head = [tip + QPointF(-side, -side), tip, tip + QPointF(-side, side)]
        painter.drawPolyline(head)


def _row(words: QWidget, drawn: QWidget) -> QWidget:
    row = QWidget()
    columns = ColumnsLayout(row, least=_LEAST, weights=_WEIGHTS, gap=_GAP)
    columns.addWidget(words)
    columns.addWidget(drawn)
    return row
