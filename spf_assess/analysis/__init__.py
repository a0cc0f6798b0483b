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
    prepare,
)
from spf_assess.analysis.results import compute

__all__ = [
    "ItemProblem",
    "ProblemKind",
    "Progress",
    "SectionProgress",
    "SectionState",
    "answered",
    "asked_items",
    "compute",
    "constraint_holds",
    "offered",
    "open_follow_ups",
    "prepare",
    "progress",
]
