"""Which questions a consultation asks: core or full, all sections or some of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import TickCard
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.segmented import Segmented
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Selection, rotated

if TYPE_CHECKING:
    from spf_assess.model import Questionnaire, Section

FULL, CORE = "full", "core"
ALL, SOME = "all", "some"
_LEAST, _GAP = 600, 6


class SelectionChoice(QWidget):
    """Core or full, and on request a list of the sections to tick.

    The questionnaire is read only once the page is seen: then it is told how many
    questions there are. ``changed()`` tells of every choice.
    """

    changed = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._questionnaire: Questionnaire | None = None
        self._groups: list[_Group] = []
        self._which, self._where = Label(role="strong"), Label(role="strong")
        self._form = Segmented(((FULL, ""), (CORE, "")), FULL)
        self._extent = Segmented(((ALL, ""), (SOME, "")), ALL)
        self._about, self._count = Label(role="small"), Label(role="small_text")
        self._error = Label(role="warn")
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self._form.chosen.connect(lambda _key: self._choose())
        self._extent.chosen.connect(lambda _key: self._choose())

    @property
    def selection(self) -> Selection:
        """What is chosen at this moment; every section ticked is the same as all."""
        ticked = tuple(key for group in self._groups for key in group.ticked)
        everything = sum(len(group.cards) for group in self._groups)
        some = self._extent.selected == SOME and len(ticked) < everything
        return Selection(self._form.selected, ticked if some else ())

    @property
    def wrong(self) -> str:
        """What is to be mended, in a sentence; empty where nothing is."""
        words = self._hub.words
        if self._extent.selected == ALL:
            return ""
        if not any(group.ticked for group in self._groups):
            return words("Tick at least one section.")
        if not self._number():
            return words("The sections ticked have no question in the core form.")
        return ""

    def first(self) -> QWidget:
        """Return where the keyboard goes to mend it."""
        return self._groups[0].first() if self._groups else self._extent

    def arrive(self) -> None:
        """Count the questions once the page is seen."""
        if self._questionnaire is None:
            self._later.start()

    def take(self, questionnaire: "Questionnaire | None") -> None:
        """Offer the sections of another questionnaire; None: the official one."""
        ticked = self.selection.sections
        self._questionnaire = questionnaire
        self._forget_list()
        self._read()
        for group in self._groups:
            group.tick(ticked)
        self._tell()

    def show_selection(
        self, selection: Selection, questionnaire: "Questionnaire"
    ) -> None:
        """Show what is chosen already, without telling anyone."""
        self._form.select(selection.form)
        self._extent.select(SOME if selection.sections else ALL)
        self._questionnaire = questionnaire
        self._forget_list()
        self._read()
        for group in self._groups:
            group.tick(selection.sections)
        self._tell()

    def forget(self) -> None:
        """Begin anew: everything is asked."""
        self._form.select(FULL)
        self._extent.select(ALL)
        self._forget_list()
        self._questionnaire = None
        self._tell()

    def speak(self, words: Words) -> None:
        """Say every word anew; what is ticked stays."""
        which = words("Which questionnaire")
        self._which.say(which)
        self._form.say({FULL: words("Full"), CORE: words("Core")}, which)
        where = words("Which sections")
        self._where.say(where)
        named = {ALL: words("All sections"), SOME: words("Single sections")}
        self._extent.say(named, where)
        self._list.setAccessibleName(where)
        self._tell()

    def tell_error(self, text: str) -> None:
        """Show what is to be mended, or nothing."""
        self._error.say(text)
        self._error.setVisible(bool(text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (
            self._which,
            self._form,
            self._about,
            self._where,
            self._extent,
            self._error,
            self._list,
            self._count,
        ):
            column.addWidget(part)
        for hidden in (self._error, self._list, self._count):
            hidden.hide()

    def _read(self) -> None:
        """Read the questionnaire, and lay out its sections if they are wanted."""
        from spf_assess.questionnaire import load_questionnaire

        if self._questionnaire is None:
            self._questionnaire = load_questionnaire()
        wanted = self._extent.selected == SOME
        if wanted and not self._groups:
            self._build(self._questionnaire)
            follow(self)
        self._list.setVisible(wanted)
        self._tell()

    def _build(self, questionnaire: "Questionnaire") -> None:
        for name, title in questionnaire.groups.items():
            sections = [one for one in questionnaire.sections if one.group == name]
            if sections:
                group = _Group(title, sections)
                group.ticked_anew.connect(self._ticked)
                self._groups.append(group)
                self._column.addWidget(group)

    def _forget_list(self) -> None:
        while self._groups:
            group = self._groups.pop()
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._list.hide()

    def _choose(self) -> None:
        self._read()
        announce(self, self._count.said)
        self.changed.emit()

    def _ticked(self) -> None:
        self._tell()
        announce(self, self._count.said)
        self.changed.emit()

    def _number(self) -> int:
        if self._questionnaire is None:
            return 0
        return sum(map(self.selection.includes, self._questionnaire.items()))

    def _tell(self) -> None:
        words, full = self._hub.words, self._form.selected == FULL
        self._about.say(
            words("All questions, with those on figures, rankings and details.")
            if full
            else words("The core questions only: for a workshop of two days.")
        )
        for group in self._groups:
            group.speak(words, Selection(self._form.selected))
        nothing = self._extent.selected == SOME and not any(
            group.ticked for group in self._groups
        )
        counted = self._questionnaire is not None and not nothing
        self._count.setVisible(counted)
        self._count.say(self._counted(words) if counted else "")

    def _counted(self, words: Words) -> str:
        """Return how many questions there are, and how many each group is asked."""
        from spf_assess.analysis import offered

        if self._questionnaire is None:
            return ""
        items = [
            item
            for item in self._questionnaire.items()
            if self.selection.includes(item)
        ]
        groups = ", ".join(
            words(
                "{group} {number}",
                group=constituency_name(words, bench),
                number=sum(offered(item, bench) for item in items),
            )
            for bench in rotated(self._hub.turn)
        )
        return words.plural(
            "{number} question in all; asked of each group: {groups}.",
            "{number} questions in all; asked of each group: {groups}.",
            len(items),
            groups=groups,
        )


class _Group(QWidget):
    """A group of sections under its title, each to be ticked; at first all are."""

    ticked_anew = Signal()

    def __init__(self, title: object, sections: "list[Section]") -> None:
        super().__init__()
        self._title, self._sections = title, sections
        self._quiet = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        head, grid = QWidget(self), QWidget(self)
        edges = EdgesLayout(head)
        edges.setContentsMargins(0, 0, 0, 0)
        self._heading, self._every = Label(role="label"), Button(role="link")
        edges.addWidget(self._heading)
        edges.addWidget(self._every)
        columns = ColumnsLayout(grid, least=_LEAST, gap=_GAP)
        self.cards = {section.id: TickCard() for section in sections}
        half = (len(sections) + 1) // 2
        self._sides = (Stack(), Stack())
        for side, part in zip(
            self._sides, (sections[:half], sections[half:]), strict=True
        ):
            columns.addWidget(side)
            for section in part:
                side.add(self.cards[section.id], _GAP if side.rows else 0)
        column.addWidget(head)
        column.addWidget(grid)
        self._every.clicked.connect(self._turn)
        for card in self.cards.values():
            card.setChecked(True)
            card.toggled.connect(self._toggled)  # also by a screen reader

    @property
    def ticked(self) -> tuple[str, ...]:
        """The sections ticked."""
        return tuple(key for key, card in self.cards.items() if card.isChecked())

    def first(self) -> QWidget:
        """Return the first section's box."""
        return next(iter(self.cards.values()))

    def tick(self, sections: tuple[str, ...]) -> None:
        """Tick these sections without telling anyone; none given means all."""
        self._quiet = True
        for key, card in self.cards.items():
            card.setChecked(not sections or key in sections)
        self._quiet = False

    def speak(self, words: Words, form: Selection) -> None:
        """Say every word anew; *form* counts the questions of a section."""
        title = words.text(self._title)  # type: ignore[arg-type]
        self._heading.say(title)
        for side in self._sides:
            side.setAccessibleName(title)
        whole = len(self.ticked) == len(self.cards)
        every = words("Tick none") if whole else words("Tick all")
        self._every.say(every)
        self._every.setAccessibleName(f"{every}, {title}")
        for section in self._sections:
            number = sum(map(form.includes, section.items))
            count = words.plural("{number} question", "{number} questions", number)
            name = f"{section.label(words.language)}  {words.text(section.short)}"
            ticked = words.context("section", "Ticked")
            wording = Wording(name, count, chosen=ticked, square=True)
            self.cards[section.id].say(wording, words.language)

    def _turn(self) -> None:
        """Tick all sections of the group, or none where all are ticked."""
        on = len(self.ticked) < len(self.cards)
        self._quiet = True
        for card in self.cards.values():
            card.setChecked(on)
        self._quiet = False
        self.ticked_anew.emit()

    def _toggled(self) -> None:
        if not self._quiet:
            self.ticked_anew.emit()
