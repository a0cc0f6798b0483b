"""Fonts and other files that ship inside the package."""

from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
SANS = "Source Sans 3"
SERIF = "Source Serif 4"


def font_files() -> tuple[Path, ...]:
    """Return the bundled font files, in a fixed order."""
    return tuple(sorted(FONTS.glob("*.ttf")))


def fonts_configuration(cache: Path) -> str:
    """Return a ``fonts.conf`` that knows the bundled fonts and no others.

    With it pages are equal on every machine, and a machine without fonts does not
    crash the renderer. *cache* is a folder that fontconfig may fill.
    """
    from xml.sax.saxutils import escape  # brings the network's libraries with it

    preferred = "".join(
        f"<alias><family>{generic}</family><prefer><family>{ours}</family></prefer>"
        "</alias>"
        for generic, ours in (("sans-serif", SANS), ("serif", SERIF))
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(FONTS))}</dir><cachedir>{escape(str(cache))}</cachedir>"
        f"{preferred}<config></config></fontconfig>"
    )
