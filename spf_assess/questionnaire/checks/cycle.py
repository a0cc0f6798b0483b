"""Q-603: items that are asked only if each other is."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.names import Names

RULE = Rule(
    "Q-603",
    N_("The conditions go round in a circle: {circle}."),
    N_("Let at least one of these items be asked without depending on the others."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every circle of ``relevant``, told once, at its first item."""
    depends = Names(form).dependencies()
    order = {item.id: (item.file, item.node) for item in form.items()}
    told: set[frozenset[str]] = set()
    for start, (file, node) in order.items():
        circle = _circle(start, depends)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            way = " → ".join([*circle, circle[0]])
            yield RULE.broken(file, node.at("relevant").line, circle=way)


def _circle(start: str, depends: dict[str, list[str]]) -> list[str]:
    """Return the shortest way from *start* back to itself; empty if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for after in depends.get(way[-1], []):
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                ways.append([*way, after])
    return []
