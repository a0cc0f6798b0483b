"""What a report is made from, read from an open consultation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spf_assess.analysis import asked_items
from spf_assess.i18n.formats import now_iso

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation
    from spf_assess.model import Channel, PacketRecord, Response, SignedState
    from spf_assess.model.meaning import Fate
    from spf_assess.report import Definition, ReportInput
    from spf_assess.report.given import Since


def report_input(
    consultation: "Consultation", generated_at: str | None = None
) -> "ReportInput":
    """Return everything the report needs, so that the file can be closed again.

    *generated_at* is ISO 8601, UTC; without it the present moment.
    """
    from spf_assess.consultation.proving import prover
    from spf_assess.model import Role
    from spf_assess.report.drawing import draw

    moment, shown = generated_at or now_iso(), pictured(consultation)
    counts, responses = shown.counts, shown.responses
    asked = {
        response.respondent.id: _asked_of(consultation, response)
        for response in responses
        if response.answers or counts is None
    }
    return replace(
        shown,
        asked=asked,
        generated_at=moment,
        terms=report_terms(),
        stances=consultation.stances(consultation.current_round),
        agreements=consultation.agreements(),
        notes=consultation.notes(),
        priorities=consultation.priorities(),
        own=consultation.me().id if consultation.role is Role.RESPONDENT else "",
        receipts=_receipts(consultation),
        preparation=consultation.preparation,
        attendance=consultation.attendance(),
        ways=ways_in(consultation),
        signed=_signed(consultation),
        damage=consultation.damaged,
        became=_became(consultation),
        remarks=consultation.remarks(),
        drawn=draw(
            consultation.header.id, consultation.questionnaire, responses, asked
        ),
        prover=prover(consultation, moment),
    )


def _became(consultation: "Consultation") -> "Mapping[str, Fate] | None":
    """Return what became of questions since; None where the same ones are installed."""
    from spf_assess.analysis.meaning import fates, meanings

    asked = consultation.questionnaire
    if consultation.header.questionnaire_digest == asked.digest:
        return None
    kept = consultation.kept_meanings()
    found = fates(kept, meanings(asked)) if kept else {}
    return {one: fate for one, fate in found.items() if not fate.comparable}


def pictured(consultation: "Consultation") -> "ReportInput":
    """Return what the report's pictures are drawn from, and nothing that takes long.

    What a page of words needs besides is left out: who was asked what, receipts, proof.
    """
    from spf_assess.questionnaire import load_recommendation
    from spf_assess.report import ReportInput

    prepared, responses = consultation.preparation, _responses(consultation)
    return ReportInput(
        header=consultation.header,
        questionnaire=consultation.questionnaire,
        selection=consultation.selection,
        recommendation=load_recommendation(),
        rounds=consultation.rounds,
        responses=responses,
        results=consultation.results(),
        asked=_Asked(consultation, responses),
        seats=len(consultation.respondents()),
        generated_at=consultation.header.created_at,
        terms=(),
        shifts=consultation.shifts(),
        actions=consultation.actions(),
        counted_from=prepared.counted_from,
        spread_from=prepared.spread_from,
        since=_since(consultation),
        blind=consultation.blind,
        final=consultation.final,
        wording=consultation.phrases(),
        counts=consultation.counts(),
    )


def _responses(consultation: "Consultation") -> "Sequence[Response]":
    """Return everybody's latest words; of members whose numbers are kept, none."""
    if consultation.counts() is None:
        return consultation.latest_words()
    return consultation.told_responses()


class _Asked(Mapping[str, frozenset[str]]):
    """By respondent id, the ids of the items asked of them: found when looked for."""

    def __init__(
        self, consultation: "Consultation", responses: "Sequence[Response]"
    ) -> None:
        self._consultation = consultation
        self._responses = {one.respondent.id: one for one in responses}

    def __getitem__(self, respondent: str) -> frozenset[str]:
        return _asked_of(self._consultation, self._responses[respondent])

    def __iter__(self) -> Iterator[str]:
        return iter(self._responses)

    def __len__(self) -> int:
        return len(self._responses)


def _asked_of(consultation: "Consultation", response: "Response") -> frozenset[str]:
    return frozenset(
        item.id
        for item in asked_items(
            consultation.questionnaire,
            consultation.selection,
            response.respondent.constituency,
            response.answers,
        )
    )


def ways_in(consultation: "Consultation") -> "dict[str, Channel]":
    """Return how the response of each respondent that counts came in, by its id."""
    return {
        seat: packet.channel for seat, packet in counted_packets(consultation).items()
    }


def counted_packets(consultation: "Consultation") -> "dict[str, PacketRecord]":
    """Return the latest packet that counts of each respondent, by its id."""
    from spf_assess.model import PacketState

    counted: dict[str, PacketRecord] = {}
    for one in consultation.packets():
        if one.state is PacketState.ACCEPTED and one.respondent is not None:
            earlier = counted.get(one.respondent.id)
            if earlier is None or earlier.round <= one.round:
                counted[one.respondent.id] = one
    return counted


def _since(consultation: "Consultation") -> "Since | None":
    from spf_assess.report.given import Since

    before = consultation.before
    if before is None:
        return None
    return Since(
        title=before.title,
        created_at=before.created_at,
        round=before.round,
        actions=tuple((one.before, one.now) for one in consultation.earlier_actions()),
        trends=consultation.trend(),
        reopened=consultation.reopened(),
        not_comparable=len(consultation.not_compared()),
    )


def _signed(consultation: "Consultation") -> "tuple[SignedState, ...]":
    from spf_assess.model import Role, Signed

    if consultation.role is not Role.FACILITATOR:
        return ()
    return tuple(consultation.sign_off(one) for one in Signed)


def _receipts(
    consultation: "Consultation",
) -> "dict[str, dict[str, tuple[str, ...]]]":
    """Return the eight words of everybody's packet that counts, in each language."""
    from spf_assess.exchange import receipt_words
    from spf_assess.model import LANGUAGES

    return {
        seat: {language: receipt_words(one.digest, language) for language in LANGUAGES}
        for seat, one in counted_packets(consultation).items()
    }


def report_terms() -> "tuple[Definition, ...]":
    """Return what the report's glossary explains, as the questionnaire's own does."""
    from spf_assess.model import LANGUAGES, Text
    from spf_assess.reading import load_glossary
    from spf_assess.report import Definition
    from spf_assess.report.glossary import TERMS

    known = load_glossary().by_name
    return tuple(
        Definition(
            name,
            Text.of(**{one: known[name].words[one][0].term for one in LANGUAGES}),
            known[name].means,
        )
        for name in TERMS
    )
