"""A pack laid over the official form: what is added, and what stays as it is."""

import json
import shutil

import pytest
from support.packs import FILES, GUIDANCE_3E, HELPED, write_pack
from support.yaml_files import spoiled

from spf_assess.model import LANGUAGES, Problem, Selection
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import (
    check_pack,
    is_pack,
    pack_document,
    read_document,
    read_pack,
    with_pack,
)

HELP = "guidance/3e.yaml"
ELSEWHERE = {"items": {}, "section": "5a"}


def items(files):
    """Return what the document's guidance holds, item by item."""
    return files[HELP]["items"]


@pytest.fixture
def pack(tmp_path):
    return read_pack(write_pack(tmp_path / "coresia"))


@pytest.fixture
def core():
    return load_questionnaire()


def test_official_questions_are_the_very_same_objects(pack, core):
    whole = with_pack(core, pack)
    for item in core.items():
        assert whole.item(item.id) is item
    for section in core.sections:
        added = {"3e": ("3e.n1", "3e.n2")}.get(section.id, ())
        laid = whole.section(section.id)
        assert laid.items[: len(section.items)] == section.items
        assert tuple(one.id for one in laid.items[len(section.items) :]) == added
        assert not laid.national
    assert whole.follow_ups is core.follow_ups
    assert whole.rules_of_thumb is core.rules_of_thumb


def test_what_a_country_adds_is_marked_and_comes_last(pack, core):
    whole = with_pack(core, pack)
    national = [item.id for item in whole.items() if item.national]
    assert national == ["3e.n1", "3e.n2", "n1.1"]
    assert [one.id for one in whole.sections if one.national] == ["n1"]
    assert whole.sections[-1].id == "n1"
    assert list(whole.groups)[-1] == "national"
    assert whole.groups["national"]["fr"] == "Questions nationales"
    assert whole.section("n1").label("en") == "9, 11"


def test_an_added_question_is_as_complete_as_an_official_one(pack, core):
    item = with_pack(core, pack).item("3e.n1")
    assert item.section == "3e"
    assert [part.name for part in item.parts] == ["law", "practice"]
    assert all(len(part.levels) == 4 for part in item.parts)
    assert item.follow_ups == ("F1", "F4", "F6")


def test_added_questions_are_core_only_where_it_is_written(pack, core):
    whole = with_pack(core, pack)
    asked = [one.id for one in whole.items() if Selection("core").includes(one)]
    assert [one for one in asked if whole.item(one).national] == ["3e.n1", "n1.1"]


def test_schemes_are_found_by_section(pack, core):
    schemes = with_pack(core, pack).schemes
    assert [one.label["fr"] for one in schemes["3e"]] == ["Allocation des îles"]
    assert schemes["3e"][0] is schemes["n1"][0]
    assert schemes["5d"][0].note == schemes["5d"][0].note.of(en="", fr="")
    assert "3a" not in schemes


def test_the_digest_is_over_both_and_tells_packs_apart(pack, core, tmp_path):
    whole = with_pack(core, pack)
    assert whole.digest not in (core.digest, pack.info.digest)
    assert whole.pack == pack.info
    text = spoiled(FILES["schemes.yaml"], "2019", "2020")
    other = read_pack(write_pack(tmp_path / "other", schemes=text))
    assert with_pack(core, other).digest != whole.digest


def test_comments_and_layout_do_not_change_the_digest(pack, tmp_path):
    text = "# a remark\n" + FILES["pack.yaml"].replace('"coresia"', "coresia")
    other = read_pack(write_pack(tmp_path / "other", pack=text))
    assert other.info.digest == pack.info.digest


def test_the_document_holds_the_whole_pack(pack, core, tmp_path):
    document = pack_document(pack)
    again = read_document(document, "coresia.spfq")
    assert again.info == pack.info
    assert with_pack(core, again) == with_pack(core, pack)
    file = tmp_path / "coresia.spfq"
    file.write_bytes(document)
    assert check_pack(file) == ()
    assert read_pack(file).texts == pack.texts
    assert json.loads(document)["format"] == "spfq"


def test_texts_of_a_further_language_are_kept_by_place(pack):
    assert pack.info.languages == {"pt": "Português"}
    assert pack.texts["pt"]["section/3e/title"] == "Inclusão social"
    assert pack.drafts["pt"] == {"3e.n2/label"}


def test_added_questions_know_their_help(tmp_path, core):
    whole = with_pack(core, read_pack(write_pack(tmp_path, **HELPED)))
    found = whole.item("3e.n1").guidance
    assert found.why["en"] == "Boats are few."
    assert found.sources[0]["fr"] == "Loi sur les îles, art. 4"
    assert {who.value for who in found.brings} == {"government", "employers", "workers"}
    assert found.to_be_verified == {"found"}
    assert whole.item("3e.n2").guidance is None
    assert whole.item("n1.1").guidance is None
    assert whole.item("3e.1").guidance == core.item("3e.1").guidance is not None


def test_a_section_of_its_own_has_help_as_well(tmp_path, core):
    text = GUIDANCE_3E.replace("3e.n1", "n1.1").replace('"3e"', '"n1"')
    pack = read_pack(write_pack(tmp_path, **{"guidance/n1.yaml": text}))
    assert (
        with_pack(core, pack).item("n1.1").guidance.misread["en"].startswith("A rock")
    )


def test_help_goes_with_the_document_and_counts_for_its_digest(pack, core, tmp_path):
    folder = write_pack(tmp_path / "helped", **HELPED)
    helped = read_pack(folder)
    assert helped.info.digest != pack.info.digest
    plain = json.loads(pack_document(helped))["files"]
    assert plain["guidance/3e.yaml"]["items"]["3e.n1"]["to_be_verified"] == ["found"]
    shutil.rmtree(folder)
    again = read_document(pack_document(helped), "coresia.spfq")
    found = with_pack(core, again).item("3e.n1").guidance
    assert found.found["fr"] == "Dans le registre du port."


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("Q-859", lambda files: items(files).update({"3e.1": items(files)["3e.n1"]})),
        ("Q-860", lambda files: files.update({"guidance/5a.yaml": ELSEWHERE})),
        ("Q-203", lambda files: files[HELP].update(items=[])),
        ("Q-203", lambda files: files.update({HELP: ["3e"]})),
        ("Q-201", lambda files: items(files)["3e.n1"].pop("sources")),
        ("Q-842", lambda files: files.update(guidance={})),
    ],
)
def test_a_document_with_wrong_guidance_is_refused(tmp_path, code, change):
    """A stranger's document came by no check of ours."""
    plain = json.loads(pack_document(read_pack(write_pack(tmp_path, **HELPED))))
    change(plain["files"])
    data = json.dumps(
        plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()
    with pytest.raises(Problem) as refused:
        read_document(data, "coresia.spfq")
    assert refused.value.code == code


def test_translators_are_not_asked_for_help_as_in_the_official_form(tmp_path, core):
    from spf_assess.questionnaire.places import texts

    whole = with_pack(core, read_pack(write_pack(tmp_path, **HELPED)))
    known = {text for _, said in texts(whole) for text in said.by_language.values()}
    assert "Boats are few." not in known
    assert core.item("3e.1").guidance.why["en"] not in known


def test_a_pack_for_another_version_is_not_laid_over(pack, core):
    from dataclasses import replace

    with pytest.raises(Problem) as refused:
        with_pack(replace(core, version="2030.1"), pack)
    assert refused.value.code == "Q-844"
    assert "2030.1" in str(refused.value.facts["cause"]["fr"])


def test_sections_stand_in_the_order_of_their_numbers(tmp_path, core):
    more = {
        f"sections/n{n}.yaml": FILES["sections/n1.yaml"].replace("n1", f"n{n}")
        for n in (10, 2)
    }
    whole = with_pack(core, read_pack(write_pack(tmp_path, **more)))
    assert [one.id for one in whole.sections if one.national] == ["n1", "n2", "n10"]


def test_a_folder_and_a_document_are_known_for_packs(tmp_path):
    assert is_pack(write_pack(tmp_path / "one"))
    assert is_pack(write_pack(tmp_path / "two", pack=None))
    assert is_pack(tmp_path / "any.spfq")
    (tmp_path / "form").mkdir()
    (tmp_path / "form" / "questionnaire.yaml").write_text("x: y")
    assert not is_pack(tmp_path / "form")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Problem) as refused:
        read_pack(tmp_path / "nowhere")
    assert refused.value.code == "F-101"


def test_everything_a_country_writes_stands_in_both_languages(pack, core):
    whole = with_pack(core, pack)
    for item in (one for one in whole.items() if one.national):
        assert set(item.label.by_language) >= set(LANGUAGES)
