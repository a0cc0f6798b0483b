"""A group reads its own pages, section by section, in the language it chooses."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.parts import (
    Button,
    FlowLayout,
    Label,
    Rule,
    Segmented,
    State,
    StateIcon,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.picking import Picking
from spf_assess.i18n import (
    Words,
    constituency_name,
    own_lines,
    reading_name,
    reading_text,
    section_heading,
)
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Constituency,
    ReadingState,
    Standing,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

REMARKS = "remark/"
_NATIVE = {"en": "English", "fr": "Français"}


class PagesCard(Surface):
    """Whose, which section, what stands there, and what the group says of it."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__("card")
        self._hub, self._order, self._words = hub, order, hub.words
        self._readings: tuple[ReadingState, ...] = ()
        self._sections: tuple[str, ...] = ()
        self._lines: list[Label] = []
        self._shown: object = None
        self._typing = hub.unrecorded
        self._tongue_chosen = False  # until then the pages speak as the window does
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self._closed = Label()
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self._closed)
        self._open = self._build()
        column.addWidget(self._open)
        self._connect()

    @property
    def bench(self) -> Constituency:
        """Whose pages are shown."""
        return Constituency(self.group.selected)

    @property
    def section(self) -> str:
        """Which section is shown; empty where there is none."""
        return str(self.which.currentData() or "")

    def speak(self, words: Words) -> None:
        """Say everything anew; choices and what was typed stay."""
        self._words = words
        self._heading.say(words("Each group reads its own pages"))
        self._about.say(
            words(
                "A group finds here what is told of it, and nothing of the others. It"
                " confirms that these are its words, or sends them back and says why."
            )
        )
        self._closed.say(words("Pages can be read once the first round is closed."))
        self._group_label.say(words("Group"))
        self.group.say(
            {one.value: constituency_name(words, one) for one in BENCHES},
            words("Group"),
        )
        self._language_label.say(words("Language of the pages"))
        self.language.say(_NATIVE, words("Language of the pages"))
        if not self._tongue_chosen and words.language in LANGUAGES:
            self.language.select(words.language)
        self._which_label.say(words("Section"))
        self.which.setAccessibleName(words("Section"))
        self.before.say(words("Section before"))
        self.after.say(words("Next section"))
        self._remark_label.say(words("What is wrong on these pages"))
        self.remark.setAccessibleName(words("What is wrong on these pages"))
        self.confirm.say(words("Confirm these pages"))
        self.back.say(words("Send them back"))
        self._shown = None
        self._show()

    def show_file(self, consultation: "Consultation") -> None:
        """Show what stands now; the section that was looked at stays."""
        readable = bool(consultation.discussed_round)
        self._open.setVisible(readable)
        self._closed.setVisible(not readable)
        if not readable:
            return
        self._readings = consultation.readings()
        self._sections = consultation.readable_sections()
        for widget in (self.confirm, self.back, self.remark, self._remark_label):
            widget.setVisible(not consultation.read_only)
        self._shown = None
        self._show()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._readings, self._sections, self._shown = (), (), None
        self._tongue_chosen = False
        self.which.clear()
        self.remark.show_text("")
        self._problem.say("")

    # -- building -----------------------------------------------------------------

    def _build(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._group_label, self._language_label = (
            Label(role="strong"),
            Label(role="strong"),
        )
        self.group = Segmented(
            [(one.value, "") for one in self._order.benches],
            self._order.benches[0].value,
        )
        spoken = self._words.language
        first = spoken if spoken in LANGUAGES else LANGUAGES[0]
        self.language = Segmented([(one, "") for one in LANGUAGES], first)
        self._counted = Label(role="small_text")
        self._which_label, self.which = Label(role="strong"), Picking()
        self._which_label.setBuddy(self.which)
        for part in (
            self._group_label,
            self.group,
            self._language_label,
            self.language,
            self._counted,
            self._which_label,
            self.which,
            self._build_steps(),
            Rule(),
            self._build_page(),
            Rule(),
            self._build_saying(),
        ):
            column.addWidget(part)
        return box

    def _build_steps(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        self.before, self.after = Button(), Button()
        flow.addWidget(self.before)
        flow.addWidget(self.after)
        return line

    def _build_page(self) -> QWidget:
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 4, 0, 4)
        self._page.setSpacing(3)
        return page

    def _build_saying(self) -> QWidget:
        box, line, told = QWidget(), QWidget(), QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon, self._state = StateIcon(State.TODO), Label(role="strong")
        row.addWidget(self._icon)
        row.addWidget(self._state, 1)
        self._said = Label(role="small_text")
        self._remark_label, self.remark = Label(role="strong"), Writing(2)
        self._remark_label.setBuddy(self.remark)
        self._problem = Label(role="warn")
        self.confirm, self.back = Button(), Button()
        flow = FlowLayout(line)
        flow.addWidget(self.confirm)
        flow.addWidget(self.back)
        for part in (
            told,
            self._said,
            self._remark_label,
            self.remark,
            self._problem,
            line,
        ):
            column.addWidget(part)
        self._problem.hide()
        return box

    def _connect(self) -> None:
        self.group.chosen.connect(lambda _key: self._show())
        self.language.chosen.connect(lambda _key: self._choose_tongue())
        self.which.activated.connect(lambda _place: self._show())
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.confirm.clicked.connect(self._confirm)
        self.back.clicked.connect(self._send_back)
        self.remark.typed.connect(lambda _text: self._keep_remark())

    # -- what is shown ------------------------------------------------------------

    def _show(self) -> None:
        open_ = self._hub.consultation
        if open_ is None or not self._sections:
            return
        self._offer(open_)
        place = self.which.currentIndex()
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < self.which.count() - 1)
        self._tell_state()
        shown = (self.bench, self.section, self.language.selected)
        if shown != self._shown:
            self._shown = shown
            self._fill(open_)
            typed = self._typing.get(self._box) or {}
            self.remark.show_text(str(typed.get("text", "")))

    @property
    def _box(self) -> str:
        """Under which name a remark waits that was not sent."""
        open_ = self._hub.consultation
        number = 0 if open_ is None else open_.current_round
        return f"{REMARKS}{number}/{self.bench}/{self.section}"

    def _keep_remark(self) -> None:
        text = self.remark.text
        self._typing.put(self._box, {"text": text} if text else None)

    def _choose_tongue(self) -> None:
        self._tongue_chosen = True
        self._show()

    def _own(self) -> dict[str, ReadingState]:
        return {
            one.section: one for one in self._readings if one.constituency is self.bench
        }

    def _offer(self, open_: "Consultation") -> None:
        """List the sections with what this group said of each."""
        words, own = self._words, self._own()
        chosen = self.section or self._sections[0]
        self.which.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.which.clear()
        for one in self._sections:
            section = open_.questionnaire.section(one)
            heading = section_heading(words, section, section.short)
            self.which.addItem(f"{heading} – {reading_name(words, own[one])}", one)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.which.blockSignals(False)  # noqa: FBT003
        read = [one for one in own.values() if one.standing is Standing.HOLDS]
        confirmed = sum(
            one.confirmation is not None and one.confirmation.confirmed for one in read
        )
        changed = sum(one.standing is Standing.EARLIER for one in own.values())
        self._counted.say(
            words(
                "{group}: {confirmed} of {number} sections confirmed, {back} sent back,"
                " {changed} changed after reading.",
                group=constituency_name(words, self.bench),
                confirmed=confirmed,
                number=len(own),
                back=len(read) - confirmed,
                changed=changed,
            )
        )

    def _fill(self, open_: "Consultation") -> None:
        """Write the pages, in the language the group reads."""
        for label in self._lines:
            self._page.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._lines = self._page_labels(Words(self.language.selected), open_)
        for label in self._lines:
            self._page.addWidget(label)

    def _page_labels(self, words: Words, open_: "Consultation") -> list[Label]:
        section = open_.questionnaire.section(self.section)
        shorts = {one.id: words.text(one.short) for one in section.items}
        labels = [Label(section_heading(words, section, section.title), "heading")]
        found = open_.pages(self.bench, self.section)
        for page in found:
            labels.append(Label(f"{page.item}  {shorts[page.item]}", "strong"))
            told = own_lines(words, open_.questionnaire, page)
            labels += [Label(line, "small_text") for line in told]
        if not found:
            told_none = words("This group finds nothing of itself in this section.")
            labels.append(Label(told_none))
        return labels

    def _tell_state(self) -> None:
        words, state = self._words, self._own()[self.section]
        name = reading_name(words, state)
        said = state.confirmation
        sign = State.TODO
        if said is not None:
            fine = said.confirmed and state.standing is Standing.HOLDS
            sign = State.DONE if fine else State.MEND
        self._icon.show_state(sign, name)
        self._state.say(name)
        lines = [reading_text(words, state)]
        if said is not None and said.remark:
            lines.append(said.remark)
        self._said.say("\n".join(lines))

    # -- what the group says ------------------------------------------------------

    def _step(self, by: int) -> None:
        self.which.setCurrentIndex(self.which.currentIndex() + by)
        self._show()

    def _confirm(self) -> None:
        bench, section = self.bench, self.section
        if self._hub.do(lambda open_: open_.confirm(bench, section)):
            self._done()

    def _send_back(self) -> None:
        words, remark = self._words, self.remark.text
        bench, section = self.bench, self.section
        if not remark:
            told = words("Say in a sentence what is wrong on these pages.")
            self._problem.say(told)
            self._problem.show()
            self.remark.setAccessibleDescription(told)
            self.remark.setFocus()
            announce(self.remark, told, at_once=True)
            return
        if self._hub.do(lambda open_: open_.send_back(bench, section, remark)):
            self._done()

    def _done(self) -> None:
        self._typing.put(self._box, None)
        self.remark.show_text("")
        self.remark.setAccessibleDescription("")
        self._problem.hide()
        announce(self, self._state.said)
