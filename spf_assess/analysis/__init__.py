"""Pure functions over answers: relevance, progress, positions, convergence."""

from spf_assess.analysis.progress import (
    ItemProblem,
    ProblemKind,
    Progress,
    SectionProgress,
    SectionState,
    answered,
    progress,
)
from spf_assess.analysis.relevance import (
    asked_items,
    constraint_holds,
    offered,
    open_follow_ups,
)

__all__ = [
    "ItemProblem",
    "ProblemKind",
    "Progress",
    "SectionProgress",
    "SectionState",
    "answered",
    "asked_items",
    "constraint_holds",
    "offered",
    "open_follow_ups",
    "progress",
]
