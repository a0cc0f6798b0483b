"""Walks the page of an edition and writes it as a document, block after block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

from spf_assess.report.document import ink
from spf_assess.report.document.inline import Face, Piece, Reader, faced, gathered
from spf_assess.report.document.painter import Drawing, painted
from spf_assess.report.document.sheets import Paper, Running
from spf_assess.report.document.styles import LAYOUT_TABLE, REPORT_TABLE
from spf_assess.report.document.styling import Setting, block_style
from spf_assess.report.document.widths import Widths, span

BLOCKS = frozenset(
    "h1 h2 h3 p li dt dd ul ol dl div aside section table blockquote".split()  # noqa: SIM905
)
_COUNTED = re.compile(r"(\D+)(\d+)(\..*)", re.DOTALL)
_IN_LINES = frozenset({"words", "said"})  # whose line ends are those of the writer
_SIDE_MM = 39.0  # the strip beside its words
_CODE_MM = 16.0
_CODES = {"proofcode": _CODE_MM, "qr": 34.0}  # as wide as the style sheets say
_ROOM_MM = 30.0  # of a row to write in by hand
_TWO = 2


@dataclass(slots=True)
class Writer:
    """Writes one document.

    Attributes:
        document: of python-docx.
        styles: the styles' own names by name.
        reader: of the page's lines.
        widths: of the page's columns.
        paper: of the pages that are written now.
        running: what stands at head and foot.
    """

    document: Any
    styles: dict[str, str]
    reader: Reader
    widths: Widths
    paper: Paper
    running: Running
    lies: bool
    _breaks: bool = False
    _titled: bool = False
    _numbers: int = 0
    _places: dict[str, str] = field(default_factory=dict)
    _sequences: dict[str, str] = field(default_factory=dict)
    _drawn: dict[str, tuple[str, Drawing]] = field(default_factory=dict)

    def write(self, body: Element, language: str) -> None:
        """Write all that a page holds."""
        place = self.document.element.body[-1]
        setting = Setting(place.addprevious, self.paper.text, Face(language))
        for one in body:
            self._turned(one)
            self._block(one, replace(setting, width=self.paper.text))
        self._gap(setting)

    def _turned(self, element: Element) -> None:
        """Begin a part on other paper where the page does."""
        wide = self.lies or "wide" in element.get("class", "").split()
        if wide == self.paper.lies:
            return
        self.paper = Paper(self.paper.size, wide)
        section = self.document.add_section()
        last = self.document.element.body[-2]
        style = ink.valued("w:pStyle", self.styles["Gap"])
        last.get_or_add_pPr().insert(0, style)
        section.different_first_page_header_footer = False
        self.paper.lay(section)
        self.running.write(section, self.paper, self.styles)
        self._breaks = False

    def _block(self, element: Element, setting: Setting) -> None:
        """Write one element that stands by itself."""
        setting = setting.within(element)
        classes = set(element.get("class", "").split())
        if {"page", "sheet"} & classes and setting.depth == 1 and self._began:
            self._breaks = "turned" not in classes
        if element.tag == "table":
            self._table(element, setting)
        elif element.tag in {"ul", "ol"}:
            self._list(element, setting)
        elif "pair" in classes:
            self._beside([list(one) for one in element], setting.halves(), setting)
        elif "row" in classes and element[0].tag == "img":
            rest = setting.width - _SIDE_MM
            self._beside([[element[0]], list(element)[1:]], [_SIDE_MM, rest], setting)
        elif "proof" in classes and len(element) and element[0].tag == "img":
            rest = setting.width - _CODE_MM - 3
            cells = [[element[0]], list(element)[1:]]
            self._beside(cells, [_CODE_MM + 3, rest], setting)
        else:
            self._mixed(element, setting)

    @property
    def _began(self) -> bool:
        body = self.document.element.body
        return len(body) > 1 and body[-2].find(f".//{ink.named('w:sectPr')}") is None

    def _mixed(self, element: Element, setting: Setting) -> None:
        """Write an element that holds lines, blocks or both."""
        setting = replace(setting, face=faced(element, setting.face))
        line: list[Piece] = []
        if element.get("id"):
            line.append(Piece(setting.face, anchor=element.get("id", "")))
        if not any(one.tag in BLOCKS for one in element):
            line += self.reader.held(element, setting.face)
            self._paragraph(line, setting)
            return
        if element.text and element.text.strip():
            line.append(Piece(setting.face, element.text))
        children = list(element)
        index = 0
        while index < len(children):
            one = children[index]
            if one.tag not in BLOCKS:
                line += self.reader.pieces(one, setting.face)
            else:
                line = self._paragraph(line, setting)
                pair = _sides(children[index : index + _TWO])
                if pair:
                    self._beside([[one] for one in pair], setting.halves(), setting)
                    one = pair[1]
                    index += 1
                else:
                    self._block(one, setting)
            if one.tail and one.tail.strip():
                line.append(Piece(setting.face, one.tail))
            index += 1
        self._paragraph(line, setting)

    def _paragraph(self, line: list[Piece], setting: Setting) -> list[Piece]:
        """Write a paragraph, if there is something to write; return an empty line."""
        pieces = gathered(line, lines=bool(_IN_LINES & setting.classes))
        if any(one.text or one.picture for one in pieces):
            made = self._made(pieces, setting)
            setting.add(made)
            return []
        return [one for one in pieces if one.anchor]

    def _made(self, pieces: Sequence[Piece], setting: Setting) -> Any:
        name = block_style(setting, titled=self._titled)
        self._titled = self._titled or name == "Title"
        made = ink.paragraph(self.styles[name])
        told = made.find(ink.named("w:pPr"))
        if self._breaks and setting.depth and not setting.celled:
            told.append(ink.element("w:pageBreakBefore"))
            self._breaks = False
        if setting.number:
            told.append(_numbering(setting.number))
        if any("\t" in one.text for one in pieces):
            told.append(self._scale(setting))
        if {"n", "plot"} & setting.classes and setting.celled:
            told.append(
                ink.valued("w:jc", "center" if "n" in setting.classes else "left")
            )
        for one in self._runs(pieces, setting):
            made.append(one)
        return made

    def _scale(self, setting: Setting) -> Any:
        """Return the tabs that put a scale's numerals over the ticks of its strip."""
        from spf_assess.report.strips import Scale

        wide = min(setting.width, 36.0)
        tabs = [
            ink.element("w:tab", {"w:val": "center", "w:pos": ink.twips(one)})
            for one in Scale.across(wide).ticks
        ]
        return ink.element("w:tabs", None, *tabs)

    def _runs(self, pieces: Sequence[Piece], setting: Setting) -> Iterator[Any]:
        marks = not any(
            one.text.strip() and not one.alt for one in pieces if not one.picture
        )
        for one in pieces:
            if one.anchor:
                self._numbers += 1
                yield from ink.bookmark(self._numbers, self._place(one.anchor))
            elif one.picture:
                yield self._picture(one, setting)
            elif one.text:
                text = one.text
                if marks and one.alt:
                    text = f"{text} {_letters(one.alt)}"
                if "caption" in setting.own and (parts := _COUNTED.fullmatch(text)):
                    yield from self._counted(parts, one.face)
                    continue
                words = ink.run(text, one.face, self.styles)
                linked = one.face.link
                yield ink.link(self._place(linked), [words]) if linked else words

    def _counted(self, parts: re.Match[str], face: Face) -> Iterator[Any]:
        """Yield the runs of ``Figure 3.``, which Word counts anew when one is added."""
        name, number, rest = parts.groups()
        yield ink.run(name, face, self.styles)
        # In two languages one figure has two captions: the second repeats the number.
        again = " \\c" if self._sequences.get(name.strip()) == number else ""
        self._sequences[name.strip()] = number
        code = f"SEQ {name.strip()}{again} \\* ARABIC"
        yield from ink.field(code, face, self.styles, number)
        yield ink.run(rest, face, self.styles)

    def _place(self, address: str) -> str:
        """Return a bookmark's name: of letters and digits, and not too long."""
        return self._places.setdefault(address, f"place{len(self._places) + 1}")

    def _picture(self, piece: Piece, setting: Setting) -> Any:
        if piece.picture not in self._drawn:
            code = _CODES.get(piece.picture.partition("-")[0], 0)
            drawing = painted(self.reader.pictures[piece.picture], wide=code)
            name, _image = self.document.part.get_or_add_image(BytesIO(drawing.data))
            self._drawn[piece.picture] = name, drawing
        name, drawing = self._drawn[piece.picture]
        wide, high = drawing.width, drawing.height
        share = min(1.0, setting.width / wide)
        self._numbers += 1
        size = (wide * share, high * share)
        return ink.inline_picture(name, size, piece.alt, self._numbers)

    def _list(self, element: Element, setting: Setting) -> None:
        contents = "toc" in setting.classes
        number = 0
        if element.tag == "ol" and not contents:
            number = self._numbering(_start(element))
        entries = list(element)
        for index, entry in enumerate(entries):
            own = replace(setting, number=number).within(entry)
            if not contents:
                self._mixed(entry, own)
                continue
            first, last = not index, index == len(entries) - 1
            whole = not setting.layout and len(entries) > 1
            ends = "first" if first else "last" if last else ""
            self._entry(entry, own, ends if whole else "")

    def _entry(self, entry: Element, setting: Setting, ends: str) -> None:
        """Write a line of the contents, which leads to its page.

        The lines stand in a field: where it is brought up to date, Word makes them anew
        from headings or captions, with page numbers, which nobody knows before.
        """
        face = faced(entry, setting.face)
        pieces = gathered([Piece(face), *self.reader.held(entry, face)])
        made = self._made(pieces, setting)
        if ends == "first":
            begin = ink.field_begin(_gathering(entry, face), face, self.styles)
            begin.append(ink.separator(face, self.styles))
            for place, one in enumerate(begin, start=1):
                made.insert(place, one)  # behind the properties
        if ends == "last":
            made.append(ink.closing(face, self.styles))
        setting.add(made)

    def _numbering(self, start: int) -> int:
        """Return the number of a new list that begins with *start*."""
        numbers = self.document.part.numbering_part.element
        first = next(
            one
            for one in numbers.findall(ink.named("w:num"))
            if one.numId == 5  # noqa: PLR2004
        )
        made = numbers.add_num(first.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)

    def _beside(
        self,
        cells: Sequence[Sequence[Element]],
        widths: Sequence[float],
        setting: Setting,
    ) -> None:
        """Write what stands side by side."""
        self._gap(setting)
        table = ink.table(self.styles[LAYOUT_TABLE], widths, head=False)
        row = ink.row(head=False)
        table.append(row)
        for index, (held, width) in enumerate(zip(cells, widths, strict=True)):
            cell = ink.cell(width)
            row.append(cell)
            inner = replace(setting, add=cell.append, width=width - 3, layout=True)
            if index and "pair" in setting.classes:
                inner = replace(inner, face=replace(inner.face, language="fr"))
            line: list[Piece] = []
            for one in held:
                if one.tag in BLOCKS:
                    self._block(one, inner)
                else:
                    line += self.reader.pieces(one, inner.face)
            self._paragraph(line, inner)
            self._closed(cell)
        setting.add(table)

    def _gap(self, setting: Setting) -> None:
        """Keep two tables apart, which would be one otherwise, and begin a page."""
        made = ink.paragraph(self.styles["Gap"])
        if self._breaks and not setting.celled and not setting.layout:
            made.find(ink.named("w:pPr")).append(ink.element("w:pageBreakBefore"))
            self._breaks = False
        setting.add(made)

    def _closed(self, cell: Any) -> None:
        """End a cell with a paragraph, as the format wants it."""
        if cell[-1].tag != ink.named("w:p"):
            cell.append(ink.paragraph(self.styles["Gap"]))

    def _table(self, element: Element, setting: Setting) -> None:
        """Write a table; rows of its head are repeated on each page."""
        widths = self.widths.columns(element, setting.width)
        ruled = "groups" not in setting.classes and "bars" not in setting.classes
        self._gap(setting)
        heads = {id(row) for head in element.iter("thead") for row in head}
        high = _ROOM_MM if "room" in setting.own else 0.0
        name = self.styles[REPORT_TABLE if ruled else LAYOUT_TABLE]
        table = ink.table(name, widths, head=bool(heads))
        if high:
            ink.boxed(table)
        below: dict[int, tuple[int, int]] = {}  # rows that a cell still reaches over
        for row in element.iter("tr"):
            made = ink.row(head=id(row) in heads, high=0 if id(row) in heads else high)
            table.append(made)
            inner = setting.within(row)
            self._row(
                row, made, widths, inner.in_head() if id(row) in heads else inner, below
            )
        setting.add(table)

    def _row(
        self,
        row: Element,
        made: Any,
        widths: Sequence[float],
        setting: Setting,
        below: dict[int, tuple[int, int]],
    ) -> None:
        place = 0
        cells = list(row)
        while place < len(widths) and (cells or place in below):
            if place in below:
                left, across = below.pop(place)
                cell = ink.cell(sum(widths[place : place + across]), across, "continue")
                cell.append(ink.paragraph(self.styles["Table Text"]))
                made.append(cell)
                if left > 1:
                    below[place + len(widths)] = (left - 1, across)
                place += across
                continue
            told = cells.pop(0)
            across, down = span(told), int(told.get("rowspan", "1"))
            width = sum(widths[place : place + across])
            cell = ink.cell(width, across, "restart" if down > 1 else "")
            made.append(cell)
            inner = replace(
                setting, add=cell.append, width=max(width - 2.2, 5), celled=True
            )
            self._mixed(told, inner.within(told))
            self._closed(cell)
            if down > 1:
                below[place + len(widths)] = (down - 1, across)
            place += across
        for key in [one for one in below if one >= len(widths)]:
            below[key - len(widths)] = below.pop(key)


def _numbering(number: int) -> Any:
    return ink.element(
        "w:numPr", None, ink.valued("w:ilvl", 0), ink.valued("w:numId", number)
    )


def _letters(alt: str) -> str:
    """Return the letter of a group, from its name; in two languages, two."""
    return "/".join(dict.fromkeys(one[:1] for one in alt.split(" / ")))


def _sides(elements: Sequence[Element]) -> list[Element]:
    """Return two blocks that the page floats to the left and to the right."""
    if [one.get("class") for one in elements] == ["left", "right"]:
        return list(elements)
    return []


def _start(element: Element) -> int:
    _head, _found, number = element.get("style", "").partition("list-item ")
    return int(number or "0") + 1


def _gathering(entry: Element, face: Face) -> str:
    """Return the field that lists headings, or the captions that *entry* leads to."""
    kind = entry.get("data-to", "").lstrip("#").partition("-")[0]
    names = {
        "figure": "Figure",
        "table": "Tableau" if face.language == "fr" else "Table",
    }
    if kind in names:
        return f'TOC \\h \\z \\c "{names[kind]}"'
    return 'TOC \\o "1-2" \\h \\z \\u'
