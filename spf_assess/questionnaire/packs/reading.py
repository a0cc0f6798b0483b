"""Reading a pack, and the loud way when it has faults."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from spf_assess.files import read_limited
from spf_assess.model import (
    LANGUAGES,
    PackInfo,
    Questionnaire,
    Text,
)
from spf_assess.paths import forms_folder
from spf_assess.questionnaire.fault import FormFault
from spf_assess.questionnaire.packs.building import laid_over
from spf_assess.questionnaire.packs.checks import all_faults, needed_faults, other_base
from spf_assess.questionnaire.packs.contents import (
    ITEMS,
    LARGEST_PACK,
    PACK,
    SECTIONS,
    TEXTS,
    Contents,
    read_folder,
)
from spf_assess.questionnaire.packs.document import (
    SUFFIX,
    Refused,
    parsed,
    written,
)
from spf_assess.questionnaire.packs.layering import Layer, layered
from spf_assess.questionnaire.places import with_language
from spf_assess.questionnaire.refusal import pack_refused
from spf_assess.questionnaire.tree import Node


@dataclass(frozen=True, slots=True)
class Pack:
    """A national pack without faults.

    Attributes:
        info: what others need to know of it.
        base: id and version of the questionnaire it is made for.
        texts: what it says in further languages, by language and place.
        drafts: places whose text is not final yet, by language.
    """

    info: PackInfo
    base: tuple[str, str]
    texts: Mapping[str, Mapping[str, str]]
    drafts: Mapping[str, frozenset[str]]
    layer: Layer = field(repr=False)


def is_pack(path: Path) -> bool:
    """Whether *path* is meant to be a pack: a document, or a folder laid out as one."""
    if path.is_dir():
        marks = (path / PACK, *(path / one for one in (SECTIONS, ITEMS, TEXTS)))
        return any(mark.exists() for mark in marks)
    return path.suffix.lower() == SUFFIX or path.is_file()


def check_pack(path: Path, forms: Path | None = None) -> tuple[FormFault, ...]:
    """Return every fault of a pack: pack.yaml first, then by file and line.

    Args:
        path: a folder, or a document (``.spfq``).
        forms: folder of the questionnaire it is laid over, by default the official one.

    Raises:
        Problem: F-10x the folder or file cannot be read.
    """
    try:
        contents = _contents(path)
    except Refused as refused:
        return (refused.fault,)
    return all_faults(layered(contents, forms or forms_folder()))


def read_pack(path: Path, forms: Path | None = None) -> Pack:
    """Return the pack in a folder or a document (``.spfq``).

    Raises:
        Problem: F-10x it cannot be read; Q-87x it is no such document; otherwise the
            first fault by its own code, with file and line and how many more there are.
    """
    try:
        contents = _contents(path)
    except Refused as refused:
        raise pack_refused((refused.fault,), pack=path.name) from refused
    layer = layered(contents, forms or forms_folder())
    return _pack(layer, all_faults(layer))


def read_document(data: bytes, name: str, forms: Path | None = None) -> Pack:
    """Return the pack in the bytes of a document that came with another file.

    Only what is needed to ask its questions is checked: it was checked whole when it
    was packed. *name* is what it is called in sentences.

    Raises:
        Problem: as ``read_pack``.
    """
    try:
        contents = parsed(data, name)
    except Refused as refused:
        raise pack_refused((refused.fault,), pack=name) from refused
    layer = layered(contents, forms or forms_folder())
    return _pack(layer, needed_faults(layer))


def pack_document(pack: Pack) -> bytes:
    """Return the pack as one document (``.spfq``), the same for the same files."""
    return pack.info.document


def with_pack(questionnaire: Questionnaire, pack: Pack) -> Questionnaire:
    """Return *questionnaire* with the sections, items and schemes of *pack*.

    The official questions stay the very same objects, unless the pack says them in a
    further language, which comes beside the official ones. What is added is marked as
    national; the digest is taken over both.

    Raises:
        Problem: Q-844 the pack is made for another questionnaire, or another version.
    """
    installed = questionnaire.id, questionnaire.version
    if pack.base != installed:
        fault = other_base.RULE.broken(
            PACK, 0, wanted=" ".join(pack.base), installed=" ".join(installed)
        )
        raise pack_refused((fault,), pack=pack.layer.contents.name)
    whole = laid_over(questionnaire, pack.layer, pack.info)
    for language, said in pack.texts.items():
        whole = with_language(whole, language, said)
    return whole


def _contents(path: Path) -> Contents:
    if path.is_dir():
        return read_folder(path)
    return parsed(read_limited(path, LARGEST_PACK), path.name)


def _pack(layer: Layer, faults: tuple[FormFault, ...]) -> Pack:
    if faults:
        raise pack_refused(faults, pack=layer.contents.name)
    root = layer.contents.root(PACK)
    document = written(layer.contents)
    translated = dict(layer.contents.within(TEXTS))
    return Pack(
        info=PackInfo(
            id=root.at("pack").text,
            version=root.at("version").text,
            title=_text(root.at("title")),
            digest=hashlib.sha256(document).hexdigest(),
            languages=MappingProxyType(
                {
                    node.at("code").text: node.at("name").text
                    for node in root.at("languages")
                }
            ),
            document=document,
        ),
        base=(
            root.at("base").at("questionnaire").text,
            root.at("base").at("version").text,
        ),
        texts=MappingProxyType(
            {
                code: MappingProxyType(
                    {
                        place: node.text
                        for place, node in source.root.at("texts").named()
                    }
                )
                for code, source in translated.items()
            }
        ),
        drafts=MappingProxyType(
            {
                code: frozenset(node.text for node in source.root.at("drafts"))
                for code, source in translated.items()
            }
        ),
        layer=layer,
    )


def _text(node: Node) -> Text:
    return Text.of(**{language: node.at(language).text for language in LANGUAGES})
