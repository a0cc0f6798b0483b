"""Writing invitations, one or many at once, and telling what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.consultation import preparing_faults as faults
from spf_assess.consultation.contents import Contents
from spf_assess.consultation.seats import invitation, inviting
from spf_assess.exchange import (
    INVITATION_LIMIT,
    invitation_digest,
    invitation_qr_text,
    qr_svg,
    read_invitation,
    receipt_words,
)
from spf_assess.files import file_stem, read_limited, write_atomically
from spf_assess.i18n import Words, constituency_name, now_iso
from spf_assess.model import InvitationWritten, Problem, Respondent

if TYPE_CHECKING:
    from spf_assess.report.invitation_sheet import InvitationSheet

_ID_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one invitation.

    Attributes:
        path: where it is, or would be.
        written: what is recorded of it; None where it is not there.
        problem: why it is not.
    """

    respondent: Respondent
    path: Path
    written: InvitationWritten | None = None
    problem: Problem | None = None


def current_digest(contents: Contents, respondent: Respondent) -> str:
    """Return the digest that the invitation of a seat has now."""
    return invitation_digest(inviting(contents, respondent))


def file_name(respondent: Respondent) -> str:
    """Return the name of an invitation's file: group, organization, and its own sign.

    The sign keeps apart seats that are called the same.
    """
    words = Words(respondent.language)
    group = constituency_name(words, respondent.constituency)
    who = f"{group} {respondent.organization} {respondent.name}"
    return f"{file_stem(who)}-{respondent.id[:_ID_SHOWN]}.spfi"


def sheet(contents: Contents, respondent: Respondent) -> "InvitationSheet":
    """Return what is printed to go with the invitation of a seat."""
    from spf_assess.report.invitation_sheet import InvitationSheet

    digest, name = current_digest(contents, respondent), file_name(respondent)
    words = Words(respondent.language)
    return InvitationSheet(
        respondent,
        digest,
        name,
        receipt_words(digest, respondent.language),
        qr_svg(invitation_qr_text(digest, name), words("Code of this invitation")),
    )


def write(contents: Contents, respondent: Respondent, path: Path) -> InvitationWritten:
    """Write one invitation and read it back.

    Raises:
        Problem: F-1xx it cannot be written or read there, X-1xx it came back changed.
    """
    write_atomically(path, invitation(contents, respondent))
    found = read_invitation(read_limited(path, INVITATION_LIMIT))
    return InvitationWritten(respondent.id, found.digest, now_iso())


def deliver(
    contents: Contents, respondents: Sequence[Respondent], folder: Path
) -> tuple[Delivery, ...]:
    """Write several invitations into a folder; each is tried, whatever befell others.

    A file of that name that is not the seat's own invitation is never overwritten.
    """
    return tuple(_deliver(contents, one, folder) for one in respondents)


def _deliver(contents: Contents, respondent: Respondent, folder: Path) -> Delivery:
    path = folder / file_name(respondent)
    try:
        _check_free(path, respondent)
        written = write(contents, respondent, path)
    except Problem as problem:
        return Delivery(respondent, path, problem=problem.told())
    return Delivery(respondent, path, written)


def _check_free(path: Path, respondent: Respondent) -> None:
    if not path.exists():
        return
    try:
        there = read_invitation(read_limited(path, INVITATION_LIMIT)).respondent.id
    except Problem:
        there = ""
    if there != respondent.id:
        raise faults.other_file_there(path)
