"""What was decided, in the export: priorities, actions, then and now, and damage.

Every number is the one that the screen and the report tell.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spf_assess.analysis.priorities import HIGH, LOW, Priorities
from spf_assess.analysis.trend import directions
from spf_assess.consultation.proceedings import to_plain
from spf_assess.model import (
    LANGUAGES,
    Action,
    Attendance,
    Plain,
    Preparation,
    Problem,
    Ranking,
)

if TYPE_CHECKING:
    from spf_assess.consultation.renewing import Renewing


def meeting(prepared: Preparation, attendance: Sequence[Attendance]) -> Plain:
    """Return when it was, which organizations took part, and who was in the room."""
    return {
        "begins_on": prepared.begins_on,
        "ends_on": prepared.ends_on,
        "concluded_at": prepared.concluded_at,
        "organizations": [
            {
                "constituency": one.constituency.value,
                "name": one.name,
                "seats": one.seats,
            }
            for one in prepared.organizations
        ],
        "attendance": [to_plain(one) for one in attendance],
    }


def decisions(
    found: Priorities, rankings: Sequence[Ranking], actions: Sequence[Action]
) -> Plain:
    """Return the orders of the groups, what follows from them, and the actions."""
    return {
        "rankings": [to_plain(one) for one in rankings],
        "priorities": priorities(found),
        "actions": [to_plain(one) for one in actions],
    }


def priorities(found: Priorities) -> Plain:
    """Return what follows from the groups' orders."""
    return {
        "ranked_by": [one.value for one in found.ranked_by],
        "missing": [one.value for one in found.missing],
        "sections_asked": found.sections,
        "high": HIGH,
        "low": LOW,
        "sections": [
            {
                "section": row.section,
                "ranks": {one.value: row.ranks[one] for one in row.ranks},
                "high_for": [one.value for one in row.high_for],
                "practice": row.practice,
            }
            for row in found.rows
        ],
        "low_and_high": list(found.low_and_high),
        "concordance": found.concordance,
    }


def since(file: "Renewing") -> Plain | None:
    """Return what became of the consultation before; None where there is none."""
    before = file.before
    if before is None:
        return None
    trends = file.trend()
    return {
        "consultation": before.id,
        "title": {one: before.title.by_language.get(one, "") for one in LANGUAGES},
        "created_at": before.created_at,
        "round": before.round,
        "results_digest": before.results_digest,
        "actions": [
            {
                "before": to_plain(one.before),
                "now": None if one.now is None else to_plain(one.now),
            }
            for one in file.earlier_actions()
        ],
        "directions": {
            bench.value: {one.value: count for one, count in counts.items()}
            for bench, counts in directions(trends).items()
        },
        "trend": [
            {
                "item": one.item,
                "part": one.part,
                "constituency": one.constituency.value,
                "before": one.before,
                "after": one.after,
                "direction": one.direction.value,
            }
            for one in trends
        ],
        "reopened": [
            {
                "item": one.item,
                "part": one.part,
                "outcome": one.outcome.value,
                "range": one.range,
            }
            for one in file.reopened()
        ],
        "not_compared": list(file.not_compared()),
    }


def damage(problems: Sequence[Problem]) -> list[Plain]:
    """Return what was found wrong with the file, in both languages, without names."""
    from spf_assess.i18n import Words
    from spf_assess.i18n.damage import damage_text

    return [
        {
            "code": one.code,
            "says": {name: damage_text(Words(name), one) for name in LANGUAGES},
        }
        for one in problems
    ]
