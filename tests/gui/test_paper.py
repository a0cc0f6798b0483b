"""Printing the questionnaire from the window, as someone preparing a workshop would."""

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from support.desk import Chooser
from support.packs import write_pack
from support.person import Person
from support.reading import settle
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.i18n import Words
from spf_assess.model import Selection, Text
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import read_pack, with_pack

PATIENCE_MS = 120_000


@pytest.fixture
def opened(qtbot, config, tmp_path):
    def open_(language="en"):
        window = window_at(config, language=language)
        qtbot.addWidget(window)
        window.show()
        window.hub.files = Chooser([tmp_path / "paper.pdf"])
        window.show_page("start")
        settle()
        windows.append(window)
        return window, Person(window)

    windows = []
    yield open_
    for window in windows:
        window.page("paper").leave()
        window.hub.close()


def wait(_page, until):
    loop = QEventLoop()
    tick = QTimer()
    tick.setInterval(20)
    tick.timeout.connect(lambda: until() and loop.quit())
    patience = QTimer()
    patience.setInterval(PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    for timer in (tick, patience):
        timer.start()
    loop.exec()
    for timer in (tick, patience):
        timer.stop()
    assert until()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_booklet_is_printed_and_offered_to_be_opened(opened, tmp_path, language):
    window, person = opened(language)
    words = Words(language)
    person.presses(words("Print the questionnaire"))
    assert window.page_name == "paper"
    person.chooses(words("Workers"))
    person.presses(words("Save as PDF…"))
    wait(window.page("paper"), lambda: person.perceives(str(tmp_path / "paper.pdf")))
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    assert person.focused() == words("Open the PDF")


def test_one_has_to_say_for_whom(opened):
    window, person = opened()
    person.presses("Print the questionnaire")
    person.presses("Save as PDF…")
    assert person.perceives("Choose for whom you print.")
    assert window.hub.files.asked == []


def test_a_print_that_is_stopped_leaves_nothing(opened, tmp_path):
    window, person = opened()
    person.presses("Print the questionnaire")
    person.chooses("Full form")
    person.chooses("Employers")
    person.presses("Save as PDF…")
    person.presses("Cancel")
    page = window.page("paper")
    wait(page, lambda: not page.printing)
    assert list(tmp_path.glob("*.pdf")) == []
    assert not person.perceives("Open the PDF")


def test_a_folder_that_is_gone_is_told_in_words(opened, tmp_path):
    window, person = opened()
    window.hub.files = Chooser([tmp_path / "gone" / "paper.pdf"])
    person.presses("Print the questionnaire")
    person.chooses("Employers")
    person.presses("Save as PDF…")
    page = window.page("paper")
    wait(page, lambda: not page.printing)
    assert person.perceives("is not there any more")


def test_an_open_consultation_prints_what_it_asks(opened, tmp_path):
    window, person = opened()
    file = tmp_path / "c.spfa"
    Consultation.create(
        file,
        title=Text.of(en="C", fr="C"),
        country=Text.of(en="C", fr="C"),
        questionnaire=load_questionnaire(),
        selection=Selection("core", ("3m",)),
    ).close()
    window.hub.open(file)
    window.show_page("paper")
    assert not person.perceives("Which questions?")
    person.chooses("Government")
    person.presses("Save as PDF…")
    wait(window.page("paper"), lambda: person.perceives("paper.pdf"))
    from pypdfium2 import PdfDocument

    with PdfDocument(tmp_path / "paper.pdf") as document:
        assert len(document) < 8


def test_an_open_consultation_is_printed_in_the_language_of_its_pack(opened, tmp_path):
    window, person = opened()
    file = tmp_path / "c.spfa"
    pack = read_pack(write_pack(tmp_path / "pack"))
    Consultation.create(
        file,
        title=Text.of(en="C", fr="C"),
        country=Text.of(en="C", fr="C"),
        questionnaire=with_pack(load_questionnaire(), pack),
        selection=Selection("core", ("3e",)),
    ).close()
    window.show_page("paper")
    assert not person.perceives("Português")
    window.hub.open(file)
    window.show_page("paper")
    person.chooses("Workers")
    questions = window.page("paper")._questions
    questions.setFocus()
    person.keys("Down")
    assert questions.currentText() == "Português"
    assert questions.accessibleName() == "Language of the printed questions"
    person.keys("Tab")
    assert person.focused() in {"Back", "Save as PDF…"}  # no stop further up
    person.presses("Save as PDF…")
    wait(window.page("paper"), lambda: person.perceives("paper.pdf"))
    from pypdfium2 import PdfDocument

    with PdfDocument(tmp_path / "paper.pdf") as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Inclusão social" in text
