"""The action plan by itself: by objective, over time, and with its indicators."""

from dataclasses import replace

from spf_assess.model import ReportOptions
from spf_assess.report.captions import captions_context
from spf_assess.report.desk import Context, Desk
from spf_assess.report.front import front
from spf_assess.report.plan import plan_context


def actions_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what the plan prints; of some sections, the actions that touch them."""
    given, chosen = desk.given, set(wanted.sections)
    kept = tuple(
        one for one in given.actions if not chosen or chosen & set(one.sections)
    )
    own = replace(desk, given=replace(given, actions=kept))
    plan = plan_context(own)
    context = {
        **front(own, wanted),
        "document": desk.words(
            "{country}: action plan on the social protection floor",
            country=desk.scribe.line(desk.text(given.header.country)),
        ),
        "plan": plan,
        **captions_context(own, {"plan": plan}),
        "objectives": _by_objective(plan["actions"]) if plan else [],
    }
    context["replaced"] = sorted(desk.scribe.replaced)
    return context


def _by_objective(actions: list[Context]) -> list[Context]:
    """Return the actions under what they are for, in the order of their steps."""
    found: dict[str, Context] = {}
    for one in actions:
        objective = one["objective"]
        group = found.setdefault(
            objective["text"], {"objective": objective, "actions": []}
        )
        group["actions"].append(one)
    return list(found.values())
