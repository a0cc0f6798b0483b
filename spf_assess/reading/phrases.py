"""Finding phrases in texts: case, accents and plurals aside, the longest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from spf_assess.reading.folding import tokens

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Met(Generic[Meaning]):
    """A phrase met in a text, from *start* to *end*, and what it stands for."""

    start: int
    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases and what each stands for; where two are alike the first one holds."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._ways: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in phrases:
            stems = tuple(token.stem for token in tokens(phrase))
            if stems:
                self._ways.setdefault(stems[0], []).append((stems, meaning))
        for ways in self._ways.values():
            ways.sort(key=lambda way: -len(way[0]))

    def met(self, text: str) -> Iterator[Met[Meaning]]:
        """Yield what *text* uses, in its order; of several phrases the longest."""
        words = list(tokens(text))
        stems = tuple(word.stem for word in words)
        at = 0
        while at < len(words):
            for phrase, meaning in self._ways.get(stems[at], ()):
                if stems[at : at + len(phrase)] == phrase:
                    last = words[at + len(phrase) - 1]
                    yield Met(words[at].start, last.end, meaning)
                    at += len(phrase) - 1
                    break
            at += 1

    def within(self, text: str) -> Iterator[Meaning]:
        """Yield the meaning of every phrase in *text*, also of one within another."""
        stems = tuple(token.stem for token in tokens(text))
        for at, first in enumerate(stems):
            for phrase, meaning in self._ways.get(first, ()):
                if stems[at : at + len(phrase)] == phrase:
                    yield meaning
