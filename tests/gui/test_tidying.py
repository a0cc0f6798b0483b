"""Garbage is collected between events only."""

import gc
import weakref

from PySide6.QtCore import QObject

from spf_assess.desktop.tidying import Tidying


class Knot:
    """Something that only the collector can free."""

    def __init__(self):
        self.itself = self


def test_garbage_waits_for_a_quiet_moment(qapp):
    parent = QObject()
    tidying = Tidying(parent)
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    assert knot() is not None
    tidying.tidy()
    assert knot() is None
    tidying._timer.stop()
