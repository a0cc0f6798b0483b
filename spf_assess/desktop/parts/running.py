"""Words that keep to one line as long as there is room for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.policy import MAXIMUM, PREFERRED, wrapping


class RunningLabel(Label):
    """A label that asks for the width of its words on one line, and wraps in less.

    Qt's own hint for a wrapping label is narrower, which breaks short words beside a
    heading into two lines.
    """

    def __init__(
        self, text: str = "", role: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(wrapping(MAXIMUM, PREFERRED))

    def sizeHint(self) -> QSize:
        letters = current().letters(self.role)
        return QSize(letters.width(self.said) + 2, letters.height)
