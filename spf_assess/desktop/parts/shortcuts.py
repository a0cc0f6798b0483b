"""Keys that do something wherever the keyboard is within a page, or in the window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def add_shortcuts(
    widget: QWidget,
    keys: Mapping[str, Callable[[], object]],
    *,
    everywhere: bool = False,
) -> None:
    """Let *keys* (as Qt writes them) act within *widget*, or in its whole window.

    Every key that is added stands under F1.
    """
    from PySide6.QtGui import QKeySequence, QShortcut

    context = (
        Qt.ShortcutContext.WindowShortcut
        if everywhere
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(context)
        shortcut.activated.connect(act)
