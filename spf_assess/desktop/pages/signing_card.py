"""Signing one document, the rules or the results: who did, by key, on paper."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.signing_state import GroupLine
from spf_assess.desktop.pages.signing_words import EightWords, eight_words
from spf_assess.desktop.parts import (
    Button,
    Entry,
    FlowLayout,
    Label,
    Notice,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words, constituency_name, signed_name
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    NAME_LIMIT,
    Changes,
    Constituency,
    Problem,
    Signature,
    Signed,
    SignedState,
    Standing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from spf_assess.consultation import Consultation

SIGNING = "signing/"
_WORDS_LIMIT = 200
_BESIDE_THE_WORDS, _BESIDE_WHO_SAW = "C-185", "C-186"


class SigningCard(Surface):
    """The eight words, a line for each group, and below them the two ways to sign.

    While a signature on paper is entered the words are not shown: they are typed from
    the sheet that was signed, for only so they tell which state it was.
    """

    def __init__(self, hub: Hub, order: BenchOrder, signed: Signed) -> None:
        super().__init__("card")
        self._hub, self._order, self._words = hub, order, hub.words
        self.signed = signed
        self._typing = hub.unrecorded
        self._state: SignedState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self.lines = {bench: GroupLine(bench) for bench in BENCHES}
        column.addWidget(self._heading)
        column.addWidget(self._about)
        self.words = EightWords()
        column.addWidget(self.words)
        for bench in order.benches:
            column.addWidget(self.lines[bench])
        self._doing = self._build_ways()
        self._paper = self._build_paper()
        column.addWidget(self._doing)
        column.addWidget(self._paper)
        self.notice = Notice("saved")
        self.notice.hide()
        column.addWidget(self.notice)
        self._paper.hide()
        self._connect()

    def standing(self, wanted: Standing) -> tuple[Constituency, ...]:
        """Return the groups that stand so to what is signed here."""
        benches = self._state.benches if self._state is not None else ()
        return tuple(one.constituency for one in benches if one.standing is wanted)

    def speak(self, words: Words) -> None:
        """Say everything anew; what was typed stays."""
        self._words = words
        name = signed_name(words, self.signed)
        who = words("Who signs for the group (optional)")
        self.signer.say(who)
        self.signer.field.setAccessibleName(f"{who}, {name}")
        self.key.say(words("Sign by key…"))
        self.paper.say(words("Signed on paper…"))
        for button in (self.key, self.paper):
            button.setAccessibleName(f"{button.said}, {name}")
        self.notice.say_close(words("Close"))
        self.notice.hide()
        self._said_paper.say(
            words(
                "The group has signed the printed sheet. Type the eight words from"
                " that very sheet, in English or French."
            )
        )
        self._group_label.say(words("Group"))
        self.group.say(
            {one.value: constituency_name(words, one) for one in BENCHES},
            words("Group"),
        )
        self.typed.say(words("The eight words on the sheet"))
        self.seen.say(words("Seen by"), words("A name or an office."))
        self.record.say(words("Record the signature"))
        self.leave.say(words("Cancel"))
        self._show()

    def show_file(self, consultation: "Consultation") -> None:
        """Show how the groups stand to it now."""
        if self._state is None:
            self._show_typed()
        self._state = consultation.sign_off(self.signed)
        self._doing.setVisible(not consultation.read_only)
        self._show()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._state = None
        for entry in (self.signer, self.typed, self.seen):
            entry.field.clear()
            entry.tell_error("")
        self._paper.hide()
        self.notice.hide()

    # -- building -----------------------------------------------------------------

    def _build_ways(self) -> QWidget:
        box, line = QWidget(), QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        self.signer = Entry(NAME_LIMIT)
        self.key, self.paper = Button(), Button()
        flow = FlowLayout(line)
        flow.addWidget(self.key)
        flow.addWidget(self.paper)
        column.addWidget(self.signer)
        column.addWidget(line)
        return box

    def _build_paper(self) -> QWidget:
        box, line = QWidget(), QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        self._said_paper, self._group_label = Label(), Label(role="strong")
        self.group = Segmented(
            [(one.value, "") for one in self._order.benches],
            self._order.benches[0].value,
        )
        self.typed, self.seen = Entry(_WORDS_LIMIT), Entry(NAME_LIMIT)
        self.record, self.leave = Button(), Button(role="quiet")
        flow = FlowLayout(line)
        flow.addWidget(self.record)
        flow.addWidget(self.leave)
        for part in (
            self._said_paper,
            self._group_label,
            self.group,
            self.typed,
            self.seen,
            line,
        ):
            column.addWidget(part)
        return box

    def _connect(self) -> None:
        self.key.clicked.connect(self._ask_key)
        self.paper.clicked.connect(self._begin_paper)
        self.record.clicked.connect(self._sign_paper)
        self.leave.clicked.connect(self._end_paper)
        self.seen.field.returnPressed.connect(self._sign_paper)
        for entry in (self.signer, self.typed, self.seen):
            entry.field.textEdited.connect(lambda _text: self._keep_typed())
        self.group.chosen.connect(lambda _key: self._keep_typed())

    # -- what is shown ------------------------------------------------------------

    def _show(self) -> None:
        words, state = self._words, self._state
        name = signed_name(words, self.signed)
        if self.signed is Signed.RULES:
            self._heading.say(name)
            self._about.say(
                words(
                    "Signed before the answers come in: how positions are compared,"
                    " from how many people on something is told, what people agree to."
                )
            )
        else:
            number = state.round if state is not None else 1
            self._heading.say(f"{name}, {words('round {number}', number=number)}")
            self._about.say(self._about_results())
        if state is None:
            return
        open_ = self._hub.consultation
        missing = open_.missing() if open_ is not None else ()
        for one in state.benches:
            without = one.constituency in missing and self.signed is Signed.RESULTS
            note = words("It handed in no answer.") if without else ""
            self.lines[one.constituency].tell(words, one, note)
        self.words.tell(words, state.digest)
        self.words.setVisible(not self._paper.isVisibleTo(self))

    def _about_results(self) -> str:
        words, open_ = self._words, self._hub.consultation
        if open_ is not None and open_.is_open(open_.current_round):
            return words(
                "This round is still open. What is signed now counts for what stands"
                " now; every answer that comes in changes it."
            )
        return words(
            "Signed at the end: positions, statements, reservations and decisions, each"
            " under the group that gave it."
        )

    # -- what was typed and not recorded yet --------------------------------------

    @property
    def _boxes(self) -> dict[str, Entry]:
        return {"signer": self.signer, "typed": self.typed, "seen": self.seen}

    def _keep_typed(self) -> None:
        typed = {name: one.text for name, one in self._boxes.items() if one.text}
        if self._paper.isVisibleTo(self) and typed:
            typed["group"] = self.group.selected
        self._typing.put(f"{SIGNING}{self.signed}", typed or None)

    def _show_typed(self) -> None:
        typed = self._typing.get(f"{SIGNING}{self.signed}") or {}
        for name, entry in self._boxes.items():
            entry.field.setText(str(typed.get(name, "")))
        if "group" in typed:
            self.group.select(str(typed["group"]))
        self._paper.setVisible("group" in typed)

    # -- signing ------------------------------------------------------------------

    def _ask_key(self) -> None:
        words = self._words
        self._hub.files.open_files(
            self,
            words("The file in which the group answered"),
            words("A group's own file") + " (*.spfa)",
            self._sign_key,
        )

    def _sign_key(self, path: "Path") -> None:
        signer = self.signer.text

        made: list[Signature] = []

        def work(consultation: "Consultation") -> Changes:
            one, changes = consultation.sign_with_key(self.signed, path, signer=signer)
            made.append(one)
            return changes

        if self._hub.do(work):
            self.signer.field.clear()
            self._keep_typed()
            self._tell(made[0])

    def _begin_paper(self) -> None:
        self._paper.show()
        self.words.hide()
        self.group.setFocus()  # whose sheet it is comes first; its words after it

    def _end_paper(self) -> None:
        self._paper.hide()
        self.words.show()
        for entry in (self.typed, self.seen):
            entry.field.clear()
            entry.tell_error("")
        self._keep_typed()
        self.paper.setFocus()

    def _sign_paper(self) -> None:
        bench = Constituency(self.group.selected)
        typed, seen, signer = self.typed.text, self.seen.text, self.signer.text

        made: list[Signature] = []

        def work(consultation: "Consultation") -> Changes | None:
            try:
                one, changes = consultation.sign_on_paper(
                    self.signed, bench, typed, attestation=seen, signer=signer
                )
            except Problem as problem:
                if not self._tell_beside(problem):
                    raise
                return None
            made.append(one)
            return changes

        for entry in (self.typed, self.seen):
            entry.tell_error("")
        if self._hub.do(work):
            self.signer.field.clear()
            self._end_paper()
            self._tell(made[0])

    def _tell_beside(self, problem: Problem) -> bool:
        """Tell what is wrong beside its field; False where there is none."""
        field = {_BESIDE_THE_WORDS: self.typed, _BESIDE_WHO_SAW: self.seen}.get(
            problem.code
        )
        if field is None:
            return False
        told = f"{self._words.tell(problem)} [{problem.code}]"
        field.tell_error(told)
        field.setFocus()
        announce(field, told, at_once=True)
        return True

    def _tell(self, made: Signature) -> None:
        """Say under which eight words the signature was recorded."""
        words = self._words
        said = " – ".join(eight_words(made.digest, one) for one in LANGUAGES)
        self.notice.tell(
            words(
                "{group}: the signature is recorded, under these eight words: {words}",
                group=constituency_name(words, made.constituency),
                words=said,
            )
        )
