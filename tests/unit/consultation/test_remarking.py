"""Remarks and a country's own sentences are recorded, undone and merged as others."""

import json

import pytest
from support.plenary import GOVERNMENT, Plenary
from support.regions import Regions

from spf_assess.model import LANGUAGES, Changes, Phrase, Problem, Remark
from spf_assess.report.wording import official
from spf_assess.store import JOURNAL

NAME = "finding-none"
CONTROL = "\u202eend\u0007 <b>x</b>\u0000"


@pytest.fixture
def file(tmp_path):
    found = Plenary(tmp_path, {})
    yield found.file
    found.close()


def refused(command, *arguments):
    with pytest.raises(Problem) as met:
        command(*arguments)
    assert str(met.value)
    return met.value.code


def said(file, section=""):
    return dict(file.remark(section).by_language)


def test_a_remark_is_kept_in_each_language_with_a_line_in_the_journal(file):
    assert file.remarks() == ()
    assert file.write_remark("3a", "en", " Read with the census.\nAnd the survey. ")
    file.write_remark("3a", "fr", "À lire avec le recensement.")
    file.write_remark("", "fr", "Une première fois.")
    both = {
        "en": "Read with the census.\nAnd the survey.",
        "fr": "À lire avec le recensement.",
    }
    assert said(file, "3a") == both
    assert [one.section for one in file.remarks()] == ["", "3a"]
    lines = [row for row in file._database.rows(JOURNAL) if row[2] == "recorded"]
    assert len(lines) == 3
    assert json.loads(lines[-1][7])["remark"]["text"]["fr"] == "Une première fois."
    assert file.write_remark("", "fr", "Une première fois. ") == Changes()


def test_a_remark_is_plain_text(file):
    file.write_remark("", "en", CONTROL)
    assert said(file)["en"] == "end <b>x</b>"
    assert refused(file.write_remark, "", "en", "x" * 4001) == "C-121"
    assert refused(file.write_remark, "", "en", "\ud800") == "X-130"
    assert refused(file.write_remark, "zz", "en", "x") == "C-196"
    assert said(file)["en"] == "end <b>x</b>"


def test_remarks_are_undone_one_by_one_back_to_nothing(file):
    for text in ("One.", "Two.", "Three."):
        file.write_remark("3a", "en", text)
    file.write_remark("", "en", "Another place.")
    for text in ("Two.", "One.", ""):
        assert file.can_undo_remark("3a")
        file.undo_remark("3a")
        assert said(file, "3a")["en"] == text
    assert not file.can_undo_remark("3a")
    assert file.undo_remark("3a") == Changes()
    assert said(file)["en"] == "Another place."
    file.write_remark("3a", "fr", "Encore.")
    file.undo_remark("3a")
    assert said(file, "3a") == {"en": "", "fr": ""}
    assert [one.section for one in file.remarks()] == [""]


def test_a_respondent_makes_no_remark(tmp_path):
    plenary = Plenary(tmp_path, {GOVERNMENT: 3})
    own = plenary._benches[GOVERNMENT]
    assert refused(own.write_remark, "", "en", "x") == "C-101"
    assert refused(own.official_words) == "C-101"
    plenary.close()


def test_remarks_of_regions_merge_and_contradictions_wait_for_a_word_here(tmp_path):
    regions = Regions(tmp_path)
    with regions.offices.found() as home:
        for name, text in (("North", "Dry year."), ("South", "Wet year.")):
            with regions.copy(home, name) as region:
                regions.answer(region, 3)
                region.write_remark("3a", "en", text)
                region.write_remark("3b", "en", "The same in both.")
            home.merge(regions.folder / f"{name}.spfa")
        assert [one.section for one in home.remarks()] == ["3b"]
        assert len(home.proceedings.conflicts(Remark)) == 1
        home.write_remark("3a", "en", "Dry in the north, wet in the south.")
        assert said(home, "3a")["en"].startswith("Dry in the north")
        home.write_remark("3b", "en", "Another word.")
        home.undo_remark("3b")
        assert said(home, "3b")["en"] == "The same in both."
        home.write_remark("3b", "en", "")
        assert [one.section for one in home.remarks()] == ["3a"]


def test_the_export_holds_the_remarks(file):
    file.write_remark("", "en", "Read with care.")
    told = file.export_json()["remarks"]
    assert told == [{"section": "", "text": {"en": "Read with care.", "fr": ""}}]


def own_words(folder, text="nobody gave a level"):
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        found = official(language).replace("no group gave a level", text)
        (folder / f"{language}.ftl").write_text(found, encoding="utf-8")
    return folder


def test_a_countrys_own_sentences_are_recorded_and_left_again(file, tmp_path):
    folder = own_words(tmp_path / "words")
    file.lay_words(folder)
    assert {one: list(named) for one, named in file.phrases().items()} == {
        "en": [NAME],
        "fr": [NAME],
    }
    assert "nobody gave" in file.phrases()["en"][NAME]
    own_words(folder, "no party gave a level")
    file.lay_words(folder)
    assert "no party" in file.phrases()["en"][NAME]
    file.official_words()
    assert file.phrases() == {"en": {}, "fr": {}}
    file.lay_words(folder)
    own_words(folder, "no group gave a level")
    file.lay_words(folder)
    assert file.phrases() == {"en": {}, "fr": {}}
    assert len(file.proceedings.values(Phrase)) == 1


def test_sentences_with_a_fault_are_refused_whole(file, tmp_path):
    folder = own_words(tmp_path / "words", "{ $nobody } gave a level")
    assert refused(file.lay_words, folder) == "C-197"
    assert file.phrases() == {"en": {}, "fr": {}}


def test_a_remark_does_not_touch_an_answer_or_a_number(tmp_path):
    plenary = Plenary(tmp_path, {GOVERNMENT: 3})
    before = plenary.file.results(), plenary.file.responses()
    plenary.file.write_remark("3a", "en", "Read with care.")
    assert (plenary.file.results(), plenary.file.responses()) == before
    plenary.close()
