"""The start page and the pages around it, as they were seen and agreed on."""

import pytest
from support.answering import Reader
from support.golden import FOLDER, check_picture, difference
from support.reading import settle
from support.window import window_at

from spf_assess.desktop.fields.option import TickCard
from spf_assess.desktop.settings import Recent, Settings, save

TITLE = {
    "en": "Coresia, national consultation 2026",
    "fr": "Coresia, consultation nationale 2026",
}
RECENT = (
    Recent(
        "/x/coresia-2026-travailleurs.spfa",
        TITLE,
        "respondent",
        "workers",
        "bench",
        asked=60,
        answered=34,
        next_number=35,
        done=8,
        begun=2,
        todo=15,
        flagged=1,
        changed_at="2024-11-21T15:20:00Z",
    ),
    Recent(
        "/x/coresia-2026.spfa",
        TITLE,
        "facilitator",
        asked=3,
        answered=3,
        changed_at="2024-11-18T12:00:00Z",
    ),
    Recent(
        "/x/atelier-exercice.spfa",
        TITLE,
        "facilitator",
        asked=9,
        answered=9,
        changed_at="2024-11-12T12:00:00Z",
        fictitious=True,
    ),
    Recent(
        "/x/coresia-2024.spfa",
        TITLE,
        "facilitator",
        asked=9,
        answered=8,
        changed_at="2024-03-03T12:00:00Z",
        read_only=True,
    ),
)


@pytest.fixture
def pictured(qtbot, config, tmp_path):
    """Show a page and hold it against its golden picture."""
    windows = []

    def check(name: str, page: str = "start", recent=RECENT, **look) -> None:
        language = look.pop("language", "en")
        size = look.pop("size", (1366, 768))
        then = look.pop("then", lambda _window: None)
        save(config, Settings(language=language, recent=recent, **look))
        window = window_at(config, language=language)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.show_page(page)
        settle()
        then(window)
        settle()
        check_picture(window, name, tmp_path)

    yield check
    windows[-1].hub.look.choose("light", 1.0)


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_start_page_looks_as_agreed(pictured, language, theme):
    pictured(f"start-{language}-{theme}", language=language, theme=theme)


def test_the_start_page_at_twice_the_text_size_looks_as_agreed(pictured):
    pictured("start-fr-200", language="fr", scale=2.0, size=(1024, 768))


def test_the_first_start_looks_as_agreed(pictured):
    pictured("first-start-fr", recent=(), language="fr")


@pytest.mark.parametrize("page", ["create", "alone", "help", "paper"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pages_around_it_look_as_agreed(pictured, page, language):
    pictured(f"{page}-{language}", page, language=language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_choosing_sections_looks_as_agreed(pictured, language):
    def choose(window):
        name = {"en": "Single sections", "fr": "Certaines sections"}[language]
        person = Reader(window)
        person.presses(name)
        person.presses({"en": "Core", "fr": "Essentiel"}[language])
        cards = window.page("create").findChildren(TickCard)
        cards[1].click()
        cards[1].setFocus()

    pictured(f"create-sections-{language}", "create", language=language, then=choose)


def test_the_comparison_sees_a_changed_word_and_another_palette():
    one, other = FOLDER / "start-en-light.png", FOLDER / "start-fr-light.png"
    dark = FOLDER / "start-en-dark.png"
    assert difference(one, one) == 0
    assert difference(one, other) > 0.01
    assert difference(one, dark) > 0.5
