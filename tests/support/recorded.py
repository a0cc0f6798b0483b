"""What the record of a meeting is made from, with something in every place."""

from spf_assess.exchange import receipt_qr_svg, receipt_words
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Action,
    Attendance,
    Channel,
    Confirmation,
    Constituency,
    Means,
    Preparation,
    ReadingState,
    Reveal,
    Signature,
    SignatureState,
    Signed,
    SignedState,
    Standing,
)
from spf_assess.report import ReportInput
from spf_assess.report.record import RecordInput, SeatTaken
from spf_assess.report.to_sign import SheetToSign

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
MOMENT = "2026-11-18T10:42:07Z"
RULES, RESULTS = "1a" * 32, "2b" * 32


def sheet(
    signed: Signed,
    digest: str,
    stands: tuple[Standing, Standing, Standing],
    seen: str = "The secretariat",
) -> SheetToSign:
    """Return a sheet; one after the other, the groups stand to it as told."""
    number = 0 if signed is Signed.RULES else 1
    states = tuple(
        SignatureState(
            bench,
            one,
            None
            if one is Standing.MISSING
            else Signature(
                signed,
                number,
                bench,
                digest,
                Means.PAPER,
                MOMENT,
                attestation=seen,
            ),
        )
        for bench, one in zip(BENCHES, stands, strict=True)
    )
    words = {one: receipt_words(digest, one) for one in LANGUAGES}
    state = SignedState(signed, number, digest, states)
    return SheetToSign(state, words, receipt_qr_svg(digest))


def recorded(report: ReportInput, *, hostile_words: str = "") -> RecordInput:
    """Return a record over *report*; *hostile_words* stand wherever people write."""
    said = hostile_words or "Our source is missing."
    read = Confirmation(
        1, "3a", WORKERS, confirmed=False, digest=RESULTS, at=MOMENT, remark=said
    )
    return RecordInput(
        report=report,
        preparation=Preparation(begins_on="2026-11-17", ends_on="2026-11-18"),
        attendance=[
            Attendance("2026-11-17", WORKERS, 4, 3, 1),
            Attendance("2026-11-17", Constituency.OBSERVERS, 1, 0, 0),
        ],
        seats=[
            SeatTaken(GOVERNMENT, hostile_words or "Ministry", Channel.HERE, MOMENT),
            SeatTaken(WORKERS, "", Channel.PAPER, MOMENT),
            SeatTaken(WORKERS, "", None, ""),
        ],
        reveals=[Reveal(1, "3a.1", MOMENT)],
        actions=[
            Action("1", said, said, responsible=hostile_words, ends_on="2028"),
            Action("2", "Reach all", "Extend", agreed_by=(GOVERNMENT, WORKERS)),
        ],
        readings=[
            ReadingState(GOVERNMENT, "3a", Standing.MISSING, None),
            ReadingState(EMPLOYERS, "3a", Standing.MISSING, None),
            ReadingState(WORKERS, "3a", Standing.EARLIER, read),
        ],
        sheets=[
            sheet(Signed.RULES, RULES, (Standing.HOLDS,) * 3, said),
            sheet(
                Signed.RESULTS,
                RESULTS,
                (Standing.MISSING, Standing.EARLIER, Standing.HOLDS),
                said,
            ),
        ],
    )
