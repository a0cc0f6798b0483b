"""Numbers and words of the report's figures and tables, and the lists of them.

A figure has a picture, with its numbers beside it; a table has none. A caption tells
the numbers, in words that a person can edit (``templates/words``). The pages of the
sections are all alike and their tables bear the questions' numbers: none is listed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spf_assess.analysis.evidence import strengths
from spf_assess.analysis.trend import Direction, directions
from spf_assess.i18n import Words
from spf_assess.model import LAW, PRACTICE, Outcome
from spf_assess.report.desk import Context, Desk
from spf_assess.report.given import Since

FIGURE, TABLE = "figure", "table"
_CLOSE = (Outcome.CONVERGENCE, Outcome.NEAR_CONVERGENCE)
_Facts = Mapping[str, Any]


def captions_context(desk: Desk, context: Context) -> Context:
    """Return the captions by name, and the lists of figures and of tables.

    *context* is that of an edition's pages: what has no page has no caption.
    """
    captions: Context = {}
    lists: dict[str, list[Context]] = {FIGURE: [], TABLE: []}
    subjects = _subjects(desk.words)
    for name, kind, facts in _present(desk, context):
        number = len(lists[kind]) + 1
        subject = subjects[name]
        made = {
            "id": f"{kind}-{number}",
            "number": number,
            "label": _label(desk.words, kind, number),
            "short": subject,
            "text": desk.wording.say(f"caption-{name}", subject, **facts),
        }
        captions[name] = made
        lists[kind].append(made)
    return {"captions": captions, "figures": lists[FIGURE], "tables": lists[TABLE]}


def _label(words: Words, kind: str, number: int) -> str:
    if kind == FIGURE:
        return words("Figure {number}", number=number)
    return words("Table {number}", number=number)


def _subjects(words: Words) -> dict[str, str]:
    """Return what each tells of, without numbers: where no sentence can be used."""
    return {
        "people": words("Who took part, by group and sex"),
        "outcomes": words("Sections by result"),
        "profile": words("Positions of the three groups, section by section"),
        "grades": words("Sources behind the positions, by grade"),
        "sources": words("Best source behind each headline level"),
        "coverage": words("Coverage of women and men, as each group gives it"),
        "tallied": words("Results by round"),
        "moved": words("Positions that changed between the rounds"),
        "orders": words("Priorities of the groups"),
        "plan": words("Actions decided"),
        "timeline": words("The actions over time"),
        "became": words("What became of the last plan"),
        "trends": words("Positions then and now"),
        "changed": words("Headline questions whose level changed"),
        "answers": words("All answers"),
        "figures": words("Figures of the profile"),
        "places": words("Places that the groups gave to sections"),
    }


def _present(desk: Desk, context: Context) -> Iterator[tuple[str, str, _Facts]]:
    """Yield name, kind and numbers of what the pages hold, in their order."""
    if "meeting" in context:
        yield "people", TABLE, _people(context["participation"])
    yield from _of_profile(desk, context)
    if (outcome := context.get("outcome")) and outcome["rounds"]:
        yield from _of_outcome(outcome)
    found = desk.given.priorities
    if context.get("priorities") and found is not None:
        yield "orders", TABLE, {"number": len(found.ranked_by)}
    if context.get("plan"):
        yield from _of_plan(context["plan"])
    if context.get("since") and desk.given.since is not None:
        yield from _of_since(context["since"], desk.given.since)
    yield from _of_annexes(context)


def _of_annexes(context: Context) -> Iterator[tuple[str, str, _Facts]]:
    if "annex" in context:
        rows = [row["id"] for section in context["annex"] for row in section["rows"]]
        yield "answers", TABLE, {"number": len(set(rows))}
    if context.get("profile"):
        yield "figures", TABLE, {"total": len(context["profile"])}
    if context.get("concordance"):
        yield "places", TABLE, {"total": len(context["concordance"]["rows"])}


def _of_profile(desk: Desk, context: Context) -> Iterator[tuple[str, str, _Facts]]:
    profile = context.get("profile", ())
    sections = {"total": len(profile)}
    if "summary" in context and context["counted"]:
        yield "outcomes", FIGURE, _outcomes(desk)
    if profile:
        yield "profile", FIGURE, sections
    if profile and context.get("evidence"):
        yield "grades", FIGURE, _grades(desk)
        yield "sources", TABLE, sections
    if context.get("coverage"):
        rows = context["coverage"]["rows"]
        both = sum(row["both"] for row in rows)
        yield "coverage", FIGURE, {"number": len(rows), "both": both}


def _of_outcome(outcome: Context) -> Iterator[tuple[str, str, _Facts]]:
    yield "tallied", TABLE, _tallied(outcome)
    if outcome["changed"]:
        yield "moved", TABLE, {"number": len(outcome["changed"])}


def _of_plan(plan: Context) -> Iterator[tuple[str, str, _Facts]]:
    number = {"number": len(plan["actions"])}
    yield "plan", TABLE, number
    if plan["timed"]:
        begin, end = plan["years"]
        years = {"years": end - begin + 1, "begin": str(begin), "end": str(end)}
        yield "timeline", FIGURE, {**number, **years}


def _of_since(since: Context, given: Since) -> Iterator[tuple[str, str, _Facts]]:
    if since["actions"]:
        yield "became", TABLE, {"number": len(since["actions"])}
    yield "trends", FIGURE, _sides(given)
    if since["changed"]:
        yield "changed", FIGURE, {"number": len(since["changed"])}


def _people(groups: Sequence[Context]) -> _Facts:
    """Return how many took part, and how many of them are women and men."""
    return {
        told: sum(one[name] for one in groups)
        for told, name in (("people", "members"), ("women", "women"), ("men", "men"))
    }


def _outcomes(desk: Desk) -> _Facts:
    counts = desk.given.results.outcomes
    return {
        "total": sum(counts[PRACTICE].values()),
        "practice": _close(counts[PRACTICE]),
        "law": _close(counts[LAW]),
    }


def _close(counts: Mapping[Outcome, int]) -> int:
    return sum(counts[one] for one in _CLOSE)


def _grades(desk: Desk) -> _Facts:
    found = strengths(desk.given.results)
    return {
        "total": sum(one.total for one in found),
        "strong": sum(one.strong for one in found),
    }


def _tallied(outcome: Context) -> _Facts:
    shifts = outcome["shifts"]
    earlier, later = (Counter(one.outcomes[at] for one in shifts) for at in (0, 1))
    begin, end = outcome["rounds"][0], outcome["rounds"][-1]
    return {
        "total": len(shifts),
        "earlier": _close(earlier),
        "later": _close(later),
        "begin": str(begin),
        "end": str(end),
    }


def _sides(since: Since) -> _Facts:
    counts = directions(since.trends).values()
    sides = (Direction.LOWER, Direction.SAME, Direction.HIGHER)
    return {side.value: sum(found[side] for found in counts) for side in sides}
