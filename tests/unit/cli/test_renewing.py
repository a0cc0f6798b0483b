"""On the command line: from one year to the next, and two consultations compared."""

import json

import pytest

from spf_assess.__main__ import main
from spf_assess.consultation import Consultation
from spf_assess.model import Text


@pytest.fixture(scope="module")
def coresia(tmp_path_factory):
    """The sample with its six actions; nobody changes it."""
    path = tmp_path_factory.mktemp("sample") / "coresia.spfa"
    assert main(["sample", str(path)]) == 0
    return path


def test_the_next_consultation_knows_the_last_one(run, coresia, tmp_path):
    path = tmp_path / "next.spfa"
    titles = ("--title-en", "Second round", "--title-fr", "Deuxième")
    code, told, _ = run("renew", path, coresia, *titles)
    assert code == 0
    assert "the same" in told
    assert "Actions to follow up: 6" in told
    action, *_others = json.loads(run("follow-up", path, "--json")[1])
    assert action["now"] == ""
    said = ("--id", action["id"], "--status", "done", "--became", "All are registered.")
    code, told, _ = run("follow-up", path, *said, language="fr")
    assert code == 0
    assert "achevée" in told
    found = json.loads(run("trend", path, "--json")[1])
    assert found["positions"]
    assert all(one["after"] is None for one in found["positions"])
    assert any(one["before"] is not None for one in found["positions"])
    code, told, _ = run("trend", path)
    assert "→ –" in told
    assert told.count("handed in no answer. Nothing here speaks for it.") == 3


def test_two_consultations_side_by_side_are_no_ranking(run, coresia):
    code, told, _ = run("compare", coresia, coresia, "--aliases", "--json")
    assert code == 0
    found = json.loads(told)
    assert [one["en"] for one in found["names"]] == ["A", "B"]
    assert all(row["levels"][0] == row["levels"][1] for row in found["rows"])
    assert {row["question"] for row in found["rows"]} == {"same"}
    assert "Cor" not in told
    items = [row["item"] for row in found["rows"]]
    with Consultation.open(coresia, read_only=True) as file:
        order = [item.id for item in file.questionnaire.items()]
    assert items == sorted(items, key=order.index)


def test_a_respondents_file_or_a_first_consultation_is_told_in_words(run, tmp_path):
    named = Text.of(en="Coresia", fr="Corésie")
    path = tmp_path / "first.spfa"
    Consultation.create(path, title=named, country=named).close()
    code, _, told = run("trend", path, language="fr")
    assert code == 3
    assert "C-191" in told
    code, _, told = run("compare", path, tmp_path / "gone.spfa")
    assert code == 3
    assert "S-101" in told
