"""Q-850: a name, a version or a language's code with other signs than it may have."""

import re
from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import PACK, SCHEMES
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-850",
    N_("“{word}” cannot stand after “{field}”."),
    N_(
        "Names are small letters, digits and underlines, beginning with a letter; a"
        " version has at most 20 signs without spaces; a language is told by its code,"
        " like pt or pt-BR."
    ),
)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_VERSION = re.compile(r"[0-9A-Za-z._-]{1,20}")
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every word that files and other programs could not carry."""
    pack = layer.contents.root(PACK)
    yield from _formed(PACK, "pack", pack.get("pack"), _NAME)
    yield from _formed(PACK, "version", pack.get("version"), _VERSION)
    for language in pack.at("languages"):
        yield from _formed(PACK, "code", language.get("code"), _CODE)
    for scheme in layer.contents.root(SCHEMES).at("schemes"):
        yield from _formed(SCHEMES, "name", scheme.get("name"), _NAME)


def _formed(
    file: str, field: str, node: Node | None, form: re.Pattern[str]
) -> Iterator[FormFault]:
    if node is not None and node.text and not form.fullmatch(node.text):
        yield RULE.broken(file, node.line, word=node.text[:40], field=field)
