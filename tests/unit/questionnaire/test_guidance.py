"""Guidance: every rule broken once, and help that never stands in the way."""

import pytest
from support.forms import MAIN, SECTION, places, write_form
from support.yaml_files import line_of, spoiled

from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Constituency
from spf_assess.paths import forms_folder
from spf_assess.questionnaire import check_forms, load_questionnaire
from spf_assess.questionnaire.checks import RULES
from spf_assess.questionnaire.tree import read_tree

_ITEM = """\
  "{name}":
    why: {{en: "It matters.", fr: "C'est important."}}
    counts: {{en: "An act.", fr: "Une loi."}}
    found: {{en: "In the gazette.", fr: "Au journal officiel."}}
    brings:
{brings}\
    misread: {{en: "Not only this.", fr: "Pas seulement cela."}}
    sources:
      - {{en: "Paragraph 3(e)", fr: "Paragraphe 3 e)"}}
    to_be_verified: [found]
"""
_BRINGS = '      {bench}: {{en: "By {bench}.", fr: "Par {bench}."}}\n'


def _item(name, *benches):
    brings = "".join(_BRINGS.format(bench=bench) for bench in benches)
    return _ITEM.format(name=name, brings=brings)


ALL = ("government", "employers", "workers")
HELP = 'section: "3e"\nitems:\n' + "".join(
    (_item("3e.1", *ALL), _item("3e.2", *ALL), _item("3e.3", "government"))
)
LONG = " ".join(["word"] * 61)

# code, what stands in the file, what is put there instead, words on the line told
BROKEN = [
    ("Q-102", 'why: {en: "It matters."', 'why: {en: "It matters.', None),
    ("Q-103", "    misread:", "    misread: {en: x, fr: y}\n    misread:", "Not only"),
    ("Q-104", 'why: {en: "It', 'why: &a {en: "It', "&a"),
    ("Q-201", "    counts: {", "    # counts: {", "It matters"),
    ("Q-201", "    brings:\n", "    told:\n", "It matters"),
    ("Q-202", "    why: {", "    reason: {en: x, fr: y}\n    why: {", "reason"),
    ("Q-203", 'why: {en: "It matters.", fr: "C\'est important."}', "why: x", "why: x"),
    ("Q-203", "to_be_verified: [found]", "to_be_verified: found", "fied: found"),
    ("Q-401", ', fr: "Une loi."}', "}", '{en: "An act."}'),
    ("Q-402", '"Une loi."', '" "', '" "'),
    ("Q-406", "An act.", "An act {year}.", "{year}"),
    ("Q-407", "Une loi.", "Une loi ; une décision.", " ; "),
    ("Q-701", 'section: "3e"', 'section: "3f"', "3f"),
    ("Q-702", '  "3e.3":', '  "3e.9":', "3e.9"),
    ("Q-703", '  "3e.3":', '  "3e.9":', "3e.1"),
    ("Q-704", "It matters.", LONG, "word word"),
    ("Q-704", "By workers.", LONG[: 5 * 31], "word word"),
    ("Q-704", "Une loi.", LONG, "word word"),
    ("Q-705", _BRINGS.format(bench="workers"), "", "By government"),
    ("Q-706", "to_be_verified: [found]", "to_be_verified: [place]", "place"),
    ("Q-706", "to_be_verified: [found]", "to_be_verified: [found, found]", "found, f"),
    ("Q-707", '\n      - {en: "Paragraph 3(e)", fr: "Paragraphe 3 e)"}', " []", "[]"),
]


def written(folder, text=HELP, file="3e.yaml", **sections):
    """Write the small form with guidance."""
    write_form(folder, **sections)
    (folder / "guidance").mkdir()
    (folder / "guidance" / file).write_text(text, encoding="utf-8")
    return folder


def test_the_small_form_with_guidance_has_no_fault(tmp_path):
    assert places(written(tmp_path)) == []


@pytest.mark.parametrize(("code", "old", "new", "where"), BROKEN)
def test_each_rule_is_told_with_file_and_line(tmp_path, code, old, new, where):
    text = spoiled(HELP, old, new)
    found = [one for one in places(written(tmp_path, text)) if one[0] == code]
    assert {file for _, file, _ in found} == {"guidance/3e.yaml"}
    if where is not None:
        line = next(n for n, one in enumerate(text.splitlines(), 1) if where in one)
        assert line in {told for _, _, told in found}


def test_every_rule_on_guidance_has_been_broken():
    own = {rule.code for rule in RULES if rule.code.startswith("Q-7")}
    assert own == {code for code, *_ in BROKEN if code.startswith("Q-7")}
    assert own


def test_who_is_not_asked_brings_nothing(tmp_path):
    only = _BRINGS.format(bench="government")
    alone = HELP.index('"3e.3"')
    text = HELP[:alone] + spoiled(
        HELP[alone:], only, only + _BRINGS.format(bench="workers")
    )
    line = len(text[: text.rindex("By workers.")].splitlines())
    assert places(written(tmp_path, text)) == [("Q-705", "guidance/3e.yaml", line)]


def test_guidance_of_a_section_that_is_not_asked_is_told(tmp_path):
    other = HELP.replace("3e", "3f")
    assert places(written(tmp_path, other, "3f.yaml")) == [
        ("Q-701", "guidance/3f.yaml", 1)
    ]


def test_guidance_is_not_blamed_for_a_section_that_cannot_be_read(tmp_path):
    folder = written(tmp_path, HELP)
    (folder / "3e.yaml").write_text("", "utf-8")
    assert places(folder) == [("Q-102", "3e.yaml", 1)]
    (folder / "3e.yaml").unlink()
    assert [code for code, _file, _line in places(folder)] == ["Q-101"]


def test_an_item_a_country_added_may_go_without(tmp_path):
    national = spoiled(
        SECTION, '  - name: "3e.3"\n', '  - name: "3e.3"\n    national: true\n'
    )
    short = HELP[: HELP.index('  "3e.3"')]
    assert places(written(tmp_path / "national", short, s3e=national)) == []
    line = line_of(short, "items:") + 1
    found = places(written(tmp_path / "official", short))
    assert found == [("Q-703", "guidance/3e.yaml", line)]


def test_a_section_without_a_file_needs_none(tmp_path):
    folder = write_form(tmp_path)
    assert places(folder) == []
    assert load_questionnaire(folder).item("3e.1").guidance is None


def test_an_item_knows_its_guidance(tmp_path):
    questionnaire = load_questionnaire(written(tmp_path))
    guidance = questionnaire.item("3e.1").guidance
    assert guidance.why["en"] == "It matters."
    assert guidance.found["fr"] == "Au journal officiel."
    assert [text["en"] for text in guidance.sources] == ["Paragraph 3(e)"]
    assert set(guidance.brings) == set(BENCHES)
    assert guidance.to_be_verified == {"found"}
    assert set(questionnaire.item("3e.3").guidance.brings) == {Constituency.GOVERNMENT}


def test_better_help_needs_no_new_version(tmp_path):
    plain = load_questionnaire(write_form(tmp_path / "plain"))
    helped = load_questionnaire(written(tmp_path / "helped"))
    assert helped.digest == plain.digest
    assert helped.item("3e.1") == plain.item("3e.1")
    assert hash(helped.item("3e.1").label) == hash(plain.item("3e.1").label)


def test_a_folder_with_broken_guidance_is_not_used(tmp_path):
    text = spoiled(HELP, "to_be_verified: [found]", "to_be_verified: [place]")
    with pytest.raises(Exception, match="Q-706"):
        load_questionnaire(written(tmp_path, text))


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe", b"items: [", b"items: 1", b'items: {"3e.1": 1}']
)
def test_help_damaged_after_loading_is_no_help_and_no_crash(tmp_path, damage):
    folder = written(tmp_path)
    questionnaire = load_questionnaire(folder)
    (folder / "guidance" / "3e.yaml").write_bytes(damage)
    assert [item.guidance for item in questionnaire.items()] == [None] * 3


def test_help_is_read_when_it_is_first_asked_for_and_once(tmp_path):
    folder = written(tmp_path)
    questionnaire = load_questionnaire(folder)
    file = folder / "guidance" / "3e.yaml"
    later = HELP.replace("It matters.", "It matters now.")
    file.write_text(later, encoding="utf-8")
    first = questionnaire.item("3e.1").guidance
    assert first.why["en"] == "It matters now."
    file.unlink()
    assert questionnaire.item("3e.1").guidance is first


def test_whether_there_is_help_is_told_without_reading_it(tmp_path, monkeypatch):
    folder, official = written(tmp_path), load_questionnaire()
    questionnaire = load_questionnaire(folder)
    only_first = 'section: "3e"\nitems:\n' + _item("3e.1", *ALL)
    (folder / "guidance" / "3e.yaml").write_text(only_first, encoding="utf-8")
    with monkeypatch.context() as closed:
        closed.setattr("spf_assess.questionnaire.form.read_tree", None)
        assert [item.helped for item in questionnaire.items()] == [True, False, False]
        assert all(item.helped for item in official.items())
    assert questionnaire.item("3e.1").guidance is not None
    assert [item.helped for item in questionnaire.items()] == [True, False, False]


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_no_way_to_write_a_name_hides_its_help(tmp_path, quote):
    text = HELP.replace('"3e.2":', f"{quote}3e.2{quote} :")
    item = load_questionnaire(written(tmp_path, text)).item("3e.2")
    assert item.helped
    assert item.guidance is not None


def test_help_that_went_is_not_offered(tmp_path):
    folder = written(tmp_path)
    questionnaire = load_questionnaire(folder)
    (folder / "guidance" / "3e.yaml").unlink()
    assert not any(item.helped for item in questionnaire.items())


def test_a_name_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(HELP, encoding="utf-8")
    main = MAIN.replace('["3e"]', '["../../outside"]')
    folder = tmp_path / "form"
    assert "Q-101" in {code for code, _, _ in places(write_form(folder, main))}


def test_official_guidance_speaks_of_every_item_of_its_section():
    folder = forms_folder() / "guidance"
    questionnaire = load_questionnaire()
    for path in folder.glob("*.yaml"):
        root, remarks = read_tree(path.read_bytes())
        assert not remarks
        items = questionnaire.section(path.stem).items
        assert [name for name, _ in root.at("items").named()] == [
            item.id for item in items
        ]
        for item in items:
            assert item.guidance is not None
            assert set(item.guidance.brings) == set(item.asked_of)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_cause_and_remedy_are_told_in_the_language_of_the_person(tmp_path, language):
    words = Words(language)
    for number, (code, old, new, _) in enumerate(BROKEN):
        folder = written(tmp_path / str(number), spoiled(HELP, old, new))
        for fault in check_forms(folder):
            for sentence in (fault.says, fault.remedy):
                assert words(sentence, **fault.facts), code
                assert (words(sentence) == sentence) == (language == "en"), sentence
