"""The styles of a document: few, named, and what a person changes to change it all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spf_assess.report.document import ink

SANS, SERIF = "Calibri", "Cambria"  # what people have; others are put in their place
INK, GREY, RULE, ALARM = "1B2430", "4A5564", "CBD2DA", "9A4B00"
REPORT_TABLE, LAYOUT_TABLE = "Report Table", "Report Layout"
_GUTTER = 3.0  # millimetres between what stands side by side
_OUTLINE = 9  # text that is no heading


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph of one style looks; lengths in points.

    Attributes:
        base: the style that it follows in all else.
        level: of the outline, 0 the highest.
        left: a line at its left, of this colour.
        next: whether it stays with what follows.
    """

    size: float = 10
    base: str = "Normal"
    bold: bool = False
    serif: bool = False
    colour: str = INK
    before: float = 0
    after: float = 4
    level: int = _OUTLINE
    left: str = ""
    next: bool = False
    right: bool = False


LOOKS: Mapping[str, Look] = {
    "Normal": Look(base=""),
    "Body Text": Look(),
    "Title": Look(26, bold=True, before=4, after=6),
    "Subtitle": Look(13, colour=GREY, before=6),
    "Heading 1": Look(19, bold=True, before=5, after=8, level=0, next=True),
    "Heading 2": Look(14, bold=True, before=10, after=6, level=1, next=True),
    "Heading 3": Look(12, bold=True, before=10, level=2, next=True),
    "Heading 4": Look(10.5, bold=True, before=8, after=3, level=3, next=True),
    "Eyebrow": Look(9, bold=True, colour=GREY, after=1, next=True),
    "Part": Look(9, bold=True, colour=GREY, after=1, level=0, next=True),
    "Lead": Look(11.5, after=6),
    "Small": Look(9, colour=GREY, after=3),
    "Aside": Look(9, colour=GREY, after=0, right=True),
    "Caption": Look(9, before=6, after=3, next=True),
    "Table Note": Look(9, colour=GREY, before=3, after=8),
    "Quote": Look(9.5, serif=True, after=3),
    "Alert": Look(9.5, left=ALARM, before=3, after=5),
    "Term": Look(10, bold=True, before=5, after=1, next=True),
    "List Bullet": Look(after=2),
    "List Number": Look(after=2),
    "List Paragraph": Look(after=2),
    "TOC 1": Look(10, bold=True, before=4, after=1),
    "TOC 2": Look(10, after=1),
    "Table Text": Look(8.5, before=1.5, after=1.5),
    "Table Row Head": Look(8.5, base="Table Text", bold=True, before=1.5, after=1.5),
    "Table Head": Look(
        8, base="Table Text", bold=True, colour=GREY, after=2, next=True
    ),
    "Table Group": Look(9, base="Table Text", bold=True, before=5, next=True),
    "Table Quote": Look(8.5, base="Table Text", serif=True, before=1.5, after=1.5),
    "Gap": Look(2, after=0, next=True),
    "Header": Look(8, colour=GREY, after=0),
    "Footer": Look(8, colour=GREY, after=0),
}
# A level's number stands in a box of its colour; ink and number carry the meaning.
_BOXES = {
    "Level 1": ("E66101", INK),
    "Level 2": ("FDB863", INK),
    "Level 3": ("B2ABD2", INK),
    "Level 4": ("5E3C99", "FFFFFF"),
    "Level none": ("", INK),
    "Grade": ("", INK),
}


def style_names(document: Any, language: str) -> dict[str, str]:
    """Give a new document the report's styles; return their own names by name."""
    _defaults(document, language)
    names = {name: _paragraph(document, name, look) for name, look in LOOKS.items()}
    for name, (ground, colour) in _BOXES.items():
        names[name] = _box(document, name, ground, colour)
    names["Quiet"] = _characters(document, "Quiet", GREY)
    names["Tool"] = _characters(document, "Tool", INK)
    names["Note Call"] = _characters(document, "Note Call", INK, raised=True)
    for name in (REPORT_TABLE, LAYOUT_TABLE):
        names[name] = _table(document, name, ruled=name == REPORT_TABLE)
    return names


def _defaults(document: Any, language: str) -> None:
    """Set the language and the face of all that has none of its own."""
    told = document.styles.element.find(_name("w:docDefaults"))
    inner = told.find(f".//{_name('w:rPr')}")
    for one in list(inner):
        inner.remove(one)
    inner.append(_fonts(SANS))
    code = ink.LANGUAGES[language]
    inner.append(
        ink.element("w:lang", {"w:val": code, "w:eastAsia": code, "w:bidi": "ar-SA"})
    )


def _paragraph(document: Any, name: str, look: Look) -> str:
    style = _style(document, name, paragraph=True)
    if look.base and name != look.base:
        style.base_style = document.styles[look.base]
    style.quick_style, style.hidden = True, False
    body = style.element
    for tag in ("w:pPr", "w:rPr"):
        for old in body.findall(_name(tag)):
            body.remove(old)
    body.append(_layout(name, look))
    body.append(_type(look.size, look.colour, bold=look.bold, serif=look.serif))
    return str(style.style_id)


def _layout(name: str, look: Look) -> Any:
    made = ink.element("w:pPr")
    if look.next:
        made.append(ink.element("w:keepNext"))
    if name in {"List Bullet", "List Number"}:
        made.append(_numbered(1 if name == "List Bullet" else 5))
    if look.left:
        made.append(_bar(look.left))
    if name.startswith("TOC"):
        made.append(_contents_tabs())
    made.append(_spacing(look, exact=name == "Gap"))
    if name in {"List Bullet", "List Number"}:
        indent = {"w:left": ink.twips(6), "w:hanging": ink.twips(5)}
        made.append(ink.element("w:ind", indent))
    if look.right:
        made.append(ink.valued("w:jc", "right"))
    if look.level != _OUTLINE:
        made.append(ink.valued("w:outlineLvl", look.level))
    return made


def _contents_tabs() -> Any:
    """Return the places of numeral and page number in the contents."""
    return ink.element(
        "w:tabs",
        None,
        ink.element("w:tab", {"w:val": "left", "w:pos": ink.twips(15)}),
        ink.element(
            "w:tab", {"w:val": "right", "w:leader": "dot", "w:pos": ink.twips(169)}
        ),
    )


def _spacing(look: Look, *, exact: bool) -> Any:
    told = {
        "w:before": str(round(look.before * 20)),
        "w:after": str(round(look.after * 20)),
        "w:line": "40" if exact else "240",
        "w:lineRule": "exact" if exact else "auto",
    }
    return ink.element("w:spacing", told)


def _numbered(number: int) -> Any:
    return ink.element(
        "w:numPr", None, ink.valued("w:ilvl", 0), ink.valued("w:numId", number)
    )


def _bar(colour: str) -> Any:
    line = {"w:val": "single", "w:sz": "24", "w:space": "6", "w:color": colour}
    return ink.element("w:pBdr", None, ink.element("w:left", line))


def _type(size: float, colour: str, *, bold: bool, serif: bool) -> Any:
    made = ink.element("w:rPr", None, _fonts(SERIF if serif else SANS))
    if bold:
        made.append(ink.element("w:b"))
    made.append(ink.valued("w:color", colour))
    made.append(ink.valued("w:sz", round(size * 2)))
    return made


def _fonts(name: str) -> Any:
    return ink.element(
        "w:rFonts", {f"w:{one}": name for one in ("ascii", "hAnsi", "eastAsia", "cs")}
    )


def _box(document: Any, name: str, ground: str, colour: str) -> str:
    style = _style(document, name, paragraph=False)
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": INK}
    made = ink.element("w:rPr", None, _fonts(SANS), ink.element("w:b"))
    made.append(ink.valued("w:color", colour))
    made.append(ink.element("w:bdr", line))
    if ground:
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": ground}
        made.append(ink.element("w:shd", shade))
    style.element.append(made)
    return str(style.style_id)


def _characters(document: Any, name: str, colour: str, *, raised: bool = False) -> str:
    style = _style(document, name, paragraph=False)
    made = ink.element("w:rPr", None, _fonts(SANS), ink.valued("w:color", colour))
    if raised:
        made.append(ink.valued("w:vertAlign", "superscript"))
    style.element.append(made)
    return str(style.style_id)


def _table(document: Any, name: str, *, ruled: bool) -> str:
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    margins = ink.element("w:tblCellMar")
    right = 2.2 if ruled else _GUTTER
    for edge, wide in (
        ("top", 0.0),
        ("left", 0.0),
        ("bottom", 0.0),
        ("right", right),
    ):
        told = {"w:w": ink.twips(wide), "w:type": "dxa"}
        margins.append(ink.element(f"w:{edge}", told))
    told = ink.element("w:tblPr")
    if ruled:
        line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": RULE}
        borders = [ink.element(f"w:{one}", line) for one in ("bottom", "insideH")]
        told.append(ink.element("w:tblBorders", None, *borders))
    told.append(margins)
    style.element.append(told)
    return str(style.style_id)


def _style(document: Any, name: str, *, paragraph: bool) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    kind = WD_STYLE_TYPE.PARAGRAPH if paragraph else WD_STYLE_TYPE.CHARACTER
    known = {one.name for one in document.styles}
    if name in known:
        return document.styles[name]
    return document.styles.add_style(name, kind, builtin=name in _BUILT_IN)


_BUILT_IN = frozenset({"TOC 1", "TOC 2"})


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))
