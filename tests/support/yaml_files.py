"""Folders of YAML files for tests, and spoiling one line of them."""

from collections.abc import Mapping
from pathlib import Path


def write_files(folder: Path, files: Mapping[str, str | None]) -> Path:
    """Write each file by its name within *folder*; one without text is left out."""
    for name, text in files.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def spoiled(text: str, old: str, new: str) -> str:
    """Return *text* with *old*, which must stand in it, replaced once."""
    if old not in text:
        raise ValueError(old)
    return text.replace(old, new, 1)


def line_of(text: str, words: str) -> int:
    """Return the number of the first line with *words*."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)
