"""The picture of levels then and now: one line a group, on the scale of levels.

A ring stands where a group's level was, the group's own mark where it is now, and an
arrow leads from one to the other: form tells then from now, in grey print too.
"""

from collections.abc import Sequence

from spf_assess.analysis.trend import Trend
from spf_assess.model import Constituency
from spf_assess.report.charts import INK, WHITE, Picture, drawn, mark_shape, ticks
from spf_assess.report.strips import Scale

_LANE_MM, _MARK_MM, _EDGE_MM, _RING_MM = 3.3, 2.7, 3.0, 0.95


def movement_picture(
    rows: Sequence[tuple[Constituency, Trend | None]], title: str, width: float = 46
) -> Picture:
    """Return the levels of each group then and now, *width* millimetres wide.

    A group without a level then has its mark alone, one without a level now its ring
    alone, and one with neither an empty line.
    """
    height = _LANE_MM * len(rows)
    scale = Scale(_EDGE_MM, width - 2 * _EDGE_MM)
    lines = [ticks(scale, height)]
    for index, (bench, one) in enumerate(rows):
        if one is not None:
            lines += _lane(scale, bench, one, _LANE_MM * (index + 0.5))
    return drawn("movement", width, height, title, lines)


def _lane(scale: Scale, bench: Constituency, one: Trend, y: float) -> list[str]:
    lines = []
    if one.before is not None and one.steps != 0:
        begin = scale.at(one.before)
        if one.after is not None:
            lines.append(_arrow(begin, scale.at(one.after), y))
        lines.append(
            f'<circle cx="{begin:.2f}" cy="{y:.2f}" r="{_RING_MM}" fill="{WHITE}"'
            f' stroke="{INK}" stroke-width="0.35"/>'
        )
    if one.after is not None:
        lines.append(mark_shape(bench, scale.at(one.after), y, _MARK_MM))
    return lines


def _arrow(begin: float, end: float, y: float) -> str:
    side = 1 if end > begin else -1
    tip = end - side * _MARK_MM * 0.6
    return (
        f'<path d="M{begin:.2f} {y:.2f}H{tip:.2f}" stroke="{INK}" stroke-width="0.4"/>'
        f'<path d="M{tip - side * 1.3:.2f} {y - 0.8:.2f}L{tip:.2f} {y:.2f}'
        f'L{tip - side * 1.3:.2f} {y + 0.8:.2f}z" fill="{INK}"/>'
    )
