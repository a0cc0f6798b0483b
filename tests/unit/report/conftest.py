"""Reports rendered once for all tests that read them."""

from pathlib import Path

import pypdfium2
import pytest
from support.coresia_results import coresia

from spf_assess.report import render_report


class Paper:
    """A rendered report as a reader has it: pages of text, titles, bookmarks."""

    def __init__(self, path: Path, pages: int) -> None:
        self.path = path
        self.told_pages = pages
        self.pdf = pypdfium2.PdfDocument(path)
        self.pages = [
            page.get_textpage().get_text_bounded().replace("\r\n", "\n")
            for page in self.pdf
        ]

    @property
    def text(self) -> str:
        """Return all text, one space for every gap."""
        return " ".join(" ".join(self.pages).split())


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """Return a function that renders a report of Coresia, each kind once."""
    made: dict[tuple[str, str], Paper] = {}

    def paper(language: str, name: str = "whole", given=None) -> Paper:
        if (language, name) not in made:
            out = tmp_path_factory.mktemp("report") / f"{name}.{language}.pdf"
            done = render_report(given or coresia(), language, out)
            made[language, name] = Paper(out, done.pages)
        return made[language, name]

    yield paper
    for one in made.values():
        one.pdf.close()


@pytest.fixture(scope="session")
def pages_of():
    """Return a function that reads the text of every page of a PDF."""

    def read(path: Path) -> list[str]:
        with pypdfium2.PdfDocument(path) as pdf:
            texts = [page.get_textpage().get_text_bounded() for page in pdf]
        return [" ".join(text.split()) for text in texts]

    return read


@pytest.fixture(scope="session")
def text_of(pages_of):
    """Return a function that reads all text of a PDF."""
    return lambda path: " ".join(pages_of(path))
