"""The questionnaire on paper: what each group is asked, and nothing lost on the way."""

import re
from dataclasses import replace
from html import unescape

import pikepdf
import pytest
from pypdfium2 import PdfDocument
from support.packs import write_pack
from support.tongues import left_in

from spf_assess.model import BENCHES, Constituency, Problem, Selection, Text
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.questionnaire.packs import read_pack, with_pack
from spf_assess.report.booklet import (
    Paper,
    _held_together,
    paper_context,
    print_booklet,
    print_cards,
)
from spf_assess.report.html import page
from spf_assess.report.voices import Said

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
    if len(languages) == 1:
        assert done.pages == -(-len(items) // 2)
    printed = words_of(done.path)
    for item in items:
        for block in item["blocks"]:
            for row in block["rows"]:
                for said in row["text"]:
                    assert squeezed(said.text) in printed


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_cards_of_the_core_form_stand_two_a_page(tmp_path, language):
    wanted = paper(Constituency.EMPLOYERS, (language,), "core", sections=())
    items = sum(len(one["items"]) for one in paper_context(wanted)["sections"])
    assert print_cards(wanted, tmp_path / "c.pdf").pages == -(-items // 2)


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


@pytest.mark.parametrize("kind", ["booklet", "cards"])
def test_french_signs_hold_to_the_word_before_them(kind):
    wanted = paper(languages=("fr",), sections=("c102", "3m", "3g"))
    html = page(f"{kind}.html.j2", paper_context(wanted), folder="booklet")
    printed = load_recommendation().provisions  # stays as it was printed
    text = unescape(re.sub(r"<[^>]+>", "", html))
    for provision in printed:
        text = text.replace(provision.text["fr"], "")
    assert re.findall(r".{0,30}[^\u00a0][:;?!»](?=[ \n])", text) == []


def test_the_contents_of_two_languages_keep_each_to_its_own_signs(tmp_path):
    wanted = paper(languages=("en", "fr"), sections=("3m",))
    html = page("booklet.html.j2", paper_context(wanted), folder="booklet")
    english, french = (
        load_questionnaire().section("3m").title[language] for language in ("en", "fr")
    )
    assert f">Paragraph 3(m): {english}<" in html
    assert f">Paragraphe 3\u00a0m)\u00a0: {french}<" in html
    done = print_booklet(wanted, tmp_path / "b.pdf")
    with PdfDocument(done.path) as document:
        marks = [mark.get_title() for mark in document.get_toc()]
    told = f"Paragraph 3(m): {english} / Paragraphe 3\u00a0m)\u00a0: {french}"
    assert told in marks


@pytest.mark.parametrize(
    ("section", "language", "starts"),
    [
        ("p11", "en", ["11. (1) ", "(2) ", "12. "]),
        ("p11", "fr", ["11. (1) ", "(2) ", "12. "]),
        ("3m", "en", ["3. ", "(m) "]),
    ],
)
def test_every_paragraph_begins_with_its_number(section, language, starts):
    wanted = paper(languages=(language,), sections=(section,))
    (found,) = paper_context(wanted)["sections"]
    told = [provision["said"][0].text for provision in found["legal"]]
    assert len(told) == len(starts)
    for text, start in zip(told, starts, strict=True):
        assert text.startswith(start)


@pytest.mark.parametrize("languages", [("fr",), ("en", "fr")])
def test_no_page_ends_between_a_question_and_its_hint(tmp_path, languages):
    wanted = paper(languages=languages, sections=("c102", "5a", "3r"))
    done = print_booklet(wanted, tmp_path / "b.pdf")
    with PdfDocument(done.path) as document:
        pages = [squeezed(one.get_textpage().get_text_bounded()) for one in document]
    for section in paper_context(wanted)["sections"]:
        for item in section["items"]:
            pieces = [*item["label"], *(one for hint in item["hints"] for one in hint)]
            words = [squeezed(piece.text) for piece in pieces]
            # a label in a column beside another is read line by line: its start is told
            (first,) = words[:1]
            begun = [n for n, text in enumerate(pages) if first[:12] in text]
            assert any(
                all(one in pages[n] for one in words[len(item["label"]) :])
                for n in begun
            ), item["id"]


def test_the_contents_of_two_languages_take_one_page(tmp_path):
    wanted = paper(languages=("en", "fr"), form="core", sections=())
    done = print_booklet(wanted, tmp_path / "b.pdf")
    sections = list(wanted.sections())
    with PdfDocument(done.path) as document:
        first = document[2].get_textpage().get_text_bounded()
    assert squeezed(sections[0][0].title["en"]) in squeezed(first)


def pages_of(path):
    with PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture(scope="module")
def two_sections(tmp_path_factory):
    """Two sections of which the second would begin at the foot of a page."""
    wanted = paper(languages=("fr",), sections=("3e", "3f"))
    out = tmp_path_factory.mktemp("two") / "b.pdf"
    return pages_of(print_booklet(wanted, out).path)


def test_a_section_begins_on_the_page_of_its_first_question(two_sections):
    for section in ("3e", "3f"):
        place = re.compile(rf"Paragraphe 3\s{section[1]}\)")
        first = next(
            item.id for item in load_questionnaire().items() if item.section == section
        )
        begins = [text for text in two_sections[2:] if place.search(text)]
        assert begins
        assert first in begins[0]


def test_evidence_and_comment_stand_together_and_say_whose_they_are(two_sections):
    for text in two_sections[2:]:
        told = re.findall(r"(3[ef]\.\d\w?) ?\s*Éléments probants", text)
        assert len(told) == text.count("Éléments probants") == text.count("Commentaire")


def test_a_page_on_which_a_question_goes_on_says_which(two_sections):
    items = [
        item
        for item in load_questionnaire().items()
        if item.section in ("3e", "3f") and "workers" in item.asked_of
    ]
    finished, going_on = 0, None
    for text in two_sections[2:]:
        said = re.findall(r"^(3[ef]\.\d)\s+suite", text, re.MULTILINE)
        assert said == ([going_on] if going_on else [])
        begun = [
            n
            for n, item in enumerate(items)
            if squeezed(item.label["fr"]) in squeezed(text)
        ]
        finished += text.count("Commentaire")
        last = begun[-1] if begun else items.index(form_item(items, going_on))
        going_on = items[last].id if finished <= last else None
    assert finished == len(items)


def form_item(items, item_id):
    return next(item for item in items if item.id == item_id)


def test_figures_ask_once_why_women_and_men_are_missing(tmp_path):
    wanted = paper(Constituency.GOVERNMENT, sections=("3a",))
    told = words_of(print_booklet(wanted, tmp_path / "b.pdf").path)
    assert told.count(squeezed("who will produce")) == 1


@pytest.mark.parametrize(
    ("item_id", "name", "told"),
    [
        ("3e.1", "F1", "If practice is rated 1 or 2"),
        ("3m.1", "F1", "If the answer is in the first half of the list"),
        ("5b.4", "F1", "If at least one group was ticked"),
        ("3f.2", "F8", "If the answer is no or partly"),
        ("3d.2", "F10", "If no figure or source tells women and men apart"),
    ],
)
def test_a_follow_up_says_its_condition_in_words_of_that_kind_of_question(
    item_id, name, told
):
    form = load_questionnaire()
    item = form.item(item_id)
    assert name in item.follow_ups
    wanted = paper(sections=(item.section,))
    (section,) = paper_context(wanted)["sections"]
    (found,) = [one for one in section["items"] if one["id"] == item_id]
    assert told in [one["when"][0].text for one in found["follow_ups"]]


def test_cards_say_how_to_answer_and_what_partly_means(tmp_path):
    form = load_questionnaire()
    wanted = paper(sections=("3f", "3d"))
    told = words_of(print_cards(wanted, tmp_path / "c.pdf").path)
    assert squeezed("Tick every box that applies.") in told
    assert squeezed(form.item("3f.2").partly["en"]) in told


def test_no_level_stands_alone_on_a_page(two_sections):
    names = ("Latent", "Émergent", "Intermédiaire", "Avancé")
    for text in two_sections[2:]:
        lines = [line for line in text.splitlines() if line.split(" ")[0].isalpha()]
        rows = [name for line in lines for name in names if line.startswith(name)]
        assert rows[:1] != ["Avancé"]
        assert rows[-1:] != ["Latent"]


def test_a_verb_and_its_pronoun_are_not_parted_at_the_end_of_a_line(tmp_path):
    wanted = paper(languages=("fr",), sections=("3a",))
    whole = _held_together(
        page("booklet.html.j2", paper_context(wanted), folder="booklet")
    )
    assert '<span class="whole">couvre-t-elle</span>' in whole
    for text in pages_of(print_booklet(wanted, tmp_path / "b.pdf").path):
        assert not re.search(r"-t?-?\r?\n(?:t-)?(?:elles?|ils?|on)\b", text)


def with_portuguese(tmp_path):
    """Return a Portuguese paper of the section that the pack has words for."""
    form = with_pack(load_questionnaire(), read_pack(write_pack(tmp_path / "pack")))
    return replace(paper(sections=("3e",)), questionnaire=form, questions_in="pt")


def test_questions_stand_in_the_language_of_a_pack_and_instructions_in_the_papers(
    tmp_path,
):
    context = paper_context(with_portuguese(tmp_path))
    (section,) = context["sections"]
    assert section["title"] == (Said("pt", "Inclusão social"),)
    labels = {item["id"]: item["label"] for item in section["items"]}
    assert labels["3e.n2"] == (Said("pt", "Há uma balsa para o escritório?"),)
    assert labels["3e.n1"] == (Said("en", "How far are island people reached?"),)
    assert {one["said"][0].language for one in section["legal"]} == {"en"}


@pytest.mark.parametrize("make", [print_booklet, print_cards])
def test_a_paper_in_the_language_of_a_pack_is_printed_and_says_so_to_readers(
    tmp_path, make
):
    done = make(with_portuguese(tmp_path), tmp_path / "b.pdf")
    assert squeezed("Há uma balsa para o escritório?") in words_of(done.path)
    with pikepdf.open(done.path) as pdf:
        tongues = {
            str(one["/Lang"])
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Lang" in one
        }
    assert {"pt", "en"} <= tongues
