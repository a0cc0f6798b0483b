"""Speed changes nothing: with and without it the same file comes out, byte for byte."""

import json
import re
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
import weasyprint
from pypdfium2 import PdfDocument
from support.coresia_results import coresia

from spf_assess.paths import data_folder
from spf_assess.report import pdf, quick
from spf_assess.report.context import build
from spf_assess.report.html import Album, base_style, page, style
from spf_assess.report.render import _environment
from spf_assess.resources import fonts_configuration

PLAIN = (
    "import sys; from spf_assess.report import child, pdf, quick;"
    "quick.KNOWN = ''; pdf.quicken = lambda: None; sys.exit(child.main())"
)
QUICK = "import sys; from spf_assess.report import child; sys.exit(child.main())"
NO_SHEET = (
    "import sys; from spf_assess.report import child; parsed = child._parsed\n"
    "def with_own(*given):\n"
    "    html = parsed(*given); del html._ua_stylesheets; return html\n"
    "child._parsed = with_own; sys.exit(child.main())"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a function that renders a report by a program given as text."""
    folder = tmp_path_factory.mktemp("quick")
    (folder / "fonts.conf").write_text(fonts_configuration(folder / "fonts"))
    album = Album()
    given = coresia(sections=("3e", "3f"))
    job = {
        "html": page("report.html.j2", build(given, "fr"), album),
        "pictures": album.pictures,
        "base": base_style(),
        "css": style(),
        "moment": given.generated_at,
        "identifier": "the same",
    }

    def render(program: str, name: str, html: str = job["html"]) -> bytes:
        out = folder / name / "report.pdf"
        out.parent.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(folder),
            encoding="utf-8",
        ) as process:  # its input stays open, for its end would stop the child
            process.stdin.write(
                json.dumps({**job, "html": html, "out": str(out)}) + "\n"
            )
            process.stdin.flush()
            said = process.stdout.read()
        assert process.returncode == 0, said
        return out.read_bytes()

    return render


def test_the_quick_way_and_the_plain_way_lead_to_the_same_objects(made):
    quickly, plainly = made(QUICK, "quick"), made(PLAIN, "plain")
    assert _unpressed(quickly) == _unpressed(plainly)
    assert _unpressed(quickly) == _unpressed(made(NO_SHEET, "sheet"))


def test_words_that_name_pages_are_right_wherever_these_end_up(made):
    """Each number can move what it names: "9" is narrower than "10", lines break."""
    count = range(14)
    places = "".join(
        f'<h1 id="place-{one}">Place {one}.</h1><p>{"before " * 500 * (1 + one % 3)}'
        + "".join(
            f'<a class="see" href="#place-{(one * 7 + step) % 14}">see</a> '
            for step in range(40)
        )
        + "</p>"
        for one in count
    )
    names = "".join(f'<li data-to="#place-{one}">Name {one}</li>' for one in count)
    html = f'<html lang="en"><body><ul class="toc">{names}</ul>{places}</body></html>'
    quickly, plainly = made(QUICK, "names", html), made(PLAIN, "plain names", html)
    assert _unpressed(quickly) == _unpressed(plainly)
    told = [page.get_textpage().get_text_range() for page in PdfDocument(quickly)]
    assert len(told) > 10
    for one in count:
        stands = next(at for at, text in enumerate(told, 1) if f"Place {one}." in text)
        assert re.search(rf"Name {one}[ .]*\s{stands}\s", told[0])


def test_the_version_that_is_known_is_the_one_installed():
    """Another version renders slowly: look into it before you raise the number."""
    assert weasyprint.VERSION == quick.KNOWN


def test_every_element_of_the_templates_is_described():
    known = set(re.findall(r"[a-z][a-z0-9]*", _selectors(base_style())))
    inline = {"a", "span", "sup"}
    used = {
        name
        for folder in ("report", "booklet", "record")
        for path in (data_folder("templates") / folder).glob("*.j2")
        for name in re.findall(r"<([a-z][a-z0-9]*)", path.read_text(encoding="utf-8"))
    }
    assert used <= known | inline, used - known - inline


def test_the_table_of_objects_is_right_in_a_tenth_of_the_room(made):
    file = made(QUICK, "narrow")
    with pikepdf.open(BytesIO(file)) as opened:
        assert not opened.check_pdf_syntax()
    about, packed, _rest = file[file.rindex(b"/Type /XRef") :].split(b"stream\n", 2)
    objects = int(re.search(rb"/Size (\d+)", about)[1])
    assert b"/Predictor 12/Columns 6" in about
    assert len(packed) < objects * 6 / 10


def test_an_identifier_goes_into_the_last_object_and_moves_nothing():
    data = b"%PDF-1.7\n9 0 obj\n<</Type /XRef/W [1 2 1]>>\nendobj\nstartxref\n9\n%%EOF"
    told = pdf.identified(data, "a report")
    assert re.search(rb"/Type /XRef/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/W", told)
    assert told.startswith(data[:17])
    assert told.endswith(b"startxref\n9\n%%EOF")
    assert told == pdf.identified(data, "a report") != pdf.identified(data, "another")
    with pytest.raises(ValueError, match="subsection"):
        pdf.identified(b"no PDF", "a report")


def _selectors(sheet: str) -> str:
    return re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet, flags=re.DOTALL)


def _unpressed(data: bytes) -> list[bytes]:
    """Return all objects of a PDF, opened: pressing may differ, contents may not."""
    with pikepdf.open(BytesIO(data)) as opened:
        return [
            one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse()
            for one in opened.objects
            if not (isinstance(one, pikepdf.Stream) and one.get("/Type") == "/XRef")
        ]
