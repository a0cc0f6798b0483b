"""Tab goes through things in the order in which they are seen."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QScrollArea, QWidget

from spf_assess.desktop.fields.stack import Stack


def follow(*roots: QWidget) -> None:
    """Let Tab go through *roots* one after the other, each from top to bottom.

    What is built late (a part that unfolds, a question further down) stands last in
    Qt's chain; this puts it where it is seen. The first stop keeps its place.
    """
    found = [stop for root in roots for stop in stops(root)]
    for before, after in itertools.pairwise(found):
        QWidget.setTabOrder(before, after)


def stops(root: QWidget) -> Iterator[QWidget]:
    """Yield everything in *root* that the keyboard can get to, in order."""
    if root.focusPolicy() != Qt.FocusPolicy.NoFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QPlainTextEdit) or (
        isinstance(root, QAbstractScrollArea) and not isinstance(root, QScrollArea)
    ):
        return
    if isinstance(root, Stack):
        inside: tuple[object, ...] = root.in_order
    elif isinstance(root, QScrollArea):
        inside = (root.widget(),)
    else:
        inside = tuple(root.children())
    for child in inside:
        if isinstance(child, QWidget) and not child.isWindow():
            yield from stops(child)
