"""Registering, inviting and describing respondents."""

import dataclasses
from collections.abc import Sequence

from spf_assess.consultation import faults
from spf_assess.consultation.adapting import kept_pack
from spf_assess.consultation.beginning import (
    FACILITATOR_KEY,
    check_members,
    described,
    seated,
)
from spf_assess.consultation.contents import Contents, Seat
from spf_assess.consultation.proceedings import Proceedings, preparation
from spf_assess.exchange import Invitation, build_invitation
from spf_assess.i18n import now_iso
from spf_assess.model import Changes, Respondent, Role
from spf_assess.store import RESPONDENTS
from spf_assess.store.records import respondent_row, respondent_to_json


def register(contents: Contents, wanted: Respondent) -> tuple[Respondent, bytes]:
    """Register a seat and return it with the bytes of its invitation.

    Raises:
        Problem: as ``register_all``; X-1xx the invitation cannot be written like this.
    """
    contents.refresh()
    respondent = seated(wanted)
    data = invitation(contents, respondent)
    _put(contents, [respondent])
    return respondent, data


def register_all(
    contents: Contents, wanted: Sequence[Respondent]
) -> tuple[Respondent, ...]:
    """Register several seats at once, or none of them.

    Raises:
        Problem: C-106 the members do not fit, C-117 a name is too long, S-1xx.
    """
    contents.refresh()
    made = [seated(one) for one in wanted]
    _put(contents, made)
    return tuple(made)


def _put(contents: Contents, made: Sequence[Respondent]) -> None:
    first = 1 + max((seat.position for seat in contents.seats.values()), default=0)
    at, database = now_iso(), contents.database

    def work() -> None:
        for position, respondent in enumerate(made, start=first):
            database.put(RESPONDENTS, *respondent_row(respondent, position, ""))
            told = respondent_to_json(respondent)
            database.note(at, "invited", respondent=respondent.id, after=told)

    contents.write(work)
    for position, respondent in enumerate(made, start=first):
        contents.take_seat(Seat(respondent, position, ""))


def invitation(contents: Contents, respondent: Respondent) -> bytes:
    """Return the bytes of the invitation of one seat for the current round."""
    return build_invitation(
        inviting(contents, respondent), contents.key(FACILITATOR_KEY)
    )


def inviting(contents: Contents, respondent: Respondent) -> Invitation:
    """Return what the invitation of one seat says now."""
    prepared = preparation(Proceedings(contents))
    return Invitation(
        header=contents.header,
        round=contents.rounds[-1].number,
        respondent=respondent,
        languages=prepared.languages,
        pack=kept_pack(contents.database),
        consent_named=prepared.consent_named,
        consent_quoted=prepared.consent_quoted,
        open_record=prepared.open_record,
    )


def remove(contents: Contents, respondent_id: str) -> Changes:
    """Take away a seat that nobody uses; the journal keeps it.

    Raises:
        Problem: C-103, S-1xx.
    """
    contents.refresh()
    seat = contents.seat(respondent_id)
    at, database = now_iso(), contents.database

    def work() -> None:
        database.remove(RESPONDENTS, respondent_id)
        told = respondent_to_json(seat.respondent)
        database.note(at, "uninvited", respondent=respondent_id, before=told)

    contents.write(work)
    contents.reload()
    return Changes(respondents=frozenset({respondent_id}))


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
    contents.take_seat(dataclasses.replace(seat, respondent=clean))
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
