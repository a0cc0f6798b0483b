"""No word of the other language in anything that is printed or written for people.

What people wrote themselves stands in their own language, everywhere: phrases that
occur in the consultation's own texts are left aside.
"""

import json

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from support.tongues import left_in, squeezed

from spf_assess.__main__ import main

pytestmark = pytest.mark.long
LANGUAGES = ("en", "fr")
EDITIONS = (
    ("full",),
    ("brief",),
    ("constituency", "--group=workers"),
    ("actions",),
    ("record",),
    ("matrix",),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("coresia")


@pytest.fixture(scope="module")
def sample(folder):
    path = folder / "c.spfa"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def own_words(folder, sample):
    """Everything the people of the consultation wrote, squeezed."""
    out = folder / "all.json"
    assert main(["export", "json", str(sample), "-o", str(out)]) == 0
    return squeezed(json.dumps(json.loads(out.read_text("utf-8")), ensure_ascii=False))


def of_pdf(path):
    with PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def of_workbook(path):
    return "\n".join(
        str(cell)
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    )


def strange(text, language, own_words):
    return [one for one in left_in(text, language) if squeezed(one) not in own_words]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one[0])
def test_every_edition_speaks_one_language(
    sample, tmp_path, own_words, edition, language
):
    out = tmp_path / "r.pdf"
    asked = ["report", str(sample), "--lang", language, "--edition", *edition]
    assert main([*asked, "--progress=none", "-o", str(out)]) == 0
    text = of_pdf(out)
    assert strange(text, language, own_words) == []
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    assert strange(text, other, own_words), "the detector is alive"


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_person_s_answers_are_printed_in_one_language(
    sample, tmp_path, own_words, language, capsys
):
    assert main(["board", str(sample), "--json"]) == 0
    seats = json.loads(capsys.readouterr().out)
    seat = next(iter(seats["seats"] if isinstance(seats, dict) else seats))
    out = tmp_path / "r.pdf"
    who = f"--respondent={seat.get('id') or seat['respondent']}"
    asked = ["report", str(sample), "--lang", language, "--edition=participant", who]
    assert main([*asked, "--progress=none", "-o", str(out)]) == 0
    assert strange(of_pdf(out), language, own_words) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_action_workbook_speaks_one_language(sample, tmp_path, own_words, language):
    out = tmp_path / "a.xlsx"
    assert main(["--lang", language, "actions", str(sample), "-o", str(out)]) == 0
    text = of_workbook(out)
    assert len(text) > 500
    assert strange(text, language, own_words) == []


def test_each_invitation_sheet_speaks_the_language_of_its_seat(tmp_path):
    for language in LANGUAGES:
        file, out = tmp_path / f"{language}.spfa", tmp_path / f"{language}.pdf"
        titles = [
            "--title-en=Xx",
            "--title-fr=Xx",
            "--country-en=Yy",
            "--country-fr=Yy",
        ]
        assert main(["new", str(file), *titles]) == 0
        seat = ["--constituency=workers", "--group", "--language", language]
        packet = tmp_path / f"{language}.spfi"
        assert main(["invite", str(file), *seat, "-o", str(packet)]) == 0
        (tmp_path / language).mkdir()
        to = ["--to", str(tmp_path / language), "--print", str(out)]
        assert main(["invitations", str(file), *to]) == 0
        assert left_in(of_pdf(out), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["government", "observers"])
@pytest.mark.parametrize("kind", ["booklet", "cards"])
def test_the_printed_questionnaire_speaks_one_language(tmp_path, kind, who, language):
    if (kind, who) == ("cards", "observers"):
        return
    out = tmp_path / "b.pdf"
    words = ["forms", kind, f"--for={who}", f"--lang={language}", "--progress=none"]
    assert main([*words, "-o", str(out)]) == 0
    assert left_in(of_pdf(out), language) == []
