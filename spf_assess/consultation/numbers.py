"""The numbers of a report, and the answers of an open record, as plain documents.

Of a bench's members no more stands here than the report prints (R-401): positions, and
of a divided group with enough members how many rated and how far apart, and of large
groups how many rated each level. Levels are text, so that no number is ever rounded on
the way.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spf_assess.analysis.disclosure import Final, disclosed
from spf_assess.consultation.export import plain_of
from spf_assess.exchange import clean_answer, header_to_plain
from spf_assess.model import (
    Answer,
    Comparison,
    Evidence,
    Header,
    ItemKind,
    Plain,
    Position,
    Questionnaire,
    Response,
    Results,
    answer_to_plain,
)

NUMBERS, ANSWERED, VERSION = "spf-assess-numbers", "spf-assess-answers", 1
_OWN_WORDS = frozenset({ItemKind.TEXT, ItemKind.TEXTS, ItemKind.FIGURES, ItemKind.DATE})
_WHOLE = (
    "outcomes",
    "strongest_agreement",
    "widest_divergence",
    "gaps",
    "participation",
    "paragraphs",
)


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """From how many members on they are told in numbers, and whose (R-401, R-404)."""

    counted_from: int
    spread_from: int
    final: Final


def numbers_document(header: Header, results: Results, told: Told) -> Plain:
    """Return every number that a report of these results prints."""
    return {
        "format": NUMBERS,
        "version": VERSION,
        **_of(header),
        **numbers_of(results, told),
    }


def numbers_of(results: Results, told: Told) -> Plain:
    """Return the numbers alone, whoever computed them."""
    return {
        "round": results.round,
        "comparisons": [
            comparison_plain(one, told)
            for by_part in results.comparisons.values()
            for one in by_part.values()
        ],
        "sections": [
            {
                "section": one.section,
                "law": {"item": one.law.item, "part": one.law.part},
                "practice": {"item": one.practice.item, "part": one.practice.part},
                "others_compared": one.others_compared,
                "others_diverging": one.others_diverging,
            }
            for one in results.sections
        ],
        **{name: plain_of(getattr(results, name)) for name in _WHOLE},
    }


def _of(header: Header) -> Plain:
    return {
        "consultation": header.id,
        "questionnaire": header_to_plain(header)["questionnaire"],
    }


def comparison_plain(found: Comparison, told: Told) -> Plain:
    """Return one comparison with the positions that it follows from."""
    return {
        "item": found.item,
        "part": found.part,
        "positions": {
            one.constituency.value: _position(found, one, told)
            for one in found.positions
        },
        "missing": [one.value for one in found.missing],
        "range": level_text(found.range),
        "outcome": found.outcome.value,
        "verdicts_differ": found.verdicts_differ,
        "pattern": found.pattern.value,
        "apart": "" if found.apart is None else found.apart.value,
        "joint_level": found.joint_level or 0,
        "no_joint_level": found.no_joint_level.value,
        "joint_agreed": found.joint_agreed,
    }


def _position(comparison: Comparison, found: Position, told: Told) -> Plain:
    place = found.constituency, comparison.item, comparison.part
    members = disclosed(
        found,
        final=told.final.of(*place),
        counted_from=told.counted_from,
        spread_from=told.spread_from,
    )
    spread = members.spread if found.divided else None
    return {
        "level": level_text(found.level),
        "source": found.source.value,
        "no_answer": "" if found.no_answer is None else found.no_answer.value,
        "grade": "" if found.grade is None else found.grade.value,
        "unsupported": found.unsupported,
        "divided": found.divided,
        "rated": 0 if spread is None else found.rated,
        "spread": spread or 0,
        "ratings": dict(members.ratings),
    }


def level_text(level: float | None) -> str:
    """Return a level or a range as text: ``1.5``; empty where there is none."""
    return "" if level is None else f"{level:g}"


def answers_document(
    header: Header,
    questionnaire: Questionnaire,
    responses: Sequence[Response],
    packets: Mapping[tuple[str, int, int], str],
) -> Plain:
    """Return what the results are computed from, where an open record was agreed.

    Names and words stand in it with the consent of those whose they are (R-402);
    respondents are numbers, in an order that tells nothing.

    Args:
        header: of the consultation.
        questionnaire: that was asked.
        responses: of all rounds up to the one reported.
        packets: salted digests, by respondent, round and number of the packet.
    """
    kinds = {item.id: item.kind for item in questionnaire.items()}
    listed = sorted(
        (packets.get((one.respondent.id, one.round, one.seq), ""), one.round, place)
        for place, one in enumerate(responses)
    )
    numbers: dict[str, int] = {}
    return {
        "format": ANSWERED,
        "version": VERSION,
        **_of(header),
        "responses": [
            _response(
                responses[place],
                numbers.setdefault(responses[place].respondent.id, len(numbers) + 1),
                packet,
                kinds,
            )
            for packet, _round, place in listed
        ],
    }


def _response(
    response: Response, number: int, packet: str, kinds: Mapping[str, ItemKind]
) -> Plain:
    who = response.respondent
    plain: dict[str, Any] = {
        "respondent": number,
        "packet": packet,
        "round": response.round,
        "constituency": who.constituency.value,
        "kind": who.kind.value,
        "organization": who.organization if who.consent_named else "",
        "name": who.name if who.consent_named else "",
        "members": who.members,
        "women": who.women,
        "men": who.men,
        "answers": open_answers(
            response.answers.values(), kinds, quoted=who.consent_quoted
        ),
    }
    return plain


def open_answers(
    answers: Iterable[Answer], kinds: Mapping[str, ItemKind], *, quoted: bool
) -> list[Plain]:
    """Return answers as an open record holds them, by item."""
    shown = (_openly(one, kinds.get(one.item), quoted=quoted) for one in answers)
    return sorted(
        (answer_to_plain(clean_answer(one)) for one in shown if not one.empty),
        key=lambda answer: str(answer["item"]),
    )


def _openly(answer: Answer, kind: ItemKind | None, *, quoted: bool) -> Answer:
    if quoted:
        return dataclasses.replace(answer, flagged=False)
    return Answer(
        answer.item,
        parts={
            name: dataclasses.replace(part, reason="")
            for name, part in answer.parts.items()
            if kind not in _OWN_WORDS
        },
        evidence=tuple(Evidence(one.kind, one.grade) for one in answer.evidence),
    )
