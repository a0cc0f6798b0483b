"""The questionnaire on paper: what each group is asked, and nothing lost on the way."""

import re
from dataclasses import replace

import pikepdf
import pytest
from pypdfium2 import PdfDocument
from support.tongues import left_in

from spf_assess.model import BENCHES, Constituency, Problem, Selection, Text
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.report.booklet import Paper, paper_context, print_booklet, print_cards

MADE = "2026-01-15T08:00:00Z"


def paper(
    who=Constituency.WORKERS, languages=("en",), form="full", sections=("3o", "5a")
):
    return Paper(
        load_questionnaire(),
        load_recommendation(),
        Selection(form, sections),
        who,
        languages,
        MADE,
    )


def words_of(path) -> str:
    with PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return squeezed(" ".join(pages))


def squeezed(text: str) -> str:
    """Return *text* without what lines and their ends make of it."""
    return re.sub(r"[\s\u00ad\u200b\u2010\ufffe\x02-]+", "", text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_of_every_level_choice_and_question_is_printed(tmp_path, language):
    done = print_booklet(paper(languages=(language,)), tmp_path / "b.pdf")
    printed = words_of(done.path)
    form = load_questionnaire()
    for item in form.items():
        if item.section not in ("3o", "5a") or "workers" not in item.asked_of:
            continue
        texts = [item.label, *(choice.label for choice in item.choices)]
        texts += [level for part in item.parts for level in form.levels(item, part)]
        for text in texts:
            assert squeezed(text[language]) in printed, (item.id, text[language])


def test_two_languages_stand_side_by_side(tmp_path):
    done = print_booklet(paper(languages=("fr", "en")), tmp_path / "b.pdf")
    printed = words_of(done.path)
    label = load_questionnaire().item("3o.1").label
    assert squeezed(label["en"]) in printed
    assert squeezed(label["fr"]) in printed
    with pikepdf.open(done.path) as pdf:
        assert str(pdf.Root.Lang) == "fr"


@pytest.mark.parametrize("who", BENCHES)
def test_a_copy_holds_what_its_group_is_asked(who):
    context = paper_context(paper(who, sections=()))
    printed = {
        item["id"] for section in context["sections"] for item in section["items"]
    }
    asked = {item.id for item in load_questionnaire().items() if who in item.asked_of}
    assert printed == asked


def test_observers_are_given_room_to_comment_and_no_boxes_to_rate(tmp_path):
    done = print_booklet(paper(Constituency.OBSERVERS), tmp_path / "b.pdf")
    printed = words_of(done.path)
    assert "Observerscomment" in printed
    assert "Tickonelevel" not in printed


def test_the_core_copy_leaves_the_other_questions_out():
    full = paper_context(paper(form="full"))["sections"]
    core = paper_context(paper(form="core"))["sections"]
    count = [sum(len(one["items"]) for one in copy) for copy in (core, full)]
    assert 0 < count[0] < count[1]


def test_a_question_that_depends_on_another_says_so_in_words(tmp_path):
    done = print_booklet(paper(sections=("3g",)), tmp_path / "b.pdf")
    when = load_questionnaire().item("3g.2").when["en"]
    assert squeezed(when) in words_of(done.path)


def test_every_page_names_form_and_version(tmp_path):
    done = print_booklet(paper(), tmp_path / "b.pdf")
    form = load_questionnaire()
    with PdfDocument(done.path) as document:
        assert len(document) == done.pages
        for page in document:
            text = page.get_textpage().get_text_bounded()
            assert f"{form.id} {form.version}" in text


def test_equal_orders_give_equal_bytes(tmp_path):
    one = print_booklet(paper(sections=("3m",)), tmp_path / "1.pdf")
    other = print_booklet(paper(sections=("3m",)), tmp_path / "2.pdf")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize("languages", [("en",), ("fr",), ("en", "fr")])
def test_cards_are_two_a_page_where_they_fit_and_none_is_cut(tmp_path, languages):
    wanted = paper(languages=languages, sections=("3o", "5a", "3r"))
    done = print_cards(wanted, tmp_path / "c.pdf")
    items = [item for one in paper_context(wanted)["sections"] for item in one["items"]]
    large = sum(len(item["blocks"]) > 2 for item in items)  # may need a page alone
    if len(languages) == 1:
        assert done.pages <= -(-len(items) // 2) + large
    printed = words_of(done.path)
    for item in items:
        for block in item["blocks"]:
            for row in block["rows"]:
                for said in row["text"]:
                    assert squeezed(said.text) in printed


def test_markup_in_a_form_is_printed_as_it_is_written(tmp_path):
    form = load_questionnaire()
    evil = Text.of(en="<script>&amp;</script> {{ 7*7 }}", fr="x")
    section = form.section("3m")
    items = (replace(section.items[0], label=evil), *section.items[1:])
    spoiled = replace(form, sections=(replace(section, items=items),))
    wanted = replace(paper(sections=()), questionnaire=spoiled)
    done = print_booklet(wanted, tmp_path / "b.pdf")
    assert squeezed(evil["en"]) in words_of(done.path)


def test_a_folder_that_is_gone_is_told_and_nothing_is_written(tmp_path):
    with pytest.raises(Problem) as told:
        print_booklet(paper(sections=("3m",)), tmp_path / "gone" / "b.pdf")
    assert told.value.code.startswith("F-")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("make", [print_booklet, print_cards])
def test_paper_speaks_one_language_only(tmp_path, make, language):
    done = make(paper(languages=(language,)), tmp_path / "p.pdf")
    with PdfDocument(done.path) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert left_in(text, language) == []


def test_the_other_language_would_be_found(tmp_path):
    done = print_booklet(paper(languages=("fr", "en")), tmp_path / "p.pdf")
    with PdfDocument(done.path) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Tick one level" in left_in(text, "fr")
