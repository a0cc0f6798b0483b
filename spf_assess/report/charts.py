"""The report's pictures as inline SVG, each with a title that tells its numbers.

Positions are computed beforehand and labels are few, for a renderer lays out every
letter of an SVG by itself. Ink and shape carry the meaning, colour only repeats it:
in grey print the outline, the form and the word remain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from spf_assess.model import Comparison, Constituency, Grade, Outcome
from spf_assess.report.strips import VERDICT, PlacedMark, Scale, place
from spf_assess.resources import SANS

SVG = "http://www.w3.org/2000/svg"
INK, RULE, BAR, WHITE = "#1B2430", "#CBD2DA", "#6B7785", "#FFFFFF"
FAINT = "#E7EBEF"
FILLS = {
    Constituency.GOVERNMENT: "#004488",
    Constituency.EMPLOYERS: "#DDAA33",
    Constituency.WORKERS: "#BB5566",
    Constituency.OBSERVERS: WHITE,
}
OUTCOME_FILLS = {
    Outcome.CONVERGENCE: ("#14605B", WHITE),
    Outcome.NEAR_CONVERGENCE: ("#8FBDB8", INK),
    Outcome.DIVERGENCE: ("#DDE2E9", INK),
    Outcome.STRONG_DIVERGENCE: (WHITE, INK),
    Outcome.NO_COMPARISON: (WHITE, INK),
}
GRADE_FILLS: Mapping[Grade | None, tuple[str, str]] = {
    Grade.A: ("#1F3A5F", WHITE),
    Grade.B: ("#7C93AF", INK),
    Grade.C: ("#C9D3DF", INK),
    Grade.D: ("#EEF1F4", INK),
    None: (WHITE, INK),
}
_MARK_IN_PITCH, _TRIANGLE, _SQUARE = 0.88, 1.12, 0.92
_WORD_MM, _DIGIT_MM, _ROOM_MM = 1.75, 2.0, 4.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that this module made; the only markup a template prints as it is.

    Attributes:
        kind: its class in the style sheet.
        title: its numbers in words.
        markup: the SVG; the title stands in it too.
    """

    kind: str
    title: str
    markup: str


def mark_shape(constituency: Constituency, x: float, y: float, size: float) -> str:
    """Return the shape of a bench centred on a point: circle, square or triangle.

    The triangle is drawn larger, so that the three carry equal visual weight.
    """
    half = size / 2
    paint = (
        f'fill="{FILLS[constituency]}" stroke="{INK}" stroke-width="{size / 12:.2f}"'
    )
    if constituency is Constituency.GOVERNMENT:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{half:.2f}" {paint}/>'
    if constituency is Constituency.EMPLOYERS:
        side = size * _SQUARE
        return (
            f'<rect x="{x - side / 2:.2f}" y="{y - side / 2:.2f}"'
            f' width="{side:.2f}" height="{side:.2f}" {paint}/>'
        )
    wide = half * _TRIANGLE
    if constituency is Constituency.OBSERVERS:
        points = (
            f"{x:.2f},{y - wide:.2f} {x + wide:.2f},{y:.2f}"
            f" {x:.2f},{y + wide:.2f} {x - wide:.2f},{y:.2f}"
        )
    else:
        points = (
            f"{x:.2f},{y - wide:.2f} {x + wide:.2f},{y + wide * 0.86:.2f}"
            f" {x - wide:.2f},{y + wide * 0.86:.2f}"
        )
    return f'<polygon points="{points}" {paint} stroke-linejoin="round"/>'


def mark(constituency: Constituency, title: str) -> Picture:
    """Return a bench's mark to stand in a line of text."""
    return sign(title, mark_shape(constituency, 6, 6, 10))


def swatch(outcome: Outcome, title: str) -> Picture:
    """Return the key of one outcome."""
    return sign(title, _filled(outcome, 1, 1, 10, 10, 1))


def sign(title: str, shape: str) -> Picture:
    """Return a *shape*, 12 units wide and high, to stand in a line of text."""
    return Picture(
        "mark",
        title,
        f'<svg xmlns="{SVG}" class="mark" viewBox="0 0 12 12" role="img">'
        f"<title>{escape(title)}</title>{shape}</svg>",
    )


def strip(
    comparison: Comparison,
    order: Sequence[Constituency],
    title: str,
    *,
    width: float = 36,
    height: float = 8.2,
) -> Picture:
    """Return the strip of one comparison, *width* by *height* millimetres."""
    scale = Scale.across(width)
    middle, size = height / 2, scale.pitch * _MARK_IN_PITCH
    placed = place(comparison, order, scale)
    lines = [ticks(scale, height)]
    if placed.bar is not None:
        low, high = placed.bar
        lines.append(_line(f"M{low:.2f} {middle:.2f}H{high:.2f}"))
    lines += [mark_shape(m.constituency, m.place, middle, size) for m in placed.marks]
    return drawn("strip", width, height, title, lines)


def ornament(
    rows: Sequence[Comparison],
    order: Sequence[Constituency],
    title: str,
    *,
    height: float = 42,
    labels: Sequence[str] = (),
) -> Picture:
    """Return the cover's profile: one column a section, level 1 at the bottom.

    With *labels* the columns are named below, and the levels at the left.
    """
    width, edge, foot = 170.0, 2.0, 4.0 if labels else 0.0
    left = edge + (3.0 if labels else 0.0)
    step = (width - left - edge) / max(len(rows), 1)
    levels = Scale(height - foot - 2, 4 + foot - height)
    grid = "".join(f"M{left - edge:g} {y:.2f}H{width:.0f}" for y in levels.ticks)
    lines = [f'<path d="{grid}" stroke="{RULE}" stroke-width="0.25"/>']
    placed = [place(comparison, order, levels) for comparison in rows]
    centres = [left + step * (index + 0.5) for index in range(len(rows))]
    bars = "".join(
        f"M{centre:.2f} {found.bar[0]:.2f}V{found.bar[1]:.2f}"
        for centre, found in zip(centres, placed, strict=True)
        if found.bar is not None
    )
    if bars:
        lines.append(_line(bars))
    for centre, found in zip(centres, placed, strict=True):
        lines += _column(found.marks, centre, min(2.4, step / 3))
    if labels:
        ends = enumerate(levels.ticks, start=1)
        lines += [_small(str(level), 1, y + 1) for level, y in ends]
        pairs = zip(labels, centres, strict=True)
        lines += [_small(label, centre, height - 0.6) for label, centre in pairs]
    return drawn("ornament", width, height, title, lines)


def _small(label: str, x: float, y: float) -> str:
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="2.8" text-anchor="middle"'
        f' font-family="{SANS}" fill="{INK}">{escape(label)}</text>'
    )


def _column(marks: Sequence[PlacedMark], centre: float, pitch: float) -> list[str]:
    by_height: dict[float, list[Constituency]] = {}
    for one in marks:
        by_height.setdefault(one.place, []).append(one.constituency)
    return [
        mark_shape(
            bench,
            centre + (index - (len(benches) - 1) / 2) * pitch,
            y,
            pitch * _MARK_IN_PITCH,
        )
        for y, benches in by_height.items()
        for index, bench in enumerate(benches)
    ]


def outcome_bar(
    counts: Mapping[Outcome, int],
    names: Mapping[Outcome, str],
    title: str,
    *,
    width: float = 140,
) -> Picture:
    """Return sections by outcome as one bar.

    Each segment carries its number and, where it fits, its word.
    """
    total = sum(counts.values()) or 1
    lines, x = [], 0.15
    for outcome in Outcome:
        count = counts.get(outcome, 0)
        if not count:
            continue
        long = count / total * (width - 0.3)
        ink = OUTCOME_FILLS[outcome][1]
        label = f"{count} {names[outcome]}"
        if len(label) * _WORD_MM + _ROOM_MM > long:
            label = str(count)
        lines.append(_filled(outcome, x, 0.15, long, 7.2, 0.2))
        lines.append(_label(label, x + long / 2, outcome, ink))
        x += long
    return drawn("outcomes", width, 7.5, title, lines)


def _label(label: str, x: float, outcome: Outcome, ink: str) -> str:
    ground = ""
    if outcome is Outcome.STRONG_DIVERGENCE:
        wide = len(label) * _DIGIT_MM + 0.6
        ground = (
            f'<rect x="{x - wide / 2:.2f}" y="0.3" width="{wide:.2f}" height="6.9"'
            f' fill="{WHITE}"/>'
        )
    return (
        f'{ground}<text x="{x:.2f}" y="5" font-size="3.5" font-weight="600"'
        f' text-anchor="middle" font-family="{SANS}" fill="{ink}">{escape(label)}'
        "</text>"
    )


def _filled(
    outcome: Outcome, x: float, y: float, wide: float, high: float, stroke: float
) -> str:
    """Return a box filled as the outcome is; strong divergence is striped."""
    fill = OUTCOME_FILLS[outcome][0]
    box = (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}"'
        f' fill="{fill}" stroke="{INK}" stroke-width="{stroke:g}"/>'
    )
    if outcome is not Outcome.STRONG_DIVERGENCE:
        return box
    gap = high / 6
    stripes = "".join(
        f"M{x + gap * (index + 0.5):.2f} {y:.2f}v{high:.2f}"
        for index in range(int(wide / gap))
    )
    return f'{box}<path d="{stripes}" stroke="{INK}" stroke-width="{gap / 2.5:.2f}"/>'


def grade_bar(
    counts: Mapping[Grade | None, int], title: str, *, width: float = 96
) -> Picture:
    """Return positions by the grade of their best source as one bar.

    From grade A, dark, to no source, empty with a dashed edge; each part has its letter
    and number where they fit.
    """
    total = sum(counts.values())
    lines, x = [], 0.15
    for grade in (*Grade, None):
        count = counts.get(grade, 0)
        if not count:
            continue
        long = count / total * (width - 0.3)
        lines.append(_graded(grade, x, 0.15, long, 6.2))
        label = f"{grade.value if grade else '–'} {count}"
        if len(label) * _DIGIT_MM + 1 > long:
            label = str(count)
        if len(label) * _DIGIT_MM <= long:
            ink = GRADE_FILLS[grade][1]
            lines.append(
                f'<text x="{x + long / 2:.2f}" y="4.4" font-size="3.2"'
                f' font-weight="600" text-anchor="middle" font-family="{SANS}"'
                f' fill="{ink}">{label}</text>'
            )
        x += long
    return drawn("grades", width, 6.5, title, lines)


def grade_swatch(grade: Grade | None, title: str) -> Picture:
    """Return the sign of a grade in a key."""
    return sign(title, _graded(grade, 1, 1, 10, 10, 1))


def _graded(
    grade: Grade | None,
    x: float,
    y: float,
    wide: float,
    high: float,
    stroke: float = 0.2,
) -> str:
    dashes = f' stroke-dasharray="{3.5 * stroke:g} {2.5 * stroke:g}"'
    dashes = dashes if grade is None else ""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}"'
        f' fill="{GRADE_FILLS[grade][0]}" stroke="{INK}"'
        f' stroke-width="{stroke:g}"{dashes}/>'
    )


def ticks(scale: Scale, height: float) -> str:
    """Return the four levels of a strip, and the dashed line of the verdict."""
    levels = "".join(f"M{x:.2f} 0V{height:g}" for x in scale.ticks)
    return (
        f'<path d="{levels}" stroke="{RULE}" stroke-width="0.25"/>'
        f'<path d="M{scale.at(VERDICT):.2f} 0V{height:g}" stroke="{BAR}"'
        ' stroke-width="0.25" stroke-dasharray="0.8 0.6"/>'
    )


def _line(path: str) -> str:
    return f'<path d="{path}" stroke="{BAR}" stroke-width="0.9" fill="none"/>'


def watermark(names: Sequence[str]) -> Picture:
    """Return the words that stand slantwise behind every page of a draft.

    They are so light that what is printed over them stays as readable as on white.
    """
    wide, high = 150.0, 150.0
    title = " / ".join(names)
    size = min(46.0, wide * 1.75 / max(len(title), 1))
    turned = f'transform="rotate(-45 {wide / 2:g} {high / 2:g})"'
    words = (
        f'<text x="{wide / 2:g}" y="{high / 2 + size / 3:.2f}" font-size="{size:.2f}"'
        f' font-weight="600" text-anchor="middle" font-family="{SANS}"'
        f' fill="{FAINT}" {turned}>{escape(title)}</text>'
    )
    return drawn("draft", wide, high, title, [words])


def drawn(
    kind: str, width: float, height: float, title: str, lines: Sequence[str]
) -> Picture:
    """Return a picture of *width* by *height* millimetres; *lines* are its markup.

    Whatever datum stands in them is escaped or a number already.
    """
    return Picture(
        kind,
        title,
        f'<svg xmlns="{SVG}" class="{kind}" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}mm" height="{height:g}mm" role="img">'
        f"<title>{escape(title)}</title>"
        f"{''.join(lines)}</svg>",
    )
