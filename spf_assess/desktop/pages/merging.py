"""Other regions: copies for them, merging their files, and taking imports back."""

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.merging_cards import OfferCard, PlanCard
from spf_assess.desktop.pages.merging_lists import BatchList, ConflictList, OriginList
from spf_assess.desktop.pages.merging_running import Merger, MergingCard
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import (
    Button,
    EdgesLayout,
    Entry,
    FlowLayout,
    Label,
    Measure,
    QuietScroll,
    Rule,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.measure import MeasureLayout
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.files import file_stem, spoken_name
from spf_assess.i18n import Words
from spf_assess.model import NAME_LIMIT, Problem

if TYPE_CHECKING:
    from spf_assess.consultation.merging_plan import MergePlan

_MEASURE, _SIDE = 860, 56


class RegionsPage(Page):
    """One column. *detail* of ``arrive`` may be files of regions that were dropped."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._waiting: deque[Path] = deque()
        self._offered: Path | None = None
        self._looked: tuple[Path, MergePlan] | None = None
        self._did: tuple[str, str] | None = None  # what was done, with what
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        content, holder, inner = QWidget(), QWidget(), Measure(_MEASURE)
        around = QVBoxLayout(content)
        around.setContentsMargins(_SIDE, 24, _SIDE, 24)
        MeasureLayout(holder).addWidget(inner)
        around.addWidget(holder)
        around.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self._build_parts():
            column.addWidget(part)
        self._scroll = QuietScroll(content)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._build_foot())
        self._connect()

    @property
    def offer(self) -> OfferCard:
        """What is asked about a file that was dropped."""
        return self._offer

    @property
    def plan(self) -> PlanCard:
        """What merging a file would bring."""
        return self._plan

    @property
    def running(self) -> MergingCard:
        """How far a merge is."""
        return self._running

    @property
    def batches(self) -> BatchList:
        """What was brought in as a whole."""
        return self._batches

    @property
    def done(self) -> str:
        """What was done last, in words."""
        return self._done.said

    def title(self) -> str:
        return self._heading.said

    def speak(self, words: Words) -> None:
        self._heading.say(words("Other regions"))
        self._lead.say(
            words(
                "Workshops in several regions work with copies of this file. Merging"
                " their files brings in every answer and every entry with the region"
                " it comes from; nothing is chosen and nothing is joined."
            )
        )
        self._offer.speak(words)
        self._plan.speak(words)
        self._running.speak(words)
        self._choose.say(words("Merge a file…"))
        self._hint.say(words("Or drop a region's .spfa file on the window."))
        self._copy_heading.say(words("A copy for another region"))
        self._name.say(
            words("Name of the region"),
            words("By it one sees later where something comes from."),
        )
        self._save.say(words("Save the copy…"))
        self._back.say(words("Back to the packets"))
        self._refresh()

    def arrive(self, detail: object = None) -> None:
        self._did = None
        self._refresh()
        if isinstance(detail, list):
            self._put_away()
            self._waiting.extend(one for one in detail if isinstance(one, Path))
            self._offer_next()
        if self._offered is None and self._looked is None:
            (self._choose if self._choose.isEnabled() else self._back).setFocus()

    def leave(self) -> bool:
        self._forget()
        return True

    # -- building -----------------------------------------------------------------

    def _build_parts(self) -> tuple[QWidget, ...]:
        self._heading, self._lead = Label(role="title"), Label(role="second")
        self._done = Label(role="strong")
        self._offer, self._plan = OfferCard(), PlanCard()
        self.merger, self._running = Merger(self.hub, self), MergingCard()
        self._choose, self._hint = Button(role="primary"), Label(role="small")
        choosing = self._choosing = QWidget()
        flow = FlowLayout(choosing, gap=12)
        flow.addWidget(self._choose)
        flow.addWidget(self._hint)
        self._conflicts, self._origins = ConflictList(), OriginList()
        self._batches = BatchList()
        return (
            self._heading,
            self._lead,
            self._done,
            self._offer,
            self._plan,
            self._running,
            choosing,
            self._conflicts,
            self._origins,
            self._batches,
            self._build_copying(),
        )

    def _build_copying(self) -> QWidget:
        copying, line = QWidget(), QWidget()
        column = QVBoxLayout(copying)
        column.setContentsMargins(0, 0, 0, 0)
        self._copy_heading = Label(role="heading")
        self._name, self._save = Entry(NAME_LIMIT), Button()
        FlowLayout(line).addWidget(self._save)
        for part in (Rule(), self._copy_heading, self._name, line):
            column.addWidget(part)
        return copying

    def _build_foot(self) -> QWidget:
        foot, left = Surface("foot"), QWidget()
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 10, _SIDE, 10)
        self._back = Button()
        FlowLayout(left).addWidget(self._back)
        edges.addWidget(left)
        return foot

    def _connect(self) -> None:
        self._choose.clicked.connect(self.look_for_files)
        self._save.clicked.connect(self._ask_where)
        self._name.field.returnPressed.connect(self._ask_where)
        self._back.clicked.connect(self._go_back)
        self._offer.opened.connect(self._open_offered)
        self._offer.looked.connect(self._look_at_offered)
        self._offer.left.connect(self._next)
        self._plan.merged.connect(self._merge)
        self._running.cancelled.connect(self.merger.cancel)
        self.merger.told.connect(self._running.tell)
        self.merger.writing.connect(self._running.write)
        self.merger.ended.connect(self._merged)
        self._plan.left.connect(self._next)
        self._batches.taken_back.connect(self._take_back)
        self.hub.changed.connect(self._note_changes)
        self.hub.closed.connect(self._forget)
        add_shortcuts(self, {"Escape": self._go_back})

    def _forget(self) -> None:
        self._waiting.clear()
        self.merger.cancel()
        self._put_away()
        self._batches.forget()

    def _note_changes(self, _changes: object) -> None:
        self._refresh()

    # -- what is shown ------------------------------------------------------------

    def _refresh(self) -> None:
        open_, words = self.hub.consultation, self.hub.words
        if open_ is None or open_.role.value != "facilitator":
            return
        for button in (self._choose, self._save):
            button.setEnabled(not open_.read_only)
        for part in (self._conflicts, self._origins, self._batches):
            part.show_of(open_, words)
        if self._offered is not None:
            self._offer.say(words, spoken_name(self._offered))
        if self._looked is not None:
            self._plan.say(words, self._looked[1])
        self._say_done()

    def _say_done(self) -> None:
        words = self.hub.words
        what, file = self._did or ("", "")
        told = {
            "": "",
            "merged": words("Merged: {file}", file=file),
            "stopped": words(
                "Not merged: {file}. Nothing of it was brought in.", file=file
            ),
            "copied": words("Written: {file}", file=file),
            "taken back": words("Import {number} was taken back.", number=file),
        }
        self._done.say(told[what])
        self._done.setVisible(bool(what))

    def _tell_done(self, what: str, file: str) -> None:
        self._did = (what, file)
        self._say_done()
        announce(self._done, self._done.said)

    def _put_away(self) -> None:
        self._waiting.clear()
        self._offered = self._looked = None
        self._offer.hide()
        self._plan.hide()
        self._running.hide()
        self._choosing.show()

    # -- merging ------------------------------------------------------------------

    def look_for_files(self) -> None:
        """Ask which files to look at."""
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Merge a region's file"),
            words("Consultation") + " (*.spfa)",
            self._look_later,
        )

    def _look_later(self, path: Path) -> None:
        """Look at a chosen file; at the next one after this is decided."""
        if self._looked is not None or self.merger.running:
            self._waiting.append(path)
        else:
            self._look_at(path)

    def _offer_next(self) -> None:
        if not self._waiting:
            return
        self._offered = self._waiting.popleft()
        self._offer.say(self.hub.words, spoken_name(self._offered))
        self._choosing.hide()  # one thing to decide at a time
        self._offer.appear()
        self._offer.take_focus()
        self._scroll.show_focus_soon()

    def _open_offered(self) -> None:
        path = self._offered
        self._put_away()
        if path is not None:
            self.hub.open(path)

    def _look_at_offered(self) -> None:
        path, self._offered = self._offered, None
        self._offer.hide()
        if path is not None:
            self._look_at(path)

    def _look_at(self, path: Path) -> None:
        """Say what merging a file would bring."""
        open_ = self.hub.consultation
        if open_ is None:
            return
        self._did = None
        self._say_done()
        try:
            plan = open_.plan_merge(path)
        except Problem as problem:
            self.hub.tell(problem)
            self._next()
            return
        self._looked = (path, plan)
        self._plan.say(self.hub.words, plan)
        self._choosing.hide()
        self._plan.appear()
        self._plan.take_focus()
        self._scroll.show_focus_soon()

    def _merge(self) -> None:
        if self._looked is None:
            return
        path, plan = self._looked
        self._plan.hide()
        self._running.begin(plan.file_name)
        self._running.stop.setFocus()
        self.merger.start(path)

    def _merged(self, done: bool) -> None:  # noqa: FBT001 - Qt's signal
        """All of a file is in, or nothing of it."""
        file = "" if self._looked is None else self._looked[1].file_name
        self._running.hide()
        if not file:
            return
        self._next()
        self._tell_done("merged" if done else "stopped", file)

    def _next(self) -> None:
        """Go on to the file that was chosen along with this one, if any."""
        self._offered = self._looked = None
        self._offer.hide()
        self._plan.hide()
        self._choosing.show()
        if self._waiting:
            self._look_at(self._waiting.popleft())
        else:
            self._choose.setFocus()

    # -- copies and taking back ---------------------------------------------------

    def _ask_where(self) -> None:
        words, open_, name = self.hub.words, self.hub.consultation, self._name.text
        if open_ is None:
            return
        if not name:
            told = words("Write what the region is called.")
            self._name.tell_error(told)
            self._name.setFocus()
            announce(self._name, told, at_once=True)
            return
        self._name.tell_error("")
        self.hub.files.save_file(
            self,
            words("A copy for another region"),
            open_.path.parent / f"{file_stem(name)}.spfa",
            words("Consultation") + " (*.spfa)",
            partial(self._save_copy, name),
        )

    def _save_copy(self, name: str, path: Path) -> None:
        open_ = self.hub.consultation
        if open_ is None:
            return
        try:
            open_.branch(path, name)
        except Problem as problem:
            self.hub.tell(problem)
            return
        self._name.field.clear()
        self._tell_done("copied", spoken_name(path))
        self._save.setFocus()

    def _take_back(self, number: int) -> None:
        self.hub.backups.before("undo")
        if self.hub.do(lambda open_: open_.undo_import(number)):
            self._tell_done("taken back", str(number))
        self._choose.setFocus()

    def _go_back(self) -> None:
        if self.merger.running:
            self.merger.cancel()
            return
        self.wanted.emit("facilitator", None)
