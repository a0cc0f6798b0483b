"""What each group finds most urgent, side by side; no mean of the orders is formed."""

from spf_assess.analysis.priorities import HIGH, LOW, Priorities, Priority
from spf_assess.i18n import constituency_name, decimal_text, level_text, list_text
from spf_assess.model import BENCHES, Constituency
from spf_assess.report.desk import Context, Desk
from spf_assess.report.sections import anchor

_DIGITS = 2


def priorities_context(desk: Desk) -> Context | None:
    """Return the page on priorities; None where no group gave any."""
    found = desk.given.priorities
    if found is None or not found.ranked_by:
        return None
    return {
        "lead": _lead(desk, found),
        "missing": [
            desk.words(
                "{group}: no priorities given.",
                group=constituency_name(desk.words, bench),
            )
            for bench in desk.order
            if bench in found.missing
        ],
        "how": desk.words(
            "Each group ordered the sections that it finds urgent and stopped where it"
            " wanted. The orders stand side by side; no mean of them is formed. In"
            " bold: among the first {high} of a group. Level: the lowest position in"
            " practice; {low} or less is low.",
            high=HIGH,
            low=LOW,
        ),
        "rows": [_row(desk, one) for one in found.rows],
        "low": [_row(desk, one) for one in found.rows if _low(found, one)],
        "none": _none(desk),
    }


def concordance_context(desk: Desk) -> Context | None:
    """Return Kendall's W of the orders, for the annex; None below two orders."""
    found = desk.given.priorities
    if found is None or found.concordance is None:
        return None
    rounded = decimal_text(f"{found.concordance:.{_DIGITS}f}", desk.language)
    benches = [bench for bench in desk.order if bench in found.ranked_by]
    others = found.sections - len(found.rows)
    return {
        "benches": [desk.bench(bench) for bench in benches],
        "rows": [
            {
                "reference": section.label(desk.language),
                "short": desk.text(section.short),
                "cells": [_place(found, row, bench) for bench in benches],
            }
            for row in found.rows
            for section in (desk.questionnaire.section(row.section),)
        ],
        "others": desk.words.plural(
            "{number} further section was named by no group.",
            "{number} further sections were named by no group.",
            others,
        )
        if others
        else "",
        "says": desk.words(
            "Kendall's W of the groups' orders is {value} (orders compared: {orders};"
            " sections: {sections}).",
            value=rounded,
            orders=len(found.ranked_by),
            sections=found.sections,
        ),
        "source": desk.words(
            "M. G. Kendall and B. Babington Smith, “The Problem of m Rankings”, Annals"
            " of Mathematical Statistics, vol. 10, no. 3, 1939, pp. 275–287."
        ),
        "means": desk.words(
            "W lies between 0, where the orders have nothing in common, and 1, where"
            " they are the same. Sections that a group did not name count as equal,"
            " after those that it named. W says how alike the orders are, not which"
            " one is right; of so few orders it is a description and no test."
        ),
    }


def _place(found: Priorities, row: Priority, bench: Constituency) -> str:
    """Return the place by which W is reckoned; unnamed sections share the last."""
    if bench in row.ranks:
        return str(row.ranks[bench])
    named = sum(bench in one.ranks for one in found.rows)
    return f"({level_text((named + 1 + found.sections) / 2)})"


def _none(desk: Desk) -> str:
    return desk.words(
        "No section is low in practice and among the first {high} of all three groups.",
        high=HIGH,
    )


def _low(found: Priorities, row: Priority) -> bool:
    return row.section in found.low_and_high


def _lead(desk: Desk, found: Priorities) -> str:
    if found.missing:
        groups = tuple(
            constituency_name(desk.words, one)
            for one in desk.order
            if one in found.ranked_by
        )
        return desk.words(
            "Orders were given by: {groups}.",
            groups=list_text(groups, desk.language),
        )
    number = len(found.low_and_high)
    if not number:
        return _none(desk)
    return desk.words.plural(
        "{number} section is low in practice and among the first {high} of all three"
        " groups.",
        "{number} sections are low in practice and among the first {high} of all three"
        " groups.",
        number,
        high=HIGH,
    )


def _row(desk: Desk, row: Priority) -> Context:
    section = desk.questionnaire.section(row.section)
    return {
        "anchor": anchor(section),
        "reference": section.label(desk.language),
        "short": desk.text(section.short),
        "cells": [
            {
                "rank": str(row.ranks[bench]) if bench in row.ranks else "–",
                "high": bench in row.high_for,
            }
            for bench in desk.order
        ],
        "level": "–" if row.practice is None else level_text(row.practice),
        "high_for": _high_for(desk, row),
    }


def _high_for(desk: Desk, row: Priority) -> str:
    if len(row.high_for) == len(BENCHES):
        return desk.words("all three groups")
    names = tuple(
        constituency_name(desk.words, bench)
        for bench in desk.order
        if bench in row.high_for
    )
    return ", ".join(names) or "–"
