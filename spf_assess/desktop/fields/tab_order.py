"""Tab goes through things in the order in which they are seen."""

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from spf_assess.desktop.fields.stack import Stack


def follow(*roots: QWidget, after: QWidget | None = None) -> None:
    """Let Tab go through *roots* one after the other, each from top to bottom.

    They come next after *after*, if given.

    What is built late (a part that unfolds, a question further down) stands last in
    Qt's chain; this puts it where it is seen. The first stop keeps its place, and so
    does everything that follows rightly already.
    """
    found = [] if after is None else [after]
    found += [stop for root in roots for stop in stops(root)]
    for one, other in itertools.pairwise(found):
        if _next_stop(one) is not other:
            QWidget.setTabOrder(one, other)


def stops(root: QWidget) -> Iterator[QWidget]:
    """Yield everything in *root* that the keyboard can get to, in order.

    What takes the keyboard and hands it on to a part of itself is one stop, parts and
    all. What hands it on without taking it must not be moved about: Qt leaves it where
    it was, and from there it calls Tab back.
    """
    for child in _inside(root):
        takes = child.focusPolicy() != Qt.FocusPolicy.NoFocus
        proxy = child.focusProxy()
        if takes and (proxy is None or child.isAncestorOf(proxy)):
            yield child
        if not takes or proxy is None:
            yield from stops(child)


def _next_stop(widget: QWidget) -> QWidget | None:
    """Return the stop that Qt's chain comes to next."""
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        takes = following.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes and not following.isWindow() and not widget.isAncestorOf(following):
            return following
        following = following.nextInFocusChain()
    return None


def _inside(root: QWidget) -> Iterator[QWidget]:
    """Yield what stands directly in *root*, in the order in which it is seen."""
    found: Sequence[object] = root.children()
    if isinstance(root, Stack):
        found = root.in_order
    elif isinstance(root, QScrollArea):
        found = (root.widget(),)
    elif isinstance(root, QAbstractScrollArea):
        found = ()
    for child in found:
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
