"""Q-504: a rating has four levels."""

from collections.abc import Iterator

from spf_assess.model import HIGHEST_LEVEL, N_, ItemKind
from spf_assess.questionnaire.checks.core_levels import rated_parts
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Record

RULE = Rule(
    "Q-504",
    N_("{part} has {count} levels."),
    N_("Describe four levels, lowest first: Latent, Emerging, Moderate, Advanced."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where there are fewer or more, or a level of a part not rated."""
    main = form.main.root.get("levels")
    if main is not None and len(main.entries) != HIGHEST_LEVEL:
        yield RULE.broken(
            form.main.file, main.line, part="levels", count=len(main.entries)
        )
    for item in form.items():
        for part, levels in rated_parts(item):
            if levels is not None and len(levels.entries) != HIGHEST_LEVEL:
                count = len(levels.entries)
                yield RULE.broken(item.file, levels.line, part=part, count=count)
        described = item.node.at("levels")
        if item.kind is ItemKind.PRACTICE and isinstance(described, Record):
            for name in set(described.fields) - {"practice"}:
                line = described.lines[name]
                yield RULE.broken(item.file, line, part=name, count=0)
