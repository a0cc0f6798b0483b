"""LibreOffice opens documents and workbooks without repair and shows what they hold.

Needs tools/setup-long.sh. A file that LibreOffice must repair is not converted without
being asked, and one that it cannot read makes no PDF.
"""

import subprocess
from pathlib import Path

import pypdfium2
import pytest
from support.givens import empty, hostile, whole
from support.recorded import recorded

from spf_assess.cli import main
from spf_assess.consultation.sample import build_sample
from spf_assess.model import Constituency, Edition, PaperSize, ReportOptions
from spf_assess.report.document import document_of
from spf_assess.report.editions import LAYOUTS, edition_sheets
from spf_assess.report.record import record_sheets

pytestmark = pytest.mark.long
SECONDS = 300


def converted(path: Path) -> list[str]:
    """Return the text of every page that LibreOffice makes of a file."""
    profile = path.parent / "profile"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            path.parent,
            path,
        ],
        check=True,
        timeout=SECONDS,
        capture_output=True,
    )
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    return [" ".join(text.split()) for text in texts]


def written(folder: Path, given, wanted: ReportOptions) -> Path:
    path = folder / "document.docx"
    if wanted.edition is Edition.RECORD:
        data = document_of(record_sheets(recorded(given), wanted), wanted.paper)
    else:
        lies = LAYOUTS[wanted.edition].lies
        data = document_of(edition_sheets(given, wanted), wanted.paper, lies=lies)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize(
    "edition", [one for one in Edition if one is not Edition.PARTICIPANT]
)
def test_every_edition_of_the_sample_opens(edition, language, tmp_path):
    group = Constituency.WORKERS if edition is Edition.CONSTITUENCY else None
    wanted = ReportOptions(language, edition=edition, group=group)
    pages = converted(written(tmp_path, whole(tmp_path), wanted))
    assert pages
    assert all(pages)  # no page is empty
    name = {"en": "Workers", "fr": "Travailleurs", "both": "Travailleurs"}[language]
    assert any(name in text for text in pages)


@pytest.mark.parametrize("case", [empty, hostile])
def test_nothing_and_hostile_words_open_too(case, tmp_path):
    wanted = ReportOptions("fr", paper=PaperSize.LETTER, draft=True)
    assert len(converted(written(tmp_path, case(tmp_path), wanted))) > 3


def test_the_workbook_opens_and_no_cell_of_it_is_an_error(tmp_path):
    file, book = tmp_path / "coresia.spfa", tmp_path / "coresia.xlsx"
    build_sample(file)
    assert main(["export", "workbook", str(file), "-o", str(book)]) == 0
    text = " ".join(converted(book))
    assert "3a.1" in text
    assert not [one for one in ("#REF!", "#NAME?", "#VALUE!", "Err:5") if one in text]
