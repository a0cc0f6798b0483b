"""Preparing: what is fixed before the first answer, what is missing, who is there."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from spf_assess.consultation import faults as common
from spf_assess.consultation import preparing_faults as faults
from spf_assess.consultation.checklist import (
    Point,
    Prepared,
    Weight,
    checklist,
)
from spf_assess.consultation.consents import kept_consents, kept_record
from spf_assess.consultation.seating import Seating
from spf_assess.exchange import CONSENT_LIMIT, clean_line, clean_title
from spf_assess.i18n import now_iso
from spf_assess.model import (
    COUNTED_FROM,
    LANGUAGES,
    NAME_LIMIT,
    SPREAD_FROM,
    Attendance,
    Changes,
    InvitationWritten,
    Organization,
    Plain,
    Preparation,
    Role,
    Selection,
    Text,
)
from spf_assess.store import CONSULTATION
from spf_assess.store.records import header_row, json_text

if TYPE_CHECKING:
    from spf_assess.model import Header

MOST_SEATS = 99
MOST_PEOPLE = 9999
MOST_COUNTED = 99
_ROUNDS = (1, 3)
_FROZEN = (
    "languages",
    "rounds_planned",
    "counted_from",
    "spread_from",
    "consent_named",
    "consent_quoted",
    "open_record",
)


class Preparing(Seating):
    """A facilitator's commands before, and on the day of, a consultation."""

    @property
    def frozen(self) -> bool:
        """Whether the rules are fixed: it was started, or answers came in before."""
        prepared = self.preparation
        fixed = bool(prepared.started_at or prepared.concluded_at)
        return fixed or bool(self._contents.sheets)

    @property
    def consents(self) -> tuple[Text, Text]:
        """The texts on being named and quoted; empty where the program's own stand."""
        if self.role is Role.RESPONDENT:
            return kept_consents(self._database)
        prepared = self.preparation
        return prepared.consent_named, prepared.consent_quoted

    @property
    def open_record(self) -> bool:
        """Whether the published report carries all answers."""
        if self.role is Role.RESPONDENT:
            return kept_record(self._database)
        return self.preparation.open_record

    def prepare(self, wanted: Preparation) -> Changes:
        """Record how the consultation is prepared.

        An organization that was only renamed keeps its seats: they are renamed with
        it, but for those that answered already. While the last round is open a further
        one can be planned, after the start too; the parties sign such rules anew.

        Raises:
            Problem: C-101; C-130 this is fixed since the start, C-131 a threshold is
                too low, C-132 and C-133 dates, C-134 an organization, C-136 a number,
                C-137 no language, C-117 a text is too long, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        now = self.preparation
        wanted = dataclasses.replace(
            _clean(wanted), started_at=now.started_at, concluded_at=now.concluded_at
        )
        if self.frozen and any(
            getattr(wanted, name) != getattr(now, name)
            for name in _FROZEN
            if name != "rounds_planned" or not self._more_rounds(wanted)
        ):
            raise faults.frozen()
        _check(wanted)
        renamed = self._rename_seats(now, wanted)
        recorded = self.proceedings.record(wanted)
        return dataclasses.replace(recorded, respondents=frozenset(renamed))

    @property
    def may_plan_more(self) -> bool:
        """Whether a further round can be planned: nobody is told in numbers yet."""
        number = self.current_round
        return not self.preparation.last(number) or (
            not self.preparation.concluded_at and self.is_open(number)
        )

    def _more_rounds(self, wanted: Preparation) -> bool:
        more = wanted.rounds_planned > self.preparation.rounds_planned
        return more and self.may_plan_more

    def describe(
        self, *, title: Text, country: Text, place: str, selection: Selection
    ) -> Changes:
        """Change title, country, place and what is asked; the place at any time.

        Raises:
            Problem: C-101; C-130 it was started, C-117 a text is too long, C-118 title
                or country is blank, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        self._contents.refresh()
        old = self.header
        new = dataclasses.replace(
            old,
            title=clean_title(title),
            country=clean_title(country),
            place=clean_line(place),
            selection=selection,
        )
        if self.frozen and dataclasses.replace(new, place=old.place) != old:
            raise faults.frozen()
        for text in (new.title, new.country):
            if not any(text.by_language.values()):
                raise common.name_missing()
            for one in text.by_language.values():
                _check_length(one, NAME_LIMIT)
        _check_length(new.place, NAME_LIMIT)
        return Changes() if new == old else self._put_header(new)

    def start(self) -> Changes:
        """Fix the rules: what ``_FROZEN`` names, title, country and what is asked.

        Raises:
            Problem: C-101; C-130 it was started before, C-135 something is not ready
                that could not be mended afterwards, S-1xx.
        """
        from spf_assess.i18n.checklist import points_text

        self._check_facilitator()
        self._check_writable()
        if self.preparation.started_at:
            raise faults.frozen()
        points = [one for one in self.checklist() if one.weight is Weight.MUST]
        if points:
            raise faults.not_ready(points=points_text(points))
        started = dataclasses.replace(self.preparation, started_at=now_iso())
        return self.proceedings.record(started)

    def checklist(self) -> tuple[Point, ...]:
        """Return what is not ready yet, what holds up the start first."""
        return checklist(self._prepared())

    def _prepared(self) -> Prepared:
        from spf_assess.consultation.inviting import current_digest

        written = {
            one.value.respondent: one.value.digest
            for one in self.proceedings.entries(InvitationWritten)
        }
        # a seat that has answered needs no invitation any more
        answered = {one for one, _round in self._contents.sheets}
        seats = self.respondents()
        known = {one.id: "" for one in seats if one.id in answered} | written
        return Prepared(
            header=self.header,
            preparation=self.preparation,
            seats=seats,
            written=known,
            current={
                one.id: known[one.id]
                if one.id in answered
                else current_digest(self._contents, one)
                for one in seats
                if one.id in known
            },
        )

    # Attendance

    def attend(self, *present: Attendance) -> Changes:
        """Record who was in the room, by day and group; nobody at all takes it back.

        In a regional copy it is the room of that region.

        Raises:
            Problem: C-101; C-132 the day is no date, C-136 a number, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        for one in present:
            _check_date(one.day)
            for number in (one.women, one.men, one.undeclared):
                _check_number(number, 0, MOST_PEOPLE)
        here = [dataclasses.replace(one, place=self.region) for one in present]
        some = [one for one in here if one.women + one.men + one.undeclared]
        staying = {one.id for one in some}
        # An earlier entry of a copy may not tell its region yet: it is replaced too.
        earlier = {one.id for one in (*here, *present)} - staying
        gone = [one for one in self.proceedings.values(Attendance) if one.id in earlier]
        recorded = self.proceedings.record(*some)
        if not gone:
            return recorded
        withdrawn = self.proceedings.withdraw(*gone)
        return Changes(recorded=recorded.recorded | withdrawn.recorded)

    def attendance(self) -> tuple[Attendance, ...]:
        """Return who was in the room, by day."""
        return tuple(
            sorted(self.proceedings.standing(Attendance), key=lambda one: one.id)
        )

    # inside

    def _meeting(self) -> Plain:
        from spf_assess.consultation.export_decisions import meeting

        return meeting(self.preparation, self.attendance())

    def _put_header(self, header: "Header") -> Changes:
        at, database, old = now_iso(), self._database, self.header

        def work() -> None:
            row = header_row(header, self.role, "")
            database.put(CONSULTATION, *row)
            database.note(
                at,
                "described",
                before=json_text(_told(old)),
                after=json_text(_told(header)),
            )

        self._contents.write(work)
        self._contents.reload()
        self._contents.forget_all()
        return Changes(header=True)

    def _rename_seats(self, old: Preparation, new: Preparation) -> list[str]:
        from spf_assess.consultation.seats import update

        before = {one.id: one for one in old.organizations}
        answered = {one for one, _round in self._contents.sheets}
        renamed = []
        for organization in new.organizations:
            was = before.get(organization.id)
            if was is None or was.name == organization.name:
                continue
            for seat in self.respondents():
                if (
                    seat.constituency is was.constituency
                    and seat.organization == was.name
                    and seat.id not in answered
                ):
                    update(
                        self._contents,
                        dataclasses.replace(seat, organization=organization.name),
                    )
                    renamed.append(seat.id)
        return renamed


def _clean(wanted: Preparation) -> Preparation:
    return dataclasses.replace(
        wanted,
        organizations=tuple(
            dataclasses.replace(one, name=clean_line(one.name))
            for one in wanted.organizations
        ),
        consent_named=clean_title(wanted.consent_named),
        consent_quoted=clean_title(wanted.consent_quoted),
    )


def _check(wanted: Preparation) -> None:
    for day in (wanted.begins_on, wanted.ends_on):
        if day:
            _check_date(day)
    if wanted.begins_on and wanted.ends_on and wanted.ends_on < wanted.begins_on:
        raise faults.ends_before(begins=wanted.begins_on, ends=wanted.ends_on)
    if (
        wanted.counted_from < COUNTED_FROM
        or wanted.spread_from < SPREAD_FROM
        or wanted.spread_from < wanted.counted_from
    ):
        raise faults.too_low(counted=COUNTED_FROM, spread=SPREAD_FROM)
    _check_number(wanted.spread_from, SPREAD_FROM, MOST_COUNTED)
    _check_number(wanted.rounds_planned, *_ROUNDS)
    if not wanted.languages or not set(wanted.languages) <= set(LANGUAGES):
        raise faults.no_languages()
    for text in (wanted.consent_named, wanted.consent_quoted):
        for one in text.by_language.values():
            _check_length(one, CONSENT_LIMIT)
    _check_organizations(wanted.organizations)


def _check_organizations(organizations: Sequence[Organization]) -> None:
    seen = set()
    for one in organizations:
        place = one.constituency, one.name.casefold()
        fits = 1 <= one.seats <= MOST_SEATS and one.language in LANGUAGES
        if not one.name or place in seen or not fits or not one.id:
            raise faults.organization_wrong(name=one.name, most=MOST_SEATS)
        _check_length(one.name, NAME_LIMIT)
        seen.add(place)


def _check_date(text: str) -> None:
    try:
        fine = date.fromisoformat(text).isoformat() == text
    except ValueError:
        fine = False
    if not fine:
        raise faults.no_date(text=text[: common.TEXT_SHOWN])


def _check_number(number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise faults.numbers_wrong(number=number, least=least, most=most)


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise common.name_too_long(text=text[: common.TEXT_SHOWN], most=most)


def _told(header: "Header") -> dict[str, object]:
    return {
        "title": dict(header.title.by_language),
        "country": dict(header.country.by_language),
        "place": header.place,
        "form": header.selection.form,
        "sections": list(header.selection.sections),
    }
