"""The official form is told as faulty when what lies beside its sections is gone."""

import shutil

import pytest
from support.forms import write_form

from spf_assess.paths import forms_folder
from spf_assess.reading import check_folder

LEGAL = "recommendation/recommendation.yaml"


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(forms_folder(), tmp_path / "r202")


def told(folder):
    return [
        (one.code, one.facts.get("missing", one.file)) for one in check_folder(folder)
    ]


def test_the_installed_form_is_whole():
    assert check_folder(forms_folder()) == ()


@pytest.mark.parametrize("gone", ["guidance/", "glossary/"])
def test_a_folder_that_is_gone_is_told_by_its_name(copy, gone):
    shutil.rmtree(copy / gone)
    assert told(copy) == [("Q-108", gone)]


def test_the_text_of_the_recommendation_must_be_there(copy):
    shutil.rmtree(copy / "recommendation")
    assert told(copy) == [("Q-108", LEGAL)]


def test_a_section_without_help_is_told(copy):
    (copy / "guidance" / "3e.yaml").unlink()
    assert told(copy) == [("Q-108", "guidance/3e.yaml")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: {en: a, fr: b}\n", "Q-201"),
        ("a: [\n", "Q-102"),
        ("a: 1\na: 2\n", "Q-103"),
    ],
)
def test_a_spoiled_recommendation_is_told_with_its_file(copy, text, code):
    (copy / LEGAL).write_text(text, encoding="utf-8")
    assert [(one.code, one.file) for one in check_folder(copy)] == [(code, LEGAL)]


def test_the_recommendation_in_another_encoding_is_told(copy):
    (copy / LEGAL).write_bytes("é".encode("latin-1"))
    assert told(copy) == [("Q-108", LEGAL)]


def test_faults_of_the_glossary_are_told_with_their_folder(copy):
    (copy / "glossary" / "method.yaml").unlink()
    assert [(one.code, one.file) for one in check_folder(copy)] == [
        ("Q-800", "glossary/method.yaml")
    ]


def test_a_form_of_ones_own_may_go_without(tmp_path):
    assert check_folder(write_form(tmp_path)) == ()


def test_a_glossary_of_ones_own_is_looked_at(tmp_path):
    folder = write_form(tmp_path)
    shutil.copytree(forms_folder() / "glossary", folder / "glossary")
    assert check_folder(folder) == ()
    (folder / "glossary" / "practice.yaml").write_text("terms: []\n", encoding="utf-8")
    assert told(folder) == [("Q-201", "glossary/practice.yaml")]


def test_a_folder_that_does_not_exist_has_one_fault(tmp_path):
    assert [one.code for one in check_folder(tmp_path / "gone")] == ["Q-107"]
