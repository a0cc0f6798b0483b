"""What the respondents of the sample say, read from ``forms/sample``.

``coresia.yaml`` holds who takes part, levels and choices in columns, and the sources;
the other files hold what each one says in words, by seat and item, and what the meeting
says and decides afterwards (``coresia_meeting``, ``coresia_decided``). Everything is
read strictly: a mistake in these files is a ValueError with its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spf_assess.consultation.coresia_decided import FILE as DECISIONS
from spf_assess.consultation.coresia_decided import Decided, decided_of
from spf_assess.consultation.coresia_meeting import FILE, Meeting, meeting_of
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    VALUE,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    PartAnswer,
    Questionnaire,
    Respondent,
    RespondentKind,
    Text,
)
from spf_assess.questionnaire.tree import Listing, Node, Record, read_tree

MAIN = "coresia.yaml"
WORDS = ("government.yaml", "employers.yaml", "workers.yaml", "observers.yaml")

_MARKS: Mapping[str, NoAnswer | None] = {
    "?": NoAnswer.DONT_KNOW,
    "x": NoAnswer.PREFERS_NOT,
    "n": NoAnswer.NOT_APPLICABLE,
    "-": None,
    ".": None,
}
_CHOSEN = frozenset({ItemKind.SELECT_MULTIPLE, ItemKind.RANK})
_SAID = frozenset(
    {
        "comment",
        "evidence",
        "figures",
        "follow_ups",
        "no_answers",
        "reasons",
        "specify",
        "text",
        "texts",
    }
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One respondent and what it says; the respondent's id is still empty.

    *key* names the seat's files and is never shown.
    """

    key: str
    respondent: Respondent
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole sample, ready to be played."""

    title: Text
    country: Text
    place: str
    speakers: tuple[Speaker, ...]
    meeting: Meeting
    decided: Decided


def read_script(folder: Path, questionnaire: Questionnaire) -> Script:
    """Return the sample in *folder* for *questionnaire*.

    Raises:
        OSError: a file is missing.
        ValueError: a file is not as it must be, with the place.
    """
    main = _read(folder / MAIN)
    said: dict[str, Any] = {}
    for name in WORDS:
        said |= _read(folder / name)
    reader = _Reader(questionnaire, main, said)
    return Script(
        title=_text(main["title"]),
        country=_text(main["country"]),
        place=main["place"],
        speakers=tuple(reader.speakers()),
        meeting=meeting_of(_read(folder / FILE)),
        decided=decided_of(_read(folder / DECISIONS)),
    )


def _read(path: Path) -> dict[str, Any]:
    root, remarks = read_tree(path.read_bytes())
    if remarks or not isinstance(root, Record):
        line = remarks[0].line if remarks else 1
        raise ValueError(f"{path.name}, line {line}")
    return {key: _plain(node) for key, node in root.fields.items()}


def _plain(node: Node) -> Any:
    if isinstance(node, Record):
        return {key: _plain(one) for key, one in node.fields.items()}
    if isinstance(node, Listing):
        return [_plain(one) for one in node]
    return node.text


def _text(plain: Mapping[str, str]) -> Text:
    return Text.of(**{language: plain[language] for language in LANGUAGES})


class _Reader:
    """Puts columns, lists and words together into answers."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        main: Mapping[str, Any],
        said: Mapping[str, Mapping[str, Mapping[str, Any]]],
    ) -> None:
        self._items = tuple(questionnaire.items())
        self._sources: Mapping[str, Mapping[str, Any]] = main["sources"]
        self._seats: Sequence[Mapping[str, Any]] = main["seats"]
        self._said = said
        self._values: dict[tuple[str, str, str], str | list[str]] = {}
        for place, row in main["levels"].items():
            item, part = place.split(" ")
            self._take_row(item, part, row)
        for item, row in main["choices"].items():
            self._take_row(item, VALUE, row)
        for item, lists in main["several"].items():
            for key, chosen in lists.items():
                self._values[key, item, VALUE] = chosen
        self._check_names()

    def speakers(self) -> Iterator[Speaker]:
        for seat in self._seats:
            respondent = _respondent(seat)
            answers = (
                self._answer(seat["key"], respondent, item) for item in self._items
            )
            given = tuple(answer for answer in answers if not answer.empty)
            yield Speaker(seat["key"], respondent, given)

    def _take_row(self, item: str, part: str, row: str) -> None:
        columns = row.split("|")
        if len(columns) != len(BENCHES):
            raise ValueError(f"{MAIN}: {item} {part}: {row}")
        for bench, column in zip(BENCHES, columns, strict=True):
            marks = column.split()
            keys = [one["key"] for one in self._seats if one["constituency"] == bench]
            if not marks:
                continue
            if len(marks) != len(keys):
                raise ValueError(f"{MAIN}: {item} {part}: {column}")
            for key, mark in zip(keys, marks, strict=True):
                self._values[key, item, part] = mark

    def _check_names(self) -> None:
        """Refuse a seat, item or part that is not there: nothing is silently lost."""
        keys = {seat["key"] for seat in self._seats}
        items = {item.id: item for item in self._items}
        places = [*self._values]
        places += [(key, item, "") for key in self._said for item in self._said[key]]
        for key, item, part in places:
            names = {one.name for one in items[item].parts} if item in items else None
            if key not in keys or names is None or (part and part not in names):
                raise ValueError(f"{key} {item} {part}")

    def _answer(self, key: str, who: Respondent, item: Item) -> Answer:
        said: Mapping[str, Any] = self._said.get(key, {}).get(item.id, {})
        if unknown := set(said) - _SAID:
            raise ValueError(f"{key} {item.id}: {sorted(unknown)}")
        return Answer(
            item=item.id,
            parts={
                part.name: answer
                for part in item.parts
                if not (answer := self._part(key, item, part.name, said)).empty
            },
            specify=said.get("specify", ""),
            comment=said.get("comment", ""),
            evidence=tuple(
                self._cited(one, who.language) for one in said.get("evidence", ())
            ),
            follow_ups=dict(said.get("follow_ups", {})),
        )

    def _part(
        self, key: str, item: Item, part: str, said: Mapping[str, Any]
    ) -> PartAnswer:
        reason = said.get("reasons", {}).get(part, "")
        figure = said.get("figures", {}).get(part)
        given = said.get("no_answers", {}).get(part)
        given = self._values.get((key, item.id, part), given)
        if isinstance(given, str) and given in _MARKS:
            return PartAnswer(no_answer=_MARKS[given], reason=reason)
        if figure is not None:
            return PartAnswer(Figure(**figure))
        if item.kind in (ItemKind.TEXT, ItemKind.TEXTS):
            return PartAnswer(said.get("texts", {}).get(part, said.get("text")))
        if given is None:
            return PartAnswer()
        if item.kind.rated:
            return PartAnswer(int(str(given)))
        return PartAnswer(tuple(given) if item.kind in _CHOSEN else str(given))

    def _cited(self, citation: str, language: str) -> Evidence:
        name, _, place = citation.partition(" | ")
        source = self._sources[name]
        figure = source.get("figure")
        return Evidence(
            kind=EvidenceKind(source["kind"]),
            grade=Grade(source["grade"]),
            title=source["title"][language],
            place=place,
            date=source["date"],
            who=source["who"][language] if "who" in source else "",
            figure=Figure(**figure) if figure else None,
        )


def _respondent(seat: Mapping[str, Any]) -> Respondent:
    return Respondent(
        id="",
        constituency=Constituency(seat["constituency"]),
        kind=RespondentKind(seat["kind"]),
        name=seat.get("name", ""),
        organization=seat["organization"],
        language=seat["language"],
        members=int(seat.get("members", 1)),
        women=int(seat.get("women", 0)),
        men=int(seat.get("men", 0)),
        consent_named=seat.get("consent_named") == "true",
        consent_quoted=seat.get("consent_quoted") == "true",
    )
