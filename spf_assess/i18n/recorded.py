"""What a meeting records, in words."""

from spf_assess.i18n.words import Words
from spf_assess.model import (
    Action,
    Agreement,
    Attendance,
    Confirmation,
    InvitationWritten,
    Note,
    Phrase,
    Preparation,
    Ranking,
    Remark,
    Reveal,
    Signature,
    Stance,
)


def recorded_name(words: Words, kind: str) -> str:
    """Return what one kind of entry is called."""
    return {
        Preparation.KIND: words.context("record", "the preparation"),
        InvitationWritten.KIND: words.context("record", "a written invitation"),
        Attendance.KIND: words.context("record", "the attendance"),
        Reveal.KIND: words.context("record", "a reveal"),
        Note.KIND: words.context("record", "a note"),
        Stance.KIND: words.context("record", "what a group does with its position"),
        Agreement.KIND: words.context("record", "an agreed answer or statement"),
        Ranking.KIND: words.context("record", "a group's priorities"),
        Action.KIND: words.context("record", "an action"),
        Signature.KIND: words.context("record", "a signature"),
        Confirmation.KIND: words.context("record", "a group's reading of its pages"),
        Remark.KIND: words.context("record", "a remark by the facilitator"),
        Phrase.KIND: words.context("record", "a sentence of the report"),
    }[kind]
