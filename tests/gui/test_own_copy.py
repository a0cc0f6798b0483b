"""One's own answers printed: before and after handing in, and nobody else's."""

import re

import pypdfium2
import pytest
from support.answering import seat

from spf_assess.exchange import read_packet, receipt_words
from spf_assess.i18n import Words
from spf_assess.model import Answer, Constituency, Edition, PartAnswer, RespondentKind

__all__ = ["seat"]
WAIT = 60_000


@pytest.fixture
def answered(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa", Constituency.WORKERS, RespondentKind.PERSON)
    parts = {"law": PartAnswer(3), "practice": PartAnswer(2)}
    assert seat.hub.answer(Answer("3a.1", parts=parts, comment="Nobody is paid"))
    return seat


def text_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_from_a_question_by_key_and_back_to_it(answered):
    answered.window.show_page("answering", "3a.1")
    answered.settle()
    answered.person.keys("Ctrl+P")
    answered.settle()
    assert answered.window.page_name == "own"
    answered.person.presses("Back")
    assert answered.window.page_name == "answering"
    assert answered.window.page("answering").here == "3a.1"


def test_after_handing_in_ones_copy_has_the_eight_words(answered, qtbot, tmp_path):
    packet, copy = tmp_path / "mine.spfr", tmp_path / "Ma copie été.pdf"
    answered.window.show_page("handed_in")
    answered.settle()
    answered.chooser.paths = [packet]
    answered.person.presses("Choose where and hand in…")
    answered.person.presses("Print your answers…")
    page = answered.window.page("own")
    page.language._choose("fr")
    answered.chooser.paths = [copy]
    answered.person.presses("Save as PDF…")
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    answered.settle()
    assert answered.person.perceives(f"Your answers are in {copy}.")
    told = text_of(copy)
    assert "Nobody is paid" in told
    digest = read_packet(packet.read_bytes()).digest
    for word in (*receipt_words(digest, "fr"), *receipt_words(digest, "en")):
        assert word in told
    answered.person.presses("Back")
    assert answered.window.page_name == "handed_in"
    assert answered.person.perceives("Receipt: eight words")


def test_one_looks_at_it_first_and_comes_back(answered, qtbot):
    answered.window.show_page("own", "check")
    answered.settle()
    answered.person.presses("Preview")
    page = answered.window.page("preview")
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    answered.settle()
    assert page.sheets.number > 1
    assert page._wanted.options.edition is Edition.PARTICIPANT
    answered.person.presses("Back")
    assert answered.window.page_name == "own"
    answered.person.presses("Back")
    assert answered.window.page_name == "check"


def test_it_is_saved_as_a_document_too(answered, qtbot, tmp_path):
    out = tmp_path / "copy.docx"
    answered.speak(Words("fr"))
    answered.window.show_page("own", "check")
    answered.settle()
    answered.chooser.paths = [out]
    answered.person.presses("Enregistrer au format Word…")
    page = answered.window.page("own")
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    answered.settle()
    assert out.read_bytes().startswith(b"PK")
    assert answered.person.perceives(f"Vos réponses sont dans {out}.")


def test_what_cannot_be_written_is_told_and_one_can_try_again(answered, tmp_path):
    answered.window.show_page("own", "check")
    answered.settle()
    answered.chooser.paths = [tmp_path / "no stick" / "copy.pdf"]
    answered.person.presses("Save as PDF…")
    answered.settle()
    assert answered.person.perceives("[D-301]")
    assert answered.window.page("own").make_button.isVisible()
