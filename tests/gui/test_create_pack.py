"""Starting a consultation with a country's own questions, as a person would."""

import pytest
from support.packs import FILES, write_pack
from support.person import Person
from support.reading import settle
from support.window import window_at
from support.yaml_files import spoiled

from spf_assess.desktop.settings import Settings, save
from spf_assess.questionnaire.packs import pack_document, read_pack

TITLES = ("Title in English", "Title in French")
COUNTRIES = ("Country in English", "Country in French")
TOLD = "“Questions of Coresia”, version 1: 3 national questions"


@pytest.fixture
def opened(qtbot, config):
    """Open the window in this language, at the page for starting a consultation."""
    windows = []

    def open_(language: str = "en"):
        save(config, Settings(language=language))
        window = window_at(config, language=language)
        qtbot.addWidget(window)
        window.resize(1024, 1000)
        window.show()
        window.show_page("create")
        settle()
        windows.append(window)
        return window, Person(window)

    yield open_
    for window in windows:
        window.hub.close()


def test_a_consultation_is_started_with_a_pack_from_a_folder(opened, tmp_path):
    window, person = opened()
    window.hub.files.next = [write_pack(tmp_path / "mine"), tmp_path / "c.spfa"]
    person.presses("Choose a folder…")
    assert person.perceives(TOLD)
    for label in (*TITLES, *COUNTRIES):
        person.types(label, "Coresia")
    person.presses("Create the file…")
    asked = window.hub.consultation.questionnaire
    assert asked.pack.id == "coresia"
    assert asked.item("n1.1").national


def test_a_packed_file_is_chosen_and_left_out_again(opened, tmp_path):
    window, person = opened()
    file = tmp_path / "coresia.spfq"
    file.write_bytes(pack_document(read_pack(write_pack(tmp_path / "mine"))))
    window.hub.files.next = [file, tmp_path / "c.spfa"]
    person.presses("Choose a file…")
    assert person.perceives(TOLD)
    person.presses("Leave the pack out")
    assert not person.perceives(TOLD)
    for label in (*TITLES, *COUNTRIES):
        person.types(label, "Coresia")
    person.presses("Create the file…")
    assert window.hub.consultation.questionnaire.pack is None


def test_a_pack_with_a_fault_is_told_with_place_and_remedy(opened, tmp_path):
    window, person = opened(language="fr")
    text = spoiled(FILES["schemes.yaml"], '["5d"]', '["9z"]')
    good, bad = tmp_path / "good", tmp_path / "bad"
    window.hub.files.next = [write_pack(good), write_pack(bad, schemes=text)]
    person.presses("Choisir un dossier…")
    assert person.perceives("3 questions nationales")
    person.presses("Choisir un dossier…")
    assert person.perceives("schemes.yaml, ligne 8")
    assert person.perceives("9z")
    assert person.perceives("[Q-851]") or person.perceives("Nommez au moins")
    assert not person.perceives("3 questions nationales")


def test_a_file_that_is_no_pack_leaves_the_page_as_it_was(opened, tmp_path):
    window, person = opened()
    person.types("Title in English", "Kept")
    file = tmp_path / "letter.spfq"
    file.write_text("Dear all")
    window.hub.files.next = [file]
    person.presses("Choose a file…")
    assert person.perceives("no national pack")
    assert person.value_of("Title in English") == "Kept"


def test_the_pack_is_told_in_another_language_at_once(opened, tmp_path):
    from spf_assess.i18n import Words

    window, person = opened()
    window.hub.files.next = [write_pack(tmp_path / "mine")]
    person.presses("Choose a folder…")
    window.hub.speak(Words("fr"))
    settle()
    assert person.perceives("Questions de la Corésie")
    assert person.perceives("3 questions nationales")
