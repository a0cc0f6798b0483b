"""The glossary is whole in both languages, and the check on it can fail."""

import pytest

from spf_assess.consultation.reporting import report_terms
from spf_assess.model import LANGUAGES, Problem
from spf_assess.paths import forms_folder
from spf_assess.reading import check_glossary, glossary, load_glossary
from spf_assess.reading.folding import folded
from spf_assess.reading.glossary_check import RULES, Usage
from spf_assess.report.glossary import glossary as report_glossary

FOLDER = forms_folder() / "glossary"


@pytest.fixture
def folder(tmp_path):
    for usage in Usage:
        name = f"{usage}.yaml"
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path


def changed(folder, name, before, after):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return check_glossary(folder)


def test_the_glossary_has_no_fault():
    assert check_glossary() == ()


def test_it_has_the_words_people_will_look_for():
    found = load_glossary()
    assert len(found) > 200
    assert found.by_name["social_protection_floor"].title("fr") == (
        "socle de protection sociale"
    )
    pair = found.by_name["sustainability"].words["fr"]
    assert [word.term for word in pair] == ["pérennité", "viabilité"]
    assert "3\u00a0k)" in pair[0].used["fr"]
    assert "11(1)" in pair[1].used["en"]


def test_floor_is_never_seuil_or_plancher_in_french():
    for term in load_glossary():
        said = term.means["fr"] + term.title("fr")
        assert "plancher" not in said
        if "floor" in term.title("en"):
            assert "socle" in term.title("fr")


def test_terms_stand_in_the_order_of_each_languages_alphabet():
    titles = [term.title("fr") for term in load_glossary().sorted("fr")]
    assert titles.index("éventualité") < titles.index(
        "facilitateur / facilitatrice / animateur"
    )
    assert titles.index("économie informelle") < titles.index(
        "égalité entre hommes et femmes"
    )


def test_terms_are_met_in_texts_whatever_their_case_and_number():
    found = load_glossary()
    text = "Les Socles de protection sociale et la PÉRENNITÉ, en droit et en pratique"
    met = found.met(text, "fr")
    assert [(text[one.start : one.end], one.meaning.name) for one in met] == [
        ("Socles de protection sociale", "social_protection_floor"),
        ("PÉRENNITÉ", "sustainability"),
        ("en droit et en pratique", "law_practice"),
    ]


def test_the_longest_term_wins_and_a_part_of_a_word_is_no_term():
    found = load_glossary()
    met = found.met("basic social security guarantees for floorboards", "en")
    assert [one.meaning.name for one in met] == ["basic_guarantees"]


def test_terms_of_several_texts_are_listed_once():
    found = load_glossary()
    names = [one.name for one in found.used_in(["A floor.", "Floors last."], "en")]
    assert names == ["social_protection_floor"]


def test_every_term_of_the_recommendation_is_shown_where_it_occurs():
    found = load_glossary()
    where = found.provisions(found.by_name["sustainability"])
    assert {str(one.reference) for one in where} >= {"3(k)", "11(1)"}
    for term in found:
        if term.usage is Usage.RECOMMENDATION:
            assert found.provisions(term), term.name


@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        ("practice.yaml", "terms:", "terms: [", "Q-102"),
        ("practice.yaml", "name: coverage_gap", "name: x\n    name: y", "Q-103"),
        ("practice.yaml", "name: coverage_gap", "name: &x coverage_gap", "Q-104"),
        ("practice.yaml", "    means:", "    meant:", "Q-201"),
        ("practice.yaml", "    means:", "    mean: x\n    means:", "Q-202"),
        ("practice.yaml", '      fr: "', '      de: "', "Q-401"),
        ("practice.yaml", '      en: "The people', '      en: ""\n#', "Q-402"),
        ("practice.yaml", "n'atteint pas,", "n'atteint pas ;", "Q-407"),
        ("practice.yaml", "name: coverage_gap", "name: effective_coverage", "Q-801"),
        ("practice.yaml", "name: coverage_gap", "name: Gap", "Q-801"),
        ("practice.yaml", "in law or in fact.", "in law or in fact", "Q-802"),
        ("practice.yaml", "in law or in fact.", "in law. Or in fact.", "Q-802"),
        ("practice.yaml", "in law or", "in law" + " or in law" * 20 + " or", "Q-802"),
        ("recommendation.yaml", '"social solidarity"', '"kindness"', "Q-804"),
        ("practice.yaml", '"universal benefit"', '"maternity"', "Q-805"),
    ],
)
def test_a_fault_is_found_with_its_place(folder, name, before, after, code):
    faults = changed(folder, name, before, after)
    assert code in {fault.code for fault in faults}
    assert all(fault.file.endswith(".yaml") for fault in faults)


def test_one_of_two_words_must_say_when_it_is_used(folder):
    path = folder / "recommendation.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index('      - term: "viabilité"')
    used = text.index("        used:", start)
    end = text.index("    means:", used)
    path.write_text(text[:used] + text[end:], encoding="utf-8")
    assert [fault.code for fault in check_glossary(folder)] == ["Q-803"]


def test_a_missing_file_and_an_empty_one_are_told(folder):
    (folder / "method.yaml").unlink()
    (folder / "practice.yaml").write_text("terms: []\n", encoding="utf-8")
    assert {(fault.file, fault.code) for fault in check_glossary(folder)} == {
        ("method.yaml", "Q-800"),
        ("practice.yaml", "Q-201"),
    }


def test_each_rule_has_a_code_of_its_own():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_damaged_glossary_is_told_as_a_sentence(folder, monkeypatch):
    (folder / "practice.yaml").write_text("terms: [", encoding="utf-8")
    monkeypatch.setattr(glossary, "glossary_folder", lambda: folder)
    load_glossary.cache_clear()
    try:
        with pytest.raises(Problem, match="Q-111"):
            load_glossary()
    finally:
        load_glossary.cache_clear()


def test_both_languages_are_there_for_every_word():
    for term in load_glossary():
        for language in LANGUAGES:
            assert all(word.term for word in term.words[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reports_own_glossary_speaks_of_the_same_terms(language):
    known = {
        folded(form) for term in load_glossary() for form in term.printed(language)
    }
    told = [term for term, _means in report_glossary(report_terms(), language)]
    assert [one for one in told if folded(one.removesuffix(" (R)")) not in known] == []
