"""What is not ready yet, in words."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model import LANGUAGES, Constituency, Text


class Told(Protocol):
    """An open point: its sentence and the facts in it."""

    @property
    def says(self) -> str:
        """The English message."""

    @property
    def facts(self) -> Mapping[str, object]:
        """Values for its placeholders; a constituency stands for its name."""


def point_text(words: Words, point: Told) -> str:
    """Return the sentence of an open point of the checklist."""
    return words(
        point.says,
        **{name: _spoken(words, name, fact) for name, fact in point.facts.items()},
    )


def points_text(points: Sequence[Told]) -> Text:
    """Return several of them one after the other, in every language."""
    return Text.of(
        **{
            language: " ".join(point_text(Words(language), one) for one in points)
            for language in LANGUAGES
        }
    )


def _spoken(words: Words, name: str, fact: object) -> object:
    if isinstance(fact, Constituency):
        return constituency_name(words, fact)
    if name == "language":
        return {
            "en": words.context("missing in", "English"),
            "fr": words.context("missing in", "French"),
        }[str(fact)]
    return fact
