"""Every rule of a pack: broken once in a small pack, it is told with its place."""

from string import Formatter

import pytest
from support.packs import FILES, HELPED, write_pack
from support.yaml_files import line_of, spoiled

from spf_assess.i18n import Words
from spf_assess.model import Problem
from spf_assess.paths import forms_folder
from spf_assess.questionnaire.packs import (
    DOCUMENT_RULES,
    PACK_RULES,
    check_pack,
    read_pack,
)
from spf_assess.questionnaire.packs.contents import LARGEST_PACK, MOST_FILES

# code, file, what stands there, what is put instead, words on the line told (None: 0)
SPOILED = [
    ("Q-102", "pack.yaml", 'version: "1"', 'version: "1', "title:"),
    ("Q-103", "schemes.yaml", "    note:", "    name: again\n    note:", "again"),
    ("Q-104", "items/3e.yaml", '"3e.n2"', '&a "3e.n2"', "&a"),
    ("Q-201", "pack.yaml", 'version: "1"\n', "", "pack:"),
    ("Q-201", "schemes.yaml", '    sections: ["5d"]\n', "", "old_age"),
    ("Q-202", "pack.yaml", "languages:", "tongues:", "tongues"),
    ("Q-202", "items/3e.yaml", "items:\n", "group: rest\nitems:\n", "group"),
    ("Q-203", "pack.yaml", 'base: {questionnaire: "r202", version: "2026.1"}',
     'base: "r202"', "base"),
    ("Q-204", "items/3e.yaml", "core: true", "core: yes", "core: yes"),
    ("Q-301", "sections/n1.yaml", "select_one", "choice", "choice"),
    ("Q-302", "items/3e.yaml", '"3e.n2"', '"3e.n1"', None),
    ("Q-303", "items/3e.yaml", 'section: "3e"', 'section: "3f"', "3f"),
    ("Q-303", "sections/n1.yaml", 'name: "n1.1"', 'name: "n2.1"', "n2.1"),
    ("Q-304", "sections/n1.yaml", '["9(2)"]', '["9(2)", "99"]', "99"),
    ("Q-305", "items/3e.yaml", "[F1]", "[F1, F99]", "F99"),
    ("Q-311", "items/3e.yaml", 'references: ["3(e)"]', 'references: ["21"]', '"21"'),
    ("Q-401", "schemes.yaml", ', fr: "Pension de vieillesse"', "", "Old-age"),
    ("Q-401", "pack.yaml", ', fr: "Questions de la Corésie"', "", "title"),
    ("Q-402", "schemes.yaml", "Versée depuis 2019.", " ", "Paid since"),
    ("Q-404", "schemes.yaml", "Old-age Pension", "o" * 121, "ooo"),
    ("Q-407", "sections/n1.yaml", "allocation\u00a0?", "allocation ?", "allocation ?"),
    ("Q-501", "items/3e.yaml", "    core: true\n",
     "    core: true\n    headline: true\n", '"3e.n1"'),
    ("Q-503", "items/3e.yaml", "      practice:\n", "      practise:\n", '"3e.n1"'),
    ("Q-602", "items/3e.yaml", "${3e.1.law}", "${3e.99.law}", "relevant"),
    ("Q-605", "items/3e.yaml", "${3e.1.law}", "${3f.0.law}", "relevant"),
    ("Q-844", "pack.yaml", '"2026.1"', '"1999.1"', "base"),
    ("Q-844", "pack.yaml", '"r202"', '"c102"', "base"),
    ("Q-845", "items/3e.yaml", 'name: "3e.n2"', 'name: "3e.1"', '"3e.1"'),
    ("Q-846", "items/3e.yaml", 'name: "3e.n2"', 'name: "3e.22"', '"3e.22"'),
    ("Q-846", "sections/n1.yaml", 'name: "n1.1"', 'name: "9b.7"', '"9b.7"'),
    ("Q-848", "sections/n1.yaml", "group: national", "group: principles", "group"),
    ("Q-848", "sections/n1.yaml", "group: national", "group: ours", "group"),
    ("Q-850", "pack.yaml", '"coresia"', '"Coresia!"', "Coresia!"),
    ("Q-850", "pack.yaml", 'version: "1"', 'version: "one two"', "one two"),
    ("Q-850", "pack.yaml", '"pt"', '"portuguese"', "portuguese"),
    ("Q-850", "schemes.yaml", "islands_grant", "Islands", "Islands"),
    ("Q-851", "schemes.yaml", '["5d"]', '["5d", "9z"]', "9z"),
    ("Q-851", "schemes.yaml", '["5d"]', "[]", "sections: []"),
    ("Q-852", "schemes.yaml", "old_age_pension", "islands_grant", "Old-age Pension"),
    ("Q-853", "pack.yaml", '{code: "pt"', '{code: "fr", name: "F"}, {code: "pt"',
     "languages"),
    ("Q-854", "pack.yaml", '{code: "pt", name: "Português"}', "", None),
    ("Q-855", "texts/pt.yaml", '3e.n2/label":', '3e.n9/label":', "3e.n9"),
    ("Q-855", "texts/pt.yaml", '["3e.n2/label"]', '["3e.n2/lable"]', "lable"),
    ("Q-856", "texts/pt.yaml", "Inclusão social", "Inclusão {social}", "Inclusão"),
    ("Q-857", "schemes.yaml", "Old-age", "Old\u202eage", "age Pension"),
    ("Q-858", "texts/pt.yaml", "Inclusão social", "o" * 200, "ooo"),
    ("Q-102", "guidance/3e.yaml", 'why: {en: "Boats are few.",', "why: [", "why"),
    ("Q-103", "guidance/3e.yaml", "    found:", "    why: {}\n    found:", "why: {}"),
    ("Q-201", "guidance/3e.yaml", "    counts:", "    # counts:", "Boats"),
    ("Q-202", "guidance/3e.yaml", "    why:", "    where:", "where"),
    ("Q-203", "guidance/3e.yaml", "to_be_verified: [found]", "to_be_verified: found",
     "verified: found"),
    ("Q-303", "guidance/3e.yaml", 'section: "3e"', 'section: "n1"', '"n1"'),
    ("Q-401", "guidance/3e.yaml", ', fr: "Les bateaux sont rares."', "", "Boats"),
    ("Q-402", "guidance/3e.yaml", "Boats are few.", " ", "bateaux"),
    ("Q-407", "guidance/3e.yaml", "sont rares.", "sont rares !", "rares !"),
    ("Q-702", "guidance/3e.yaml", '"3e.n1"', '"3e.n9"', "3e.n9"),
    ("Q-704", "guidance/3e.yaml", "Boats are few.", "boat " * 61, "boat boat"),
    ("Q-705", "guidance/3e.yaml", "      workers: {", "      # workers: {", "It knows"),
    ("Q-706", "guidance/3e.yaml", "[found]", "[founds]", "founds"),
    ("Q-707", "guidance/3e.yaml",
     '\n      - {en: "Islands Act, s. 4", fr: "Loi sur les îles, art. 4"}', " []",
     "sources: []"),
    ("Q-857", "guidance/3e.yaml", "harbour", "har\u202ebour", "register"),
    ("Q-859", "guidance/3e.yaml", '"3e.n1"', '"3e.1"', "3e.1"),
]  # fmt: skip
WHOLE = {**FILES, **HELPED}


def told(folder):
    faults = check_pack(folder)
    for one in faults:  # as the command line and the window tell it
        assert Words("fr").tell(Problem(one.code, one.says, **one.facts))
    return [(one.code, one.file, one.line) for one in faults]


def test_the_small_pack_has_no_fault(tmp_path):
    assert check_pack(write_pack(tmp_path / "plain")) == ()
    assert check_pack(write_pack(tmp_path / "helped", **HELPED)) == ()


@pytest.mark.parametrize(
    ("code", "file", "old", "new", "words"),
    SPOILED,
    ids=[f"{one[0]} {one[1]} {number}" for number, one in enumerate(SPOILED)],
)
def test_each_fault_is_told_with_its_place(tmp_path, code, file, old, new, words):
    text = spoiled(WHOLE[file], old, new)
    known = file.removesuffix(".yaml").replace("/", "_")
    write_pack(tmp_path, **{known if file in FILES else file: text})
    found = told(tmp_path)
    if code == "Q-854":
        assert (code, "texts/pt.yaml", 0) in found
    elif words is None:
        assert code in [one[0] for one in found]
    else:
        line = line_of(text, words) - (code == "Q-852")  # the entry begins there
        assert (code, file, line) in found


def test_a_pack_without_its_main_file_is_told(tmp_path):
    assert ("Q-841", "pack.yaml", 0) in told(write_pack(tmp_path, pack=None))


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "pack.yml", "sections/n1.txt", "more/n1.yaml", "items/3 e.yaml"],
)
def test_a_file_that_no_pack_has_is_told(tmp_path, name):
    write_pack(tmp_path, **{name: "x"})
    place = "more/" if name.startswith("more") else name
    assert told(tmp_path) == [("Q-842", place, 0)]


@pytest.mark.parametrize(
    "name", ["questionnaire.yaml", "3e.yaml", "sections/3e.yaml", "p7.yaml"]
)
def test_an_official_file_is_refused_with_the_reason(tmp_path, name):
    write_pack(tmp_path, **{name: 'section: "3e"\n'})
    first = check_pack(tmp_path)[0]
    assert (first.code, first.file) == ("Q-843", name)
    assert "same in every country" in first.says.replace("\n", " ")


def test_guidance_on_official_items_is_refused_with_the_reason(tmp_path):
    """Told once for each, and not also as names that nobody knows."""
    official = (forms_folder() / "guidance" / "3e.yaml").read_text(encoding="utf-8")
    write_pack(tmp_path, **{"guidance/3e.yaml": official})
    found = check_pack(tmp_path)
    lines = [n for n, one in enumerate(official.splitlines(), 1) if one[:3] == '  "']
    assert [(one.code, one.line) for one in found] == [("Q-859", n) for n in lines]
    assert lines
    assert "the same in every country" in Words("en")(found[0].says)
    assert "mêmes dans tous les pays" in Words("fr")(found[0].says)
    with pytest.raises(Problem) as refused:
        read_pack(tmp_path)
    assert refused.value.code == "Q-859"


def test_guidance_may_leave_items_of_the_pack_out(tmp_path):
    write_pack(tmp_path, **HELPED)
    assert "3e.n2" in FILES["items/3e.yaml"]
    assert check_pack(tmp_path) == ()


@pytest.mark.parametrize("section", ["3f", "n7", "9z"])
def test_guidance_where_the_pack_asks_nothing_is_told(tmp_path, section):
    text = HELPED["guidance/3e.yaml"].replace("3e", section)
    write_pack(tmp_path, **{f"guidance/{section}.yaml": text})
    assert told(tmp_path) == [("Q-860", f"guidance/{section}.yaml", 0)]
    remedy = check_pack(tmp_path)[0]
    assert "n1, 3e" in Words("en")(remedy.remedy, **remedy.facts)


def test_guidance_on_an_item_of_another_section_is_told(tmp_path):
    text = spoiled(HELPED["guidance/3e.yaml"], 'section: "3e"', 'section: "n1"')
    write_pack(tmp_path, **{"guidance/n1.yaml": text})
    line = line_of(text, "3e.n1")
    assert told(tmp_path) == [("Q-702", "guidance/n1.yaml", line)]


def test_guidance_stays_unblamed_for_a_broken_file_of_questions(tmp_path):
    write_pack(tmp_path, **HELPED, items_3e="items: [")
    assert {(code, file) for code, file, _ in told(tmp_path)} >= {
        ("Q-102", "items/3e.yaml")
    }
    assert not [one for one in told(tmp_path) if one[1] == "guidance/3e.yaml"]


@pytest.mark.parametrize("text", ["- a", "word", "[]", "1"])
def test_guidance_of_another_shape_is_told(tmp_path, text):
    write_pack(tmp_path, **{"guidance/3e.yaml": text})
    assert told(tmp_path) == [("Q-203", "guidance/3e.yaml", 1)]


def test_a_strange_file_among_guidance_is_told(tmp_path):
    write_pack(tmp_path, **HELPED, **{"guidance/notes.txt": "x"})
    assert told(tmp_path) == [("Q-842", "guidance/notes.txt", 0)]


def test_items_for_an_unknown_section_are_told(tmp_path):
    text = FILES["items/3e.yaml"].replace("3e", "9z")
    write_pack(tmp_path, **{"items/9z.yaml": text})
    assert ("Q-847", "items/9z.yaml", 0) in told(tmp_path)


def test_a_pack_with_too_many_files_is_not_read_further(tmp_path):
    write_pack(tmp_path)
    for number in range(MOST_FILES):
        (tmp_path / "sections" / f"n{number}.yaml").write_text("x: y")
    assert told(tmp_path) == [("Q-849", "pack.yaml", 0)]


def test_a_pack_too_large_for_one_document_is_told(tmp_path):
    long = "".join(f'  "x{n}": "{"o" * 900}"\n' for n in range(LARGEST_PACK // 2700))
    for code in ("pt", "es", "ar", "sw"):
        write_pack(tmp_path, **{f"texts/{code}.yaml": f"texts:\n{long}"})
    assert ("Q-849", "pack.yaml", 0) in told(tmp_path)


def test_what_file_managers_leave_behind_is_passed_over(tmp_path):
    left = {".DS_Store": "x", "Thumbs.db": "x", "items/.hidden": "x"}
    assert check_pack(write_pack(tmp_path, **left)) == ()


def test_a_name_that_is_no_text_is_told_and_nothing_fails(tmp_path):
    write_pack(tmp_path)
    (tmp_path / "caf\udce9.yaml").touch()  # half a character, as some disks have them
    assert [one.code for one in check_pack(tmp_path)] == ["Q-842"]


def test_all_faults_are_told_at_once(tmp_path):
    write_pack(
        tmp_path,
        schemes=spoiled(FILES["schemes.yaml"], '["5d"]', '["9z"]'),
        sections_n1=spoiled(FILES["sections/n1.yaml"], "select_one", "choice"),
        texts_pt=spoiled(FILES["texts/pt.yaml"], "Inclusão", "{Inclusão}"),
        **{"notes.txt": "x"},
    )
    assert {one[0] for one in told(tmp_path)} == {"Q-842", "Q-851", "Q-301", "Q-856"}


def test_letters_written_as_two_signs_are_read_as_one(tmp_path):
    write_pack(tmp_path, schemes=FILES["schemes.yaml"].replace("é", "e\u0301"))
    assert check_pack(tmp_path) == ()
    assert "Versée" in read_pack(tmp_path).info.document.decode()


def test_a_pack_with_faults_is_refused_with_place_cause_and_number(tmp_path):
    text = spoiled(FILES["pack.yaml"], '"2026.1"', '"1999.1"')
    write_pack(tmp_path, pack=text, **{"notes.txt": "x"})
    with pytest.raises(Problem) as refused:
        read_pack(tmp_path)
    sentence = Words("en").tell(refused.value)
    assert refused.value.code == "Q-844"
    assert "pack.yaml, line 4" in sentence
    assert "r202 1999.1" in sentence
    assert "Further faults: 1" in sentence
    assert "Autres erreurs" in Words("fr").tell(refused.value)


def test_every_rule_of_packs_is_broken_here():
    broken = {one[0] for one in SPOILED} | {
        "Q-841",
        "Q-842",
        "Q-843",
        "Q-847",
        "Q-849",
        "Q-860",
    }
    assert {rule.code for rule in PACK_RULES} <= broken


@pytest.mark.parametrize(
    "rule", [*PACK_RULES, *DOCUMENT_RULES], ids=lambda one: one.code
)
def test_each_rule_is_told_in_both_languages_with_the_same_facts(rule):
    for sentence in (rule.says, rule.remedy):
        names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        facts = dict.fromkeys(names, "x")
        french = Words("fr")(sentence, **facts)
        assert french != Words("en")(sentence, **facts)
