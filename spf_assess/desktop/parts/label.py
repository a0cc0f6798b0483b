"""Words on screen: plain text only, wrapping, in the roles of the type scale."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.type import ink
from spf_assess.desktop.parts.policy import PREFERRED, wrapping

_MEASURE = 640
_LINE = 16_777_215  # pixels: the widest a widget can be


class Label(QLabel):
    """Plain words; markup in a text is shown as it is written, ``&`` is an ampersand.

    *role* is one of ``spf_assess.desktop.look.type.ROLES``. With *wraps* the label
    takes any width and grows downwards; without, it keeps to one line (numbers, short
    marks).
    """

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._said = ""
        self._hint: QSize | None = None
        self._has_buddy = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wraps:
            self.setWordWrap(True)
            self.setSizePolicy(wrapping(PREFERRED, PREFERRED))
        self.dress()
        self.say(text)

    def say(self, text: str) -> None:
        """Show *text*."""
        self._said, self._hint = text, None
        super().setText(text.replace("&", "&&") if self._has_buddy else text)

    @property
    def said(self) -> str:
        """The words shown, as they were given."""
        return self._said

    @property
    def role(self) -> str:
        """The role in the type scale."""
        return self._role

    def become(self, role: str) -> None:
        """Take another role."""
        self._role = role
        self.dress()

    def setText(self, text: str) -> None:
        self.say(text)

    def setBuddy(self, buddy: QWidget) -> None:
        super().setBuddy(buddy)
        self._has_buddy = True
        self.say(self._said)

    def sizeHint(self) -> QSize:
        """Ask for one line up to a readable measure; Qt's own hint is squarer."""
        if not self.wordWrap():
            return super().sizeHint()
        if self._hint is None:
            metrics, most = self.fontMetrics(), current().px(_MEASURE)
            lines = self._said.split("\n")
            wide = max(metrics.horizontalAdvance(line) for line in lines) + 2
            margins = self.contentsMargins()
            wide += margins.left() + margins.right()
            if wide <= most and len(lines) == 1:
                self._hint = QSize(wide, metrics.height())
            else:
                self._hint = QSize(min(wide, most), self.heightForWidth(most))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest word, as Qt does, but measured once for all labels."""
        if not (self._said and self.wordWrap()):
            return super().minimumSizeHint()
        letters, margins = current().letters(self._role), self.contentsMargins()
        size = QSize(letters.narrowest(self._said), letters.tall(self._said, _LINE))
        return size.grownBy(margins)

    def heightForWidth(self, width: int) -> int:
        if not (self._said and self.wordWrap()):
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        tall = current().letters(self._role).tall(self._said, inside)
        return tall + margins.top() + margins.bottom()

    def dress(self) -> None:
        """Take font and ink of the role, at the text size in force."""
        self._hint = None
        font = current().font(self._role)
        if self.font() != font:
            self.setFont(font)
        if self.foregroundRole() != ink(self._role):
            self.setForegroundRole(ink(self._role))
