"""The reading aids, as they were seen and agreed on."""

from dataclasses import replace

import pytest
from support.golden import check_picture
from support.reading import settle
from support.window import window_at

from spf_assess.desktop.models.library import Address, Library
from spf_assess.desktop.pages.read import GLOSSARY, INDEX, SEARCH, WHOLE
from spf_assess.desktop.settings import Settings, save
from spf_assess.questionnaire import load_questionnaire
from spf_assess.reading import Kind

# what grows elsewhere in the questionnaire does not change these pictures
SECTIONS = ("3e", "3k")
WORD = {"en": "sustainability", "fr": "perennite"}


@pytest.fixture
def reading(qtbot, config, monkeypatch):
    """Open the page in a language and at a text size."""
    windows = []
    whole = load_questionnaire()
    sections = tuple(whole.section(name) for name in SECTIONS)
    library = Library(replace(whole, sections=sections))
    monkeypatch.setattr(Library, "of", lambda _hub: library)

    def go(language="en", theme="light", scale=1.0, size=(1366, 768)):
        save(config, Settings(language=language, theme=theme, scale=scale))
        window = window_at(config, language=language)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.toggle_reading()
        settle()
        return window, window.page("read")

    yield go
    windows[-1].hub.look.choose("light", 1.0)
    library.search.close()


def look_for(page, text):
    page.go_to(SEARCH)
    view = page.view
    view.field.setText(text)
    view.list.setFocus()
    settle()
    return view


@pytest.mark.parametrize("language", ["en", "fr"])
def test_search_looks_as_agreed(reading, tmp_path, language):
    window, page = reading(language)
    view = look_for(page, WORD[language])
    view.show_address(Address(Kind.PARAGRAPH, "11(1)"))
    settle()
    check_picture(window, f"read-search-{language}", tmp_path)


def test_nothing_looked_for_yet_looks_as_agreed(reading, tmp_path):
    window, _page = reading("fr")
    check_picture(window, "read-empty-fr", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_to_be_read_looks_as_agreed(reading, tmp_path, language):
    window, page = reading(language)
    look_for(page, "3(e)").show_address(Address(Kind.QUESTION, "3e.1"))
    settle()
    check_picture(window, f"read-question-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_whole_text_looks_as_agreed(reading, tmp_path, language):
    window, page = reading(language)
    page.go_to(WHOLE)
    page.view.go_to("2")
    settle()
    check_picture(window, f"read-whole-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_index_looks_as_agreed(reading, tmp_path, language):
    window, page = reading(language)
    page.go_to(INDEX)
    page.view.show_address(Address(Kind.PARAGRAPH, "3(k)"))
    settle()
    check_picture(window, f"read-index-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_glossary_looks_as_agreed(reading, tmp_path, language):
    window, page = reading(language)
    page.go_to(GLOSSARY)
    page.view.show_address(Address(Kind.TERM, "sustainability"))
    settle()
    check_picture(window, f"read-glossary-{language}", tmp_path)


def test_search_at_twice_the_text_size_looks_as_agreed(reading, tmp_path):
    window, page = reading("fr", scale=2.0, size=(1024, 768))
    look_for(page, "pérennité")
    check_picture(window, "read-search-200-fr", tmp_path)


@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_other_palettes_look_as_agreed(reading, tmp_path, theme):
    window, page = reading("en", theme=theme)
    look_for(page, "sustainability")
    check_picture(window, f"read-search-en-{theme}", tmp_path)
