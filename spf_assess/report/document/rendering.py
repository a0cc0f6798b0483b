"""From the page of an edition to the bytes of a document."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from spf_assess.files import write_atomically
from spf_assess.model import PaperSize
from spf_assess.report.data.workbook import settled
from spf_assess.report.document import ink
from spf_assess.report.document.inline import Reader
from spf_assess.report.document.sheets import Paper, Running
from spf_assess.report.document.styles import style_names
from spf_assess.report.document.widths import Widths
from spf_assess.report.document.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from spf_assess.report.render import Progress, Sheets

_WHOLE, _WORDED = 100, 30
_FIRST_PAGES = frozenset({"cover", "short", "beginning"})


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document on disk: where, lower-case hex SHA-256 of the file."""

    path: Path
    sha256: str


def render_document(
    make: "Callable[[], Sheets]",
    paper: PaperSize,
    out: Path,
    progress: "Progress | None" = None,
    *,
    lies: bool = False,
) -> WrittenDocument:
    """Write what *make* returns as a document to *out*.

    Equal sheets give equal bytes. The file appears whole or not at all.

    Args:
        make: what would be typeset as a PDF.
        paper: its size.
        out: where to.
        progress: is told a stage (``words``, ``drawing``, ``written``), how much is
            done and of how much.
        lies: whether its pages are wider than high.

    Raises:
        Problem: F-1xx the file cannot be written.
    """
    tell = progress or (lambda _stage, _done, _of: None)
    if not out.parent.is_dir():
        write_atomically(
            out, b""
        )  # tells what is wrong with the folder, writes nothing
    tell("words", 0, _WHOLE)
    sheets = make()
    tell("drawing", _WORDED, _WHOLE)
    data = document_of(sheets, paper, lies=lies)
    digest = write_atomically(out, data)
    tell("written", _WHOLE, _WHOLE)
    return WrittenDocument(out, digest)


def document_of(sheets: "Sheets", paper: PaperSize, *, lies: bool = False) -> bytes:
    """Return the document of a page that would be typeset."""
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
    from docx import Document

    root = fromstring(sheets.html)
    language = root.get("lang", "en")
    document = Document()
    _emptied(document)
    styles = style_names(document, language)
    sheet = Paper(paper, lies)
    running = Running.of(root, language, sheets.pictures.get("draft.svg", ""))
    section = document.sections[0]
    section.different_first_page_header_footer = any(
        _FIRST_PAGES & set(one.get("class", "").split()) for one in root.iter("section")
    )
    sheet.lay(section)
    running.write(section, sheet, styles)
    writer = Writer(
        document,
        styles,
        Reader(sheets.pictures),
        Widths(sheets.css, root),
        sheet,
        running,
        lies,
    )
    writer.write(_body(root), language)
    _describe(document, root, sheets, language)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _body(root: Element) -> Element:
    found = root.find("body")
    if found is None:
        raise ValueError("a page without a body")
    return found


def _emptied(document: Any) -> None:
    """Take away what the template of the format brings along."""
    body = document.element.body
    for one in list(body)[:-1]:
        body.remove(one)
    relations = document.part.package.rels
    for name in [key for key, one in relations.items() if "thumbnail" in one.reltype]:
        del relations[name]


def _describe(document: Any, root: Element, sheets: "Sheets", language: str) -> None:
    """Tell title, language and date; the only time is that of the page."""
    told = document.core_properties
    told.title = "".join(root.find("head/title").itertext())[:255]  # type: ignore[union-attr]
    author = root.find("head/meta[@name='author']")
    told.author = (author.get("content", "") if author is not None else "")[:255]
    told.last_modified_by = told.comments = told.keywords = ""
    told.subject, told.language = "", ink.LANGUAGES[language]
    told.identifier = sheets.identifier[:255]
    told.revision = 1
    moment = datetime.fromisoformat(sheets.moment).astimezone(UTC)
    told.created = told.modified = moment.replace(tzinfo=None)
