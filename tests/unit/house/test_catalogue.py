"""The French catalogue and the pages made from the code are whole; checks can fail."""

import importlib.util
import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from spf_assess.questionnaire import load_questionnaire

ROOT = Path(__file__).resolve().parents[3]


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogue = tool("catalogue")
errors = tool("errors")


def test_a_sentence_that_becomes_a_plural_waits_for_its_french(tmp_path, monkeypatch):
    """And back: the translation of the other shape is no translation of this one."""
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogue, "PO", tmp_path / "spf_assess.po")
    monkeypatch.setattr(catalogue, "MO", tmp_path / "spf_assess.mo")
    one, several = Catalog(), Catalog()
    one.add("{number} day")
    several.add(("{number} day", "{number} days"))
    french = tmp_path / "french.json"
    for found, told in ((one, "un jour"), (several, ["un jour", "{number} jours"])) * 2:
        monkeypatch.setattr(catalogue, "extracted", lambda found=found: found)
        french.write_text(json.dumps({"{number} day": told}), encoding="utf-8")
        catalogue.save(catalogue.merged())
        assert any(line.startswith("missing") for line in catalogue.check())
        assert catalogue.fill(french) == []
        kept = catalogue.merged().get("{number} day").string
        assert kept == (tuple(told) if isinstance(told, list) else told)


def test_every_message_has_its_french_and_nothing_else_is_there():
    assert catalogue.check() == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Saved", ""), "missing"),
        (Message("Saved", "Enregistré", flags={"fuzzy"}), "fuzzy"),
        (Message("Saved at {time}", "Enregistré à {heure}"), "other placeholders"),
        (Message("Saved at {time}", "Enregistré"), "other placeholders"),
        (Message(("{number} day", "{number} days"), ("{number} jour", "")), "missing"),
        (Message("Why?", "Pourquoi ?"), "ordinary space before ?"),
    ],
)
def test_a_fault_of_an_entry_is_found(message, fault):
    assert fault in catalogue.faults(message)


def test_a_sound_entry_has_no_fault():
    assert catalogue.faults(Message("Why {name}?", "Pourquoi {name}\u00a0?")) == []


def test_the_page_of_error_codes_is_up_to_date():
    assert errors.PAGE.read_text(encoding="utf-8") == errors.page()


def test_no_error_code_stands_for_two_sentences():
    assert {
        code: told for code, told in errors.sentences().items() if len(told) > 1
    } == {}


def test_the_page_of_questions_is_up_to_date_and_no_clause_is_left_out():
    questions = tool("questionnaire")
    form = load_questionnaire()
    assert questions.never_asked(form) == []
    assert questions.PAGE.read_text(encoding="utf-8") == questions.page(form)
