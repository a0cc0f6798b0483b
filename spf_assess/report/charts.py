"""The report's pictures as inline SVG, each with a title that tells its numbers.

Positions are computed beforehand and labels are few, for a renderer lays out every
letter of an SVG by itself. Ink and shape carry the meaning, colour only repeats it.
"""

from collections.abc import Mapping, Sequence
from html import escape

from spf_assess.model import Comparison, Constituency, Outcome
from spf_assess.report.strips import VERDICT, PlacedMark, Scale, place

INK, RULE, BAR, CONTROL = "#1B2430", "#CBD2DA", "#6B7785", "#6B7785"
FILLS = {
    Constituency.GOVERNMENT: "#004488",
    Constituency.EMPLOYERS: "#DDAA33",
    Constituency.WORKERS: "#BB5566",
    Constituency.OBSERVERS: "#FFFFFF",
}
OUTCOME_FILLS = {
    Outcome.CONVERGENCE: ("#14605B", "#FFFFFF"),
    Outcome.NEAR_CONVERGENCE: ("#8FBDB8", INK),
    Outcome.DIVERGENCE: ("#D9DEE6", INK),
    Outcome.STRONG_DIVERGENCE: ("#5F6B7A", "#FFFFFF"),
    Outcome.NO_COMPARISON: ("#FFFFFF", INK),
}


def mark_shape(constituency: Constituency, x: float, y: float, size: float) -> str:
    """Return the shape of a bench centred on a point: circle, square or triangle."""
    half = size / 2
    paint = (
        f'fill="{FILLS[constituency]}" stroke="{INK}" stroke-width="{size / 12:.2f}"'
    )
    if constituency is Constituency.GOVERNMENT:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{half:.2f}" {paint}/>'
    if constituency is Constituency.EMPLOYERS:
        side = size * 0.92
        return (
            f'<rect x="{x - side / 2:.2f}" y="{y - side / 2:.2f}"'
            f' width="{side:.2f}" height="{side:.2f}" {paint}/>'
        )
    wide = half * 1.12
    points = (
        f"{x:.2f},{y - wide:.2f} {x + wide:.2f},{y + wide * 0.86:.2f}"
        f" {x - wide:.2f},{y + wide * 0.86:.2f}"
    )
    return f'<polygon points="{points}" {paint} stroke-linejoin="round"/>'


def mark(constituency: Constituency, title: str) -> str:
    """Return a bench's mark to stand in a line of text."""
    return (
        '<svg class="mark" viewBox="0 0 12 12" role="img">'
        f"<title>{escape(title)}</title>"
        f"{mark_shape(constituency, 6, 6, 10)}</svg>"
    )


def strip(
    comparison: Comparison,
    order: Sequence[Constituency],
    title: str,
    *,
    width: float = 36,
    height: float = 8.2,
) -> str:
    """Return the strip of one comparison, *width* by *height* millimetres."""
    scale = Scale(5, width - 10)
    middle = height / 2
    placed = place(comparison, order, scale, 3.1)
    lines = [_ticks(scale, 0, height)]
    if placed.bar is not None:
        lines.append(_bar(placed.bar, middle))
    lines += [mark_shape(m.constituency, m.place, middle, 2.9) for m in placed.marks]
    return _svg("strip", width, height, title, lines)


def ornament(
    rows: Sequence[Comparison], order: Sequence[Constituency], title: str
) -> str:
    """Return the cover's profile: one column a section, level 1 at the bottom."""
    width, height, edge = 170.0, 40.0, 4.0
    step = (width - 2 * edge) / max(len(rows), 1)
    levels = Scale(height - 2, -(height - 4))
    lines = [
        f'<path d="M0 {y:.2f}H{width:.0f}" stroke="{RULE}" stroke-width="0.25"/>'
        for y in levels.ticks
    ]
    for index, comparison in enumerate(rows):
        centre = edge + step * (index + 0.5)
        found = place(comparison, order, levels, 0)
        if found.bar is not None:
            low, high = found.bar
            lines.append(
                f'<path d="M{centre:.2f} {low:.2f}V{high:.2f}" stroke="{BAR}"'
                ' stroke-width="0.8"/>'
            )
        lines += _columns(found.marks, centre)
    return _svg("ornament", width, height, title, lines)


def _columns(marks: Sequence[PlacedMark], centre: float) -> list[str]:
    by_height: dict[float, list[Constituency]] = {}
    for one in marks:
        by_height.setdefault(one.place, []).append(one.constituency)
    return [
        mark_shape(bench, centre + (index - (len(benches) - 1) / 2) * 2.2, y, 2.1)
        for y, benches in by_height.items()
        for index, bench in enumerate(benches)
    ]


def outcome_bar(
    counts: Mapping[Outcome, int], title: str, *, width: float = 132
) -> str:
    """Return sections by outcome as one bar; each segment carries its number."""
    total = sum(counts.values()) or 1
    lines, x = [], 0.15
    for outcome in Outcome:
        count = counts.get(outcome, 0)
        if not count:
            continue
        long = count / total * (width - 0.3)
        fill, ink = OUTCOME_FILLS[outcome]
        lines.append(
            f'<rect x="{x:.2f}" y="0.15" width="{long:.2f}" height="6.7"'
            f' fill="{fill}" stroke="{INK}" stroke-width="0.2"/>'
            f'<text x="{x + long / 2 - 0.95 * len(str(count)):.2f}" y="4.75"'
            f' font-size="3.5" font-weight="600" font-family="Source Sans 3"'
            f' fill="{ink}">{count}</text>'
        )
        x += long
    return _svg("outcomes", width, 7, title, lines)


def swatch(outcome: Outcome, title: str) -> str:
    """Return the key of one outcome."""
    fill, _ink = OUTCOME_FILLS[outcome]
    shape = f'<rect x="1" y="1" width="10" height="10" fill="{fill}" stroke="{INK}"/>'
    return (
        f'<svg class="mark" viewBox="0 0 12 12" role="img">'
        f"<title>{escape(title)}</title>{shape}</svg>"
    )


def _ticks(scale: Scale, top: float, bottom: float) -> str:
    ticks = "".join(f"M{x:.2f} {top}V{bottom}" for x in scale.ticks)
    dashed = scale.at(VERDICT)
    return (
        f'<path d="{ticks}" stroke="{RULE}" stroke-width="0.25"/>'
        f'<path d="M{dashed:.2f} {top}V{bottom}" stroke="{INK}" stroke-width="0.25"'
        ' stroke-dasharray="0.7 0.7"/>'
    )


def _bar(bar: tuple[float, float], middle: float) -> str:
    low, high = bar
    return (
        f'<path d="M{low:.2f} {middle:.2f}H{high:.2f}" stroke="{BAR}"'
        ' stroke-width="0.9"/>'
    )


def _svg(
    kind: str, width: float, height: float, title: str, lines: Sequence[str]
) -> str:
    return (
        f'<svg class="{kind}" viewBox="0 0 {width:g} {height:g}" width="{width:g}mm"'
        f' height="{height:g}mm" role="img"><title>{escape(title)}</title>'
        f"{''.join(lines)}</svg>"
    )
