"""The files of a form as they stand, read leniently, for checks and for building."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import read_limited
from spf_assess.model import LANGUAGES, ItemKind, Problem
from spf_assess.questionnaire.tree import Node, Record, Remark, Trouble, read_tree

if TYPE_CHECKING:
    from spf_assess.questionnaire.shape import Kind

MAIN, HELP = "questionnaire.yaml", "guidance"
LARGEST = 1024 * 1024
_KEY = re.compile(r"""([\w.-]+)["']?\s*:""")
_MISSING_FILE = "F-101"


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its tree (an empty one where it is broken) and what was remarked."""

    file: str
    root: Node
    remarks: tuple[Remark, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether there is no tree to check further."""
        return not isinstance(self.root, Record)


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section as it stands in its file."""

    source: Source
    id: str
    node: Node

    def items(self) -> Iterator["ItemView"]:
        """Yield the items, in order."""
        for node in self.node.at("items"):
            yield ItemView(self, node)

    def item_ids(self) -> set[str]:
        """The names of its items."""
        return {item.id for item in self.items()}

    def references(self) -> list[str]:
        """The clause the section is about, or its paragraphs."""
        one = self.node.at("reference").text
        return [one] if one else [node.text for node in self.node.at("paragraphs")]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item as it stands in its file."""

    section: SectionView
    node: Node

    @property
    def file(self) -> str:
        """The file's name."""
        return self.section.source.file

    @property
    def id(self) -> str:
        """The item's name; empty where it has none."""
        return self.node.at("name").text

    @property
    def kind(self) -> ItemKind | None:
        """The item's type; None where it is missing or unknown."""
        word = self.node.at("type").text
        return ItemKind(word) if word in set(ItemKind) else None

    def flag(self, field: str) -> bool:
        """Whether a true/false field is true."""
        return self.node.at(field).text == "true"

    def tokens(self, field: str) -> list[str]:
        """The entries of a list of words."""
        return [node.text for node in self.node.at(field)]

    def part_names(self) -> list[str]:
        """The names by which the item's parts are addressed."""
        match self.kind:
            case ItemKind.LAW_PRACTICE:
                return ["law", "practice"]
            case ItemKind.PRACTICE:
                return ["practice"]
            case ItemKind.RATINGS | ItemKind.FIGURES | ItemKind.TEXTS:
                return [part.at("name").text for part in self.node.at("parts")]
            case _:
                return ["value"]


@dataclass(frozen=True, slots=True)
class HelpView:
    """The guidance on one section as it stands in its file, item by item."""

    source: Source
    id: str
    node: Node

    def each(self) -> Iterator[tuple[str, Node]]:
        """Yield the name of every item with its guidance."""
        yield from self.node.at("items").named()

    def lines(self) -> dict[str, int]:
        """The line on which each item's guidance begins."""
        written = self.node.at("items")
        return written.lines if isinstance(written, Record) else {}


@dataclass(frozen=True, slots=True)
class TextView:
    """One text in all languages; *field* is the innermost field it stands in."""

    file: str
    field: str
    node: Record
    path: tuple[str, ...]

    def language(self, language: str) -> str:
        """The text in one language; empty where it is missing."""
        return self.node.at(language).text


@dataclass(frozen=True, slots=True)
class ExpressionView:
    """One expression: of an item, or of a follow-up question where *item* is None.

    *owner* names whose it is.
    """

    file: str
    field: str
    owner: str
    node: Node
    item: ItemView | None = None
    follow_up: Node | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A folder of forms: the main file and its sections, in the main file's order.

    *guidance* holds the files of help, where they were read; *others* further files,
    each with its vocabulary.
    """

    folder: Path
    main: Source
    sources: tuple[Source, ...]
    guidance: tuple[Source, ...] = ()
    others: tuple[tuple[Source, "Kind"], ...] = ()

    def all_sources(self) -> Iterator[Source]:
        """Yield the main file, the sections' files, those of help, then the others."""
        yield self.main
        yield from self.sources
        yield from self.guidance
        yield from (source for source, _kind in self.others)

    def sections(self) -> Iterator[SectionView]:
        """Yield every section whose file can be read."""
        for source in self.sources:
            if not source.broken:
                yield SectionView(source, Path(source.file).stem, source.root)

    def items(self) -> Iterator[ItemView]:
        """Yield every item, in order."""
        for section in self.sections():
            yield from section.items()

    def helps(self) -> Iterator[HelpView]:
        """Yield the guidance of every section whose file of help can be read."""
        for source in self.guidance:
            if not source.broken:
                yield HelpView(source, Path(source.file).stem, source.root)

    def follow_ups(self) -> Iterator[Node]:
        """Yield every follow-up question."""
        yield from self.main.root.at("follow_ups")

    def texts(self) -> Iterator[TextView]:
        """Yield every text, file by file."""
        for source in self.all_sources():
            yield from _texts(source.file, source.root, ())

    def expressions(self) -> Iterator[ExpressionView]:
        """Yield every expression that stands in the form."""
        for follow_up in self.follow_ups():
            node = follow_up.get("relevant")
            if node is not None:
                name = follow_up.at("name").text
                yield ExpressionView(
                    self.main.file, "relevant", name, node, follow_up=follow_up
                )
        for item in self.items():
            for field in ("relevant", "constraint"):
                node = item.node.get(field)
                if node is not None:
                    yield ExpressionView(item.file, field, item.id, node, item)


def _texts(file: str, node: Node, path: tuple[str, ...]) -> Iterator[TextView]:
    if isinstance(node, Record):
        if any(language in node.fields for language in LANGUAGES):
            yield TextView(file, path[-1] if path else "", node, path)
            return
        for key, value in node.fields.items():
            yield from _texts(file, value, (*path, key))
    for entry in node:
        yield from _texts(file, entry, path)


def read_form(folder: Path, *, helped: bool = False) -> Form:
    """Read the main file and every section it lists, whatever their contents.

    With *helped* the guidance is read as well.
    """
    main = _source(folder, MAIN)
    names = dict.fromkeys(node.text for node in main.root.at("sections") if node.text)
    sections = tuple(_source(folder, f"{name}.yaml") for name in names)
    files = sorted((folder / HELP).glob("*.yaml")) if helped else []
    guidance = tuple(read_help(folder, path.stem) for path in files)
    return Form(folder, main, sections, guidance)


def read_help(folder: Path, section: str) -> Source:
    """Read the guidance on one section, whatever its contents; it may be missing."""
    file = f"{section}.yaml"
    return _source(folder / HELP, file, f"{HELP}/{file}")


def written_on(folder: Path, section: str) -> frozenset[str]:
    """Return at least the items that the guidance on a section is written on.

    It looks for words with a colon and reads no YAML, so more than items are among
    them, but no key is missed.
    """
    try:
        data = read_limited(folder / HELP / f"{section}.yaml", LARGEST)
    except Problem:
        return frozenset()
    return frozenset(_KEY.findall(data.decode(errors="replace")))


def _source(folder: Path, name: str, told: str = "") -> Source:
    file = told or name
    try:
        data = read_limited(folder / Path(name).name, LARGEST)
    except Problem as problem:
        missing = problem.code == _MISSING_FILE
        trouble = Trouble.MISSING if missing else Trouble.UNREADABLE
        return Source(file, Node(1), (Remark(trouble, 0, file),))
    root, remarks = read_tree(data)
    return Source(file, root or Node(1), tuple(remarks))
