"""Which questions a new consultation asks: chosen and counted as a person would."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.answering import Reader
from support.packs import write_pack
from support.reading import settle
from support.window import window_at

from spf_assess.analysis import offered
from spf_assess.desktop.settings import Settings, save
from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Selection
from spf_assess.questionnaire import load_questionnaire

FIELDS = (
    "Title in English",
    "Title in French",
    "Country in English",
    "Country in French",
)
QUESTIONNAIRE = load_questionnaire()


def number(selection, bench=None):
    return sum(
        selection.includes(item) and (bench is None or offered(item, bench))
        for item in QUESTIONNAIRE.items()
    )


@pytest.fixture
def opened(qtbot, config):
    save(config, Settings(language="en"))
    window = window_at(config, language="en")
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    window.show_page("create")
    settle()
    yield window, Reader(window)
    window.hub.close()


def create(window, person, tmp_path):
    """Fill in the rest and create the file; return what was chosen."""
    for label in FIELDS:
        person.types(label, "Coresia")
    window.hub.files.next = [tmp_path / "c.spfa"]
    person.presses("Create the file…")
    consultation = window.hub.consultation
    return None if consultation is None else consultation.selection


def choose(person, *names):
    """Tick or untick sections by the name they are read out with."""
    for name in names:
        found = [
            button
            for button in person.window.findChildren(QAbstractButton)
            if button.accessibleName().startswith(name) and button.isVisible()
        ]
        assert len(found) == 1, name
        found[0].click()
        settle()


def test_all_questions_are_asked_unless_one_chooses(opened, tmp_path):
    window, person = opened
    told = f"{number(Selection())} questions in all; asked of each group: "
    assert person.perceives(told)
    for bench in BENCHES:
        assert person.perceives(f" {number(Selection(), bench)}")
    assert create(window, person, tmp_path) == Selection()


def test_the_core_form_is_counted_and_chosen(opened, tmp_path):
    window, person = opened
    person.presses("Core")
    assert person.perceives(f"{number(Selection('core'))} questions in all")
    assert create(window, person, tmp_path) == Selection("core")


def test_single_sections_are_ticked_group_by_group(opened, tmp_path):
    window, person = opened
    assert not person.perceives("3(a)  Universality")
    person.presses("Single sections")
    for title in QUESTIONNAIRE.groups.values():
        choose(person, f"Tick none, {title['en']}")
    assert not person.perceives("questions in all")
    choose(person, "3(e)  Social inclusion", "5(b)  Children")
    wanted = Selection("full", ("3e", "5b"))
    assert person.perceives(f"{number(wanted)} questions in all")
    assert create(window, person, tmp_path) == wanted


def test_every_section_ticked_is_the_same_as_all(opened, tmp_path):
    window, person = opened
    person.presses("Single sections")
    assert create(window, person, tmp_path) == Selection()


def test_core_and_sections_go_together(opened, tmp_path):
    window, person = opened
    person.presses("Core")
    person.presses("Single sections")
    choose(person, "3(e)  Social inclusion")
    found = create(window, person, tmp_path)
    assert found.form == "core"
    assert "3e" not in found.sections
    assert len(found.sections) == len(QUESTIONNAIRE.sections) - 1


def test_no_section_ticked_is_told_at_the_list_and_mended_there(opened, tmp_path):
    window, person = opened
    person.presses("Single sections")
    for title in QUESTIONNAIRE.groups.values():
        choose(person, f"Tick none, {title['en']}")
    assert create(window, person, tmp_path) is None
    assert person.focused().startswith("3(a)")
    assert person.hears().count("Tick at least one section.") == 2
    choose(person, "3(a)")
    assert not person.perceives("Tick at least one section.")


def test_sections_without_a_core_question_are_not_enough_for_the_core_form(
    opened, tmp_path
):
    window, person = opened
    person.presses("Core")
    person.presses("Single sections")
    for name, title in QUESTIONNAIRE.groups.items():
        if name != "tools":
            choose(person, f"Tick none, {title['en']}")
    assert create(window, person, tmp_path) is None
    assert person.perceives("The sections ticked have no question in the core form.")
    person.presses("Full")
    assert not person.perceives("no question in the core form.")


def test_another_language_keeps_what_is_ticked(opened, tmp_path):
    window, person = opened
    person.presses("Single sections")
    choose(person, "3(a)")
    window.hub.speak(Words("fr"))
    settle()
    assert person.perceives("3\u00a0a)  Universalité")
    wanted = tuple(one.id for one in QUESTIONNAIRE.sections)[1:]
    told = f"{number(Selection('full', wanted))} questions au total"
    assert person.perceives(told)
    window.hub.speak(Words("en"))
    assert create(window, person, tmp_path) == Selection("full", wanted)


def test_tab_comes_by_the_sections_where_they_are_seen(opened):
    _window, person = opened
    person.presses("Single sections")
    seen = []
    for _step in range(60):
        person.keys("Tab")
        seen.append(person.focused())
    first = next(at for at, name in enumerate(seen) if name.startswith("3(a)"))
    assert seen[first - 1].startswith("Tick none, Principles")
    last = next(at for at, name in enumerate(seen) if name.startswith("5  Assess"))
    assert seen[last + 1] == "Choose a file…"


def test_sections_of_a_national_pack_can_be_ticked(opened, tmp_path):
    window, person = opened
    person.presses("Single sections")
    choose(person, "3(a)")
    window.hub.files.next = [write_pack(tmp_path / "mine")]
    person.presses("Choose a folder…")
    assert person.perceives("3(a)  Universality")
    found = create(window, person, tmp_path)
    assert "3a" not in found.sections
    assert found.sections


def test_the_next_consultation_begins_with_all_questions(opened, tmp_path):
    window, person = opened
    person.presses("Core")
    create(window, person, tmp_path)
    window.hub.close()
    window.show_page("create")
    settle()
    assert person.perceives(f"{number(Selection())} questions in all")
