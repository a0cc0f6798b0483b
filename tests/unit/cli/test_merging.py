"""Regional files on the command line: copied, looked at, merged, taken back."""

import json

import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import (
    Constituency,
    Decision,
    Stance,
    Text,
)

NAMED = Text.of(en="Coresia", fr="Corésie")
KEEP = Stance(2, "3a.1", Constituency.WORKERS, Decision.KEEP)
MOVE = Stance(2, "3a.1", Constituency.WORKERS, Decision.MOVE, {"law": 2}, "New law.")


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "home.spfa"
    Consultation.create(path, title=NAMED, country=NAMED).close()
    return path


def test_two_regions_are_merged_and_one_is_taken_back(run, home, tmp_path):
    for name, stance in (("North", KEEP), ("South", MOVE)):
        copy = tmp_path / f"{name}.spfa"
        assert run("branch", home, "-o", copy, "--name", name)[0] == 0
        with Consultation.open(copy) as region:
            region.proceedings.record(stance)
    north, south = tmp_path / "North.spfa", tmp_path / "South.spfa"
    before = home.read_bytes()
    code, told, _ = run("merge", home, north, south, "--dry-run")
    assert code == 0
    assert "North.spfa (North):" in told
    assert "1 new entry in the record of the meeting" in told
    assert home.read_bytes() == before
    code, told, _ = run("merge", home, north, south)
    assert code == 1
    assert "what a group does with its position, 2, 3a.1, Workers" in told
    code, told, _ = run("imports", home, "--json")
    assert [one["name"] for one in json.loads(told)] == ["North", "South"]
    assert run("undo-import", home, 2)[0] == 0
    with Consultation.open(home, read_only=True) as file:
        assert file.proceedings.standing(Stance) == (KEEP,)
    assert "taken back" in run("imports", home)[1]
    assert run("undo-import", home, 2)[0] == 3


def test_in_french_as_well(run, home, tmp_path):
    copy = tmp_path / "Nord.spfa"
    run("branch", home, "-o", copy, "--name", "Nord")
    code, told, _ = run("merge", home, copy, language="fr")
    assert code == 0
    assert "Aucune importation" in run("imports", home, language="fr")[1]
    code, _, told = run("merge", home, home, language="fr")
    assert code == 3
    assert "C-223" in told
