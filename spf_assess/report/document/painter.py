"""Draws the report's own SVG as PNG, which every word processor shows.

It knows what ``charts`` and its neighbours draw with, and nothing else: circles, boxes,
polygons, paths of straight lines, and words in the bundled fonts. Nothing is loaded.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from spf_assess.report.shapes import Point, lines_of
from spf_assess.resources import FONTS

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

DOTS_A_MM = 12.0  # about 300 dots an inch
_PALE_DOTS = 5.0  # behind the text nobody sees finer ones
_FINER = 2  # drawn larger, then made smaller: smooth edges
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_SIGN_MM = 3.6  # what stands in a line of text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as a word processor takes it: PNG, width and height in millimetres."""

    data: bytes
    width: float
    height: float


def painted(markup: str, *, clear: bool = False, wide: float = 0) -> Drawing:
    """Return an SVG of ours as PNG; *clear* has no ground, to stand behind text.

    It is *wide* millimetres wide, where that is given, else as wide as it says.

    Raises:
        ValueError: the picture holds something that this module does not draw.
    """
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
    from PIL import Image, ImageDraw

    root = fromstring(markup)
    _left, _top, across, down = (float(one) for one in root.get("viewBox").split())
    width = wide or _millimetres(root.get("width"), _SIGN_MM)
    height = width * down / across
    dots = _PALE_DOTS if clear else DOTS_A_MM
    size = round(width * dots), max(round(height * dots), 1)
    ground = (255, 255, 255, 0 if clear else 255)
    image = Image.new("RGBA", (size[0] * _FINER, size[1] * _FINER), ground)
    brush = _Brush(ImageDraw.Draw(image), image.width / across, image)
    for element in root:
        brush.draw(element)
    image = image.resize(size, Image.Resampling.LANCZOS)
    out = BytesIO()
    (image if clear else image.convert("RGB")).save(out, "PNG", optimize=True)
    return Drawing(out.getvalue(), width, height)


def _millimetres(told: str | None, otherwise: float) -> float:
    return float(told.removesuffix("mm")) if told else otherwise


@dataclass(frozen=True, slots=True)
class _Brush:
    """Draws one element after another; *scale* is dots a unit."""

    canvas: "ImageDraw"
    scale: float
    image: "Image"

    def draw(self, element: Element) -> None:
        """Draw one element.

        Raises:
            ValueError: it is none of those that the report draws with.
        """
        kind = element.tag.rpartition("}")[2]
        known: Mapping[str, Callable[[Element], None]] = {
            "title": lambda _element: None,
            "circle": self._circle,
            "rect": self._box,
            "polygon": self._polygon,
            "path": self._path,
            "text": self._text,
        }
        if kind not in known:
            raise ValueError(kind)
        known[kind](element)

    def _number(self, element: Element, name: str) -> float:
        return float(element.get(name, "0")) * self.scale

    def _circle(self, element: Element) -> None:
        x, y, r = (self._number(element, name) for name in ("cx", "cy", "r"))
        thick = round(self._number(element, "stroke-width"))
        self.canvas.ellipse(
            (
                x - r - thick / 2,
                y - r - thick / 2,
                x + r + thick / 2,
                y + r + thick / 2,
            ),
            fill=_paint(element, "fill", "#000000"),
            outline=_paint(element, "stroke", None),
            width=thick,
        )

    def _box(self, element: Element) -> None:
        x, y, wide, high = (
            self._number(element, name) for name in ("x", "y", "width", "height")
        )
        corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
        self._closed(element, corners)

    def _polygon(self, element: Element) -> None:
        pairs = (one.split(",") for one in element.get("points", "").split())
        self._closed(
            element, [(float(x) * self.scale, float(y) * self.scale) for x, y in pairs]
        )

    def _closed(self, element: Element, points: list[Point]) -> None:
        fill = _paint(element, "fill", "#000000")
        if fill is not None:
            self.canvas.polygon(points, fill=fill)
        self._stroke(element, [*points, points[0]])

    def _path(self, element: Element) -> None:
        fill = _paint(element, "fill", None)
        for line in lines_of(element.get("d", "")):
            points = [(x * self.scale, y * self.scale) for x, y in line]
            if fill is not None:
                self.canvas.polygon(points, fill=fill)
            self._stroke(element, points)

    def _stroke(self, element: Element, points: list[Point]) -> None:
        paint = _paint(element, "stroke", None)
        if paint is None:
            return
        thick = max(round(self._number(element, "stroke-width")), 1)
        dashes = [
            float(one) * self.scale
            for one in element.get("stroke-dasharray", "").split()
        ]
        for one, other in pairwise(points):
            for begin, end in _dashed(one, other, dashes):
                self.canvas.line([begin, end], fill=paint, width=thick)
        if not dashes:
            self.canvas.line(points, fill=paint, width=thick, joint="curve")

    def _text(self, element: Element) -> None:
        from PIL import Image, ImageDraw, ImageFont

        heavy = element.get("font-weight", "400") != "400"
        name = "SourceSans3-Semibold.ttf" if heavy else "SourceSans3-Regular.ttf"
        font = ImageFont.truetype(FONTS / name, self._number(element, "font-size"))
        place = self._number(element, "x"), self._number(element, "y")
        anchor = _ANCHORS[element.get("text-anchor", "start")]
        paint = _paint(element, "fill", "#000000")
        turned = re.match(r"rotate\((-?[\d.]+)", element.get("transform", ""))
        if not turned:
            told = element.text or ""
            self.canvas.text(place, told, fill=paint, font=font, anchor=anchor)
            return
        layer = Image.new("RGBA", self.image.size, (255, 255, 255, 0))
        ImageDraw.Draw(layer).text(
            place, element.text or "", fill=paint, font=font, anchor=anchor
        )
        self.image.alpha_composite(
            layer.rotate(-float(turned[1]), Image.Resampling.BICUBIC)
        )


def _paint(element: Element, name: str, otherwise: str | None) -> str | None:
    told = element.get(name, otherwise)
    return None if told == "none" else told


def _dashed(
    begin: Point, end: Point, dashes: list[float]
) -> Iterator[tuple[Point, Point]]:
    """Yield the drawn pieces of a line."""
    long = ((end[0] - begin[0]) ** 2 + (end[1] - begin[1]) ** 2) ** 0.5
    if not dashes or not long:
        return
    at, drawn, number = 0.0, True, 0
    while at < long:
        until = min(at + dashes[number % len(dashes)], long)
        if drawn:
            yield _between(begin, end, at / long), _between(begin, end, until / long)
        at, drawn, number = until, not drawn, number + 1


def _between(begin: Point, end: Point, share: float) -> Point:
    return (
        begin[0] + (end[0] - begin[0]) * share,
        begin[1] + (end[1] - begin[1]) * share,
    )
