"""Colours, type and text size.

The look belongs to the application, as Qt's own palette and font do. ``put_on`` hangs
one ``Look`` on the ``QApplication``; everything that paints itself asks
``current().tokens`` inside its paint event, and labels and buttons take their fonts
from ``current().font(role)``. So no widget carries a look about, nothing is copied when
a module is imported, and a change of palette or text size reaches every widget through
Qt's own palette and font events.
"""

from spf_assess.desktop.look.style import ARGUMENTS, SCALES, Look, current
from spf_assess.desktop.look.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    PALETTES,
    Tokens,
)

__all__ = [
    "ARGUMENTS",
    "DARK",
    "HIGH_CONTRAST",
    "LIGHT",
    "PALETTES",
    "SCALES",
    "Look",
    "Tokens",
    "current",
]
