"""What is not ready yet before a consultation starts: a pure function of what is known.

What could not be mended after the start holds it up; the rest is told and left to the
facilitator, who may have reasons.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from spf_assess.model import (
    BENCHES,
    N_,
    Constituency,
    Header,
    Organization,
    Preparation,
    Respondent,
    Text,
)


class Weight(StrEnum):
    """How much an open point matters."""

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"


class Area(StrEnum):
    """Where a point is mended."""

    CONSULTATION = "consultation"
    SEATS = "seats"
    CONSENT = "consent"
    INVITATIONS = "invitations"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is not ready.

    Attributes:
        says: its sentence, to be told by ``i18n.checklist.point_text``.
        facts: values for its placeholders; a constituency stands for its name.
    """

    weight: Weight
    area: Area
    says: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a checklist is made from.

    Attributes:
        seats: those registered, in the order of registering.
        written: by seat, the digest of its invitation when it was last written.
        current: by seat, the digest it would have now.
    """

    header: Header
    preparation: Preparation
    seats: Sequence[Respondent]
    written: Mapping[str, str]
    current: Mapping[str, str]


def checklist(given: Prepared) -> tuple[Point, ...]:
    """Return what is not ready, what holds up the start first."""
    found = [
        *_about(given),
        *_seats(given),
        *_consents(given.preparation),
        *_invitations(given),
    ]
    return tuple(sorted(found, key=lambda point: list(Weight).index(point.weight)))


def people(given: Prepared) -> dict[Constituency, int]:
    """Return how many people each group has: seated, or still to be seated."""
    counts: Counter[Constituency] = Counter()
    for seat in given.seats:
        counts[seat.constituency] += seat.members
    for organization in given.preparation.organizations:
        counts[organization.constituency] += unseated(organization, given.seats)
    return dict(counts)


def unseated(organization: Organization, seats: Sequence[Respondent]) -> int:
    """Return how many people of an organization no seat stands for yet."""
    seated = sum(
        seat.members
        for seat in seats
        if seat.constituency is organization.constituency
        and seat.organization == organization.name
    )
    return max(0, organization.seats - seated)


def _about(given: Prepared) -> Iterator[Point]:
    area, prepared = Area.CONSULTATION, given.preparation
    for text, says in (
        (given.header.title, N_("The title is missing in {language}.")),
        (given.header.country, N_("The country's name is missing in {language}.")),
    ):
        for language in _missing(text, prepared.languages):
            yield Point(Weight.MUST, area, says, {"language": language})
    if not prepared.begins_on or not prepared.ends_on:
        yield Point(Weight.SHOULD, area, N_("The dates are not fixed yet."))
    elif prepared.ends_on < prepared.begins_on:
        yield Point(
            Weight.SHOULD, area, N_("The last day lies before the first; correct it.")
        )
    if not given.header.place:
        yield Point(Weight.SHOULD, area, N_("The place is not fixed yet."))


def _seats(given: Prepared) -> Iterator[Point]:
    area, counts = Area.SEATS, people(given)
    for bench in BENCHES:
        if not counts.get(bench):
            yield Point(
                Weight.SHOULD,
                area,
                N_("{group}: no organization and no seat yet."),
                {"group": bench},
            )
    if len({counts.get(bench, 0) for bench in BENCHES}) > 1:
        facts: dict[str, object] = {}
        for place, bench in enumerate(BENCHES, start=1):
            facts |= {f"group_{place}": bench, f"people_{place}": counts.get(bench, 0)}
        yield Point(
            Weight.SHOULD,
            area,
            N_(
                "The groups have unequal numbers of people: {group_1} {people_1},"
                " {group_2} {people_2}, {group_3} {people_3}. Each group weighs the"
                " same all the same."
            ),
            facts,
        )
    waiting = sum(unseated(one, given.seats) for one in given.preparation.organizations)
    if waiting:
        yield Point(
            Weight.SHOULD,
            area,
            N_("People of organizations who have no seat yet: {number}."),
            {"number": waiting},
        )
    if not counts.get(Constituency.OBSERVERS):
        yield Point(Weight.NOTE, area, N_("Nobody observes. Observers are not needed."))


def _consents(prepared: Preparation) -> Iterator[Point]:
    for text, says in (
        (
            prepared.consent_named,
            N_("The text on being named is missing in {language}."),
        ),
        (
            prepared.consent_quoted,
            N_("The text on being quoted is missing in {language}."),
        ),
    ):
        if any(text.by_language.values()):
            for language in _missing(text, prepared.languages):
                facts = {"language": language}
                yield Point(Weight.MUST, Area.CONSENT, says, facts)


def _invitations(given: Prepared) -> Iterator[Point]:
    area = Area.INVITATIONS
    due = [seat.id for seat in given.seats if seat.id not in given.written]
    changed = [
        seat.id
        for seat in given.seats
        if seat.id in given.written and given.written[seat.id] != given.current[seat.id]
    ]
    if due:
        yield Point(
            Weight.SHOULD,
            area,
            N_("Invitations that are not written yet: {number}."),
            {"number": len(due)},
        )
    if changed:
        yield Point(
            Weight.SHOULD,
            area,
            N_(
                "Invitations that were written before something in them changed:"
                " {number}. Write them again."
            ),
            {"number": len(changed)},
        )


def _missing(text: Text, languages: Sequence[str]) -> list[str]:
    return [one for one in languages if not text.by_language.get(one, "").strip()]
