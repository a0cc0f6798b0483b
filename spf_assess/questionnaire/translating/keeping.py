"""A translation as a file of the pack, written whole or not at all."""

import hashlib
from pathlib import Path
from types import MappingProxyType

import yaml

from spf_assess.files import read_limited, write_atomically
from spf_assess.questionnaire.translating.sheets import LARGEST, Work
from spf_assess.questionnaire.tree import Record, read_tree


def keep(path: Path, work: Work) -> None:
    """Write *work* to a file that people can read and compare.

    Raises:
        Problem: F-1xx the file cannot be written.
    """
    plain: dict[str, object] = {"texts": dict(work.said)}
    if work.drafts:
        plain["drafts"] = sorted(work.drafts)
    text = yaml.safe_dump(
        plain, allow_unicode=True, sort_keys=False, width=110, default_style='"'
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode())


def keep_before(path: Path) -> Path:
    """Copy a translation beside itself before words are taken away; return the copy.

    The copy's name begins with a point, so it is no part of the pack, and ends with a
    sign of what is in it: no copy ever replaces another.

    Raises:
        Problem: F-1xx the file cannot be read, or the copy not be written.
    """
    data = read_limited(path, LARGEST)
    sign = hashlib.sha256(data).hexdigest()[:8]
    copy = path.with_name(f".{path.stem}-{sign}{path.suffix}")
    write_atomically(copy, data)
    return copy


def kept(path: Path) -> Work:
    """Return the translation in a file that passed the pack's checks; none without it.

    Raises:
        Problem: F-1xx the file cannot be read.
    """
    if not path.exists():
        return Work()
    root, _remarks = read_tree(read_limited(path, LARGEST))
    said = root.at("texts") if root is not None else None
    if not isinstance(said, Record) or root is None:
        return Work()
    return Work(
        MappingProxyType({place: node.text for place, node in said.fields.items()}),
        frozenset(node.text for node in root.at("drafts")),
    )
