"""The pack to begin with: without fault, explained in the person's language."""

import errno
from pathlib import Path

import pytest

from spf_assess.model import LANGUAGES, Problem
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import check_pack, new_pack, read_pack, with_pack


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_pack_has_no_fault_and_can_be_used(tmp_path, language):
    folder = tmp_path / "mine"
    files = new_pack(folder, language)
    assert {path.name for path in folder.rglob("*.yaml")} == {
        name.rpartition("/")[2] for name in files
    }
    assert check_pack(folder) == ()
    whole = with_pack(load_questionnaire(), read_pack(folder))
    assert [one.id for one in whole.items() if one.national] == ["3e.n1", "n1.1"]
    assert whole.item("n1.1").guidance.why["en"] == "Say why it matters."


def test_its_remarks_are_in_the_language_of_the_person(tmp_path):
    new_pack(tmp_path / "en", "en")
    new_pack(tmp_path / "fr", "fr")
    english = (tmp_path / "en" / "pack.yaml").read_text("utf-8")
    french = (tmp_path / "fr" / "pack.yaml").read_text("utf-8")
    assert english.startswith("# A national pack: what your country adds")
    assert french.startswith("# Un module national\u00a0: ce que votre pays ajoute")
    said = [
        [line for line in text.splitlines() if line and not line.startswith("#")]
        for text in (english.replace("en", "", 1), french)
    ]
    assert len(said[0]) == len(said[1]) > 3


def test_lines_are_short_enough_to_be_read_in_any_editor(tmp_path):
    new_pack(tmp_path / "fr", "fr")
    for path in (tmp_path / "fr").rglob("*.yaml"):
        assert all(len(line) <= 100 for line in path.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Mon Pays 2", "mon_pays_2"), ("2026", "pack_2026"), ("Coresia", "coresia")],
)
def test_the_pack_is_named_after_its_folder(tmp_path, folder, name):
    new_pack(tmp_path / folder, "en")
    assert read_pack(tmp_path / folder).info.id == name


@pytest.mark.parametrize("folder", ["été", "ÉÉ", "-", "x" * 80])
def test_any_name_of_a_folder_makes_a_name_of_a_pack(tmp_path, folder):
    new_pack(tmp_path / folder, "en")
    assert check_pack(tmp_path / folder) == ()


def test_an_empty_folder_is_used_and_a_full_one_is_left_alone(tmp_path):
    (tmp_path / "empty").mkdir()
    new_pack(tmp_path / "empty", "en")
    kept = tmp_path / "full" / "pack.yaml"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(Problem) as refused:
        new_pack(tmp_path / "full", "en")
    assert refused.value.code == "Q-880"
    assert [kept.read_text()] == ["mine"]
    assert len(list(kept.parent.iterdir())) == 1


def test_a_failure_leaves_nothing_half_written(tmp_path, monkeypatch):
    from spf_assess.questionnaire.packs import skeleton

    written = []

    def failing(path, data):
        if len(written) == 2:
            raise Problem("F-110", "no space")
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(skeleton, "write_atomically", failing)
    with pytest.raises(Problem):
        new_pack(tmp_path / "mine", "en")
    assert not (tmp_path / "mine").exists()


def test_a_place_where_nothing_may_be_written_is_told(tmp_path, monkeypatch):
    def refuse(path, *_more, **_options):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Problem) as refused:
        new_pack(tmp_path / "mine", "en")
    assert refused.value.code == "F-112"
    assert not (tmp_path / "mine").exists()


def test_a_place_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Problem) as refused:
        new_pack(tmp_path / "no" / "mine", "en")
    assert refused.value.code == "F-111"
