"""Registering, inviting and describing respondents."""

import dataclasses

from spf_assess.consultation import faults
from spf_assess.consultation.adapting import kept_pack
from spf_assess.consultation.beginning import (
    FACILITATOR_KEY,
    check_members,
    described,
    seated,
)
from spf_assess.consultation.contents import Contents
from spf_assess.exchange import Invitation, build_invitation
from spf_assess.i18n import now_iso
from spf_assess.model import Changes, Respondent, Role
from spf_assess.store import RESPONDENTS
from spf_assess.store.records import respondent_row, respondent_to_json


def register(contents: Contents, wanted: Respondent) -> tuple[Respondent, bytes]:
    """Register a seat and return it with the bytes of its invitation.

    Raises:
        Problem: C-106 the members do not fit, C-117 a name is too long, X-1xx, S-1xx.
    """
    contents.refresh()
    respondent = seated(wanted)
    data = invitation(contents, respondent)
    position = 1 + max((seat.position for seat in contents.seats.values()), default=0)
    at, database = now_iso(), contents.database

    def work() -> None:
        database.put(RESPONDENTS, *respondent_row(respondent, position, ""))
        told = respondent_to_json(respondent)
        database.note(at, "invited", respondent=respondent.id, after=told)

    contents.write(work)
    contents.reload()
    return respondent, data


def invitation(contents: Contents, respondent: Respondent) -> bytes:
    """Return the bytes of the invitation of one seat for the current round."""
    return build_invitation(
        Invitation(
            header=contents.header,
            round=contents.rounds[-1].number,
            respondent=respondent,
            pack=kept_pack(contents.database),
        ),
        contents.key(FACILITATOR_KEY),
    )


def update(contents: Contents, respondent: Respondent) -> Changes:
    """Change what a respondent says of itself, or the facilitator of a seat.

    Raises:
        Problem: C-103, C-106, C-107, C-113, C-114, C-117, X-130, S-1xx.
    """
    contents.refresh()
    seat = contents.seat(respondent.id)
    clean = described(respondent)
    _check_fixed(seat.respondent, clean)
    check_members(clean)
    if contents.role is Role.FACILITATOR:
        _check_facilitators_change(contents, seat.respondent, clean)
    if clean == seat.respondent:
        return Changes()
    at, database = now_iso(), contents.database

    def work() -> None:
        row = respondent_row(clean, seat.position, seat.trusted_key)
        database.put(RESPONDENTS, *row)
        database.note(
            at,
            "respondent",
            respondent=clean.id,
            before=respondent_to_json(seat.respondent),
            after=respondent_to_json(clean),
        )

    contents.write(work)
    contents.seats[clean.id] = dataclasses.replace(seat, respondent=clean)
    return Changes(respondents=frozenset({clean.id}))


def _check_fixed(old: Respondent, new: Respondent) -> None:
    if (old.constituency, old.kind) != (new.constituency, new.kind):
        raise faults.seat_is_fixed()


def _check_facilitators_change(
    contents: Contents, old: Respondent, new: Respondent
) -> None:
    if any(place[0] == new.id for place in contents.sheets):
        raise faults.told_by_packet()
    if (old.consent_named, old.consent_quoted) != (
        new.consent_named,
        new.consent_quoted,
    ):
        raise faults.consent_not_ours()
