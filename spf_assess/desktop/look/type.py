"""The type scale in points, so that text follows the system and our own scale."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QPalette

from spf_assess.resources import SANS, SERIF, font_files

TEXT_SIZE = 11.0
_REGULAR, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
_Ink = QPalette.ColorRole

# role: family, points, weight, palette role of the ink
ROLES: dict[str, tuple[str, float, QFont.Weight, QPalette.ColorRole]] = {
    "text": (SANS, TEXT_SIZE, _REGULAR, _Ink.WindowText),
    "title": (SANS, 21, _STRONG, _Ink.WindowText),
    "question": (SANS, 15, _STRONG, _Ink.WindowText),
    "heading": (SANS, 12.5, _STRONG, _Ink.WindowText),
    "strong": (SANS, TEXT_SIZE, _STRONG, _Ink.WindowText),
    "second": (SANS, TEXT_SIZE, _REGULAR, _Ink.PlaceholderText),
    "small": (SANS, 10, _REGULAR, _Ink.PlaceholderText),
    "small_text": (SANS, 10, _REGULAR, _Ink.WindowText),
    "small_strong": (SANS, 10, _STRONG, _Ink.WindowText),
    "label": (SANS, 9.5, _STRONG, _Ink.PlaceholderText),
    "warn": (SANS, 10, _STRONG, _Ink.BrightText),
    "legal": (SERIF, 10.5, _REGULAR, _Ink.WindowText),
    "legal_strong": (SERIF, 10.5, _STRONG, _Ink.WindowText),
}


@cache
def load_font(family: str, style: str) -> None:
    """Make one bundled font known to this process.

    Each is loaded when it is first needed: the start page needs two out of seven.
    """
    name = f"{family.replace(' ', '')}-{style}.ttf"
    for path in font_files():
        if path.name == name:
            QFontDatabase.addApplicationFont(str(path))


def make_font(role: str, scale: float) -> QFont:
    """Return the font of a role at a text scale (1.0 is 100 %).

    Raises:
        KeyError: no such role.
    """
    family, points, weight, _ink = ROLES[role]
    load_font(family, "Semibold" if weight == _STRONG else "Regular")
    font = QFont(family)
    font.setPointSizeF(points * scale)
    font.setWeight(weight)
    return font


def ink(role: str) -> QPalette.ColorRole:
    """Return the palette role a role's words are written in."""
    return ROLES[role][3]
