"""A table among other cards of a page: as high as its rows, up to a limit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.desktop.parts.scroll import QuietBar

_MOST = 380  # pixels at any text size: a window is not higher for larger letters
_EDGE = 2


class CardTable(TellingTable):
    """Rows of a ``TellingModel``; what is more than fits scrolls within it."""

    def __init__(self, model: TellingModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setVerticalScrollBar(QuietBar())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self) -> None:
        super().fit()
        head = self.horizontalHeader()
        above = 0 if head.isHidden() else head.sizeHint().height()
        wanted = above + self.verticalHeader().length() + _EDGE
        high = max(current().px(40), min(wanted, _MOST))
        if high != self.height():
            self.setFixedHeight(high)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(120), self.minimumHeight())
