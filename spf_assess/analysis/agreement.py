"""Secondary measures for the annex: consensus and concordance of rankings.

They never decide an outcome; ``spf_assess.analysis.positions`` does.
"""

from collections.abc import Sequence
from math import log2


def consensus(frequencies: Sequence[int]) -> float:
    """Return Tastle and Wierman's consensus of answers on an ordered scale.

    *frequencies* counts the answers at each level, lowest first. 1 means that all
    answers are equal, 0 that half lie at each end. Source: Tastle and Wierman 2007,
    International Journal of Approximate Reasoning 45(3), 531-545.

    Raises:
        ValueError: no answer, or fewer than two levels.
    """
    total = sum(frequencies)
    width = len(frequencies) - 1
    if total == 0 or width < 1:
        raise ValueError(frequencies)
    mean = sum(level * count for level, count in enumerate(frequencies)) / total
    return 1 + sum(
        count / total * log2(1 - abs(level - mean) / width)
        for level, count in enumerate(frequencies)
        if count and count != total
    )


def concordance(rankings: Sequence[Sequence[float]]) -> float:
    """Return Kendall's W, corrected for ties: 0 no agreement, 1 identical rankings.

    Each row holds one judge's ranks of the same objects, in the same order.

    Raises:
        ValueError: fewer than two judges or objects, or rows of different length.
    """
    judges, objects = len(rankings), len(rankings[0]) if rankings else 0
    if judges < 2 or objects < 2 or any(len(row) != objects for row in rankings):  # noqa: PLR2004 - agreement needs two
        raise ValueError(rankings)
    ranks = [_mean_ranks(row) for row in rankings]
    sums = [sum(column) for column in zip(*ranks, strict=True)]
    centre = sum(sums) / objects
    deviation = sum((total - centre) ** 2 for total in sums)
    ties = sum(
        row.count(rank) ** 3 - row.count(rank) for row in ranks for rank in set(row)
    )
    most = judges**2 * (objects**3 - objects) - judges * ties
    return 12 * deviation / most if most else 1.0


def _mean_ranks(row: Sequence[float]) -> list[float]:
    ordered = sorted(row)
    return [ordered.index(rank) + 1 + (ordered.count(rank) - 1) / 2 for rank in row]
