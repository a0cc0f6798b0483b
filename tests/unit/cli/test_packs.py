"""National packs on the command line: begun, checked, packed."""

import json
import shutil

import pytest
from support.packs import FILES, HELPED, write_pack
from support.yaml_files import spoiled

BAD_SCHEMES = spoiled(FILES["schemes.yaml"], '["5d"]', '["9z"]')


def test_a_pack_is_begun_checked_and_packed(run, tmp_path):
    folder, document = tmp_path / "mine", tmp_path / "mine.spfq"
    code, told, _ = run("forms", "new-pack", folder)
    assert code == 0
    assert str(folder / "items" / "3e.yaml") in told
    assert str(folder / "guidance" / "n1.yaml") in told
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
    assert "3e.yaml: Q-843" in told
    assert "schemes.yaml:8: Q-851" in told
    assert "2 faults found." in told
    code, told, _ = run("forms", "check", tmp_path, "--json")
    assert [one["code"] for one in json.loads(told)] == ["Q-843", "Q-851"]


def test_guidance_on_an_official_question_is_refused_with_the_reason(run, tmp_path):
    text = spoiled(HELPED["guidance/3e.yaml"], '"3e.n1"', '"3e.1"')
    write_pack(tmp_path, **{"guidance/3e.yaml": text})
    code, told, _ = run("forms", "check", tmp_path)
    assert code == 1
    assert "guidance/3e.yaml:3: Q-859 “3e.1” is an official question" in told
    assert "3e.n1" in told
    code, told, _ = run("forms", "check", tmp_path, language="fr")
    assert "mêmes dans tous les pays" in told


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
    assert "a.spfq: Q-871" in told


def test_a_questionnaire_is_still_checked_as_one(run):
    code, told, _ = run("forms", "check")
    assert code == 0
    assert told == "The questionnaire has no fault.\n"


def test_a_self_assessment_asks_the_questions_of_a_pack(run, tmp_path):
    mine, answers = tmp_path / "mine.spfa", tmp_path / "answers.json"
    folder = write_pack(tmp_path / "pack")
    code, told, _ = run("self-assess", mine, "--constituency=workers", "--pack", folder)
    assert (code, told) == (0, f"The response is in {mine}.\n")
    given = {"item": "n1.1", "parts": {"value": {"value": "region"}}}
    answers.write_text(json.dumps([given]), "utf-8")
    assert run("answer", mine, answers)[:2] == (0, "1 answer saved.\n")
    assert json.loads(run("check", mine, "--json")[1])["answered"] == 1


def test_a_self_assessment_with_a_packed_file_needs_it_no_more(run, tmp_path):
    folder, document = write_pack(tmp_path / "pack"), tmp_path / "coresia.spfq"
    assert run("forms", "pack", folder, "-o", document)[0] == 0
    mine = tmp_path / "mine.spfa"
    given = ("self-assess", mine, "--constituency=employers", "--pack", document)
    assert run(*given)[0] == 0
    document.unlink()
    shutil.rmtree(folder)
    asked = {
        one["item"] for one in json.loads(run("check", mine, "--json")[1])["missing"]
    }
    assert {"3e.n1", "n1.1"} <= asked
    assert "3e.n2" not in asked  # employers are not asked it


@pytest.mark.parametrize(
    ("code", "write"),
    [
        ("F-101", lambda path: None),
        ("Q-871", lambda path: path.write_text("Dear all")),
        ("Q-851", lambda path: write_pack(path, schemes=BAD_SCHEMES)),
        ("Q-841", lambda path: path.mkdir()),
    ],
)
def test_a_pack_that_cannot_be_used_leaves_no_self_assessment(
    run, tmp_path, code, write
):
    mine, pack = tmp_path / "mine.spfa", tmp_path / "given.spfq"
    write(pack)
    given = ("self-assess", mine, "--constituency=workers", "--pack", pack)
    failed, _, told = run(*given)
    assert failed == 3
    assert f"[{code}]" in told
    assert not mine.exists()
