"""The picture of a share of people covered: total as a bar, women and men as marks.

Nothing depends on colour: women stand above the bar with their letter, men below, the
target is a dashed line with a flag.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from spf_assess.report.charts import BAR, FAINT, INK, RULE, WHITE, Picture, drawn
from spf_assess.resources import SANS

WIDTH, HIGH = 58.0, 9.6
_LEFT, _RIGHT = 3.0, 55.0
_TOP, _DEEP = 3.4, 2.8
_QUARTERS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares in per cent, 0 to 100; None: not given, or there is none."""

    women: Decimal | None
    men: Decimal | None
    total: Decimal | None
    target: Decimal | None

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(one is not None for one in (self.women, self.men, self.total))

    @property
    def lower(self) -> bool:
        """Whether fewer women than men are covered, in shares."""
        return self.women is not None and self.men is not None and self.women < self.men


def axis_picture(title: str) -> Picture:
    """Return the scale above the pictures, from 0 to 100 per cent."""
    lines = [
        f'<text x="{_at(one):.2f}" y="3" font-size="3" text-anchor="middle"'
        f' font-family="{SANS}" fill="{INK}">{one}</text>'
        for one in _QUARTERS
    ]
    return drawn("axis", WIDTH, 3.8, title, lines)


def shares_picture(shares: Shares, title: str, letters: tuple[str, str]) -> Picture:
    """Return the picture of one figure; *letters* stand for women and men."""
    return drawn("shares", WIDTH, HIGH, title, list(_lines(shares, letters)))


def _lines(shares: Shares, letters: tuple[str, str]) -> Iterator[str]:
    ticks = "".join(f"M{_at(one):.2f} {_TOP - 1:g}v{_DEEP + 2:g}" for one in _QUARTERS)
    yield f'<path d="{ticks}" stroke="{RULE}" stroke-width="0.25"/>'
    yield _box(_RIGHT - _LEFT, FAINT, "none")
    if shares.total is not None:
        yield _box(float(shares.total) / 100 * (_RIGHT - _LEFT), BAR, INK)
    if shares.women is not None:
        yield _mark(shares.women, letters[0], above=True)
    if shares.men is not None:
        yield _mark(shares.men, letters[1], above=False)
    if shares.target is not None:
        yield _aim(shares.target)


def _at(share: Decimal | int) -> float:
    return _LEFT + float(share) / 100 * (_RIGHT - _LEFT)


def _box(wide: float, fill: str, stroke: str) -> str:
    return (
        f'<rect x="{_LEFT:g}" y="{_TOP:g}" width="{wide:.2f}" height="{_DEEP:g}"'
        f' fill="{fill}" stroke="{stroke}" stroke-width="0.2"/>'
    )


def _mark(share: Decimal, letter: str, *, above: bool) -> str:
    """Return a line across the bar's edge, its letter above or below."""
    x = _at(share)
    begin = _TOP - 0.8 if above else _TOP + _DEEP / 2
    base = _TOP - 1.2 if above else _TOP + _DEEP + 3.2
    return (
        f'<path d="M{x:.2f} {begin:.2f}v{_DEEP / 2 + 0.8:.2f}" stroke="{WHITE}"'
        f' stroke-width="1.5"/>'
        f'<path d="M{x:.2f} {begin:.2f}v{_DEEP / 2 + 0.8:.2f}" stroke="{INK}"'
        ' stroke-width="0.7"/>'
        f'<text x="{x:.2f}" y="{base:.2f}" font-size="2.8" font-weight="600"'
        f' text-anchor="middle" font-family="{SANS}" fill="{INK}">'
        f"{escape(letter)}</text>"
    )


def _aim(share: Decimal) -> str:
    x, low = _at(share), _TOP + _DEEP + 1
    return (
        f'<path d="M{x:.2f} 0.4V{low:.2f}" stroke="{INK}" stroke-width="0.4"'
        ' stroke-dasharray="1 0.6"/>'
        f'<path d="M{x:.2f} 0.2h2.2l-0.8 0.9 0.8 0.9h-2.2z" fill="{INK}"/>'
    )
