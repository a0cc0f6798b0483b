"""The elements of a document: runs, paragraphs, fields, links, pictures, tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from spf_assess.report.document.inline import Face

TWIPS_A_MM = 1440 / 25.4
EMUS_A_MM = 36_000
LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
PAGE_NUMBER = "PAGE"


def element(tag: str, attributes: Mapping[str, str] | None = None, *held: Any) -> Any:
    """Return an element such as ``w:p`` with its attributes and what it holds."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name) if ":" in name else name, value)
    for one in held:
        made.append(one)
    return made


def valued(tag: str, value: object) -> Any:
    """Return an element that holds nothing but a value, such as a style's name."""
    return element(tag, {"w:val": str(value)})


def twips(millimetres: float) -> str:
    """Return a length as the format counts it, in twentieths of a point."""
    return str(round(millimetres * TWIPS_A_MM))


def run(text: str, face: Face, styles: Mapping[str, str]) -> Any:
    """Return words in their face; *styles* are the styles' own names by name."""
    made = element("w:r", None, _face(face, styles))
    for index, line in enumerate(text.split("\n")):
        if index:
            made.append(element("w:br"))
        for place, word in enumerate(line.split("\t")):
            if place:
                made.append(element("w:tab"))
            if word:
                told = element("w:t", {"xml:space": "preserve"})
                told.text = word
                made.append(told)
    return made


def _face(face: Face, styles: Mapping[str, str]) -> Any:
    made = element("w:rPr")
    if face.style:
        made.append(valued("w:rStyle", styles[face.style]))
    if face.bold:
        made.append(element("w:b"))
    made.append(valued("w:lang", LANGUAGES.get(face.language, face.language)))
    return made


def field(
    code: str, face: Face, styles: Mapping[str, str], told: str = ""
) -> list[Any]:
    """Return the runs of a field; *told* is what it shows until it is counted."""
    begin, said = field_begin(code, face, styles)
    return [begin, said, *field_end(face, styles, told)]


def field_begin(code: str, face: Face, styles: Mapping[str, str]) -> list[Any]:
    """Return the runs with which a field begins."""
    begin, said = (element("w:r", None, _face(face, styles)) for _ in range(2))
    begin.append(element("w:fldChar", {"w:fldCharType": "begin"}))
    instruction = element("w:instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    said.append(instruction)
    return [begin, said]


def field_end(face: Face, styles: Mapping[str, str], told: str = "") -> list[Any]:
    """Return the runs that hold what a field shows, and its end."""
    middle = separator(face, styles)
    end = element("w:r", None, _face(face, styles))
    end.append(element("w:fldChar", {"w:fldCharType": "end"}))
    return [middle, run(told, face, styles), end]


def separator(face: Face, styles: Mapping[str, str]) -> Any:
    """Return the run behind which stands what a field shows."""
    made = element("w:r", None, _face(face, styles))
    made.append(element("w:fldChar", {"w:fldCharType": "separate"}))
    return made


def closing(face: Face, styles: Mapping[str, str]) -> Any:
    """Return the run that ends a field."""
    made = element("w:r", None, _face(face, styles))
    made.append(element("w:fldChar", {"w:fldCharType": "end"}))
    return made


def bookmark(number: int, name: str) -> list[Any]:
    """Return the two ends of a place that links lead to."""
    return [
        element("w:bookmarkStart", {"w:id": str(number), "w:name": name}),
        element("w:bookmarkEnd", {"w:id": str(number)}),
    ]


def link(name: str, runs: Iterable[Any]) -> Any:
    """Return runs that lead to a place of the same document."""
    return element("w:hyperlink", {"w:anchor": name, "w:history": "1"}, *runs)


def paragraph(style: str, *held: Any) -> Any:
    """Return a paragraph of a style; its properties come first."""
    return element(
        "w:p", None, element("w:pPr", None, valued("w:pStyle", style)), *held
    )


def cell(width: float, across: int = 1, joined: str = "") -> Any:
    """Return a cell; *joined* is ``restart`` or ``continue`` where rows are one."""
    made = element("w:tcPr", None, element("w:tcW", _width(width)))
    if across > 1:
        made.append(valued("w:gridSpan", across))
    if joined:
        made.append(valued("w:vMerge", joined))
    return element("w:tc", None, made)


def row(*, head: bool, high: float = 0) -> Any:
    """Return a row that does not break over pages; a *head* is repeated on each.

    It is *high* millimetres at least, where that is told.
    """
    made = element("w:trPr", None, element("w:cantSplit"))
    if high:
        made.append(element("w:trHeight", {"w:val": twips(high), "w:hRule": "atLeast"}))
    if head:
        made.append(element("w:tblHeader"))
    return element("w:tr", None, made)


def table(style: str, widths: Iterable[float], *, head: bool) -> Any:
    """Return a table without rows, its columns as wide as told."""
    grid = element("w:tblGrid")
    whole = 0.0
    for one in widths:
        grid.append(element("w:gridCol", {"w:w": twips(one)}))
        whole += one
    look = {"w:firstRow": "1" if head else "0", "w:noHBand": "1", "w:noVBand": "1"}
    told = element(
        "w:tblPr",
        None,
        valued("w:tblStyle", style),
        element("w:tblW", _width(whole)),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", look),
    )
    return element("w:tbl", None, told, grid)


def boxed(table: Any) -> None:
    """Draw lines around every cell of a table, for sheets to write on."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "6B7785"}
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("w:tblBorders", None, *(element(f"w:{e}", line) for e in edges))
    table.find(named("w:tblPr")).insert(2, borders)  # behind style and width
    margins = element(
        "w:tblCellMar",
        None,
        *(
            element(f"w:{edge}", {"w:w": twips(1.5), "w:type": "dxa"})
            for edge in ("left", "right")
        ),
    )
    table.find(named("w:tblPr")).insert(4, margins)


def _width(millimetres: float) -> dict[str, str]:
    return {"w:w": twips(millimetres), "w:type": "dxa"}


def named(tag: str) -> str:
    """Return a tag as the parser tells it."""
    from docx.oxml.ns import qn

    return str(qn(tag))


def inline_picture(name: str, size: tuple[float, float], alt: str, number: int) -> Any:
    """Return a picture that stands in a line; *alt* is heard in its place."""
    extent = _extent("wp:extent", size)
    told = {"id": str(number), "name": f"Picture {number}", "descr": alt}
    edges = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    made = element("wp:inline", edges, extent, element("wp:docPr", told))
    made.append(element("wp:cNvGraphicFramePr"))
    made.append(_graphic(name, size, number))
    return element("w:r", None, element("w:drawing", None, made))


def anchored(name: str, size: tuple[float, float], number: int) -> Any:
    """Return a picture in the middle of the page, behind the text, as decoration."""
    from docx.oxml import parse_xml

    namespaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    sides = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:align>center</wp:align>'
        f"</wp:position{axis}>"
        for axis in "HV"
    )
    made = parse_xml(
        f'<wp:anchor {namespaces} distT="0" distB="0" distL="0" distR="0"'
        ' simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1"'
        f' allowOverlap="1"><wp:simplePos x="0" y="0"/>{sides}</wp:anchor>'
    )
    made.append(_extent("wp:extent", size))
    made.append(element("wp:wrapNone"))
    told = {"id": str(number), "name": f"Picture {number}", "descr": ""}
    made.append(element("wp:docPr", told))
    made.append(element("wp:cNvGraphicFramePr"))
    made.append(_graphic(name, size, number))
    return element("w:drawing", None, made)


def _extent(tag: str, size: tuple[float, float]) -> Any:
    wide, high = (str(round(one * EMUS_A_MM)) for one in size)
    return element(tag, {"cx": wide, "cy": high})


def _graphic(name: str, size: tuple[float, float], number: int) -> Any:
    told = {"id": str(number), "name": f"picture{number}.png"}
    head = element(
        "pic:nvPicPr", None, element("pic:cNvPr", told), element("pic:cNvPicPr")
    )
    stretch = element("a:stretch", None, element("a:fillRect"))
    fill = element("pic:blipFill", None, element("a:blip", {"r:embed": name}), stretch)
    place = element("a:off", {"x": "0", "y": "0"})
    frame = element("a:xfrm", None, place, _extent("a:ext", size))
    form = element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))
    shape = element("pic:spPr", None, frame, form)
    picture = element("pic:pic", None, head, fill, shape)
    kind = {"uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"}
    return element("a:graphic", None, element("a:graphicData", kind, picture))
