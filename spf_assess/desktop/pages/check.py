"""Check your answers, before handing in."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.analysis import asked_items
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.check import CheckModel, Given, Show
from spf_assess.desktop.pages.check_brief import WIDTH, Brief
from spf_assess.desktop.pages.check_list import CheckHead, CheckList
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import (
    Button,
    ErrorSummary,
    FlowLayout,
    Label,
    QuietScroll,
    Surface,
)
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import Words, item_problem_text
from spf_assess.model import Constituency

_SIDE = 28
_BESIDE_FROM = 1000
_MOST_LINES = 4


class CheckPage(Page):
    """What is missing on top, every answer below it, the counts beside it."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._given: Given | None = None
        self._errors = ErrorSummary()
        self._heading = Label(role="title")
        self._model = CheckModel()
        self._head, self._list = CheckHead(), CheckList(self._model)
        self._brief = Brief()
        self._star, self._nothing = Label(role="small"), Label(role="second")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._content = self._build_content()
        self._scroll = QuietScroll(self._content)
        middle.addWidget(self._scroll, 1)
        self._beside = Surface("panel")
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(1, 0, 0, 0)
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._beside_scroll = QuietScroll(holder)
        beside.addWidget(self._beside_scroll)
        middle.addWidget(self._beside)
        outer.addLayout(middle, 1)
        outer.addWidget(self._build_foot())
        self._connect()
        self._arrange()

    def title(self) -> str:
        return self.hub.words("Check your answers")

    def speak(self, words: Words) -> None:
        self._heading.say(words("Check your answers"))
        self._head.speak(words)
        self._list.setAccessibleName(words("Your answers"))
        self._star.say(
            words("* a level 3 or 4 that rests on a statement, or on no source")
        )
        self._nothing.say(words("No question fits the filter."))
        self._back.say(words("Back to the questions"))
        self._own.say(words("Print your answers…"))
        self._hand_in.say(words("Hand in…"))
        if self.hub.consultation is not None:
            self._refresh()

    def arrive(self, detail: object = None) -> None:
        del detail
        if self.hub.consultation is None:
            return
        self._filters.choose(Show.ALL)
        self._scroll.verticalScrollBar().setValue(0)
        self._hand_in.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE, 14, 21, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._errors)
        column.addWidget(self._build_filters())
        card = Surface("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self._head)
        inner.addWidget(self._list)
        column.addWidget(card)
        column.addWidget(self._nothing)
        column.addStretch(1)
        self._card = card
        self._column = column
        return content

    def _build_filters(self) -> QWidget:
        line, left = QWidget(), QWidget()
        edges = EdgesLayout(line)
        edges.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(left)
        self._filters = Filters(Show, self)
        for button in self._filters.buttons.values():
            flow.addWidget(button)
        edges.addWidget(left)
        edges.addWidget(self._star)
        return line

    def _build_foot(self) -> QWidget:
        foot = Surface("foot")
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 9, 20, 10)
        left, right = QWidget(), QWidget()
        self._back, self._hand_in = Button(), Button(role="primary")
        self._own = Button()
        first = FlowLayout(left)
        first.addWidget(self._back)
        first.addWidget(self._own)
        FlowLayout(right).addWidget(self._hand_in)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _connect(self) -> None:
        self.hub.changed.connect(lambda _changes: self._refresh_if_shown())
        self.hub.look.changed.connect(self._arrange)
        self._errors.chosen.connect(self._go)
        self._list.chosen.connect(self._open)
        self._list.stands.connect(self._keep_in_view)
        self._back.clicked.connect(lambda: self.wanted.emit("answering", None))
        self._own.clicked.connect(lambda: self.wanted.emit("own", "check"))
        self._hand_in.clicked.connect(lambda: self.wanted.emit("handed_in", None))
        self._filters.chosen.connect(lambda _show: self._refresh())

    def _refresh_if_shown(self) -> None:
        if self.isVisible() and self.hub.consultation is not None:
            self._refresh()

    def _refresh(self) -> None:
        open_ = self.hub.consultation
        if open_ is None:
            return
        me = open_.me()
        answers = open_.response(me.id).answers
        self._given = Given(
            open_.questionnaire,
            open_.progress(me.id),
            asked_items(open_.questionnaire, open_.selection, me.constituency, answers),
            answers,
            me.constituency,
        )
        self._tell(self._given)

    def _tell(self, given: Given) -> None:
        words = self.hub.words
        names = {
            Show.ALL: words.context("answers", "All"),
            Show.MEND: words("To check"),
            Show.NO_RATING: words("Without a rating"),
            Show.WEAK: words("Grade D or no source"),
        }
        for show, name in names.items():
            self._filters.buttons[show].say(f"{name} ({given.count(show)})")
        rates = given.constituency is not Constituency.OBSERVERS
        for show in (Show.MEND, Show.NO_RATING, Show.WEAK):
            self._filters.buttons[show].setVisible(rates)
        self._model.show(given, self._filters.shown, words)
        found = self._model.rowCount() > 0
        self._card.setVisible(found)
        self._nothing.setVisible(not found)
        self._brief.tell(words, given.progress)
        self._tell_problems(given, words)

    def _tell_problems(self, given: Given, words: Words) -> None:
        found = (given.problem(item) for item in given.asked)
        problems = [one for one in found if one is not None]
        lines: list[tuple[str, object]] = []
        for problem in problems[:_MOST_LINES]:
            item = given.questionnaire.item(problem.item)
            text = item_problem_text(words, problem.kind)
            own = words.text(problem.message)
            told = f"{item.id}  {words.text(item.short)} – {own or text}"
            lines.append((told, (problem.item, problem.part)))
        if len(problems) > _MOST_LINES:
            more = len(problems) - _MOST_LINES
            text = words.plural("and {number} more", "and {number} more", more)
            lines.append((text, None))
        heading = words.plural(
            "{number} point to check before you hand in",
            "{number} points to check before you hand in",
            len(problems),
        )
        self._errors.tell(heading, lines)

    def _go(self, key: object) -> None:
        if key is None:
            self._filters.choose(Show.MEND)
            self._list.setFocus()
        else:
            self.wanted.emit("answering", key)

    def _open(self, row: int) -> None:
        line = self._model.line(row)
        if line is not None and line.item:
            self.wanted.emit("answering", (line.item, line.part))

    def _keep_in_view(self, box: QRect) -> None:
        if not self._list.hasFocus():
            return
        top = self._list.viewport().mapTo(self._content, box.topLeft())
        middle = top + QPoint(0, box.height() // 2)
        self._scroll.ensureVisible(0, middle.y(), 0, box.height())

    def _arrange(self) -> None:
        """Put the counts beside the list, or below it where there is no room."""
        beside = self.width() / current().scale >= _BESIDE_FROM
        self._beside.setVisible(beside)
        self._beside.setFixedWidth(current().px(WIDTH))
        if beside and self._holder.indexOf(self._brief) < 0:
            self._column.removeWidget(self._brief)
            self._holder.addWidget(self._brief)
        elif not beside and self._column.indexOf(self._brief) < 0:
            self._holder.removeWidget(self._brief)
            self._column.insertWidget(self._column.count() - 1, self._brief)
