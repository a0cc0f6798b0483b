"""Remarks and one's own sentences on the command line."""

import json

import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import Text

NAMED = Text.of(en="Coresia", fr="Corésie")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "coresia.spfa"
    Consultation.create(path, title=NAMED, country=NAMED).close()
    return path


def test_a_remark_is_written_listed_and_undone(run, file):
    assert run("remark", file)[1] == "The facilitator made no remark.\n"
    run("remark", file, "Read with the census.", "--section", "3a")
    code, told, _ = run("remark", file, "À lire.", "--words-in", "fr")
    assert code == 0
    assert told == (
        "Summary\n  fr: À lire.\nParagraph 3(a)\n  en: Read with the census.\n"
    )
    found = json.loads(run("remark", file, "--json")[1])
    assert found[0] == {"section": "", "text": {"en": "", "fr": "À lire."}}
    assert run("remark", file, "--undo", "--section", "3a")[1].count("\n") == 2
    code, _, wrong = run("remark", file, "x", "--section", "3z")
    assert code != 0
    assert "C-196" in wrong


def test_ones_own_sentences_are_copied_changed_taken_and_left(run, file, tmp_path):
    folder = tmp_path / "words"
    code, told, _ = run("words", "copy", folder)
    assert code == 0
    assert told.count("Written: ") == 2
    assert "R-111" in run("words", "copy", folder)[2]
    assert run("words", "copy", folder / "en.ftl" / "below")[0] != 0
    english = folder / "en.ftl"
    text = english.read_text(encoding="utf-8")
    changed = text.replace("gave no level", "stated no level")
    english.write_text(changed, encoding="utf-8")
    assert run("forms", "check", folder)[:2] == (0, "The sentences have no fault.\n")
    told = run("words", "take", file, folder)[1]
    assert told.endswith("none-given\n")
    again = tmp_path / "again"
    run("words", "copy", again, "--consultation", file)
    assert (again / "en.ftl").read_text(encoding="utf-8") == changed
    english.write_text(changed.replace("{ $own }", "{ $won }"), encoding="utf-8")
    code, _, wrong = run("words", "take", file, folder)
    assert code != 0
    assert "C-197" in wrong
    assert "en.ftl" in wrong
    told = run("words", "official", file, language="fr")[1]
    assert told == "Toutes les phrases du rapport sont les phrases officielles.\n"
