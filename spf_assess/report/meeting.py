"""When and where it was, who was in the room by sex, and how the answers came in."""

from collections import Counter
from collections.abc import Sequence

from spf_assess.i18n import list_text
from spf_assess.i18n.channels import channel_name
from spf_assess.model import Attendance, Channel, Constituency, RespondentKind
from spf_assess.report.desk import Context, Desk

_LEAST_PEOPLE = 3  # fewer would point at one of them


def meeting_context(desk: Desk) -> Context:
    """Return what part 1 tells of the meeting, each piece only where it is known."""
    return {
        "facts": _facts(desk),
        "days": attendance_rows(desk, desk.given.attendance),
        "ways": _ways(desk),
    }


def _facts(desk: Desk) -> list[tuple[str, str]]:
    words, prepared = desk.words, desk.given.preparation
    found = [(words("Place"), desk.scribe.line(desk.given.header.place))]
    if prepared is not None:
        days = [one for one in (prepared.begins_on, prepared.ends_on) if one]
        told = [desk.day(one) for one in dict.fromkeys(days)]
        found.append(
            (words("Days"), words("{first} to {last}", first=told[0], last=told[-1]))
            if len(told) > 1
            else (words("Day"), "".join(told))
        )
    return [(name, text) for name, text in found if text]


def attendance_rows(desk: Desk, attendance: Sequence[Attendance]) -> list[Context]:
    """Return who was in the room, by day, region and group, with women and men."""
    order = (*desk.order, Constituency.OBSERVERS)
    rows = []
    for day, place in sorted({(one.day, one.place) for one in attendance}):
        own = [one for one in attendance if (one.day, one.place) == (day, place)]
        own.sort(key=lambda one: order.index(one.constituency))
        room = desk.scribe.line(place)
        rows.append(
            {
                "day": f"{desk.day(day)}, {room}" if room else desk.day(day),
                "groups": [
                    {
                        **desk.bench(one.constituency),
                        "women": one.women,
                        "men": one.men,
                        "undeclared": one.undeclared,
                        "total": one.women + one.men + one.undeclared,
                    }
                    for one in own
                ],
            }
        )
    return rows


def _ways(desk: Desk) -> list[str]:
    """Return how answers came in: counts where each is large enough, by group without.

    A count of one or two would point at somebody, and so would the only way of a group
    of one or two persons. A group's own agreed answer is public by its role.
    """
    ways = desk.given.ways
    counts = Counter(ways.values())
    if not counts:
        return []
    least = max(desk.given.counted_from, _LEAST_PEOPLE)
    names = {one: channel_name(desk.words, one) for one in Channel}
    if min(counts.values()) >= least:
        told = tuple(f"{names[one]} ({counts[one]})" for one in Channel if counts[one])
        return [_line(desk, told)]
    lines = [_line(desk, tuple(names[one] for one in Channel if counts[one]))]
    for group in desk.order:
        own = [
            one.respondent
            for one in desk.given.responses
            if one.respondent.constituency is group and one.respondent.id in ways
        ]
        alone = [one for one in own if one.kind is RespondentKind.PERSON]
        if own and (not alone or len(alone) >= least):
            used = {ways[one.id] for one in own}
            listed = ", ".join(names[one] for one in Channel if one in used)
            lines.append(desk.named(desk.bench(group)["name"], listed))
    return lines


def _line(desk: Desk, names: tuple[str, ...]) -> str:
    return desk.words(
        "The answers came in these ways: {ways}.",
        ways=list_text(names, desk.language),
    )
