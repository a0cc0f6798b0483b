"""A translation as a file of the pack, written whole or not at all."""

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
