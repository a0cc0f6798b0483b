"""A pack laid over the official form: a form of its own, checked and built as any.

An official section with items of a country stands in it twice: as it is, and as a
section of the pack's file that holds those items alone. So every fault is told where it
stands, and the official sections are never written to.
"""

import dataclasses
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spf_assess.model import Text
from spf_assess.questionnaire.form import Form, SectionView, Source, read_form
from spf_assess.questionnaire.packs.contents import (
    GUIDANCE,
    ITEMS,
    PACK,
    SCHEMES,
    SECTIONS,
    TEXTS,
    Contents,
)
from spf_assess.questionnaire.packs.shapes import ADDED
from spf_assess.questionnaire.packs.shapes import PACK as PACK_SHAPE
from spf_assess.questionnaire.packs.shapes import SCHEMES as SCHEMES_SHAPE
from spf_assess.questionnaire.packs.shapes import TEXTS as TEXTS_SHAPE
from spf_assess.questionnaire.shape import Kind
from spf_assess.questionnaire.tree import Listing, Node, Record, Scalar

NATIONAL = "national"
GROUP_TITLE = Text.of(en="National questions", fr="Questions nationales")
_HEAD = ("reference", "paragraphs", "title", "short")


@dataclasses.dataclass(frozen=True, slots=True)
class Layer:
    """A pack over the official form it is made for.

    Attributes:
        core: the official form.
        own: the pack's own sections, and its items for official ones, with its help.
        whole: both, the official sections first.
    """

    contents: Contents
    core: Form
    own: Form
    whole: Form

    def core_sections(self) -> dict[str, SectionView]:
        """Return the official sections by name."""
        return {section.id: section for section in self.core.sections()}

    def files(self) -> frozenset[str]:
        """The places of the pack's files."""
        return frozenset(self.contents.sources)

    def national_sections(self) -> Iterator[SectionView]:
        """Yield the pack's own sections whose files can be read."""
        for section in self.own.sections():
            if section.source.file.startswith(f"{SECTIONS}/"):
                yield section


def layered(contents: Contents, folder: Path) -> Layer:
    """Lay a pack over the official form in *folder*, whatever its files hold."""
    core = _core(folder.resolve())
    official = {section.id: section for section in core.sections()}
    sections = {
        name: source
        for name, source in contents.within(SECTIONS)
        if name not in official  # which the check refuses
    }
    added = [
        _addition(source, official[name])
        for name, source in contents.within(ITEMS)
        if name in official and not source.broken
    ]
    main = _main(core.main, list(sections))
    sources = (*added, *sections.values())
    own = Form(
        folder,
        main,
        sources,
        guidance=tuple(source for _name, source in contents.within(GUIDANCE)),
        others=tuple(_others(contents)),
    )
    whole = dataclasses.replace(own, sources=(*core.sources, *own.sources))
    return Layer(contents, core, own, whole)


@cache
def _core(folder: Path) -> Form:
    return read_form(folder)


def _others(contents: Contents) -> Iterator[tuple[Source, Kind]]:
    """Yield the files that are no sections, each with its shape."""
    for place, kind in ((PACK, PACK_SHAPE), (SCHEMES, SCHEMES_SHAPE)):
        source = contents.source(place)
        if source is not None:
            yield source, kind
    for folder, kind in ((ITEMS, ADDED), (TEXTS, TEXTS_SHAPE)):
        for _name, source in contents.within(folder):
            yield source, kind


def _main(main: Source, sections: list[str]) -> Source:
    """Return the main file with the group of national questions and its sections."""
    root, line = main.root, main.root.line
    group = Record(line, {"name": Scalar(line, NATIONAL), "title": _title(line)})
    listed = [*root.at("sections"), *(Scalar(line, name) for name in sections)]
    return dataclasses.replace(
        main,
        root=_with(
            root,
            groups=Listing(line, [*root.at("groups"), group]),
            sections=Listing(line, listed),
        ),
    )


def _title(line: int) -> Node:
    named = GROUP_TITLE.by_language.items()
    return Record(line, {language: Scalar(line, text) for language, text in named})


def _addition(source: Source, section: SectionView) -> Source:
    """Return items for an official section as a section, headed as that one is."""
    head = {
        field: section.node.at(field)
        for field in _HEAD
        if section.node.get(field) is not None
    }
    group = Scalar(source.root.line, NATIONAL)
    return dataclasses.replace(source, root=_with(source.root, group=group, **head))


def _with(node: Node, **fields: Node) -> Node:
    held = node.fields if isinstance(node, Record) else {}
    lines = node.lines if isinstance(node, Record) else {}
    return Record(
        node.line, {**held, **fields}, {**dict.fromkeys(fields, node.line), **lines}
    )
