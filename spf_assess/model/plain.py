"""The plain (JSON) form of answers, one form for the file, the packet and exports.

Empty fields are left out, so that equal answers have equal canonical bytes. Reading is
strict: an unknown key, a wrong type or an over-long text raises ValueError with the
place, and nothing is guessed.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from spf_assess.model.answer import (
    COMMENT_LIMIT,
    NAME_LIMIT,
    STATED,
    Answer,
    Evidence,
    Figure,
    NoAnswer,
    PartAnswer,
    Value,
)
from spf_assess.model.questionnaire import EvidenceKind, Grade

Plain = dict[str, Any]
_FIGURE_FIELDS = ("women", "men", "total", "year", "source", "note", "no_sex_reason")
_EVIDENCE_FIELDS = ("title", "place", "date", "who")
_DECIMAL = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_MOST_PARTS, _MOST_SOURCES, _MOST_CHOICES = 40, 50, 60


def answer_to_plain(answer: Answer) -> Plain:
    """Return *answer* as JSON values with empty fields left out."""
    plain: Plain = {"item": answer.item}
    parts = {
        name: _part_to_plain(part)
        for name, part in sorted(answer.parts.items())
        if not part.empty
    }
    follow_ups = {name: words for name, words in answer.follow_ups.items() if words}
    optional: Plain = {
        "parts": parts,
        "specify": answer.specify,
        "comment": answer.comment,
        "evidence": [_evidence_to_plain(source) for source in answer.evidence],
        "follow_ups": follow_ups,
        "flagged": answer.flagged,
        "minority": answer.minority,
    }
    plain.update((key, value) for key, value in optional.items() if value)
    return plain


def _part_to_plain(part: PartAnswer) -> Plain:
    plain: Plain = {}
    if part.no_answer is not None:
        plain["no_answer"] = part.no_answer.value
    elif isinstance(part.value, Figure):
        plain["figure"] = _figure_to_plain(part.value)
    elif isinstance(part.value, tuple):
        plain["value"] = list(part.value)
    else:
        plain["value"] = part.value
    if part.reason:
        plain["reason"] = part.reason
    return plain


def _figure_to_plain(figure: Figure) -> Plain:
    pairs = ((name, getattr(figure, name)) for name in _FIGURE_FIELDS)
    return {name: value for name, value in pairs if value}


def _evidence_to_plain(source: Evidence) -> Plain:
    plain: Plain = {"kind": source.kind.value, "grade": source.grade.value}
    for name in _EVIDENCE_FIELDS:
        if value := getattr(source, name):
            plain[name] = value
    if source.figure is not None:
        plain["figure"] = _figure_to_plain(source.figure)
    return plain


def answer_from_plain(plain: object) -> Answer:
    """Read what ``answer_to_plain`` wrote.

    Raises:
        ValueError: the place and what is wrong there, for a program to report.
    """
    data = _object(
        plain,
        {
            "item",
            "parts",
            "specify",
            "comment",
            "evidence",
            "follow_ups",
            "flagged",
            "minority",
        },
        "answer",
    )
    item = _text(data.get("item"), 40, "item")
    if not item:
        raise ValueError("item: missing")
    parts = _mapping(data.get("parts", {}), _MOST_PARTS, f"{item}.parts")
    follow_ups = _mapping(data.get("follow_ups", {}), 20, f"{item}.follow_ups")
    flagged = data.get("flagged", False)
    if not isinstance(flagged, bool):
        raise ValueError(f"{item}.flagged: not true or false")  # noqa: TRY004 - data
    return Answer(
        item=item,
        parts=MappingProxyType(
            {
                name: _part_from_plain(part, f"{item}.{name}")
                for name, part in parts.items()
            }
        ),
        specify=_text(data.get("specify", ""), COMMENT_LIMIT, f"{item}.specify"),
        comment=_text(data.get("comment", ""), COMMENT_LIMIT, f"{item}.comment"),
        evidence=tuple(
            _evidence_from_plain(source, f"{item}.evidence[{number}]")
            for number, source in enumerate(
                _list(data.get("evidence", []), _MOST_SOURCES, f"{item}.evidence")
            )
        ),
        follow_ups=MappingProxyType(
            {
                name: _text(words, COMMENT_LIMIT, f"{item}.follow_ups.{name}")
                for name, words in follow_ups.items()
            }
        ),
        flagged=flagged,
        minority=_text(data.get("minority", ""), COMMENT_LIMIT, f"{item}.minority"),
    )


def _part_from_plain(plain: object, place: str) -> PartAnswer:
    data = _object(plain, {"value", "figure", "no_answer", "reason"}, place)
    reason = _text(data.get("reason", ""), COMMENT_LIMIT, f"{place}.reason")
    told = [key for key in ("value", "figure", "no_answer") if key in data]
    if len(told) != 1:
        raise ValueError(f"{place}: exactly one of value, figure, no_answer")
    if "no_answer" in data:
        if data["no_answer"] not in [kind.value for kind in STATED]:
            raise ValueError(f"{place}.no_answer: unknown")
        return PartAnswer(no_answer=NoAnswer(data["no_answer"]), reason=reason)
    if "figure" in data:
        figure = _figure_from_plain(data["figure"], f"{place}.figure")
        return PartAnswer(value=figure, reason=reason)
    return PartAnswer(value=_value(data["value"], f"{place}.value"), reason=reason)


def _value(plain: object, place: str) -> Value:
    if isinstance(plain, bool):
        raise ValueError(f"{place}: true and false are no values")  # noqa: TRY004
    if isinstance(plain, int):
        return plain
    if isinstance(plain, str):
        return _text(plain, COMMENT_LIMIT, place)
    if isinstance(plain, list):
        names = [_text(name, NAME_LIMIT, place) for name in plain]
        if len(names) > _MOST_CHOICES or len(set(names)) != len(names):
            raise ValueError(f"{place}: repeated or too many choices")
        return tuple(names)
    raise ValueError(f"{place}: wrong type")


def _figure_from_plain(plain: object, place: str) -> Figure:
    data = _object(plain, set(_FIGURE_FIELDS), place)
    texts = {
        name: _text(data.get(name, ""), COMMENT_LIMIT, f"{place}.{name}")
        for name in _FIGURE_FIELDS
    }
    for name in ("women", "men", "total"):
        if texts[name] and not _DECIMAL.fullmatch(texts[name]):
            raise ValueError(f"{place}.{name}: not a decimal number")
    return Figure(**texts)


def _evidence_from_plain(plain: object, place: str) -> Evidence:
    data = _object(plain, {"kind", "grade", "figure", *_EVIDENCE_FIELDS}, place)
    if data.get("kind") not in [kind.value for kind in EvidenceKind]:
        raise ValueError(f"{place}.kind: unknown")
    if data.get("grade") not in [grade.value for grade in Grade]:
        raise ValueError(f"{place}.grade: unknown")
    texts = {
        name: _text(data.get(name, ""), COMMENT_LIMIT, f"{place}.{name}")
        for name in _EVIDENCE_FIELDS
    }
    figure = (
        _figure_from_plain(data["figure"], f"{place}.figure")
        if "figure" in data
        else None
    )
    return Evidence(
        kind=EvidenceKind(data["kind"]),
        grade=Grade(data["grade"]),
        figure=figure,
        **texts,
    )


def _object(plain: object, known: set[str], place: str) -> Plain:
    data = _mapping(plain, 60, place)
    if unknown := sorted(set(data) - known):
        raise ValueError(f"{place}: unknown field {unknown[0]}")
    return dict(data)


def _mapping(plain: object, most: int, place: str) -> Mapping[str, Any]:
    if not isinstance(plain, dict) or not all(isinstance(key, str) for key in plain):
        raise ValueError(f"{place}: not an object")
    if len(plain) > most or any(len(key) > NAME_LIMIT for key in plain):
        raise ValueError(f"{place}: too many or too long names")
    return plain


def _list(plain: object, most: int, place: str) -> list[Any]:
    if not isinstance(plain, list) or len(plain) > most:
        raise ValueError(f"{place}: not a list, or too long")
    return plain


def _text(plain: object, longest: int, place: str) -> str:
    if not isinstance(plain, str):
        raise ValueError(f"{place}: not a text")  # noqa: TRY004 - data, not a bug
    if len(plain) > longest:
        raise ValueError(f"{place}: longer than {longest} characters")
    return plain
