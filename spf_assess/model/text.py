"""Texts that exist in every official language, and the languages themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LANGUAGES: tuple[str, ...] = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages; neither is the translation of the other.

    >>> Text.of(en="yes", fr="oui")["fr"]
    'oui'
    """

    by_language: Mapping[str, str]

    @classmethod
    def of(cls, **by_language: str) -> "Text":
        """Build a text from keyword arguments named after languages."""
        return cls(MappingProxyType(dict(by_language)))

    def __getitem__(self, language: str) -> str:
        return self.by_language[language]

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.by_language.items())))


EMPTY = Text.of(en="", fr="")
