"""What the record of the meeting is made from, read from an open consultation."""

from typing import TYPE_CHECKING

from spf_assess.consultation.reporting import counted_packets, report_input
from spf_assess.exchange import receipt_qr_svg, receipt_words
from spf_assess.model import (
    LANGUAGES,
    Action,
    Signed,
)

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation
    from spf_assess.report.record import RecordInput, SeatTaken
    from spf_assess.report.to_sign import SheetToSign


def record_input(
    consultation: "Consultation", generated_at: str | None = None
) -> "RecordInput":
    """Return everything the record needs, so that the file can be closed again.

    *generated_at* is ISO 8601, UTC; without it the present moment.
    """
    from spf_assess.report.record import RecordInput

    return RecordInput(
        report=report_input(consultation, generated_at),
        preparation=consultation.preparation,
        attendance=consultation.attendance(),
        seats=_seats(consultation),
        reveals=consultation.reveals(),
        actions=sorted(
            consultation.proceedings.standing(Action),
            key=lambda one: (one.sequence, one.id),
        ),
        readings=consultation.readings(),
        sheets=[_sheet(consultation, one) for one in Signed],
    )


def _seats(consultation: "Consultation") -> "list[SeatTaken]":
    from spf_assess.report.record import SeatTaken

    counted = counted_packets(consultation)
    return [
        SeatTaken(
            seat.constituency,
            seat.organization,
            None if found is None else found.channel,
            "" if found is None else found.received_at,
        )
        for seat in consultation.respondents()
        for found in (counted.get(seat.id),)
    ]


def _sheet(consultation: "Consultation", signed: Signed) -> "SheetToSign":
    from spf_assess.report.to_sign import SheetToSign

    state = consultation.sign_off(signed)
    return SheetToSign(
        state,
        {one: receipt_words(state.digest, one) for one in LANGUAGES},
        receipt_qr_svg(state.digest),
    )
