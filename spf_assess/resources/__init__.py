"""Fonts and other files that ship inside the package."""

from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
SANS = "Source Sans 3"
SERIF = "Source Serif 4"


def font_files() -> tuple[Path, ...]:
    """Return the bundled font files, in a fixed order."""
    return tuple(sorted(FONTS.glob("*.ttf")))
