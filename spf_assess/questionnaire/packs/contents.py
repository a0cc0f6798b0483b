"""The files of a pack as they stand, from a folder; nothing is judged here yet."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from spf_assess.files import read_limited, spoken_name
from spf_assess.model import Problem
from spf_assess.questionnaire.form import LARGEST, Source
from spf_assess.questionnaire.tree import (
    Listing,
    Node,
    Record,
    Remark,
    Scalar,
    Trouble,
    read_tree,
)

PACK, SCHEMES = "pack.yaml", "schemes.yaml"
SECTIONS, ITEMS, GUIDANCE, TEXTS = "sections", "items", "guidance", "texts"
FOLDERS = (SECTIONS, ITEMS, GUIDANCE, TEXTS)
ENDING = ".yaml"
MOST_FILES = 200
LARGEST_PACK = 2 * 1024 * 1024
_STEM = re.compile(r"[A-Za-z0-9_-]{1,40}")
# What file managers leave behind, and nobody sees.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack holds.

    Attributes:
        name: of the folder or the document, for sentences.
        sources: every file of a pack by its place: ``items/3e.yaml``.
        strange: places of files and folders that no pack has.
        too_large: whether there are more files, or more text, than a pack can have.
    """

    name: str
    sources: Mapping[str, Source]
    strange: tuple[str, ...] = ()
    too_large: bool = False

    def source(self, place: str) -> Source | None:
        """Return a file; None where the pack has none at this place."""
        return self.sources.get(place)

    def root(self, place: str) -> Node:
        """Return the tree of a file; an empty one where there is none."""
        found = self.sources.get(place)
        return Node(1) if found is None else found.root

    def within(self, folder: str) -> Iterator[tuple[str, Source]]:
        """Yield the files of one folder with the name each is about, in order."""
        for place, source in self.sources.items():
            path = PurePosixPath(place)
            if str(path.parent) == folder:
                yield path.stem, source


def belongs(place: str) -> bool:
    """Whether a pack can have a file at *place*."""
    if place in (PACK, SCHEMES):
        return True
    path = PurePosixPath(place)
    return (
        str(path.parent) in FOLDERS
        and path.suffix == ENDING
        and _STEM.fullmatch(path.stem) is not None
    )


def arranged(sources: Mapping[str, Source]) -> dict[str, Source]:
    """Return files in the order in which they are told and laid over the form."""
    return {place: sources[place] for place in sorted(sources, key=_order)}


def _order(place: str) -> tuple[int, int, str]:
    path = PurePosixPath(place)
    if place == PACK:
        return 0, 0, ""
    folder = str(path.parent)
    number = path.stem.removeprefix("n")
    return (
        1 + FOLDERS.index(folder) if folder in FOLDERS else 1 + len(FOLDERS),
        int(number) if number.isascii() and number.isdecimal() else 0,
        place,
    )


def read_folder(folder: Path) -> Contents:
    """Read every file of a pack, whatever it holds.

    Raises:
        Problem: F-105 the folder cannot be read.
    """
    places = list(_places(folder))
    wanted = [place for place in places if belongs(place)]
    strange = tuple(place for place in places if not belongs(place))
    if len(places) > MOST_FILES:
        return Contents(folder.name, {}, (), too_large=True)
    sources = {place: _source(folder, place) for place in wanted}
    size = sum(_size(folder / place) for place in wanted)
    return Contents(
        folder.name, arranged(sources), strange, too_large=size > LARGEST_PACK
    )


def _places(folder: Path) -> Iterator[str]:
    """Yield the places of files, and of folders that no pack has, without end."""
    for entry in _entries(folder):
        if entry.is_dir() and entry.name in FOLDERS:
            inner = _entries(Path(entry))
            yield from (f"{entry.name}/{spoken_name(Path(one))}" for one in inner)
        else:
            yield spoken_name(Path(entry)) + ("/" if entry.is_dir() else "")


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            entries = list(islice(found, MOST_FILES + 1))
    except OSError:
        read_limited(folder, LARGEST)  # tells why, in a sentence
        raise
    return sorted(
        (one for one in entries if not _left_behind(one.name)),
        key=lambda one: one.name,
    )


def _left_behind(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LEFT_BEHIND


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _source(folder: Path, place: str) -> Source:
    try:
        data = read_limited(folder / place, LARGEST)
    except Problem:
        return Source(place, Node(1), (Remark(Trouble.UNREADABLE, 0, place),))
    root, remarks = read_tree(data)
    return Source(place, _composed(root or Node(1)), tuple(remarks))


def _composed(node: Node) -> Node:
    """Return a tree with its texts in Unicode normalization form C.

    Some editors write an accented letter as two signs. It reads the same; signed
    documents hold the one form.
    """
    if isinstance(node, Record):
        fields = {_nfc(name): _composed(value) for name, value in node.fields.items()}
        lines = {_nfc(name): line for name, line in node.lines.items()}
        return Record(node.line, fields, lines)
    if isinstance(node, Listing):
        return Listing(node.line, [_composed(entry) for entry in node])
    if isinstance(node, Scalar):
        return Scalar(node.line, _nfc(node.value), node.plain)
    return node


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
