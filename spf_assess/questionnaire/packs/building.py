"""From a pack laid over the official form to a questionnaire that holds both."""

import dataclasses
import hashlib
import json
from types import MappingProxyType

from spf_assess.model import (
    LANGUAGES,
    Item,
    PackInfo,
    Questionnaire,
    Scheme,
    Text,
)
from spf_assess.questionnaire.build import build
from spf_assess.questionnaire.packs.contents import ENDING, GUIDANCE, SCHEMES
from spf_assess.questionnaire.packs.layering import GROUP_TITLE, NATIONAL, Layer
from spf_assess.questionnaire.tree import Node


def laid_over(
    questionnaire: Questionnaire, layer: Layer, info: PackInfo | None
) -> Questionnaire:
    """Return *questionnaire* with what a checked pack adds to it.

    The official questions stay the very same objects; what is added comes after them.
    """
    own = build(
        layer.own,
        lambda section: layer.contents.root(f"{GUIDANCE}/{section}{ENDING}"),
    )
    added = {one.id: _national(one.items) for one in own.sections}
    official = tuple(
        dataclasses.replace(one, items=(*one.items, *added.pop(one.id)))
        if one.id in added
        else one
        for one in questionnaire.sections
    )
    national = tuple(
        dataclasses.replace(one, items=added[one.id], national=True)
        for one in own.sections
        if one.id in added
    )
    groups = {NATIONAL: GROUP_TITLE} if national else {}
    return dataclasses.replace(
        questionnaire,
        digest=combined(questionnaire.digest, info.digest) if info else "",
        groups=MappingProxyType({**questionnaire.groups, **groups}),
        sections=(*official, *national),
        pack=info,
        schemes=_schemes(layer.contents.root(SCHEMES)),
    )


def combined(core: str, pack: str) -> str:
    """Return the digest of a questionnaire with a pack, from the digests of both."""
    plain = json.dumps({"core": core, "pack": pack}, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _national(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dataclasses.replace(item, national=True) for item in items)


def _schemes(root: Node) -> MappingProxyType[str, tuple[Scheme, ...]]:
    found: dict[str, tuple[Scheme, ...]] = {}
    for node in root.at("schemes"):
        scheme = Scheme(
            name=node.at("name").text,
            label=_text(node.at("label")),
            note=_text(node.at("note")),
        )
        for section in dict.fromkeys(one.text for one in node.at("sections")):
            found[section] = (*found.get(section, ()), scheme)
    return MappingProxyType(found)


def _text(node: Node) -> Text:
    return Text.of(**{language: node.at(language).text for language in LANGUAGES})
