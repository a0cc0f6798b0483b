"""Comparisons of the three groups, made from nothing but their levels."""

from types import MappingProxyType

from spf_assess.analysis.positions import compare
from spf_assess.model import BENCHES, Comparison, Position, PositionSource


def standing(*levels: float | None, **more: object) -> Comparison:
    """Return the comparison of government, employers and workers at *levels*."""
    return compare(
        "3a.1",
        "law",
        [
            Position(
                constituency=who,
                level=level,
                source=PositionSource.AGREED,
                rated=1,
                respondents=1,
                spread=None,
                divided=False,
                no_answers=MappingProxyType({}),
                no_answer=None,
                grade=None,
                unsupported=bool(more.get("unsupported")),
            )
            for who, level in zip(BENCHES, levels, strict=True)
        ],
    )
