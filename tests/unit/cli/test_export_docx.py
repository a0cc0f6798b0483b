"""A document to edit from the command line."""

import json

import docx
import pytest

from spf_assess.cli import main
from spf_assess.consultation.sample import build_sample


@pytest.fixture(scope="module")
def coresia(tmp_path_factory):
    path = tmp_path_factory.mktemp("docx") / "coresia.spfa"
    build_sample(path)
    return path


def test_a_brief_is_written_in_french_and_says_where(coresia, tmp_path, capsys):
    out = tmp_path / "note.docx"
    words = ["--lang", "fr", "export", "docx", coresia, "-o", out]
    code = main([str(one) for one in [*words, "--edition", "brief", "--lang", "fr"]])
    assert code == 0
    assert "note.docx" in capsys.readouterr().out
    text = "\n".join(one.text for one in docx.Document(out).paragraphs)
    assert "Coresia" in text or "Corésie" in text
    assert "Employeurs" in text


def test_the_record_is_a_document_too_and_progress_is_for_the_window(
    coresia, tmp_path, capsys
):
    out = tmp_path / "record.docx"
    words = ["export", "docx", coresia, "-o", out, "--edition", "record"]
    code = main([str(one) for one in [*words, "--lang", "en", "--progress", "json"]])
    assert code == 0
    lines = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert lines[-1]["stage"] == "written"
    text = "\n".join(one.text for one in docx.Document(out).paragraphs)
    assert "Seats and responses" in text


def test_a_document_carries_no_proof_for_anybody_can_change_it(coresia, tmp_path):
    out = tmp_path / "report.docx"
    words = ["export", "docx", coresia, "-o", out, "--section", "3a", "--lang", "en"]
    assert main([str(one) for one in words]) == 0
    text = "\n".join(one.text for one in docx.Document(out).paragraphs)
    assert "Universality" in text
    assert "ight words" not in text


def test_nothing_is_written_into_a_folder_that_is_not_there(coresia, tmp_path, capsys):
    out = tmp_path / "none" / "brief.docx"
    words = ["export", "docx", coresia, "-o", out, "--edition", "brief", "--lang", "en"]
    assert main([str(one) for one in words]) != 0
    assert "F-1" in capsys.readouterr().err
    assert not out.exists()
