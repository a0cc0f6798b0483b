"""A self-assessment that asks a country's own questions too, as a person begins it."""

import pytest
from support.packs import FILES, write_pack
from support.person import Person
from support.reading import settle
from support.window import window_at
from support.yaml_files import spoiled

from spf_assess.desktop.settings import Settings, save
from spf_assess.questionnaire.packs import pack_document, read_pack

TOLD = "“Questions of Coresia”, version 1: 3 national questions"


@pytest.fixture
def opened(qtbot, config):
    """Open the window in this language, where one answers without an invitation."""
    windows = []

    def open_(language: str = "en"):
        save(config, Settings(language=language))
        window = window_at(config, language=language)
        qtbot.addWidget(window)
        window.show()
        window.show_page("alone")
        settle()
        windows.append(window)
        return window, Person(window)

    yield open_
    for window in windows:
        window.hub.close()


def test_the_questions_of_a_packed_file_are_asked(opened, tmp_path):
    window, person = opened()
    file = tmp_path / "coresia.spfq"
    file.write_bytes(pack_document(read_pack(write_pack(tmp_path / "pack"))))
    window.hub.files.next = [file, tmp_path / "mine.spfa"]
    person.presses("Choose a file…")
    assert person.perceives(TOLD)
    person.presses("Workers")
    person.presses("Begin…")
    asked = window.hub.consultation.questionnaire
    assert asked.pack.id == "coresia"
    assert asked.item("n1.1").national


def test_a_pack_left_out_again_is_not_asked(opened, tmp_path):
    window, person = opened()
    window.hub.files.next = [write_pack(tmp_path / "pack"), tmp_path / "mine.spfa"]
    person.presses("Choose a folder…")
    person.presses("Leave the pack out")
    assert not person.perceives(TOLD)
    person.presses("Workers")
    person.presses("Begin…")
    assert window.hub.consultation.questionnaire.pack is None


def test_a_pack_is_kept_until_the_file_is_made_and_not_for_the_next(opened, tmp_path):
    window, person = opened()
    taken = tmp_path / "taken.spfa"
    taken.write_text("something else")
    window.hub.files.next = [write_pack(tmp_path / "pack"), taken]
    person.presses("Choose a folder…")
    person.presses("Workers")
    person.presses("Begin…")
    assert window.hub.consultation is None
    assert taken.read_text() == "something else"
    assert person.perceives(TOLD)
    window.hub.files.next = [tmp_path / "mine.spfa"]
    person.presses("Begin…")
    assert window.hub.consultation.questionnaire.pack.id == "coresia"
    window.hub.close()
    window.show_page("alone")
    settle()
    assert not person.perceives(TOLD)


def test_a_pack_with_a_fault_is_told_and_what_was_entered_stays(opened, tmp_path):
    window, person = opened(language="fr")
    text = spoiled(FILES["schemes.yaml"], '["5d"]', '["9z"]')
    person.types("Organisation", "Union des îles")
    window.hub.files.next = [write_pack(tmp_path / "bad", schemes=text)]
    person.presses("Choisir un dossier…")
    assert person.perceives("schemes.yaml, ligne 8")
    assert person.perceives("9z")
    assert person.value_of("Organisation") == "Union des îles"
