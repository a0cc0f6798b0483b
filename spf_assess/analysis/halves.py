"""Whether two halves, told in place of four levels, give the level of a few away.

Whoever reads them knows the position and the spread as well, and that some level holds
few, for else the levels would be told. What is possible then is tried here; where all
of it has one or two at the same level, the halves may not be told either (R-401).
"""

from collections.abc import Iterator
from itertools import product

Ways = tuple[int, int, int, int]


def give_away(ratings: Ways, least: int) -> bool:
    """Whether the halves of *ratings* tell that fewer than *least* chose a level.

    It depends on what is told alone, never on what is not: halves, median and spread.
    """
    low, high = sum(ratings[:2]), sum(ratings[2:])
    told = _told(ratings)
    ways = [
        way
        for one, three in product(_tried(low, high, least), _tried(high, low, least))
        if _told(way := (one, low - one, three, high - three)) == told
        and any(0 < number < least for number in way)
    ]
    return not ways or any(
        0 < min(numbers) < least and len(set(numbers)) == 1
        for numbers in zip(*ways, strict=True)
    )


def _tried(half: int, other: int, least: int) -> Iterator[int]:
    """Yield how many of a half may be at its lower level, as far as it matters.

    That is near both ends, where a level holds few, and where the median turns.
    """
    turn = (half + other) // 2
    near = {*range(least + 1), *range(half - least, half + 1), half // 2}
    near |= {one - shift for one in (turn, turn + 1) for shift in (0, other)}
    yield from sorted(one for one in near if 0 <= one <= half)


def _told(ratings: Ways) -> tuple[int, int]:
    """Return twice the median, and the spread."""
    held = [level for level, number in enumerate(ratings) if number]
    total = sum(ratings)
    middle = (_nth(ratings, place) for place in ((total - 1) // 2, total // 2))
    return sum(middle), held[-1] - held[0]


def _nth(ratings: Ways, place: int) -> int:
    seen = 0
    for level, number in enumerate(ratings):
        seen += number
        if seen > place:
            return level
    raise IndexError(place)
