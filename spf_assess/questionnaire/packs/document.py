"""A pack as one document (``.spfq``): canonical JSON, read strictly (R-205).

``{"files": {"pack.yaml": …}, "format": "spfq", "version": 1}`` with every scalar of the
files as a text. Of such values (texts, lists and objects, and the one number) sorted
keys without spaces are the canonical form of RFC 8785. Nothing is repaired on the way
in: what is not byte for byte what ``written`` makes of it is refused.
"""

import json
import re
from typing import Any, NoReturn

from spf_assess.model import N_
from spf_assess.model.signs import is_clean
from spf_assess.questionnaire.digest import node_to_plain
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Source
from spf_assess.questionnaire.packs.contents import (
    LARGEST_PACK,
    MOST_FILES,
    Contents,
    arranged,
    belongs,
)
from spf_assess.questionnaire.tree import DEEPEST, Listing, Node, Record, Scalar

FORMAT, VERSION, SUFFIX = "spfq", 1, ".spfq"
TOO_LARGE = Rule(
    "Q-870",
    N_("The file is larger than {most} kilobytes, which no pack can be."),
    N_("Check that it is the right file."),
)
NO_PACK = Rule(
    "Q-871",
    N_("The file is no national pack, or it is damaged."),
    N_("Check that it is the right file, or copy it again."),
)
NEWER = Rule(
    "Q-872",
    N_("The pack was made by a newer version of the program."),
    N_("Install that version here, or ask for the pack in the older form."),
)
CHANGED = Rule(
    "Q-873",
    N_(
        "The file was changed after it was packed, so that two programs could read two"
        " things in it."
    ),
    N_("Ask for the original file, or pack the folder again."),
)
RULES = (TOO_LARGE, NO_PACK, NEWER, CHANGED)
_NAMES = {"files", "format", "version"}
_OUTER = 2  # levels of the document around a file
_BRACKET = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


class Refused(Exception):  # noqa: N818 - a fault of the file, told with the others
    """A document that cannot be read as a pack; *fault* says why."""

    def __init__(self, fault: FormFault) -> None:
        super().__init__(fault)
        self.fault = fault


def written(contents: Contents) -> bytes:
    """Return the document of a pack, the same for the same files."""
    return _canonical(
        {
            "files": {
                place: node_to_plain(source.root)
                for place, source in contents.sources.items()
            },
            "format": FORMAT,
            "version": VERSION,
        }
    )


def _canonical(plain: object) -> bytes:
    return json.dumps(
        plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()


def parsed(data: bytes, name: str) -> Contents:
    """Return the files of a pack's document, whose contents are still to be checked.

    Args:
        data: the whole document.
        name: what it is called in sentences.

    Raises:
        Refused: Q-870 larger than a pack can be, Q-871 not a pack's document, Q-872
            written by a newer program, Q-873 changed since this program wrote it.
    """
    if len(data) > LARGEST_PACK:
        raise Refused(TOO_LARGE.broken(name, 0, most=LARGEST_PACK // 1024))
    plain = _plain(data, name)
    if plain.keys() != _NAMES or plain["format"] != FORMAT:
        raise Refused(NO_PACK.broken(name, 0))
    version = plain["version"]
    if type(version) is not int or version < VERSION:  # True is an int to isinstance
        raise Refused(NO_PACK.broken(name, 0))
    if version > VERSION:
        raise Refused(NEWER.broken(name, 0))
    files = plain["files"]
    if not isinstance(files, dict) or len(files) > MOST_FILES:
        raise Refused(NO_PACK.broken(name, 0))
    if not _texts_alone(files) or _canonical(plain) != data:
        raise Refused(CHANGED.broken(name, 0))
    sources = {
        place: Source(place, _node(tree))
        for place, tree in files.items()
        if belongs(place)
    }
    strange = tuple(place for place in files if not belongs(place))
    return Contents(name, arranged(sources), strange)


def _plain(data: bytes, name: str) -> dict[str, Any]:
    """Return the JSON object in *data*, without repeated names or broken numbers."""
    if _depth(data) > DEEPEST + _OUTER:
        raise Refused(NO_PACK.broken(name, 0))

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise Refused(CHANGED.broken(name, 0))
        return found

    def short(number: str) -> int:
        return int(number) if len(number) <= len(str(MOST_FILES)) else refused(number)

    def refused(_number: str) -> NoReturn:
        raise Refused(CHANGED.broken(name, 0))

    try:
        plain = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=unique,
            parse_float=refused,
            parse_int=short,
            parse_constant=refused,
        )
    except ValueError as error:
        raise Refused(NO_PACK.broken(name, 0)) from error
    if not isinstance(plain, dict):
        raise Refused(NO_PACK.broken(name, 0))
    return plain


def _depth(data: bytes) -> int:
    """Return how deep *data* is nested, before any reader follows it down."""
    deep = deepest = 0
    for match in _BRACKET.finditer(data):
        deep += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(match[0], 0)
        deepest = max(deepest, deep)
    return deepest


def _texts_alone(plain: object) -> bool:
    """Whether there is nothing but objects, lists and clean texts."""
    if isinstance(plain, dict):
        return all(is_clean(key) and _texts_alone(one) for key, one in plain.items())
    if isinstance(plain, list):
        return all(_texts_alone(one) for one in plain)
    return isinstance(plain, str) and is_clean(plain)


def _node(plain: object) -> Node:
    if isinstance(plain, dict):
        fields = {name: _node(value) for name, value in plain.items()}
        return Record(0, fields, dict.fromkeys(fields, 0))
    if isinstance(plain, list):
        return Listing(0, [_node(entry) for entry in plain])
    return Scalar(0, str(plain), plain=True)
