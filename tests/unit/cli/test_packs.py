"""National packs on the command line: begun, checked, packed."""

import json

import pytest
from support.packs import FILES, write_pack
from support.yaml_files import spoiled

from spf_assess.__main__ import main


@pytest.fixture
def run(capsys):
    """Run a command; return its exit code, standard output and standard error."""

    def runner(*words, language="en"):
        code = main(["--lang", language, *(str(word) for word in words)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return runner


def test_a_pack_is_begun_checked_and_packed(run, tmp_path):
    folder, document = tmp_path / "mine", tmp_path / "mine.spfq"
    code, told, _ = run("forms", "new-pack", folder)
    assert code == 0
    assert str(folder / "items" / "3e.yaml") in told
    assert run("forms", "check", folder) == (0, "The pack has no fault.\n", "")
    code, told, _ = run("forms", "pack", folder, "-o", document)
    assert code == 0
    assert "National questions" in told
    assert run("forms", "check", document, language="fr") == (
        0,
        "Le module ne comporte aucune erreur.\n",
        "",
    )


def test_every_fault_of_a_pack_is_listed_with_its_place(run, tmp_path):
    text = spoiled(FILES["schemes.yaml"], '["5d"]', '["9z"]')
    write_pack(tmp_path, schemes=text, **{"3e.yaml": "x: y"})
    code, told, _ = run("forms", "check", tmp_path)
    assert code == 1
    assert "3e.yaml:0: Q-843" in told
    assert "schemes.yaml:8: Q-851" in told
    assert "2 faults found." in told
    code, told, _ = run("forms", "check", tmp_path, "--json")
    assert [one["code"] for one in json.loads(told)] == ["Q-843", "Q-851"]


def test_a_pack_with_faults_is_not_packed(run, tmp_path):
    write_pack(tmp_path / "mine", **{"notes.txt": "x"})
    code, _, told = run("forms", "pack", tmp_path / "mine", "-o", tmp_path / "m.spfq")
    assert code == 3
    assert "Q-842" in told
    assert not (tmp_path / "m.spfq").exists()


def test_a_document_is_called_as_what_it_is(run, tmp_path):
    write_pack(tmp_path / "mine")
    code, _, told = run("forms", "pack", tmp_path / "mine", "-o", tmp_path / "m.zip")
    assert code == 3
    assert "m.spfq" in told
    assert "L-170" in told


def test_a_file_that_is_no_pack_is_told(run, tmp_path):
    (tmp_path / "a.spfq").write_text("no pack")
    code, told, _ = run("forms", "check", tmp_path / "a.spfq", language="fr")
    assert code == 1
    assert "a.spfq:0: Q-871" in told


def test_a_questionnaire_is_still_checked_as_one(run):
    code, told, _ = run("forms", "check")
    assert code == 0
    assert told == "The questionnaire has no fault.\n"
