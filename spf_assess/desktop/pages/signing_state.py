"""One group's line: its mark, its name, a sign, and in words how it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.parts import BenchMark, Label, State, StateIcon
from spf_assess.i18n import Words, constituency_name, signature_text, standing_name
from spf_assess.model import Constituency, SignatureState, Standing

STATES = {
    Standing.MISSING: State.TODO,
    Standing.HOLDS: State.DONE,
    Standing.EARLIER: State.MEND,
    Standing.BROKEN: State.MEND,
}
CARES = (Standing.EARLIER, Standing.BROKEN)


class GroupLine(QWidget):
    """How one group stands to what is signed."""

    def __init__(self, constituency: Constituency) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._icon = StateIcon(State.TODO)
        self._name, self._state = Label(role="strong"), Label(role="small_strong")
        self._told = Label(role="small_text")
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(1)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(BenchMark(constituency), 0, top)
        row.addWidget(self._icon, 0, top)
        for label in (self._name, self._state, self._told):
            texts.addWidget(label)
        row.addLayout(texts, 1)

    @property
    def said(self) -> str:
        """The state in words."""
        return self._state.said

    def tell(self, words: Words, state: SignatureState, note: str = "") -> None:
        """Show a state; *note* is one more sentence."""
        name = standing_name(words, state.standing)
        self._icon.show_state(STATES[state.standing], name)
        self._name.say(constituency_name(words, state.constituency))
        self._state.become("warn" if state.standing in CARES else "small_strong")
        self._state.say(name)
        told = (signature_text(words, state), note)
        self._told.say(" ".join(one for one in told if one))
