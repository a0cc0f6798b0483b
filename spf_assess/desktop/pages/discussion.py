"""The talk: one question after the other, on the wall and on this screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.discussed import (
    Show,
    Standing,
    every_topic,
    round_lead,
    shown_topics,
    topic_line,
)
from spf_assess.desktop.models.projected import Step, Subject
from spf_assess.desktop.pages.discussion_closing import (
    close_round,
    conclude,
    typed_on,
)
from spf_assess.desktop.pages.discussion_conflicts import conflicts
from spf_assess.desktop.pages.discussion_item import ItemPanel
from spf_assess.desktop.pages.discussion_list import TopicPanel
from spf_assess.desktop.pages.discussion_positions import Heard
from spf_assess.desktop.pages.discussion_recording import Recording
from spf_assess.desktop.pages.discussion_showing import AS_HERE, Showing
from spf_assess.desktop.pages.discussion_wall import step_text
from spf_assess.desktop.pages.facilitator_halves import Halves
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words, missing_bench_text, observers_awaited_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow, Consultation
    from spf_assess.model import Changes, Constituency, Movement, Shift, Topic

_PANEL = 800


class DiscussionView(QWidget):
    """The list of questions that need talk; beside it the one that is talked about.

    Looking at a question does not change what the room sees: that takes a button, F5,
    or going on from the last page of the one before.

    ``tab_wanted(str)``: another tab is to be shown.
    """

    tab_wanted = Signal(str)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._words = hub, hub.words
        self._order = order
        self._item = ""
        self._topics: dict[str, Topic] = {}
        self._standing = Standing()
        self._heard: dict[int, Heard] = {}
        self._shifts: tuple[Shift, ...] = ()
        self.topics, self.panel = TopicPanel(), ItemPanel(hub)
        self._recording = Recording(hub, self.panel, self)
        self.showing = Showing(self, hub.settings.room or AS_HERE)
        self.panel.board.tongue.select(hub.settings.room or AS_HERE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._halves = Halves(self.topics, self.panel, _PANEL)
        column.addWidget(self._halves)
        self._connect()

    @property
    def item(self) -> str:
        """The question beside the list; empty where there is none."""
        return self._item

    def speak(self, words: Words) -> None:
        """Say everything anew; the question chosen and what was typed stay."""
        self._words = words
        self._halves.say_back(words("Back to the list"))
        self.topics.speak(words)
        self.panel.speak(words)
        self._recording.speak(words)
        self.showing.speak(words)
        self._show_all()

    def refresh(self, rows: "Sequence[BoardRow]") -> None:
        """Show what the file holds now."""
        del rows
        self._heard, self._shifts = {}, ()
        self._show_all()

    def forget(self) -> None:
        """Begin anew with another consultation; the wall goes dark."""
        self._item, self._topics, self._standing = "", {}, Standing()
        self._heard, self._shifts = {}, ()
        self.showing.forget()
        self.panel.board.stop_clock()
        for card in (self.panel.stance, self.panel.agreement, self.panel.notes):
            card.forget()
        self.topics.fill((), "", blind=True)
        self.panel.clear()

    def take_focus(self) -> None:
        """Go to the list, or to what must be done first."""
        self.topics.take_focus()

    def project(self, item: str, part: str) -> None:
        """Show the positions on an item to the room, if everybody has seen them."""
        if item not in self._standing.revealed:
            return
        self._item = item
        if item not in {one.item for one in self._listed(self.topics.show_only)}:
            self.topics.choose_filter(Show.ALL)
        self._fill()
        self._show_this()
        self.showing.go_to(part, Step.POSITIONS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._halves.lay_out()

    # -- inside ----------------------------------------------------------------

    def _connect(self) -> None:
        topics, panel = self.topics, self.panel
        topics.chosen.connect(self._choose)
        topics.opened.connect(self._open)
        topics.sifted.connect(lambda _show: self._fill())
        topics.closed.connect(lambda: close_round(self, self._hub, topics.take_focus))
        topics.ended.connect(lambda: conclude(self, self._hub, topics.take_focus))
        topics.begun.connect(lambda: self._open_round(again=False))
        topics.reopened.connect(lambda: self._open_round(again=True))
        self._halves.went_back.connect(self.topics.list.setFocus)
        board = panel.board
        board.screen_wanted.connect(self._show_on)
        board.shown.connect(self._show_this)
        board.on.connect(lambda: self.showing.press("go_on"))
        board.back.connect(lambda: self.showing.press("go_back"))
        board.blank.connect(lambda: self.showing.press("blank"))
        board.ended.connect(self.showing.close)
        board.minute.connect(self.showing.show_time)
        board.tongue_chosen.connect(self._speak_on_wall)
        self.showing.on_f5(self._show_this)
        self.showing.reveal_wanted.connect(self._reveal)
        self.showing.turned.connect(self._turned)
        self.showing.went.connect(self._went)
        self.showing.beyond.connect(self._show_next)
        panel.notes.scope_chosen.connect(self._show_notes)

    @property
    def _file(self) -> "Consultation | None":
        return self._hub.consultation

    def _open_round(self, *, again: bool) -> None:
        """Open the next round, or the latest again; the keyboard stays beside it."""

        def work(file: "Consultation") -> "Changes":
            return file.open_round(file.current_round if again else None)

        if self._hub.do(work):
            self.topics.take_focus()

    # -- the round and the list ------------------------------------------------

    def _show_all(self) -> None:
        file = self._file
        if file is None:
            return
        self._take_topics(file)
        self._tell_round(file)
        self._fill()

    def _take_topics(self, file: "Consultation") -> None:
        """Read what is to be talked about; nothing while the first round is open."""
        number = file.discussed_round
        if not number:
            self._topics, self._standing = {}, Standing()
            return
        compared = file.results(number).comparisons
        topics = every_topic(file.questionnaire, file.topics(), compared)
        self._topics = {one.item: one for one in topics}
        stated: dict[str, set[Constituency]] = {}
        for stance in file.stances(file.stating_round or None):
            stated.setdefault(stance.item, set()).add(stance.constituency)
        self._standing = Standing(
            file.revealed(number),
            stated,
            {
                one.item: one.agreed_by
                for one in sorted(file.agreements(), key=lambda one: one.round)
            },
            {_item_of(one.entries[0].value) for one in conflicts(file)},
            set(typed_on(self._hub, file.stating_round or number)),
        )

    def _tell_round(self, file: "Consultation") -> None:
        words, number = self._words, file.current_round
        is_open = file.is_open(number)
        lead = round_lead(
            words,
            number,
            len(self._needed) if self._topics else None,
            is_open=is_open,
            last=not file.another_round,
        )
        missing = [
            missing_bench_text(words, bench, spoke=spoke)
            for bench, spoke in file.absent().items()
        ]
        observers = file.observers_awaited()
        if observers:
            missing.append(observers_awaited_text(words, observers))
        self.topics.tell_round(words, number, lead, missing)
        self.topics.offer(
            close=is_open,
            again=file.may_open_again,
            another=not is_open and file.another_round,
        )

    @property
    def _needed(self) -> "list[Topic]":
        return [one for one in self._topics.values() if one.reasons]

    def _listed(self, show: Show) -> "tuple[Topic, ...]":
        return shown_topics(tuple(self._topics.values()), self._standing, show)

    def _fill(self) -> None:
        file, words = self._file, self._words
        if file is None:
            return
        wall = self.showing.item
        lines = [
            topic_line(words, file.questionnaire, one, self._standing, wall)
            for one in self._listed(self.topics.show_only)
        ]
        self.topics.count(words, {one: len(self._listed(one)) for one in Show})
        if self._item not in self._topics:
            self._item = lines[0].item if lines else ""
        self.topics.fill(lines, self._item, blind=not self._topics)
        self._show_item()

    def _choose(self, item: str) -> None:
        if item != self._item:
            self._item = item
            self.panel.to_top()
            self._show_item()

    def _open(self) -> None:
        if not self._halves.open_panel():
            self.panel.board.take_focus()

    # -- the question beside the list ------------------------------------------

    def _subject(self, item: str) -> Subject | None:
        file = self._file
        if file is None or item not in self._topics:
            return None
        number = file.discussed_round
        shown = item in self._standing.revealed
        return Subject(
            file.questionnaire,
            file.questionnaire.item(item),
            number,
            self._topics[item].speaking,
            file.shown(item, number) if shown else None,
            file.missing(),
            self._movements(file, item) if shown else (),
            file.agreement(item) if shown else None,
        )

    def _movements(self, file: "Consultation", item: str) -> "tuple[Movement, ...]":
        """Return what groups made of their positions since they were shown."""
        if not file.stating_round or not self._standing.groups(item):
            return ()
        if not self._shifts:  # every answer of two rounds is looked at: once is enough
            self._shifts = file.shifts()
        return tuple(
            movement
            for shift in self._shifts
            if shift.item == item
            for movement in shift.movements
        )

    def _show_item(self) -> None:
        file, subject = self._file, self._subject(self._item)
        if subject is None or file is None:
            self.panel.clear(choose=bool(self._topics))
            self.showing.close()
            return
        words, panel, number = self._words, self.panel, file.discussed_round
        stating = bool(file.stating_round) and file.is_open(file.stating_round)
        later = self._later(file) if subject.revealed and not stating else ""
        panel.show_question(words, subject, stating=stating, later=later)
        if number not in self._heard:
            self._heard[number] = Heard(file.latest_words(number))
        panel.positions.show_subject(words, subject, self._heard[number])
        panel.conflicts.show_item(words, file, self._item)
        found = {one: file.stance(self._item, one) for one in subject.speaking}
        kept = {one: stance for one, stance in found.items() if stance is not None}
        stated_in = file.stating_round
        panel.stance.show_item(subject.item, subject.speaking, kept, stated_in)
        panel.agreement.show_item(
            subject.item,
            subject.speaking,
            file.agreement(self._item),
            stated_in or number,
            levels=bool(stated_in),
        )
        panel.board.tell_order(subject.speaking)
        self._show_notes()
        self._show_on_wall()
        self._tell_wall()

    def _later(self, file: "Consultation") -> str:
        """Say why groups cannot state anything now."""
        words = self._words
        if not file.stating_round:
            return words(
                "Groups keep or move in round {number}, once it is open.",
                number=file.current_round + 1,
            )
        return words(
            "Round {number} is closed: what the groups stated stands.",
            number=file.stating_round,
        )

    def _show_notes(self) -> None:
        file, words, card = self._file, self._words, self.panel.notes
        if file is None or not self._item:
            return
        if not card.of_meeting:
            card.show_notes(self._item, file.notes(self._item), {})
            return
        found = file.notes()
        questionnaire = file.questionnaire
        titles = {
            one.item: words.text(questionnaire.item(one.item).short)
            for one in found
            if one.item
        }
        card.show_notes("", found, titles)

    # -- the wall --------------------------------------------------------------

    def _show_on(self, place: int) -> None:
        subject = self._subject(self._item)
        if subject is None:
            return
        if self.showing.item != self._item:
            self.panel.board.begin_anew()
        self.showing.show(self._words, subject, place)
        self.panel.board.run_clock()
        self._fill()

    def _show_this(self) -> None:
        """Show the question beside the list; open the window where it is not."""
        subject = self._subject(self._item)
        if subject is None:
            return
        if not self.showing.open_:
            self._show_on(self.showing.other_screen())
        elif self.showing.item != self._item:
            self.panel.board.begin_anew()
            self.showing.show_subject(subject)
            self._fill()

    def _show_on_wall(self) -> None:
        """Bring what the room sees up to date."""
        subject = self._subject(self.showing.item) if self.showing.open_ else None
        if subject is not None:
            self.showing.show_subject(subject)

    def _speak_on_wall(self, tongue: str) -> None:
        self.showing.choose_tongue(tongue)
        self._hub.speak_to_room("" if tongue == AS_HERE else tongue)
        self._tell_wall()

    def _turned(self) -> None:
        self._tell_wall()

    def _tell_wall(self) -> None:
        words, showing = self._words, self.showing
        here = showing.item == self._item
        if not showing.open_:
            told = words("The room sees nothing yet.")
        elif showing.step is None:
            told = words("The screen for the room is black.")
        else:
            told = step_text(words, showing.step)
            file = self._file
            if not here and file is not None:
                item = words.text(file.questionnaire.item(showing.item).short)
                told = words("{told} It is another one: {item}.", told=told, item=item)
        self.panel.board.tell(told, open_=showing.open_, here=here)

    def _went(self, lost: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._fill()
        words = self._words
        if lost:
            told = words(
                "The screen went away. What the room saw is in a window here, on"
                " the same page."
            )
            self.panel.board.tell(
                told, open_=True, here=self.showing.item == self._item
            )
            announce(self, told, at_once=True)

    def _show_next(self, step: int) -> None:
        """Show the question after or before the one on the wall."""
        listed = [one.item for one in self._listed(self.topics.show_only)]
        if self.showing.item not in listed:
            return
        place = listed.index(self.showing.item) + step
        if 0 <= place < len(listed):
            self.topics.go_to(listed[place])
            self._show_this()

    def _reveal(self, item: str) -> None:
        self._hub.do(lambda file: file.reveal(item))
        subject = self._subject(item)
        if subject is not None and subject.revealed:
            self.showing.show_subject(subject)


def _item_of(value: object) -> str:
    return str(getattr(value, "item", ""))
