"""The page on which a representative answers."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.analysis import Progress
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.outline import Shown
from spf_assess.desktop.pages.answering_foot import ByKey, Foot
from spf_assess.desktop.pages.answering_question import QuestionPanel
from spf_assess.desktop.pages.answering_room import Room, Rooms
from spf_assess.desktop.pages.answering_saving import Keeper
from spf_assess.desktop.pages.answering_sheet import Sheet
from spf_assess.desktop.pages.answering_way import Way
from spf_assess.desktop.pages.legal import LegalPanel
from spf_assess.desktop.pages.outline import OutlinePanel
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.i18n import Words
from spf_assess.model import Changes, Item

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

ONE, WHOLE = "one", "whole"


class AnsweringPage(Page):
    """Outline, question and legal text.

    ``arrive`` takes an item id, a pair of item id and part, or nothing: then it goes on
    where one was, or at the first unanswered question.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._loaded: object = None
        self._here = ""
        self._layout = ONE
        self._turning = False
        self._way: Way | None = None
        self._rough: dict[str, dict[str, str]] = {}
        self.keeper = Keeper(hub, self)
        self._outline = OutlinePanel()
        self._legal = LegalPanel()
        self._foot = Foot()
        side = QWidget()
        self._rooms = Rooms(self._outline, side, self._legal)
        self._sheet = Sheet(self._build_panel, self._rooms.doors)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sheet, 1)
        column.addWidget(self._foot)
        self._rooms.order_tabs()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._rooms)
        self._connect()
        self._add_keys()

    # -- what the window asks -----------------------------------------------------

    def title(self) -> str:
        return self.hub.words("Your answers")

    def speak(self, words: Words) -> None:
        self._outline.speak(words)
        self._legal.speak(words)
        self._foot.speak(words)
        self._rooms.doors.speak(words)
        self._sheet.speak(words)
        if self._loaded is not None and self.hub.consultation is self._loaded:
            self._refresh()

    def arrive(self, detail: object = None) -> None:
        if self.hub.consultation is None:
            return
        if self._loaded is not self.hub.consultation:
            self._load()
        item, part = detail if isinstance(detail, tuple) else (detail, "")
        self._refresh()
        for one in (item, self._here, self._resume()):
            if one in self.way.order:
                self.go(one, part)
                return

    def pause(self) -> None:
        self.keeper.flush()

    def leave(self) -> bool:
        return self.keeper.flush()

    @property
    def here(self) -> str:
        """The question one is at."""
        return self._here

    @property
    def sheet(self) -> Sheet:
        """The questions on the page."""
        return self._sheet

    @property
    def way(self) -> Way:
        """The questions in their order, and where on it one is.

        Raises:
            LookupError: nothing is open yet.
        """
        if self._way is None:
            raise LookupError("nothing is open")
        return replace(self._way, here=self._here, whole=self._layout == WHOLE)

    def go(self, item_id: str, part: str = "") -> None:
        """Show a question and put the keyboard where it (or a part) is answered."""
        self.keeper.flush()
        self._rough |= self._sheet.rough()
        self._here = item_id
        self._rooms.show_question()
        panel = self._sheet.show_items(self.way.shown, item_id)
        self._refresh()
        panel.go_to(part)
        if not part:
            self._sheet.to_top(panel)
        self._show_legal()

    def go_on(self) -> None:
        """Go to the next question (or section); after the last one, check."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the question (or section) before."""
        self._step(-1)

    def choose_layout(self, layout: str) -> None:
        """Show one question, or the whole section (``one``, ``whole``)."""
        if layout != self._layout:
            self._rough |= self._sheet.rough()
            self._layout = layout
            self._outline.show_layout(layout)
            self._sheet.clear()
            self.go(self._here)

    def undo(self) -> None:
        """Take back the last answer, and go where it was given."""
        self._turn(self.hub.undo)

    def redo(self) -> None:
        """Give again what was taken back."""
        self._turn(self.hub.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Escape and self._rooms.away:
            self._back_to_question()
        elif modifiers or not self._press(event.text().upper()):
            super().keyPressEvent(event)

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        self.hub.changed.connect(self._changed)
        self.hub.closed.connect(self._sheet.rest)
        self._outline.section_wanted.connect(self._go_to_section)
        self._outline.item_wanted.connect(self.go)
        self._outline.check_wanted.connect(lambda: self.wanted.emit("check", None))
        self._outline.layout_wanted.connect(self.choose_layout)
        self._foot.back.connect(self.go_back)
        self._foot.on.connect(self.go_on)
        self._foot.flag.connect(self._flag)
        self._legal.closed.connect(self._back_to_question)
        self._rooms.resized.connect(self._rearrange)
        self._sheet.entered.connect(self._enter)
        self._sheet.grown.connect(self._put_last)
        self.keeper.kept.connect(lambda item: self._sheet.tell_saved(item, saved=True))
        self.keeper.failed.connect(
            lambda item: self._sheet.tell_saved(item, saved=False)
        )

    def _add_keys(self) -> None:
        keys = {
            "PgDown": self.go_on,
            "Ctrl+Return": self.go_on,
            "Ctrl+Enter": self.go_on,
            "PgUp": self.go_back,
            "F2": self._toggle_legal,
            "Ctrl+F": self._rooms.go_finding,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "F4": self._other_layout,
            "F6": self._rooms.show_outline,
            "Ctrl+P": lambda: self.wanted.emit("own", "answering"),
        }
        add_shortcuts(self, keys)

    def _press(self, key: str) -> bool:
        panel = self._sheet.panels.get(self._here)
        if panel is None or not key or self._rooms.away:
            return False
        if key == "B":
            self._flag()
            return True
        if panel.field is not None and panel.field.press(key):
            return True
        return panel.open_fold(key)

    def _load(self) -> None:
        """Take in another consultation."""
        self._loaded = self.hub.consultation
        self.keeper.forget()
        self._rough.clear()
        self._sheet.clear()
        self._here = ""

    def _resume(self) -> str:
        first = self._progress().first_unanswered
        return first or next(iter(self.way.order), "")

    def _progress(self) -> Progress:
        return self._open().progress(self._open().me().id)

    def _refresh(self) -> None:
        """Show how far things have come everywhere on the page."""
        open_ = self._open()
        me = open_.me()
        answers = open_.response(me.id).answers
        self._way = Way.through(
            open_.questionnaire,
            open_.selection,
            me.constituency,
            answers,
            here=self._here,
            whole=self._layout == WHOLE,
        )
        shown = Shown(
            open_.questionnaire,
            self._progress(),
            self._way.asked,
            answers,
            self._way.done,
            self._here,
        )
        self._outline.show_progress(shown)
        self._tell_places()

    def _tell_places(self) -> None:
        way = self.way
        order = way.order
        if self._here not in order:
            return
        title = way.title(self.hub.words)
        self._sheet.say_heading(title if way.whole else "")
        for item_id, panel in self._sheet.panels.items():
            if item_id in order:
                self._tell_place(panel, way, title)
        here = self._sheet.panels.get(self._here)
        self._foot.tell(
            flagged=here is not None and here.answer.flagged,
            last=way.ends_here,
            whole=way.whole,
            by_key=ByKey.of(
                self._open().questionnaire.item(self._here),
                rates=self._open().me().constituency.rates,
            ),
        )

    def _tell_place(self, panel: QuestionPanel, way: Way, title: str) -> None:
        item = panel.item.id
        number = way.number(self.hub.words, item)
        panel.crumb.tell(item if way.whole else title, number)

    def _build_panel(self, item: Item) -> QuestionPanel:
        open_ = self._open()
        me = open_.me()
        panel = QuestionPanel(item, open_.questionnaire, me.constituency, me.kind)
        panel.show_answer(self.keeper.answer(item.id))
        panel.speak(self.hub.words)
        if panel.field is not None:
            panel.field.arrange(narrow=self._rooms.room is Room.NARROW)
            panel.field.show_rough(self._rough.pop(item.id, {}))
            panel.field.setEnabled(not open_.read_only)
        if panel.draft is not None:
            panel.draft.setEnabled(not open_.read_only)
            panel.draft_wanted.connect(lambda: self._draft(panel))
        if self._layout == WHOLE:
            panel.crumb.offer_flag()
        if self.keeper.is_unsaved(item.id):
            panel.tell_saved(saved=False)
        panel.now.connect(self.keeper.now)
        panel.soon.connect(self.keeper.soon)
        panel.left.connect(self.keeper.flush)
        panel.again.connect(self.keeper.flush)
        panel.unfolded.connect(self._sheet.bring)
        way = self.way
        if way.whole and item.id in way.order:  # its line, before it is shown
            self._tell_place(panel, way, "")
        return panel

    def _changed(self, changes: Changes) -> None:
        open_ = self.hub.consultation
        if open_ is None or open_ is not self._loaded or not changes.answers:
            return
        items = [item for _respondent, item in changes.answers]
        if not self.keeper.writing:
            self._show_changed(items)
        self._refresh()
        if self._layout == WHOLE:
            wanted = self.way.shown
            if wanted and {item.id for item in wanted} != set(self._sheet.panels):
                self._sheet.show_items(wanted, self._here)

    def _turn(self, command: Callable[[], bool]) -> None:
        self.keeper.flush()
        self._turning = True
        try:
            command()
        finally:
            self._turning = False

    def _show_changed(self, items: list[str]) -> None:
        """Show answers that were undone, redone or changed elsewhere."""
        for item in items:
            panel = self._sheet.panels.get(item)
            if panel is not None:
                panel.show_answer(self.keeper.answer(item))
        self._refresh()
        known = self.way.order
        elsewhere = [item for item in items if item in known and item != self._here]
        if elsewhere and self._turning and self._here not in items:
            self.go(elsewhere[0])

    def _step(self, step: int) -> None:
        there = self.way.step(step)
        if there is None:
            self.wanted.emit("check", None)
        elif there:
            self.go(there)

    def _go_to_section(self, section: str) -> None:
        there = self.way.into(section)
        if there:
            self.go(there)
        else:
            announce(self, self.hub.words("This section is not asked."))

    def _enter(self, item: str) -> None:
        if item != self._here and item in self.way.order:
            self._here = item
            self._refresh()
            self._show_legal()

    def _put_last(self) -> None:
        """Let Tab come to the foot and the legal text after the questions."""
        follow(self._foot, self._legal, after=self._sheet.last_stop())

    def _show_legal(self) -> None:
        open_ = self._open()
        item = open_.questionnaire.item(self._here)
        self._legal.show_item(item, self.way.section, open_.me().constituency)

    def _flag(self) -> None:
        panel = self._sheet.panels.get(self._here)
        if panel is not None:
            panel.flag(flagged=not panel.answer.flagged)

    def _draft(self, panel: QuestionPanel) -> None:
        from spf_assess.consultation.drafting import draft

        self.keeper.flush()
        open_, way = self._open(), self.way
        answers = open_.response(open_.me().id).answers
        panel.take_over(
            draft(open_.questionnaire, panel.item, way.asked, answers, self.hub.words)
        )

    def _rearrange(self, room: int) -> None:
        self._foot.show_keys(shown=room != Room.NARROW)
        self._sheet.arrange(narrow=room == Room.NARROW)

    def _toggle_legal(self) -> None:
        if self._rooms.toggle_legal():
            self._back_to_question()

    def _back_to_question(self) -> None:
        self._rooms.show_question()
        panel = self._sheet.panels.get(self._here)
        if panel is not None:
            panel.go_to()

    def _other_layout(self) -> None:
        self.choose_layout(ONE if self._layout == WHOLE else WHOLE)

    def _open(self) -> "Consultation":
        if self.hub.consultation is None:
            raise LookupError("nothing is open")
        return self.hub.consultation
