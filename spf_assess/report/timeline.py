"""Pictures of time and of change: bars of actions on years, counts left and right.

As in ``charts``: a title tells the numbers, forms tell what is what, and in grey print
nothing is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from spf_assess.model import ActionStatus
from spf_assess.report.charts import BAR, INK, RULE, WHITE, Picture, drawn
from spf_assess.resources import SANS

_HIGH, _BAR_MM, _LEAST_MM = 7.0, 3.2, 1.4
_MOST_LABELS = 12
_FAINT = "#DDE2E9"
_FIRST_MONTH = 1


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years laid out over a width in millimetres."""

    first: int
    last: int
    width: float

    @classmethod
    def over(cls, days: Sequence[date], width: float) -> "Axis":
        """Return the axis that holds all these days; one year where there is none."""
        years = [day.year for day in days] or [1]
        return cls(min(years), max(years), width)

    @property
    def step(self) -> int:
        """How many years lie between two labels."""
        return 1 + (self.last - self.first) // _MOST_LABELS

    def at(self, day: date) -> float:
        """Return the place of a day."""
        begin = date(self.first, _FIRST_MONTH, 1).toordinal()
        end = date(self.last, 12, 31).toordinal() + 1
        return (day.toordinal() - begin) / (end - begin) * self.width

    def years(self) -> range:
        """Return the years that are labelled."""
        return range(self.first, self.last + 1, self.step)


def axis_picture(axis: Axis, title: str) -> Picture:
    """Return the years above the bars."""
    lines = [
        f'<text x="{axis.at(date(year, _FIRST_MONTH, 1)) + 0.8:.2f}" y="3"'
        f' font-size="3" font-weight="600" font-family="{SANS}" fill="{INK}">'
        f"{year}</text>"
        for year in axis.years()
    ]
    return drawn("axis", axis.width, 3.8, title, lines)


def bar_picture(
    axis: Axis,
    days: tuple[date, date] | None,
    status: ActionStatus,
    title: str,
    *,
    open_end: bool = False,
) -> Picture:
    """Return the bar of one action; without a date the years alone.

    Planned is empty, begun half filled, done filled, delayed dashed, dropped crossed
    out. With *open_end* nobody said until when: the bar ends in an arrow.
    """
    ticks = "".join(
        f"M{axis.at(date(year, _FIRST_MONTH, 1)):.2f} 0V{_HIGH:g}"
        for year in range(axis.first, axis.last + 1, axis.step)
    )
    lines = [
        (
            f'<path d="{ticks}M{axis.width:.2f} 0V{_HIGH:g}" stroke="{RULE}"'
            ' stroke-width="0.25"/>'
        )
    ]
    if days is not None:
        begin, end = axis.at(days[0]), axis.at(days[1])
        if open_end:
            end = axis.width - 2
        lines += _bar(begin, max(end, begin + _LEAST_MM), status)
        if open_end:
            lines.append(_arrow(max(end, begin + _LEAST_MM)))
    return drawn("timeline", axis.width, _HIGH, title, lines)


def _bar(begin: float, end: float, status: ActionStatus) -> list[str]:
    top, wide = (_HIGH - _BAR_MM) / 2, end - begin
    fill = INK if status is ActionStatus.DONE else WHITE
    dashes = ' stroke-dasharray="1 0.7"' if status is ActionStatus.DELAYED else ""
    lines = [
        (
            f'<rect x="{begin:.2f}" y="{top:.2f}" width="{wide:.2f}"'
            f' height="{_BAR_MM:g}" fill="{fill}" stroke="{INK}"'
            f' stroke-width="0.35"{dashes}/>'
        )
    ]
    middle = _HIGH / 2
    if status is ActionStatus.BEGUN:
        lines.append(
            f'<rect x="{begin:.2f}" y="{middle:.2f}" width="{wide:.2f}"'
            f' height="{_BAR_MM / 2:g}" fill="{INK}"/>'
        )
    if status is ActionStatus.DROPPED:
        lines.append(
            f'<path d="M{begin - 0.8:.2f} {middle:g}H{end + 0.8:.2f}"'
            f' stroke="{INK}" stroke-width="0.5"/>'
        )
    return lines


def _arrow(at: float) -> str:
    middle = _HIGH / 2
    return (
        f'<path d="M{at:.2f} {middle - 1.6:g}L{at + 1.8:.2f} {middle:g}L{at:.2f}'
        f' {middle + 1.6:g}z" fill="{INK}"/>'
    )


def sides_picture(
    lower: int, higher: int, most: int, title: str, width: float = 60
) -> Picture:
    """Return two counts as bars to the left and to the right of a line.

    Both have one colour: neither direction is better. *most* is the longest bar of all
    the pictures that stand together.
    """
    middle, half = width / 2, width / 2 - 7
    lines = [f'<path d="M{middle:.2f} 0V{_HIGH:g}" stroke="{BAR}" stroke-width="0.4"/>']
    for count, sign in ((lower, -1), (higher, 1)):
        long = half * count / max(most, 1)
        begin = middle - long if sign < 0 else middle
        if count:
            lines.append(
                f'<rect x="{begin:.2f}" y="1.5" width="{long:.2f}" height="4"'
                f' fill="{_FAINT}" stroke="{INK}" stroke-width="0.35"/>'
            )
        anchor = "end" if sign < 0 else "start"
        lines.append(
            f'<text x="{middle + sign * (long + 1.2):.2f}" y="4.7" font-size="3.2"'
            f' text-anchor="{anchor}" font-family="{SANS}" fill="{INK}">'
            f"{escape(str(count))}</text>"
        )
    return drawn("sides", width, _HIGH, title, lines)
