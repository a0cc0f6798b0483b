"""The text of the Recommendation in both languages, from ``forms/r202/recommendation``.

The file is made by ``tools/recommendation.py``; a test holds every provision in it
against the Provisional Record.
"""

from functools import cache
from types import MappingProxyType

from spf_assess.files import read_limited
from spf_assess.model import (
    EMPTY,
    LANGUAGES,
    N_,
    Problem,
    Provision,
    Recommendation,
    Reference,
    Text,
)
from spf_assess.paths import forms_folder
from spf_assess.questionnaire.tree import Node, read_tree

_LARGEST = 1024 * 1024


@cache
def load_recommendation() -> Recommendation:
    """Return the Recommendation, read once per process.

    Raises:
        Problem: Q-110 the file that comes with the program is damaged; F-101 to F-103
            it cannot be read.
    """
    path = forms_folder() / "recommendation" / "recommendation.yaml"
    root, remarks = read_tree(read_limited(path, _LARGEST))
    if root is None or remarks or not root.at("provisions").entries:
        raise Problem(
            "Q-110",
            N_(
                "The text of the Recommendation that comes with the program ({file}) is"
                " damaged. Install the program again."
            ),
            file=path.name,
        )
    provisions = tuple(_provision(node) for node in root.at("provisions"))
    return Recommendation(
        title=_text(root.at("title")),
        provisions=provisions,
        by_reference=MappingProxyType(
            {one.reference: one for one in provisions if one.reference is not None}
        ),
    )


@cache
def known_references() -> frozenset[str]:
    """Return every paragraph, sub-paragraph and clause as it is written in forms."""
    return frozenset(map(str, load_recommendation().by_reference))


@cache
def known_paragraphs() -> frozenset[str]:
    """Return the number of every paragraph, also of those that have parts alone."""
    return frozenset(str(one.number) for one in load_recommendation().by_reference)


def _provision(node: Node) -> Provision:
    reference = node.at("reference").text
    return Provision(
        kind=node.at("kind").text,
        text=_text(node.at("text")),
        reference=Reference.parse(reference) if reference else None,
        not_from_record=frozenset(word.text for word in node.at("not_from_record")),
        added=_text(node.at("added")) if node.get("added") else EMPTY,
    )


def _text(node: Node) -> Text:
    return Text.of(**{language: node.at(language).text for language in LANGUAGES})
