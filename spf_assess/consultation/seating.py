"""Seats made from organizations, and their invitations: written, printed, told."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.consultation import preparing_faults as faults
from spf_assess.consultation.checklist import unseated
from spf_assess.consultation.held import Held
from spf_assess.consultation.proceedings import preparation
from spf_assess.i18n import Words, now_iso
from spf_assess.model import (
    Changes,
    InvitationWritten,
    Organization,
    Preparation,
    Respondent,
    RespondentKind,
)
from spf_assess.store import HELD_SHEETS

if TYPE_CHECKING:
    from spf_assess.consultation.inviting import Delivery
    from spf_assess.report.given import RenderedReport
    from spf_assess.report.render import Cancelled


class Seating(Held):
    """A facilitator's commands on seats and invitations."""

    @property
    def preparation(self) -> Preparation:
        """How the consultation is prepared; the defaults where nobody has begun."""
        return preparation(self.proceedings)

    def seats_due(self) -> tuple[Respondent, ...]:
        """Return the seats that organizations have and that are not registered yet."""
        return tuple(
            seat
            for organization in self.preparation.organizations
            for seat in _seats(organization, self.respondents())
        )

    def seat_organizations(self) -> tuple[Respondent, ...]:
        """Register the seats that are due, all at once.

        Raises:
            Problem: C-101, C-117, S-1xx.
        """
        from spf_assess.consultation.seats import register_all

        self._check_facilitator()
        self._check_writable()
        due = self.seats_due()
        return register_all(self._contents, due) if due else ()

    def removable(self, respondent_id: str) -> bool:
        """Whether nobody uses a seat: nothing written, nothing answered, no sheet."""
        written = self.proceedings.entries(InvitationWritten)
        used = {one.value.respondent for one in written}
        used |= {one for one, _round in self._contents.sheets}
        used |= {str(row[0]) for row in self._database.rows(HELD_SHEETS)}
        used |= {
            one.respondent.id for one in self.packets() if one.respondent is not None
        }
        return respondent_id not in used

    def remove_seat(self, respondent_id: str) -> Changes:
        """Take away a seat that nobody uses.

        Raises:
            Problem: C-101, C-103; C-138 somebody uses it, S-1xx.
        """
        from spf_assess.consultation.seats import remove

        self._check_facilitator()
        self._check_writable()
        if not self.removable(respondent_id):
            raise faults.seat_in_use()
        return remove(self._contents, respondent_id)

    # Invitations

    def write_invitation(self, respondent_id: str, path: Path) -> Changes:
        """Write the invitation of one seat, read it back, and record that.

        Raises:
            Problem: C-101, C-103, F-11x it cannot be written, S-1xx.
        """
        from spf_assess.consultation.inviting import write

        self._check_facilitator()
        seat = self._contents.seat(respondent_id)
        written = write(self._contents, seat.respondent, path)
        return Changes() if self.read_only else self.proceedings.record(written)

    def write_invitations(
        self, respondents: Sequence[str], folder: Path
    ) -> tuple["Delivery", ...]:
        """Write the invitations of these seats into a folder, a stick for instance.

        One that cannot be written does not stop the others: each has its own line of
        what became of it.

        Raises:
            Problem: C-101, C-103, S-1xx.
        """
        from spf_assess.consultation.inviting import deliver

        self._check_facilitator()
        seats = [self._contents.seat(one).respondent for one in respondents]
        done = deliver(self._contents, seats, folder)
        written = [one.written for one in done if one.written is not None]
        if written and not self.read_only:
            self.proceedings.record(*written)
        return done

    def print_invitations(
        self,
        respondents: Sequence[str],
        path: Path,
        language: str,
        cancelled: "Cancelled | None" = None,
    ) -> "RenderedReport":
        """Print a page for each invitation, to go with its file.

        Raises:
            Problem: C-101, C-103, R-101 to R-105, F-1xx.
        """
        from spf_assess.consultation.inviting import sheet
        from spf_assess.report.invitation_sheet import (
            InvitationSheets,
            print_invitations,
        )

        self._check_facilitator()
        seats = [self._contents.seat(one).respondent for one in respondents]
        given = InvitationSheets(
            self.header,
            self.preparation,
            [sheet(self._contents, one) for one in seats],
            language,
            now_iso(),
        )
        return print_invitations(given, path, cancelled=cancelled)


def _seats(
    organization: Organization, present: Sequence[Respondent]
) -> list[Respondent]:
    """Return the seats that an organization still lacks."""
    number = unseated(organization, present)
    words, whole = Words(organization.language), organization.seats
    blank = Respondent(
        "",
        organization.constituency,
        RespondentKind.BENCH if organization.together else RespondentKind.PERSON,
        organization=organization.name,
        language=organization.language,
    )
    if not number:
        return []
    if organization.together:
        return [dataclasses.replace(blank, members=number)]
    if whole == 1:
        return [blank]
    return [
        dataclasses.replace(blank, name=words("Seat {number}", number=place))
        for place in range(whole - number + 1, whole + 1)
    ]
