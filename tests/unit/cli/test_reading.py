"""Finding and reading by commands, in both languages."""

import json

import pytest
from support.packs import write_pack

from spf_assess.__main__ import main


@pytest.fixture
def run(capsys):
    def type_(*words, lang="en"):
        code = main(["--lang", lang, *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return type_


def test_a_word_without_its_accents_finds_the_paragraphs_in_the_language_asked_for(run):
    code, out, _err = run("search", "perennite", "--lang", "fr")
    assert code == 0
    assert "Recommandation (2)" in out
    assert "Paragraphe 3\u00a0k): pérennité financière" in out
    assert "viabilité financière" in out


def test_several_words_are_one_question(run):
    _code, out, _err = run("search", "liberté", "syndicale")
    assert "freedom of association" in out
    assert "Questions (" in out


def test_what_is_nowhere_is_told_and_ends_with_code_1(run):
    code, out, err = run("search", "zebra", lang="fr")
    assert (code, out) == (1, "")
    assert "Rien n'a été trouvé" in err


def test_some_of_the_words_are_told_as_such(run):
    code, out, err = run("search", "health", "zebra")
    assert code == 0
    assert "some of them" in err
    assert "5(a)" in out


def test_no_more_is_listed_than_was_asked_for(run):
    _code, out, _err = run("search", "social", "--most", "2")
    assert out.count("\n  …\n") >= 3


def test_json_marks_what_was_found(run):
    _code, out, _err = run("search", "--json", "œuvre", "--lang", "fr")
    plain = json.loads(out)
    assert plain["query"] == "œuvre"
    hit = next(one for one in plain["hits"] if one["id"] == "3(p)")
    assert hit["kind"] == "paragraph"
    assert {"text": "œuvre", "marked": True} in hit["snippet"]


@pytest.mark.parametrize("written", ["3e", "3(e)", "3 e)", "paragraph 3(e)"])
def test_a_paragraph_is_shown_in_both_languages_with_its_questions(run, written):
    code, out, _err = run("paragraph", *written.split())
    assert code == 0
    assert "(e) social inclusion" in out
    assert "e) inclusion sociale" in out
    assert "3e.1" in out


def test_what_the_record_lacks_is_marked(run):
    _code, out, _err = run("paragraph", "2", lang="fr")
    assert "2. For the purpose of this Recommendation" in out
    assert "[Absent du Compte rendu provisoire" in out


def test_a_paragraph_of_parts_shows_its_parts(run):
    _code, out, _err = run("paragraph", "--json", "13")
    plain = json.loads(out)
    shown = [one["reference"] for one in plain["provisions"]]
    assert shown == ["13(1)", "13(1)(a)", "13(1)(b)", "13(2)"]
    assert {"en", "fr"} == set(plain["provisions"][0]["text"])
    assert plain["items"]


@pytest.mark.parametrize("written", ["25", "3(z)", "abc", "0", "3(e) 4"])
def test_a_paragraph_that_is_none_is_refused(run, written):
    code, out, err = run("paragraph", written)
    assert (code, out) == (3, "")
    assert "[L-150]" in err


def test_nothing_to_look_for_is_not_understood(run):
    assert run("search")[0] == 2
    assert run("paragraph")[0] == 2


def test_questions_a_country_added_are_found_with_its_pack(run, tmp_path):
    pack = write_pack(tmp_path / "coresia")
    assert run("search", "ferry")[0] == 1
    code, out, _err = run("search", "ferry", "--pack", str(pack))
    assert code == 0
    assert "3e.n2" in out


def test_a_paragraph_lists_the_questions_of_a_pack(run, tmp_path):
    pack = write_pack(tmp_path / "coresia")
    assert "3e.n1" not in run("paragraph", "3e")[1]
    assert "3e.n1" in run("paragraph", "3e", "--pack", str(pack))[1]


def test_a_pack_that_cannot_be_read_is_told_before_anything_is_searched(run, tmp_path):
    code, out, err = run("search", "ferry", "--pack", str(tmp_path / "gone"), lang="fr")
    assert (code, out) == (3, "")
    assert "F-101" in err


def test_a_fault_that_lies_in_no_line_is_told_without_one(run, tmp_path):
    code, out, _err = run("forms", "check", str(tmp_path / "gone"))
    assert code == 1
    assert out.startswith("questionnaire.yaml: Q-107 ")
