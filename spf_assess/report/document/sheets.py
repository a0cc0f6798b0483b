"""The paper of a document: its sizes, its head and foot, the word for a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

from spf_assess.model import PaperSize
from spf_assess.report.document import ink
from spf_assess.report.document.inline import Face
from spf_assess.report.document.painter import painted

_SIZES = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}
_TOP, _FOOT, _LEFT, _RIGHT = 22, 20, 22, 18
_BAND = 10  # from the edge of the paper to the running head


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of page; millimetres.

    Attributes:
        lies: whether it is wider than high.
    """

    size: PaperSize
    lies: bool

    @property
    def page(self) -> tuple[float, float]:
        """Return width and height of the sheet."""
        low, high = _SIZES[self.size]
        return (high, low) if self.lies else (low, high)

    @property
    def text(self) -> float:
        """Return how wide the text is."""
        left = _RIGHT if self.lies else _LEFT
        return self.page[0] - left - _RIGHT

    def lay(self, section: Any) -> None:
        """Give a section of a document this paper."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section.orientation = WD_ORIENT.LANDSCAPE if self.lies else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(one) for one in self.page)
        section.left_margin = Mm(_RIGHT if self.lies else _LEFT)
        section.right_margin = Mm(_RIGHT)
        section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_FOOT)
        section.header_distance = section.footer_distance = Mm(_BAND)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the head and the foot of every page.

    Attributes:
        head: the document; *edition* stands at its right.
        draft: the word behind every page, an SVG; empty where there is none.
    """

    head: str
    edition: str
    foot: str
    language: str
    draft: str = ""

    @classmethod
    def of(cls, root: Element, language: str, draft: str = "") -> "Running":
        """Read from a page what runs along it."""
        told = next((one for one in root.iter() if one.get("data-running")), None)
        if told is None:
            return cls("", "", "", language, draft)
        names = ("data-running", "data-edition", "data-foot")
        head, edition, foot = (told.get(one, "") for one in names)
        return cls(head, edition, foot, language, draft)

    def write(self, section: Any, paper: Paper, styles: Mapping[str, str]) -> None:
        """Write head and foot of a section; its first page may have none."""
        face = Face(self.language)
        bands = [section.header]
        lines = _sides(self.head, self.edition)
        _fill(section.header, [_line(styles["Header"], paper) for _ in lines])
        for line, (left, right) in zip(section.header.paragraphs, lines, strict=True):
            line._p.append(ink.run(f"{left}\t{right}", face, styles))  # noqa: SLF001
        feet = self.foot.split("\n")
        _fill(section.footer, [_line(styles["Footer"], paper) for _ in feet])
        for line, told in zip(section.footer.paragraphs, feet, strict=True):
            line._p.append(ink.run(told, face, styles))  # noqa: SLF001
        first = section.footer.paragraphs[0]._p  # noqa: SLF001
        for one in (
            ink.run("\t", face, styles),
            *ink.field(ink.PAGE_NUMBER, face, styles, "1"),
        ):
            first.append(one)
        if section.different_first_page_header_footer:
            bands.append(section.first_page_header)
        for number, band in enumerate(bands if self.draft else (), start=1):
            _stamp(band, self.draft, number=number)


def _fill(band: Any, lines: Sequence[Any]) -> None:
    """Give a head or foot its own lines."""
    band.is_linked_to_previous = False
    body = band._element  # noqa: SLF001 - there is no other way to empty it
    for old in list(body):
        body.remove(old)
    for line in lines:
        body.append(line)


def _sides(left: str, right: str) -> list[tuple[str, str]]:
    """Return the lines of two texts that stand at the two sides of a page."""
    lines, others = left.split("\n"), right.split("\n")
    number = max(len(lines), len(others))
    lines += [""] * (number - len(lines))
    others += [""] * (number - len(others))
    return list(zip(lines, others, strict=True))


def _line(style: str, paper: Paper) -> Any:
    made = ink.paragraph(style)
    tab = {"w:val": "right", "w:pos": ink.twips(paper.text)}
    clear = [
        ink.element("w:tab", {"w:val": "clear", "w:pos": place})
        for place in ("4320", "8640")  # of the style that comes with the format
    ]
    tabs = ink.element("w:tabs", None, *clear, ink.element("w:tab", tab))
    made.find(ink.named("w:pPr")).append(tabs)
    return made


def _stamp(band: Any, markup: str, *, number: int) -> None:
    """Put the draft's word behind the text, as decoration that is not read out."""
    drawing = painted(markup, clear=True)
    paragraphs = band.paragraphs
    line = paragraphs[0] if paragraphs else band.add_paragraph()
    name, _image = band.part.get_or_add_image(BytesIO(drawing.data))
    size = drawing.width, drawing.height
    made = ink.element("w:r", None, ink.anchored(name, size, 9000 + number))
    line._p.append(made)  # noqa: SLF001
