"""What became of the last consultation: its actions, and positions then and now.

Higher and lower are directions on the scale of levels; neither is called better.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from spf_assess.analysis.trend import Direction, Trend, directions
from spf_assess.i18n import level_text, outcome_name
from spf_assess.i18n.actions import action_status_name
from spf_assess.i18n.formats import SEMICOLON
from spf_assess.model import Action, ActionStatus, Comparison, Constituency, Item
from spf_assess.report.comparisons import part_place
from spf_assess.report.desk import Context, Desk
from spf_assess.report.given import Since
from spf_assess.report.movement import movement_picture
from spf_assess.report.plan import day_text, told
from spf_assess.report.sections import anchor
from spf_assess.report.timeline import sides_picture


def since_context(desk: Desk) -> Context | None:
    """Return the page on the last consultation; None where this is the first."""
    since = desk.given.since
    if since is None:
        return None
    return {
        "lead": desk.words(
            "The last consultation was “{title}”, begun on {date}. Compared is its"
            " round {round}.",
            title=desk.scribe.line(desk.text(since.title)),
            date=desk.day(since.created_at),
            round=since.round,
        ),
        "counted": _counted(desk, since),
        "actions": [
            _followed(desk, number, before, now)
            for number, (before, now) in enumerate(since.actions, start=1)
        ],
        "groups": _groups(desk, since.trends),
        "not_compared": desk.words.plural(
            "{number} question is not compared: it is new, or means something else"
            " now.",
            "{number} questions are not compared: they are new, or mean something"
            " else now.",
            since.not_comparable,
        )
        if since.not_comparable
        else "",
        "changed": _changed(desk, since.trends, desk.order),
        "moves": _moves(desk, since.trends),
        "reopened": [_reopened(desk, one) for one in since.reopened],
    }


def moves_since(desk: Desk) -> str:
    """Tell where levels went since the last consultation; empty where none is known."""
    since = desk.given.since
    return _moves(desk, since.trends) if since is not None and since.trends else ""


def own_since(desk: Desk, group: Constituency) -> Context | None:
    """Return one group's positions then and now; None where there was no then."""
    since = desk.given.since
    if since is None:
        return None
    trends = [one for one in since.trends if one.constituency is group]
    if not trends:
        return None
    whole = _groups(desk, since.trends)
    return {
        "groups": [one for one in whole if one["id"] == group.value],
        "changed": _changed(desk, trends, (group,)),
        "moves": _moves(desk, trends),
    }


def _counted(desk: Desk, since: Since) -> str:
    """Tell how many actions came how far, in the order of the statuses."""
    counts = Counter(None if now is None else now.status for _, now in since.actions)
    named = [
        desk.named(action_status_name(desk.words, status), str(counts[status]))
        for status in ActionStatus
        if counts[status]
    ]
    if counts[None]:
        named.append(desk.named(desk.words("nothing recorded yet"), str(counts[None])))
    return ", ".join(named)


def _followed(desk: Desk, number: int, before: Action, now: Action | None) -> Context:
    present = now or before
    return {
        "number": number,
        "what": told(desk, before, "what"),
        "responsible": told(desk, before, "responsible"),
        "ends": day_text(desk, before.ends_on),
        "status": desk.words("nothing recorded yet")
        if now is None
        else action_status_name(desk.words, now.status),
        "became": told(desk, present, "became"),
    }


def _groups(desk: Desk, trends: Iterable[Trend]) -> list[Context]:
    """Return how many positions of each group lie lower, the same or higher."""
    counts = directions(trends)
    most = max(
        found[side]
        for found in counts.values()
        for side in (Direction.LOWER, Direction.HIGHER)
    )
    return [
        {
            **desk.bench(bench),
            "numbers": list(counts[bench].values()),
            "bar": sides_picture(
                counts[bench][Direction.LOWER],
                counts[bench][Direction.HIGHER],
                most,
                _sides(desk, bench, counts[bench]),
            ),
        }
        for bench in desk.order
    ]


def _changed(
    desk: Desk, trends: Iterable[Trend], groups: Sequence[Constituency]
) -> list[Context]:
    """Return the headline questions on which a position changed, a row a part."""
    rows: dict[tuple[str, str], dict[Constituency, Trend]] = {}
    for one in trends:
        rows.setdefault((one.item, one.part), {})[one.constituency] = one
    found = []
    for section in desk.questionnaire.sections:
        for item in section.items:
            for part in item.parts if item.headline else ():
                own = rows.get((item.id, part.name), {})
                if any(one.steps for one in own.values()):
                    found.append(
                        {
                            "anchor": anchor(section),
                            "reference": section.label(desk.language),
                            "short": desk.text(section.short),
                            "part": part_place(desk, item, part),
                            "picture": movement_picture(
                                [(bench, own.get(bench)) for bench in groups],
                                levels_then_and_now(desk, own),
                            ),
                            "cells": [_cell(own.get(bench)) for bench in groups],
                        }
                    )
    return found


def _moves(desk: Desk, trends: Iterable[Trend]) -> str:
    """Tell how many levels of headline questions lie lower and higher."""
    headline = {item.id for item in desk.questionnaire.items() if item.headline}
    counts = directions(one for one in trends if one.item in headline)
    sides = (Direction.LOWER, Direction.SAME, Direction.HIGHER)
    told = {side.value: sum(one[side] for one in counts.values()) for side in sides}
    return desk.wording.say(
        "levels-since",
        lambda: ", ".join(str(one) for one in told.values()),
        total=sum(told.values()),
        **told,
    )


def _sides(desk: Desk, bench: Constituency, found: Mapping[Direction, int]) -> str:
    """Say how many positions of a group lie lower, the same and higher."""
    name = desk.bench(bench)["name"]
    sides = (Direction.LOWER, Direction.SAME, Direction.HIGHER)
    told = {side.value: found[side] for side in sides}
    return desk.wording.say(
        "picture-sides",
        f"{name}: {', '.join(str(one) for one in told.values())}",
        name=name,
        **told,
    )


def levels_then_and_now(desk: Desk, own: Mapping[Constituency, Trend]) -> str:
    """Say each group's level then and now, as the picture of them shows."""
    return SEMICOLON[desk.language].join(
        _then_now(desk, bench, one)
        for bench in desk.order
        if (one := own.get(bench)) is not None
    )


def _then_now(desk: Desk, bench: Constituency, one: Trend) -> str:
    name, none = desk.bench(bench)["name"], desk.words.context("level", "none")
    before, after = (
        none if level is None else level_text(level)
        for level in (one.before, one.after)
    )
    return desk.wording.piece(
        "picture-then-now",
        f"{name}: {before} → {after}",
        name=name,
        before=before,
        after=after,
    )


def _cell(one: Trend | None) -> Context:
    if one is None:
        return {"text": "–", "moved": False}
    before, after = (
        "–" if level is None else level_text(level) for level in (one.before, one.after)
    )
    if before == after:
        return {"text": after, "moved": False}
    return {"text": f"{before} → {after}", "moved": bool(one.steps)}


def _reopened(desk: Desk, one: Comparison) -> Context:
    item = _item(desk, one.item)
    part = next(found for found in item.parts if found.name == one.part)
    reach = "" if one.range is None else f"R {level_text(one.range)}, "
    return {
        "id": one.item,
        "short": desk.text(item.short),
        "part": part_place(desk, item, part),
        "result": f"{reach}{outcome_name(desk.words, one.outcome)}",
    }


def _item(desk: Desk, name: str) -> Item:
    return next(one for one in desk.questionnaire.items() if one.id == name)
