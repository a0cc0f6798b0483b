"""The sign in the top bar that says whether everything is saved."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.state import State, StateIcon


class SavedSign(QWidget):
    """An icon and words; hidden as long as there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon = StateIcon(State.DONE)
        self._label = Label(role="small", wraps=False)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.hide()

    @property
    def said(self) -> str:
        """The words shown."""
        return self._label.said

    def tell(self, text: str, *, saved: bool = True) -> None:
        """Show *text*; with *saved* false it warns."""
        self._icon.show_state(State.DONE if saved else State.MEND)
        self._label.become("small" if saved else "warn")
        self._label.say(text)
        self.setVisible(bool(text))
