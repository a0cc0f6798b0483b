"""What a picture of the report is made of: boxes, circles, lines, words, each in place.

The pictures are SVG of our own making. Whoever paints them elsewhere, in a window or as
PNG, reads their shapes here, so that every picture has one geometry. It knows what
``charts`` and its neighbours draw with, and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_TOKENS = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_BOLD = "600"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours as ``#RRGGBB``, None where nothing is painted; lengths in units.

    Attributes:
        dashes: lengths of line and gap, in turns; empty for a whole line.
    """

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle about its centre."""

    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Lines:
    """Straight lines from point to point; *closed* ones lead back to the first."""

    points: tuple[Point, ...]
    closed: bool
    paint: Paint


@dataclass(frozen=True, slots=True)
class Written:
    """Words, their baseline at *y*.

    Attributes:
        anchor: which end of the words is at *x*: ``start``, ``middle`` or ``end``.
        size: of the font, in units.
        fill: the colour of the words.
    """

    x: float
    y: float
    text: str
    size: float
    anchor: str
    bold: bool
    fill: str


Shape = Circle | Lines | Written


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture's size in its own units, and its shapes from the lowest upwards."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def figure_of(markup: str) -> Figure:
    """Return what a picture of ours is made of.

    Raises:
        ValueError: it holds something that no picture of ours is drawn with.
    """
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    root = fromstring(markup)
    _left, _top, width, height = (float(one) for one in root.get("viewBox").split())
    shapes = tuple(
        shape
        for element in root
        if not element.tag.endswith("}title")
        for shape in _shapes(element)
    )
    return Figure(width, height, shapes)


def _shapes(element: Element) -> Iterator[Shape]:
    kind = element.tag.rpartition("}")[2]
    paint = _paint(element, "#000000" if kind != "path" else None)
    if kind == "circle":
        x, y, radius = (_number(element, name) for name in ("cx", "cy", "r"))
        yield Circle(x, y, radius, paint)
    elif kind == "rect":
        yield Lines(_corners(element), closed=True, paint=paint)
    elif kind == "polygon":
        pairs = (one.split(",") for one in element.get("points", "").split())
        points = tuple((float(x), float(y)) for x, y in pairs)
        yield Lines(points, closed=True, paint=paint)
    elif kind == "path":
        for line in lines_of(element.get("d", "")):
            closed = len(line) > 1 and line[0] == line[-1]
            yield Lines(tuple(line), closed=closed, paint=paint)
    elif kind == "text":
        yield _written(element)
    else:
        raise ValueError(kind)


def _written(element: Element) -> Written:
    if element.get("transform"):
        raise ValueError("text that is turned")
    return Written(
        x=_number(element, "x"),
        y=_number(element, "y"),
        text=element.text or "",
        size=_number(element, "font-size"),
        anchor=element.get("text-anchor", "start"),
        bold=element.get("font-weight") == _BOLD,
        fill=element.get("fill", "#000000"),
    )


def _corners(element: Element) -> tuple[Point, ...]:
    x, y, wide, high = (
        _number(element, name) for name in ("x", "y", "width", "height")
    )
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)


def _number(element: Element, name: str) -> float:
    return float(element.get(name, "0"))


def _paint(element: Element, otherwise: str | None) -> Paint:
    return Paint(
        fill=_colour(element.get("fill", otherwise)),
        stroke=_colour(element.get("stroke")),
        width=float(element.get("stroke-width", "1")),
        dashes=tuple(map(float, element.get("stroke-dasharray", "").split())),
    )


def _colour(told: str | None) -> str | None:
    return None if told == "none" else told


def lines_of(path: str) -> Iterator[list[Point]]:
    """Yield the lines of a path that goes straight ahead: M, L, H, V, Z."""
    tokens = _TOKENS.findall(path)
    line: list[Point] = []
    sign, at, x, y = "", 0, 0.0, 0.0
    while at < len(tokens):
        if tokens[at].isalpha():
            sign, at = tokens[at], at + 1
        if sign in "Mm" and line:
            yield line
            line = []
        if sign in "Zz":
            line.append(line[0])
            continue
        taken = 2 if sign in "MmLl" else 1
        x, y = _moved(sign, [float(one) for one in tokens[at : at + taken]], (x, y))
        line.append((x, y))
        at += taken
    if line:
        yield line


def _moved(sign: str, numbers: list[float], here: Point) -> Point:
    """Return where a step of a path ends."""
    x, y = here if sign.islower() else (0.0, 0.0)
    if sign in "MmLl":
        return x + numbers[0], y + numbers[1]
    if sign in "Hh":
        return x + numbers[0], here[1]
    if sign in "Vv":
        return here[0], y + numbers[0]
    raise ValueError(sign)
