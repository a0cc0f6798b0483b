"""Priorities and actions on the command line."""

import json

import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import Text


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "room.spfa"
    named = Text.of(en="Coresia", fr="Corésie")
    Consultation.create(path, title=named, country=named).close()
    return path


def test_groups_rank_and_one_that_did_not_is_named(run, file):
    assert run("rank", file, "3e", "5a", "--group", "workers")[0] == 0
    assert run("rank", file, "5a", "--group", "government")[0] == 0
    code, told, _ = run("priorities", file, language="fr")
    assert code == 0
    assert "Travailleurs 2" in told
    assert "Employeurs : aucune priorité" in told.replace("\u00a0", " ")
    found = json.loads(run("priorities", file, "--json")[1])
    assert found["missing"] == ["employers"]
    assert [row["section"] for row in found["sections"]] == ["5a", "3e"]
    assert run("rank", file, "9z", "--group", "workers")[0] == 3
    assert run("rank", file, "3e", "--group", "observers")[0] == 2


def test_an_action_is_recorded_changed_written_and_taken_out(run, file, tmp_path):
    words = ("--objective", "Cover all", "--what", "Register everybody")
    where = ("--section", "5a", "--paragraph", "14(b)", "--ends-on", "2028")
    code, told, _ = run("action", file, *words, *where, "--json")
    assert code == 0
    name = json.loads(told)["id"]
    assert run("action", file, "--id", name, "--status", "done")[0] == 0
    (kept,) = json.loads(run("actions", file, "--json")[1])
    assert (kept["what"], kept["status"]) == ("Register everybody", "done")
    for suffix in (".xlsx", ".ics"):
        path = tmp_path / f"plan{suffix}"
        assert run("actions", file, "-o", path)[0] == 0
        assert path.stat().st_size > 100
    code, _, told = run("action", file, "--what", "Only this", language="fr")
    assert code == 3
    assert "C-173" in told
    assert run("action", file, "--id", "gone", "--status", "done")[0] == 3
    assert run("action", file, "--id", name, "--drop")[0] == 0
    assert json.loads(run("actions", file, "--json")[1]) == []


def test_an_action_has_words_in_both_languages(run, file, tmp_path):
    words = ("--objective", "Cover all", "--what", "Register everybody")
    words = (*words, "--ends-on", "2028", "--words-in", "en")
    told = run("action", file, *words, "--json")[1]
    name = json.loads(told)["id"]
    more = ("--what", "Affilier chacun", "--status", "begun", "--words-in", "fr")
    assert run("action", file, "--id", name, *more)[0] == 0
    (kept,) = json.loads(run("actions", file, "--json")[1])
    assert (kept["what"], kept["language"]) == ("Register everybody", "en")
    assert kept["translated"] == {"what": "Affilier chacun"}
    assert kept["status"] == "begun"
    assert "Affilier chacun" in run("actions", file, language="fr")[1]
    assert "Register everybody" in run("actions", file)[1]
    path = tmp_path / "plan.ics"
    assert run("actions", file, "-o", path, language="fr")[0] == 0
    assert "Affilier chacun" in path.read_text("utf-8")
    run("action", file, "--id", name, "--what", "Register all", "--words-in", "en")
    (kept,) = json.loads(run("actions", file, "--json")[1])
    assert (kept["what"], kept["translated"]["what"]) == (
        "Register all",
        "Affilier chacun",
    )
