"""Every rule of a form: broken once in a small form, it is told with its place."""

from string import Formatter

import pytest
from support.forms import MAIN, SECTION, places, write_form
from support.yaml_files import line_of, spoiled

from spf_assess.i18n import Words
from spf_assess.questionnaire import check_forms
from spf_assess.questionnaire.checks import RULES

LATENT = "".join(MAIN.splitlines(keepends=True)[4:7])
BY_SEX = "        by_sex: true\n        levels: []\n"

# code, what stands in the section, what is put there instead, words on the line told
IN_SECTION = [
    ("Q-102", 'title: {en: "Inclusion"', 'title: {en: "Inclusion', "{en: "),
    ("Q-103", "    core: true\n", "    core: true\n    core: false\n", "core: false"),
    ("Q-104", 'label: {en: "How far?"', 'label: &a {en: "How far?"', "&a"),
    ("Q-104", "law_practice", "!!str law_practice", "!!str"),
    ("Q-201", "group: principles\n", "", "section:"),
    ("Q-201", "    references: [", "    # references: [", None),
    ("Q-201", "type: select_one", "type: yes_partly_no", None),
    ("Q-202", "    evidence: [law]", "    evidences: [law]", "evidences"),
    ("Q-203", "evidence: [law]", "evidence: law", "evidence: law"),
    ("Q-203", 'short: {en: "Which", fr: "Lequel"}', 'short: "Which"', '"Which"'),
    ("Q-204", "core: true", "core: yes", "core: yes"),
    ("Q-204", "core: true", 'core: "true"', 'core: "true"'),
    ("Q-205", "    choices:\n", "    partly: {en: x, fr: y}\n    choices:\n", "partly"),
    ("Q-205", "        by_sex: true\n", BY_SEX, "levels: []"),
    ("Q-205", "{name: one,", "{name: one, exclusive: true,", "exclusive"),
    ("Q-201", "    parts:", "    constraint: '. >= 0'\n    parts:", "constraint"),
    ("Q-201", "    when: {", "    # when: {", "relevant"),
    ("Q-206", 'reference: "3(e)"\n', "", "section:"),
    (
        "Q-206",
        'reference: "3(e)"\n',
        'reference: "3(e)"\nparagraphs: ["21"]\n',
        "section:",
    ),
    ("Q-301", "type: select_one", "type: choice", "type: choice"),
    ("Q-302", 'name: "3e.3"', 'name: "3e.1"', None),
    ("Q-303", 'name: "3e.3"', 'name: "3f.3"', "3f.3"),
    ("Q-303", 'section: "3e"', 'section: "3f"', "3f"),
    ("Q-304", '["3(e)", "21"]', '["3(e)", "21", "3(z)"]', "3(z)"),
    ("Q-304", 'reference: "3(e)"', 'reference: "9"', '"9"'),
    ("Q-305", "[F1]", "[F1, F9]", "F9"),
    ("Q-306", "[law]", "[law, rumour]", "rumour"),
    ("Q-307", "[government]", "[ministry]", "ministry"),
    ("Q-307", "[government]", "[]", "asked_of: []"),
    ("Q-307", "[government]", "[observers]", "observers"),
    ("Q-308", "group: principles", "group: values", "values"),
    ("Q-309", "name: one,", "name: none,", None),
    ("Q-310", 'name: "3e.3"', 'name: "3e.three"', "three"),
    ("Q-310", "name: one,", "name: One,", "One,"),
    ("Q-313", "- name: value", "- name: missing", "name: missing"),
    ("Q-311", 'references: ["3(e)"]', 'references: ["21", "3(e)"]', '["21"'),
    ("Q-401", ', fr: "Lequel\u00a0?"}', "}", '{en: "Which?"}'),
    ("Q-402", '{en: "Which", fr: "Lequel"}', '{en: "Which", fr: " \u00a0"}', '"Which"'),
    ("Q-403", ', label: {en: "One", fr: "Un"}}', "}", "name: one"),
    ("Q-404", 'fr: "Lequel"', 'fr: "' + "é" * 49 + '"', "éé"),
    ("Q-404", 'short: {en: "Inclusion"', 'short: {en: "' + "i" * 31 + '"', "iii"),
    ("Q-404", 'title: {en: "Inclusion"', 'title: {en: "' + "i" * 71 + '"', "iii"),
    ("Q-405", "Nine in ten.", "word " * 46, "word word"),
    ("Q-406", 'en: "How many?"', 'en: "How many in {year}?"', "{year}"),
    ("Q-407", "Combien\u00a0?", "Combien ?", "Combien ?"),
    ("Q-407", "Combien\u00a0?", "Combien?", "Combien?"),
    ("Q-407", "Trois lois.", "Trois lois : oui.", "Trois lois"),
    ("Q-407", "Trois lois.", "« Trois » lois.", "Trois"),
    ("Q-407", "Trois lois.", "L’une des lois.", "L’une"),
    ("Q-407", "Trois lois.", "Loi n° 3.", "n° 3"),
    ("Q-407", "Trois lois.", "Dans 30 pour cent des cas.", "30 pour"),
    ("Q-501", "    headline: true\n", "", "section:"),
    ("Q-502", "    headline: true\n    core: true\n", "    headline: true\n", "3e.1"),
    ("Q-502", "[government, employers, workers]", "[government, workers]", "3e.1"),
    ("Q-503", "      practice:\n", "      practise:\n", None),
    ("Q-504", '        - {en: "No one.", fr: "Personne."}\n', "", "A quarter"),
    ("Q-505", "Nine in ten.", "Half.", "Neuf sur dix"),
    ("Q-506", 'minimum: "0"', 'minimum: "101"', "name: value"),
    ("Q-506", 'maximum: "100"', 'maximum: "cent"', "name: value"),
    ("Q-507", '      - {name: one, label: {en: "One", fr: "Un"}}\n', "", "name: none"),
    ("Q-601", "${3e.2} != 'none'", "${3e.2} != 'none", "relevant"),
    ("Q-601", "${3e.2} != 'none'", "3e.2 != 'none'", "relevant"),
    ("Q-601", "${3e.2} != 'none'", "doc('x') = 'none'", "relevant"),
    ("Q-601", "${3e.2} != 'none'", "$x != 'none'", "relevant"),
    ("Q-602", "${3e.2} !=", "${3e.9} !=", "relevant"),
    ("Q-602", "${3e.1.law}", "${3e.1}", "relevant"),
    ("Q-602", "${3e.1.law}", "${.law}", "relevant"),
    ("Q-604", ">= 2", ">= 'two'", "relevant"),
    ("Q-605", "[government]", "[government]\n    core: true", "relevant"),
    ("Q-606", "'none'", "'nobody'", "relevant"),
]  # fmt: skip
# the same for the main file
IN_MAIN = [
    ("Q-506", 'fewest: "2"', 'fewest: "two"', "- name: principles"),
    ("Q-506", 'fewest: "2"', 'fewest: "1.5"', "- name: principles"),
    ("Q-101", 'sections: ["3e"]', 'sections: ["3e", "3f"]', "sections"),
    ("Q-102", "sections: [", "sections: {", None),
    ("Q-201", 'version: "1"\n', "", "questionnaire:"),
    ("Q-202", "stage:", "stages:", "stages"),
    ("Q-302", "  - name: F6", "  - name: F1", None),
    ("Q-302", 'sections: ["3e"]', 'sections: ["3e", "3e"]', "sections"),
    ("Q-304", 'covers: ["21"]', 'covers: ["25"]', "covers"),
    ("Q-310", "name: F6", "name: Follow", "Follow"),
    ("Q-312", "stage: discussion", "stage: later", "later"),
    ("Q-312", "belongs_to: compared", "belongs_to: everyone", "everyone"),
    ("Q-407", "Principes", "« Principes »", "Principes"),
    ("Q-504", LATENT, "", "Emerging"),
    ("Q-508", 'covers: ["21"]', 'covers: ["3"]', "covers"),
    ("Q-601", "${.range} >= 2", "${.range} >=", ">="),
    ("Q-602", "${.practice} <= 2", "${.range} <= 2", "<= 2"),
    ("Q-602", "${.range} >= 2", "${.law} >= 2", ">= 2"),
    ("Q-604", "${.practice} <= 2", "${.practice} = 'low'", "= 'low'"),
]


# Faults that cannot but follow from the one made: what is misread there is missed here
FOLLOWING = {
    "type: yes_partly_no": {"Q-205", "Q-606"},
    "core: yes": {"Q-502"},
    "    # references: [": {"Q-508"},
    'name: "3e.1"': {"Q-603"},
    'reference: "9"': {"Q-311"},
    "      practise:\n": {"Q-202"},
    "stages:": {"Q-602"},
    "stage: later": {"Q-602"},
}


def check_told(found, code, file, line, new):
    told = [(where, number) for one, where, number in found if one == code]
    assert told, found
    assert told[0][0] == file
    assert line is None or told[0][1] == line
    assert {one for one, _, _ in found} - {code} == FOLLOWING.get(new, set())


def test_the_small_form_has_no_fault(tmp_path):
    assert places(write_form(tmp_path)) == []


@pytest.mark.parametrize(("code", "old", "new", "where"), IN_SECTION)
def test_a_broken_section_is_told_with_its_line(tmp_path, code, old, new, where):
    section = spoiled(SECTION, old, new)
    line = None if where is None else line_of(section, where)
    found = places(write_form(tmp_path, s3e=section))
    check_told(found, code, "3e.yaml", line, new)


@pytest.mark.parametrize(("code", "old", "new", "where"), IN_MAIN)
def test_a_broken_main_file_is_told_with_its_line(tmp_path, code, old, new, where):
    main = spoiled(MAIN, old, new)
    line = None if where is None else line_of(main, where)
    found = places(write_form(tmp_path, main))
    check_told(found, code, "questionnaire.yaml", line, new)


def test_a_missing_main_file_is_told(tmp_path):
    (tmp_path / "3e.yaml").write_text(SECTION, encoding="utf-8")
    assert places(tmp_path) == [("Q-107", "questionnaire.yaml", 0)]


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    assert places(tmp_path / "gone") == [("Q-107", "questionnaire.yaml", 0)]


def test_a_file_that_nobody_lists_is_told(tmp_path):
    write_form(tmp_path, s3e=SECTION, s3f=SECTION)
    assert places(tmp_path) == [("Q-106", "3f.yaml", 0)]


def test_a_file_in_another_encoding_is_told_with_the_line(tmp_path):
    write_form(tmp_path)
    (tmp_path / "3e.yaml").write_bytes(SECTION.encode("latin-1"))
    line = line_of(SECTION, "\u00a0")
    assert places(tmp_path) == [("Q-105", "3e.yaml", line)]


def test_a_file_of_more_than_a_megabyte_is_not_read(tmp_path):
    write_form(tmp_path, s3e=SECTION + "#" * 1024 * 1024)
    assert places(tmp_path) == [("Q-105", "3e.yaml", 0)]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a list\n", "words\n"])
def test_a_file_without_fields_is_told(tmp_path, text):
    write_form(tmp_path, s3e=text)
    assert {code for code, _, _ in places(tmp_path)} <= {"Q-102", "Q-203"}
    assert places(tmp_path)


def test_items_that_wait_for_each_other_are_told_once(tmp_path):
    section = spoiled(
        SECTION,
        "    choices:\n",
        '    relevant: "${3e.3} > 1"\n    when: {en: x, fr: y}\n    choices:\n',
    ).replace("[government]", "[government, employers, workers]")
    found = check_forms(write_form(tmp_path, s3e=section))
    assert [(one.code, one.line) for one in found] == [
        ("Q-603", line_of(section, "${3e.3}"))
    ]
    assert found[0].facts["circle"] == "3e.2 → 3e.3 → 3e.2"


def test_an_item_that_waits_for_itself_is_told(tmp_path):
    section = spoiled(SECTION, "${3e.2} != 'none'", "${3e.3.value} > 1")
    assert [code for code, _, _ in places(write_form(tmp_path, s3e=section))] == [
        "Q-603"
    ]


def test_an_item_cannot_depend_on_a_section_that_may_not_be_asked(tmp_path):
    main = spoiled(MAIN, '["3e"]', '["3e", "3f"]')
    other = SECTION.replace("3e", "3f").replace("3(e)", "3(f)")
    depending = spoiled(other, "${3f.2} != 'none'", "${3e.2} != 'none'")
    found = places(write_form(tmp_path, main, s3e=SECTION, s3f=depending))
    assert found == [("Q-605", "3f.yaml", line_of(depending, "${3e.2}"))]


def test_a_constraint_speaks_of_the_item_itself(tmp_path):
    rest = '    constraint_message: {en: "x", fr: "y"}\n    parts:'
    own = spoiled(SECTION, "    parts:", f"    constraint: '. >= 0'\n{rest}")
    assert places(write_form(tmp_path / "own", s3e=own)) == []
    other = spoiled(SECTION, "    parts:", f"    constraint: '${{3e.2}} = 1'\n{rest}")
    found = places(write_form(tmp_path / "other", s3e=other))
    assert found == [("Q-602", "3e.yaml", line_of(other, "constraint"))]


@pytest.mark.parametrize(("fewest", "most", "kept"), [(2, 3, 1), (1, 2, 3), (4, 6, 3)])
def test_a_section_has_as_many_items_as_its_group_allows(tmp_path, fewest, most, kept):
    main = spoiled(MAIN, 'fewest: "2"', f'fewest: "{fewest}"')
    main = spoiled(main, 'most: "3"', f'most: "{most}"')
    begin = '  - name: "3e.'
    section = begin.join(SECTION.split(begin)[: kept + 1])
    found = places(write_form(tmp_path, main, s3e=section))
    assert found == [("Q-509", "3e.yaml", line_of(section, "items:") + 1)]


def test_items_a_country_added_are_not_counted(tmp_path):
    main = spoiled(MAIN, 'most: "3"', 'most: "2"')
    national = spoiled(SECTION, "    relevant:", "    national: true\n    relevant:")
    assert places(write_form(tmp_path, main, s3e=national)) == []


def test_all_faults_are_told_at_once_by_file_and_line(tmp_path):
    section = SECTION
    for _, old, new, _ in IN_SECTION:
        if old in section and new not in section and "title" not in old:
            section = spoiled(section, old, new)
    found = places(write_form(tmp_path, MAIN.replace('"21"', '"25"'), s3e=section))
    assert len(found) > 15
    assert found[0][1] == "questionnaire.yaml"
    of_section = [(line, code) for code, file, line in found if file == "3e.yaml"]
    assert of_section == sorted(of_section)


def test_every_rule_has_a_code_of_its_own_and_a_test_that_breaks_it():
    codes = [rule.code for rule in RULES if not rule.code.startswith("Q-7")]
    assert len(set(codes)) == len(codes)
    broken = {case[0] for case in IN_SECTION + IN_MAIN}
    assert set(codes) - broken == {"Q-105", "Q-106", "Q-107", "Q-509", "Q-603"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_cause_and_remedy_are_told_in_the_language_of_the_person(tmp_path, language):
    words = Words(language)
    untold = []
    for number, (_, old, new, _) in enumerate(IN_SECTION):
        section = spoiled(SECTION, old, new)
        for fault in check_forms(write_form(tmp_path / str(number), s3e=section)):
            for sentence in (fault.says, fault.remedy):
                names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
                if not words(sentence, **fault.facts) or names - set(fault.facts):
                    untold.append(sentence)
                if language == "fr" and words(sentence) == sentence:
                    untold.append(sentence)
    assert untold == []
