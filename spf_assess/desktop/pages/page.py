"""What every page of the window is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.surface import Surface
from spf_assess.i18n.words import Words


class Page(Surface):
    """A page: it says its words in ``speak`` and is told when it is shown and left.

    ``wanted(name, detail)`` asks the window for another page.
    """

    wanted = Signal(str, object)

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.hub = hub

    def speak(self, words: Words) -> None:
        """Say every word of the page anew; keep place, focus and what was typed."""
        raise NotImplementedError

    def title(self) -> str:
        """Return the page's name for the window's title, in the current language."""
        raise NotImplementedError

    def arrive(self, detail: object = None) -> None:
        """Show what is current; *detail* is what the asking page gave along."""

    def pause(self) -> None:
        """Save what is not saved yet: the person turned to another window."""

    def leave(self) -> bool:
        """Save what is not saved yet; False when that failed and one should stay."""
        return True
