"""Search over questions, guidance, Recommendation and glossary, in every language.

The index is SQLite's FTS5, in memory, accents ignored; it is built when it is first
needed and can be built in pieces, so that a window need not stand still meanwhile.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import Self
from weakref import finalize

from spf_assess.model import Questionnaire, Recommendation, Reference, Text
from spf_assess.reading.documents import Document, Kind, Place, documents
from spf_assess.reading.glossary import Glossary
from spf_assess.reading.index import ParagraphIndex
from spf_assess.reading.query import Query, Reader

__all__ = ["Found", "Hit", "How", "Kind", "Run", "Search"]

_PIECE = 150
_MOST_ROWS = 600
_WORDS_SHOWN, _BEGINNING = 28, 180
_OPEN, _CLOSE = "\x02", "\x03"
_WEIGHTS = "0, 0, 10, 4, 1"
_TABLE = (
    "create virtual table words using fts5(place unindexed, language unindexed, title,"
    " text, more, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')"
)
_ASK = (
    f"select place, language, highlight(words, 2, '{_OPEN}', '{_CLOSE}'),"  # noqa: S608
    f" snippet(words, -1, '{_OPEN}', '{_CLOSE}', '…', {_WORDS_SHOWN}),"
    f" bm25(words, {_WEIGHTS}) from words where words match ?"
    f" order by 5 limit {_MOST_ROWS}"
)


class How(IntEnum):
    """How something was found; the nearest first."""

    NAMED = 0
    DIRECTLY = 1
    BY_SYNONYM = 2
    IN_PART = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text; *marked* where it is what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    Attributes:
        place: what it is and where it lies.
        how: by its name, its own words, other words for the same, or some of the words.
        language: the language of *title* and *snippet*, one it was found in.
        title: its name with the words that were found marked; empty for guidance and
            paragraphs, which have none of their own.
        snippet: a passage with the words that were found; empty where the title has
            them all.
        rank: smaller is better, comparable within one *how*.
    """

    place: Place
    how: How
    language: str
    title: tuple[Run, ...]
    snippet: tuple[Run, ...]
    rank: float

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.place.kind

    @property
    def id(self) -> str:
        """Its identifier within its kind."""
        return self.place.id


@dataclass(frozen=True, slots=True)
class Found:
    """Everything a query found, the best first."""

    query: str
    hits: tuple[Hit, ...]

    def of(self, *kinds: Kind) -> tuple[Hit, ...]:
        """Return the hits of some kinds, the best first."""
        return tuple(hit for hit in self.hits if hit.kind in kinds)

    @property
    def partly(self) -> bool:
        """Whether no place has all of the words."""
        return bool(self.hits) and self.hits[0].how is How.IN_PART


class Search:
    """The index of one questionnaire with the Recommendation and the glossary.

    ``build()`` takes in a piece at a time; ``find`` takes in what is left first.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        recommendation: Recommendation,
        glossary: Glossary,
    ) -> None:
        self._left = documents(questionnaire, recommendation, glossary)
        self._of = questionnaire, recommendation
        self._index: ParagraphIndex | None = None
        self._reader: Reader | None = None
        self._glossary = glossary
        self._places: list[Place] = []
        self._numbers: dict[tuple[Kind, str], int] = {}
        self._complete = False
        self._base = sqlite3.connect(":memory:", isolation_level=None)
        self._base.execute(_TABLE)
        finalize(self, self._base.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the memory go; nothing can be found from now on."""
        self._base.close()

    def build(self) -> bool:
        """Take in one more piece; False when there was nothing left."""
        piece = list(islice(self._left, _PIECE))
        if not piece:
            self._complete = True
            return False
        self._base.execute("begin")
        self._base.executemany(
            "insert into words values (?, ?, ?, ?, ?)", map(self._row, piece)
        )
        self._base.execute("commit")
        return True

    def find(self, text: str, language: str = "en") -> Found:
        """Return what *text* finds in any language, shown in *language* if it can be.

        Any text may be asked for; one without letters and digits finds nothing.
        """
        while not self._complete and self.build():
            pass
        if self._reader is None:
            self._reader = Reader(self._glossary)
        query = self._reader.read(text)
        best: dict[int, Hit] = {}
        for hit_place, hit in self._hits(query, language):
            known = best.get(hit_place)
            if known is None:
                best[hit_place] = hit
            elif hit.language == language != known.language:
                best[hit_place] = Hit(
                    hit.place, known.how, language, hit.title, hit.snippet, known.rank
                )
        ordered = sorted(best.values(), key=lambda hit: (hit.how, hit.rank))
        return Found(text, tuple(ordered))

    def _hits(self, query: Query, language: str) -> Iterator[tuple[int, Hit]]:
        """Yield places the nearest way first; some of them in several languages."""
        for rank, place in enumerate(self._named(query)):
            yield place, self._by_name(place, language, rank)
        if self._named(query):
            return  # a number is no word to be looked for
        some = False
        for how, asked in (
            (How.DIRECTLY, query.direct),
            (How.BY_SYNONYM, query.widened),
        ):
            if asked and (how is How.DIRECTLY or asked != query.direct):
                for place, hit in self._ask(asked, how):
                    some = True
                    yield place, hit
        if query.any and not some:
            yield from self._ask(query.any, How.IN_PART)

    def _named(self, query: Query) -> list[int]:
        keys = [(Kind.QUESTION, query.name), (Kind.SECTION, query.name)]
        if query.reference is not None:
            keys = list(self._about(query.reference))
        known = dict.fromkeys(key for key in keys if key in self._numbers)
        return [self._numbers[key] for key in known]

    def _about(self, reference: Reference) -> Iterator[tuple[Kind, str]]:
        """Yield the paragraph, its section and the questions about it."""
        wanted = str(reference)
        yield Kind.PARAGRAPH, wanted
        for section in self._of[0].sections:
            if reference in section.references:
                yield Kind.SECTION, section.id
        if self._index is None:
            self._index = ParagraphIndex(*self._of)
        try:
            rows = self._index.within(reference)
        except KeyError:
            return
        for row in rows:
            yield Kind.PARAGRAPH, str(row.reference)
        for item in self._index.items_about(reference):
            yield Kind.QUESTION, item.id

    def _by_name(self, number: int, language: str, rank: float) -> Hit:
        place = self._places[number]
        title = place.title.by_language.get(language) or place.title["en"]
        passage: tuple[Run, ...] = ()
        if place.kind is Kind.PARAGRAPH:
            provision = self._of[1].by_reference[Reference.parse(place.id)]
            passage = (Run(_beginning(provision.text[language])),)
        return Hit(place, How.NAMED, language, (Run(title),), passage, rank)

    def _ask(self, asked: str, how: How) -> Iterator[tuple[int, Hit]]:
        for number, language, title, snippet, rank in self._base.execute(
            _ASK, (asked,)
        ):
            place = self._places[number]
            named = runs(title)
            told = any(run.marked for run in named)
            passage = () if told else runs(snippet)
            yield number, Hit(place, how, language, named, passage, rank)

    def _row(self, document: Document) -> Sequence[object]:
        place = document.place
        key = (place.kind, place.id)
        number = self._numbers.setdefault(key, len(self._places))
        if number == len(self._places):
            self._places.append(place)
        return (
            number,
            document.language,
            document.title,
            document.text,
            document.more,
        )


def _beginning(text: str) -> str:
    """Return the first words of a text, up to the end of a word."""
    if len(text) <= _BEGINNING:
        return text
    return text[:_BEGINNING].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def runs(text: str) -> tuple[Run, ...]:
    """Return a text with marks as pieces, none of them empty."""
    found: list[Run] = []
    for number, piece in enumerate(text.split(_OPEN)):
        marked, _, rest = piece.partition(_CLOSE) if number else ("", "", piece)
        found += [Run(marked, marked=True)] if marked else []
        found += [Run(rest.replace("\n", " · "))] if rest else []
    return tuple(found)


def plain(pieces: tuple[Run, ...]) -> str:
    """Return pieces as one text."""
    return "".join(piece.text for piece in pieces)


def named(text: Text, language: str) -> str:
    """Return a text in *language*, or in English where it has none."""
    return text.by_language.get(language) or text["en"]
