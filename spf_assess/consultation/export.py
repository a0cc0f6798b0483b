"""A consultation as one JSON document; every number in it comes from the results."""

import dataclasses
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from spf_assess.exchange import header_to_plain, respondent_to_plain
from spf_assess.model import (
    Answer,
    EvidenceKind,
    Header,
    ItemKind,
    PacketRecord,
    Plain,
    Questionnaire,
    Respondent,
    Response,
    Results,
    Round,
    answer_to_plain,
)

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


def export(given: Exported) -> Plain:
    """Return everything public: who took part, answers, results by round.

    A name stands in it only with the consent to be named; free words and experience of
    members only with the consent to be quoted. Levels, choices, figures and written
    sources stand in it always.
    """
    texts = {
        item.id for item in given.questionnaire.items() if item.kind is ItemKind.TEXT
    }
    return {
        "format": EXPORT_FORMAT,
        "version": EXPORT_VERSION,
        "consultation": header_to_plain(given.header),
        "rounds": [dataclasses.asdict(one) for one in given.rounds],
        "respondents": [_respondent(one) for one in given.respondents],
        "packets": [_packet(one) for one in given.packets],
        "responses": [_response(one, texts) for one in given.responses],
        "results": [plain_of(one) for one in given.results],
    }


def plain_of(value: object) -> Any:
    """Return values of the results as JSON values, fields under their own names."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain_of(getattr(value, field.name))
            for field in dataclasses.fields(value)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(plain_of(key)): plain_of(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_of(one) for one in value]
    return value


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
        "reason": record.reason,
    }


def _response(response: Response, texts: set[str]) -> Plain:
    quoted = response.respondent.consent_quoted
    return {
        "respondent": response.respondent.id,
        "constituency": response.respondent.constituency.value,
        "kind": response.respondent.kind.value,
        "round": response.round,
        "seq": response.seq,
        "handed_in_at": response.handed_in_at,
        "quoted": quoted,
        "answers": [
            answer_to_plain(answer if quoted else _without_words(answer, texts))
            for answer in response.answers.values()
        ],
    }


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
        evidence=tuple(
            dataclasses.replace(source, who="")
            for source in answer.evidence
            if source.kind is not EvidenceKind.EXPERIENCE
        ),
        follow_ups={},
    )
