"""Editions from the command line: of a facilitator's file, and of one's own."""

import pypdfium2
import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer, Text
from spf_assess.questionnaire import load_questionnaire


@pytest.fixture
def mine(tmp_path):
    """A respondent's own file in which one question is answered."""
    path = tmp_path / "mine.spfa"
    country = Text.of(en="Coresia", fr="Corésie")
    with Consultation.alone(
        path,
        constituency=Constituency.WORKERS,
        title=country,
        country=country,
        questionnaire=load_questionnaire(),
    ) as own:
        answer = Answer(
            "3e.1",
            parts={"law": PartAnswer(value=2), "practice": PartAnswer(value=1)},
            comment="Home workers pay and receive nothing.",
        )
        own.answer(own.me().id, answer)
    return path


def text(path):
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return " ".join(" ".join(pages).split())


def test_ones_own_file_prints_ones_own_answers_without_being_told_whose(
    run, mine, tmp_path
):
    out = tmp_path / "mine.pdf"
    command = ("report", mine, "--edition=participant", "--section=3e", "--lang=en")
    code, told, _err = run(*command, "-o", out, "--progress=none")
    assert code == 0
    assert str(out) in told
    printed = text(out)
    assert "“Home workers pay and receive nothing.”" in printed
    assert "Latent" in printed


def test_an_edition_of_nobody_is_refused_in_the_language_of_the_interface(
    run, mine, tmp_path
):
    out = tmp_path / "none.pdf"
    command = ("report", mine, "--lang=both", "-o", out, "--progress=none")
    code, _told, err = run("--lang=fr", *command, "--edition=constituency")
    assert code == 3
    assert "R-106" in err
    assert "L'édition d'un groupe" in err
    assert not out.exists()


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [
        ("--edition", "poster", "brief"),
        ("--group", "observers", "workers"),
        ("--paper", "a3", "letter"),
    ],
)
def test_what_there_is_none_of_is_refused_with_what_there_is(
    run, mine, option, value, known
):
    code, _told, err = run(
        "report", mine, "--lang=en", "-o", mine.with_suffix(".pdf"), option, value
    )
    assert code == 2
    assert "L-1" in err
    assert known in err
