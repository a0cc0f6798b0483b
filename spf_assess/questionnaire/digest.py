"""The digest that tells one questionnaire from another, letter by letter.

It is taken over the files' contents, not over the model: a later version of the program
that reads more out of the same files still knows the same questionnaire, and anyone
with a YAML parser can recompute it.
"""

import hashlib
import json
from typing import Any

from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Listing, Node, Record


def digest_of(form: Form) -> str:
    """Return the lower-case hex SHA-256 over the canonical JSON of *form*.

    The JSON is ``{"questionnaire": main file, "sections": [files as they are listed]}``
    with every scalar as a text; with texts, lists and objects alone, sorted keys
    without spaces are the canonical form of RFC 8785. Comments, quotation marks and
    line breaks within texts do not count.
    """
    canonical = json.dumps(
        form_to_plain(form),
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def form_to_plain(form: Form) -> dict[str, Any]:
    """Return everything that is written in the files as JSON values."""
    return {
        "questionnaire": node_to_plain(form.main.root),
        "sections": [node_to_plain(source.root) for source in form.sources],
    }


def node_to_plain(node: Node) -> Any:
    """Return a piece of a form as JSON values, every scalar as a text."""
    if isinstance(node, Record):
        return {name: node_to_plain(value) for name, value in node.fields.items()}
    if isinstance(node, Listing):
        return [node_to_plain(entry) for entry in node]
    return node.text
