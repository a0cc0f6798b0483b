"""What a person cannot read: words cut off, hidden, overlapping or out of view."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QWidget,
)

from spf_assess.i18n import Words


class Pseudo(Words):
    """English made 40 % longer: what is cut or was never translated shows."""

    def __init__(self) -> None:
        super().__init__("en")

    def _fill(self, message: str, facts: dict[str, object]) -> str:
        said = super()._fill(message, facts)
        return " ".join(word + "ẅ" * round(len(word) * 0.4) for word in said.split(" "))


def settle() -> None:
    """Let windows lay themselves out."""
    for _turn in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def clipped_texts(root: QWidget) -> list[str]:
    """Return the words under *root* that cannot be read whole.

    A text is cut when it needs more height at its width, when its longest word is wider
    than it, or when something other than an up-and-down scroll hides a part of it.
    """
    cut = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not _words(widget):
            continue
        if _too_small(widget) or _beyond(widget):
            cut.append(_words(widget))
    return cut


def small_targets(root: QWidget, least: int = 24) -> list[str]:
    """Return the buttons under *root* that are smaller than 24 by 24 pixels."""
    return [
        _words(button)
        for button in root.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < least
    ]


def overlapping(root: QWidget) -> list[tuple[str, str]]:
    """Return pairs of sibling widgets with words that lie over each other."""
    found = []
    seen = [one for one in root.findChildren(QWidget) if one.isVisible()]
    for place, one in enumerate(seen):
        for other in seen[place + 1 :]:
            if one.parent() is other.parent() and _words(one) and _words(other):
                both = one.geometry().intersected(other.geometry())
                if both.width() > 1 and both.height() > 1:
                    found.append((_words(one), _words(other)))
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    return ""


def _too_small(widget: QWidget) -> bool:
    if widget.width() < widget.minimumSizeHint().width():
        return True
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height()
    return widget.sizeHint().height() > widget.height()


def _beyond(widget: QWidget) -> bool:
    """Whether an ancestor hides the left or the right end of the widget."""
    above = widget.parentWidget()
    while above is not None:
        left = widget.mapTo(above, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > above.width():
            return True
        scrolls = isinstance(above.parentWidget(), QAbstractScrollArea)
        if not scrolls and not above.isWindow():
            top = widget.mapTo(above, widget.rect().topLeft()).y()
            if top < 0 or top + widget.height() > above.height():
                return True
        elif scrolls:
            # up and down it may be scrolled to; go on with the scroll area itself
            return False
        above = above.parentWidget()
    return False
