"""What is worth a second look in a figure.

A warning never keeps a figure from being saved: the person knows the country, the form
does not.
"""

from decimal import Decimal

from spf_assess.i18n import Words, decimal_text
from spf_assess.model import Figure, Part

_TOLERANCE = Decimal("0.01")


def warnings(words: Words, part: Part, figure: Figure) -> list[str]:
    """Return sentences on figures outside the form's bounds or at odds with another."""
    numbers = {
        name: Decimal(text)
        for name, text in (
            (words("Women"), figure.women),
            (words("Men"), figure.men),
            (words("Total"), figure.total),
        )
        if text
    }
    found = [
        sentence
        for name, number in numbers.items()
        for sentence in _bounds(words, part, name, number)
    ]
    if len(numbers) == 3 and not _fits(*numbers.values()):  # noqa: PLR2004
        found.append(
            words(
                "The total is neither the sum of the figures for women and men nor"
                " between them. Please check the three."
            )
        )
    return found


def _bounds(words: Words, part: Part, name: str, number: Decimal) -> list[str]:
    if part.minimum is not None and number < Decimal(part.minimum):
        bound = decimal_text(part.minimum, words.language)
        return [
            words(
                "{box}: below {bound}, the lowest plausible value. Please check.",
                box=name,
                bound=bound,
            )
        ]
    if part.maximum is not None and number > Decimal(part.maximum):
        bound = decimal_text(part.maximum, words.language)
        return [
            words(
                "{box}: above {bound}, the highest plausible value. Please check.",
                box=name,
                bound=bound,
            )
        ]
    return []


def _fits(women: Decimal, men: Decimal, total: Decimal) -> bool:
    """Whether a total is a sum (of persons) or lies between (shares, days)."""
    slack = _TOLERANCE * max(abs(women), abs(men), Decimal(1))
    between = min(women, men) - slack <= total <= max(women, men) + slack
    return between or abs(women + men - total) <= slack
