"""A consultation as one JSON document; every number in it comes from the results."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from spf_assess.analysis.disclosure import OPEN, Disclosed, Final, disclosed
from spf_assess.exchange import header_to_plain, respondent_to_plain
from spf_assess.model import (
    COUNTED_FROM,
    LANGUAGES,
    SPREAD_FROM,
    Agreement,
    Answer,
    Comparison,
    Constituency,
    EvidenceKind,
    Header,
    ItemKind,
    Note,
    NoteKind,
    PacketRecord,
    Plain,
    Position,
    Questionnaire,
    Remark,
    Respondent,
    RespondentKind,
    Response,
    Results,
    Reveal,
    Round,
    Shift,
    Stance,
    Text,
    answer_to_plain,
)
from spf_assess.store.records import json_text

EXPORT_FORMAT, EXPORT_VERSION = "spf-assess-export", 1


@dataclasses.dataclass(frozen=True, slots=True)
class Exported:
    """What an export is made from."""

    header: Header
    questionnaire: Questionnaire
    rounds: Sequence[Round]
    respondents: Sequence[Respondent]
    responses: Sequence[Response]
    results: Sequence[Results]
    packets: Sequence[PacketRecord]
    outcome: Plain
    sign_off: Plain
    meeting: Plain
    decisions: Plain
    since: Plain | None
    damage: Sequence[Plain]
    remarks: Sequence[Remark] = ()
    final: Final = OPEN
    counted_from: int = COUNTED_FROM
    spread_from: int = SPREAD_FROM


def export(given: Exported) -> Plain:
    """Return everything public: who took part, answers, results by round.

    A group's agreed answer is public by its role. What members answered one by one is
    not (R-401): of them stand here only words and sources that they let be quoted, and
    whose they are only if they also let themselves be named. Their ratings enter the
    results, and nothing finer.
    """
    texts = {
        item.id
        for item in given.questionnaire.items()
        if item.kind in (ItemKind.TEXT, ItemKind.TEXTS)
    }
    return {
        "format": EXPORT_FORMAT,
        "version": EXPORT_VERSION,
        "consultation": header_to_plain(given.header),
        "rounds": [dataclasses.asdict(one) for one in given.rounds],
        "respondents": [_respondent(one) for one in given.respondents],
        "packets": [_packet(one) for one in given.packets],
        "responses": _responses(given, texts),
        "pack": _pack(given.questionnaire),
        "results": [_guarded(one, given) for one in given.results],
        "outcome": given.outcome,
        "sign_off": given.sign_off,
        "meeting": given.meeting,
        "decisions": given.decisions,
        "since": given.since,
        "damage": list(given.damage),
        "remarks": [
            {"section": one.section, "text": _text(one.text)} for one in given.remarks
        ],
    }


def outcome(
    *,
    missing: Sequence[Constituency],
    reveals: Sequence[Reveal],
    stances: Sequence[Stance],
    agreements: Sequence[Agreement],
    notes: Sequence[Note],
    shifts: Sequence[tuple[int, Shift]],
) -> Plain:
    """Return what the discussion made of the positions, with who said it.

    Of the notes only new evidence and parked points: others are the facilitator's own.
    *shifts* come with the number of their later round.
    """
    return {
        "missing": [one.value for one in missing],
        "reveals": [plain_of(one) for one in reveals],
        "stances": [plain_of(one) for one in stances],
        "agreements": [
            {**plain_of(one), "statement": _text(one.statement)} for one in agreements
        ],
        "notes": [plain_of(one) for one in notes if one.kind is not NoteKind.NOTE],
        "movements": [
            {
                "round": number,
                "item": one.item,
                "part": one.part,
                "constituency": one.constituency.value,
                "before": one.before.level,
                "after": one.after.level,
                "course": one.course.value,
                "answered": one.answered,
            }
            for number, shift in shifts
            for one in shift.movements
        ],
    }


def _as_it_is(_value: object) -> None:
    """Let a value stay as it is."""


def _guarded(results: Results, given: Exported) -> Plain:
    """Return results as plain values, of members only what may be told (R-401)."""

    def shown(value: object) -> Any:
        if not isinstance(value, Comparison):
            return None
        return {
            **_fields(value),
            "positions": [
                {**_fields(one), **_fields(_of_members(given, value, one))}
                for one in value.positions
            ],
        }

    plain: Plain = plain_of(results, shown)
    return plain


def _of_members(given: Exported, found: Comparison, position: Position) -> Disclosed:
    return disclosed(
        position,
        final=given.final.of(position.constituency, found.item, found.part),
        counted_from=given.counted_from,
        spread_from=given.spread_from,
    )


def _text(text: Text) -> Plain:
    return {language: text.by_language.get(language, "") for language in LANGUAGES}


def plain_of(value: object, shown: Callable[[object], Any] = _as_it_is) -> Any:
    """Return values of the results as JSON values, fields under their own names.

    *shown* returns what takes the place of a value, or None where it stays.
    """
    other = shown(value)
    if other is not None:
        return other
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value, shown)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(plain_of(key)): plain_of(one, shown) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_of(one, shown) for one in value]
    return value


def _fields(value: Any, shown: Callable[[object], Any] = _as_it_is) -> Plain:
    return {
        field.name: plain_of(getattr(value, field.name), shown)
        for field in dataclasses.fields(value)
    }


def _pack(questionnaire: Questionnaire) -> Plain | None:
    """Return which national pack is asked, without its contents."""
    pack = questionnaire.pack
    if pack is None:
        return None
    return {
        "id": pack.id,
        "version": pack.version,
        "title": {language: pack.title[language] for language in LANGUAGES},
        "digest": pack.digest,
        "items": [item.id for item in questionnaire.items() if item.national],
    }


def _respondent(respondent: Respondent) -> Plain:
    plain = respondent_to_plain(respondent)
    if not respondent.consent_named:
        del plain["name"]
    return plain


def _packet(record: PacketRecord) -> Plain:
    return {
        "digest": record.digest,
        "state": record.state.value,
        "respondent": "" if record.respondent is None else record.respondent.id,
        "round": record.round,
        "seq": record.seq,
        "channel": record.channel.value,
        "reason": record.reason,
    }


def _responses(given: Exported, texts: set[str]) -> list[Plain]:
    """Return all responses, those of unnamed persons last and torn into single answers.

    Neither place, moment or number of a packet, nor what else the same person said,
    leads from words that may be quoted to a person who is not to be named (R-402).
    """
    named, unnamed = [], []
    for one in given.responses:
        found = _response(one, texts)
        if found["respondent"]:
            named.append(found)
        else:
            unnamed += [
                {**found, "answers": answers, "seq": 0, "handed_in_at": ""}
                for answers in ([one] for one in found["answers"])
            ] or [{**found, "seq": 0, "handed_in_at": ""}]
    return named + sorted(unnamed, key=json_text)


def _response(response: Response, texts: set[str]) -> Plain:
    who = response.respondent
    quoted = who.consent_quoted
    alone = who.kind is RespondentKind.PERSON
    return {
        "respondent": "" if alone and not who.consent_named else who.id,
        "constituency": response.respondent.constituency.value,
        "kind": response.respondent.kind.value,
        "round": response.round,
        "seq": response.seq,
        "handed_in_at": response.handed_in_at,
        "quoted": quoted,
        "answers": [
            answer_to_plain(shown)
            for answer in response.answers.values()
            if not (shown := _shown(answer, texts, alone=alone, quoted=quoted)).empty
        ],
    }


def _shown(answer: Answer, texts: set[str], *, alone: bool, quoted: bool) -> Answer:
    if alone and not quoted:
        return Answer(answer.item)
    if not alone:
        return answer if quoted else _without_words(answer, texts)
    words = answer.parts if answer.item in texts else {}
    return dataclasses.replace(answer, parts=words, specify="", flagged=False)


def _without_words(answer: Answer, texts: set[str]) -> Answer:
    return dataclasses.replace(
        answer,
        parts={
            name: dataclasses.replace(part, reason="")
            for name, part in answer.parts.items()
            if answer.item not in texts
        },
        specify="",
        comment="",
        minority="",
        evidence=tuple(
            dataclasses.replace(source, who="")
            for source in answer.evidence
            if source.kind is not EvidenceKind.EXPERIENCE
        ),
        follow_ups={},
    )
