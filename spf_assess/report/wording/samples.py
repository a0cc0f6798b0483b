"""Facts with which every sentence must work: each fact in each of its values."""

from collections.abc import Iterator, Mapping

from spf_assess.model import BENCHES, LAW, PRACTICE, NoAnswer, Outcome
from spf_assess.report.wording.sentences import SENTENCES

NOTHING, WHOLE = "nothing", "whole"  # no answers handed in; a question of one part
LOWER, HIGHER = "lower", "higher"
NO_LEVEL, UNKNOWN, LOWER_TWO, UPPER_TWO = "none", "unknown", "lower", "upper"
SHARES = ("women", "men", "total", "target")
_GROUPS = tuple(one.value for one in BENCHES)
_VALUES: Mapping[str, tuple[str | int | float, ...]] = {
    "dimension": (LAW, PRACTICE),
    "outcome": tuple(one.value for one in Outcome),
    "distance": (0.5, 1, 1.5, 2, 2.5, 3),
    "direction": (LOWER, HIGHER),
    "reason": (*(one.value for one in NoAnswer), NOTHING),
    "part": (LAW, PRACTICE, WHOLE),
    "number": (1, 2, 3, 22),
    "total": (1, 2, 22),
    "close": (0, 1, 22),
    "none": (1, 5),
    **dict.fromkeys(("level", "own", "low", "high"), ("1", "2½")),
    **dict.fromkeys(("missing", "lowest", "highest", "first", "second"), _GROUPS),
    "only": _GROUPS,
    "groups": ("A, B",),
    "reference": ("3(a)",),
    "question": ("A",),
    **dict.fromkeys(("before", "after"), ("1", "2½")),
    **dict.fromkeys(("name", "grade", "positions", "counts"), ("A",)),
    **dict.fromkeys(("period", "status"), ("A",)),
    "share": SHARES,
    "rated": ("1", "4", LOWER_TWO, UPPER_TWO, NO_LEVEL, UNKNOWN),
    **dict.fromkeys(("begin", "end"), ("2026", "2031")),
    **dict.fromkeys(("people", "years"), (1, 2, 22)),
    **dict.fromkeys(("women", "men", "lower", "same", "higher"), (0, 1, 22)),
    **dict.fromkeys(("practice", "law", "both", "strong"), (0, 1, 22)),
    **dict.fromkeys(("earlier", "later"), (0, 1, 22)),
}


def samples(name: str) -> Iterator[dict[str, str | int | float]]:
    """Yield facts for a sentence, so that each fact takes each of its values."""
    facts = {one: _values(name, one) for one in sorted(SENTENCES[name])}
    most = max((len(values) for values in facts.values()), default=1)
    for turn in range(most):
        yield {one: values[turn % len(values)] for one, values in facts.items()}


def _values(name: str, fact: str) -> tuple[str | int | float, ...]:
    if fact == "apart":  # a number of sections, or the group that stands apart
        return (1, 6) if name.startswith("sections") else _GROUPS
    return _VALUES[fact]
