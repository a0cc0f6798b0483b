"""The main window: pages, language, problems, dropped files, closing."""

import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from support.person import Person
from support.window import NotingPage, window_at

from spf_assess.consultation import Consultation
from spf_assess.desktop.look import current
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import (
    N_,
    Answer,
    Constituency,
    Problem,
    RespondentKind,
    Text,
)

CANARY = '<img src="file:///x"> & co'


@pytest.fixture
def window(qtbot, config):
    window = window_at(config)
    qtbot.addWidget(window)
    window.show()
    yield window
    page = window._pages.get(window.page_name)
    if isinstance(page, NotingPage):
        page.may_leave = True
    window.hub.close()
    window.hub.choose_look("light", 1.0)


@pytest.fixture
def person(window):
    person = Person(window)
    person.settle()
    return person


@pytest.fixture
def answers(window, tmp_path):
    """The file of a workers' group, open."""
    assert window.hub.alone(
        tmp_path / "mine.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.BENCH,
    )
    return tmp_path / "mine.spfa"


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    told = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), *told, none)
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *told, none))
    return entering.isAccepted()


def test_a_page_is_built_when_it_is_first_shown(window):
    assert list(window._pages) == ["start"]
    window.show_page("check", "3e.3")
    assert list(window._pages) == ["start", "check"]
    page = window.page("check")
    assert page.arrivals == ["3e.3"]
    window.show_page("start")
    window.show_page("check")
    assert window.page("check") is page
    assert page.left == 1


def test_a_page_that_cannot_save_is_not_left(window):
    window.show_page("check")
    window.page("check").may_leave = False
    window.show_page("start")
    assert window.page_name == "check"


def test_the_language_changes_at_once_and_keeps_place_focus_and_text(window, person):
    window.show_page("check")
    person.types("Check my answers", "éçœ half a sen")
    field = window.page("check").field
    field.setCursorPosition(4)
    begun = time.perf_counter()
    person.keys("Ctrl+L")
    spent = time.perf_counter() - begun
    assert window.page_name == "check"
    assert person.focused() == "Vérifier mes réponses"
    assert (field.text(), field.cursorPosition()) == ("éçœ half a sen", 4)
    assert person.perceives("Taille du texte")
    assert person.is_chosen("Français")
    assert window.windowTitle().startswith("Vérifier mes réponses")
    assert spent < 1.0


def test_the_start_page_says_its_words_anew_in_less_than_a_tenth_of_a_second(window):
    spent = []
    for language in ("fr", "en", "fr", "en", "fr"):
        begun = time.perf_counter()
        window.hub.speak(Words(language))
        spent.append(time.perf_counter() - begun)
    assert min(spent) < 0.1


def test_the_language_is_chosen_by_pointer_as_well(window, person):
    person.presses("Français")
    assert person.perceives("Que voulez-vous faire\u00a0?")
    person.presses("English")
    assert person.perceives("What would you like to do?")


def test_f1_shows_all_keys_and_leads_back(window, person):
    window.show_page("check")
    person.keys("F1")
    assert window.page_name == "help"
    for key in ("F1", "F2", "4", "D", "N", "Ctrl+L", "Ctrl+Z"):
        assert key in person.hears(), key
    person.keys("F1")
    assert window.page_name == "check"
    person.presses("Help")
    person.presses("Back")
    assert window.page_name == "check"


def test_the_text_grows_and_shrinks_by_keys(window, person):
    person.keys("Ctrl++", "Ctrl+=")
    assert current().scale == 1.5
    person.keys("Ctrl+-")
    assert current().scale == 1.25
    person.keys("Ctrl+0", "Ctrl+-")
    assert current().scale == 1.0
    for _time in range(9):
        person.keys("Ctrl++")
    assert current().scale == 2.0


@pytest.mark.parametrize(
    ("button", "choice"), [("Contrast", "High contrast"), ("Text size", "150%")]
)
def test_palette_and_size_are_chosen_from_a_menu_by_keyboard(
    window, person, button, choice
):
    person.presses(button)
    menu = QApplication.activePopupWidget()
    names = [action.text() for action in menu.actions()]
    assert choice in names
    at = [action.isChecked() for action in menu.actions()].index(True)
    person.keys(*["Down"] * (names.index(choice) - at), "Return")
    chosen = {
        "High contrast": current().theme == "high_contrast",
        "150%": current().scale == 1.5,
    }
    assert chosen[choice]
    assert QApplication.activePopupWidget() is None


def test_a_problem_is_told_in_plain_words_and_stays_until_put_away(window, person):
    window.hub.problem.emit(Problem("S-101", N_("{file} is not there."), file=CANARY))
    told = f"{CANARY} is not there. [S-101]"
    assert person.perceives(told)
    window.show_page("check")
    assert person.perceives(told)
    person.keys("Ctrl+L")
    person.presses("Fermer")
    assert not person.perceives("S-101")
    person.keys("Ctrl+L")
    assert not person.perceives("S-101")


def test_what_is_told_of_a_problem_changes_its_language(window, person):
    window.hub.open(window.hub._settings_path.parent / "gone.spfa")
    english = window.notice.said
    person.keys("Ctrl+L")
    assert window.notice.said != english
    assert "gone.spfa" in window.notice.said


def test_opening_answers_goes_to_them_and_says_whose_they_are(window, person, answers):
    assert window.page_name == "answering"
    assert person.perceives("Workers")
    assert not person.perceives("Saved at")
    assert window.hub.answer(Answer("3a.1", comment="Ours"))
    assert person.perceives("Saved at")
    person.keys("Ctrl+L")
    assert person.perceives("Travailleurs")
    assert person.perceives("Enregistré à")
    window.show_start()
    assert window.page_name == "start"


def test_a_save_that_fails_is_seen_in_the_bar_and_in_words(
    window, person, answers, monkeypatch
):
    def fail(*_given):
        raise Problem("S-121", N_("There is no space left."))

    monkeypatch.setattr(window.hub.consultation, "answer", fail)
    assert not window.hub.answer(Answer("3a.1", comment="Ours"))
    assert person.perceives("Not saved")
    assert person.perceives("There is no space left. [S-121]")


def test_a_consultation_opens_at_the_facilitators_desk(window, person, tmp_path):
    assert window.hub.create(
        tmp_path / "c.spfa",
        title=Text.of(en=CANARY, fr=CANARY),
        country=Text.of(en="Coresia", fr="Coresia"),
    )
    assert window.page_name == "facilitator"
    assert person.perceives(f"{CANARY}, round 1")


def test_a_dropped_consultation_is_opened(window, answers):
    window.hub.close()
    window.show_page("start")
    assert drop(window, answers)
    assert window.hub.consultation.path == answers


def test_dropped_packets_go_to_the_facilitators_desk_together(window, tmp_path):
    assert window.hub.create(
        tmp_path / "c.spfa",
        title=Text.of(en="C", fr="C"),
        country=Text.of(en="C", fr="C"),
    )
    packets = [tmp_path / "one.spfr", tmp_path / "two.spfr"]
    assert drop(window, *packets)
    assert window.page("facilitator").arrivals[-1] == packets


def test_a_packet_without_a_consultation_is_told_what_to_do(window, person, tmp_path):
    assert drop(window, tmp_path / f"a{CANARY.replace('/', '')}.spfr")
    assert person.perceives("Open the facilitator's consultation first")
    assert window.page_name == "start"


def test_a_dropped_invitation_asks_whether_it_is_ones_own_and_where_to_keep_answers(
    window, tmp_path
):
    invitation, text = tmp_path / "invitation.spfi", Text.of(en="C", fr="C")
    with Consultation.create(tmp_path / "c.spfa", title=text, country=text) as file:
        _seat, data = file.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.BENCH
        )
    invitation.write_bytes(data)
    assert drop(window, invitation)
    assert window.hub.files.asked == []
    window.findChild(Ask).yes_button.click()
    assert window.hub.files.asked == ["Where to keep your answers"]


def test_what_is_no_invitation_is_told_before_anything_is_asked(window, tmp_path):
    invitation = tmp_path / "invitation.spfi"
    invitation.write_bytes(b"{}")
    assert drop(window, invitation)
    assert window.hub.files.asked == []
    assert window.findChild(Ask) is None
    assert "[X-" in window.notice.said


def test_other_files_are_not_taken(window, tmp_path):
    assert not drop(window, tmp_path / "letter.docx")


def test_closing_saves_and_closes_the_file(window, answers):
    page = window.page("answering")
    window.close()
    assert page.left == 1
    assert window.hub.consultation is None
    assert not window.isVisible()


def test_closing_with_an_unsaved_answer_asks_first(window, person, answers):
    window.page("answering").may_leave = False
    window.close()
    assert window.isVisible()
    dialog = QApplication.activeModalWidget()
    Person(dialog).presses("Stay")
    assert window.isVisible()
    assert window.hub.consultation is not None
    window.close()
    Person(QApplication.activeModalWidget()).presses("Close all the same")
    assert not window.isVisible()
    assert window.hub.consultation is None


def test_turning_to_another_program_saves(window, answers):
    window._pause(Qt.ApplicationState.ApplicationInactive)
    assert window.page("answering").pauses == 1
    window._pause(Qt.ApplicationState.ApplicationActive)
    assert window.page("answering").pauses == 1


def test_every_page_that_is_registered_can_be_found():
    from importlib import import_module

    from spf_assess.desktop.pages import PAGES

    for module, page in PAGES.values():
        found = import_module(f"spf_assess.desktop.pages.{module}")
        assert hasattr(found, page)


def test_the_window_can_be_small(window):
    window.resize(640, 480)
    assert (window.width(), window.height()) == (640, 480)


def test_an_almost_full_disk_is_told_beside_the_saved_sign(
    window, person, answers, monkeypatch
):
    monkeypatch.setattr(
        type(window.hub.consultation), "space_low", property(lambda _self: True)
    )
    assert window.hub.answer(Answer("3a.1", comment="Ours"))
    assert person.perceives("but the disk is almost full")


def test_a_file_that_can_only_be_read_says_why(window, answers):
    window.hub.answer(Answer("3a.1", comment="Ours alone"))
    window.hub.close()
    damage(answers, b"Ours alone")
    assert window.hub.open(answers)
    assert window.hub.consultation.read_only
    assert "[S-" in window.notice.said


def test_a_file_that_has_lost_whose_it_is_is_told_and_not_opened(window, answers):
    window.hub.close()
    window.show_page("start")
    damage(answers, b"workers")
    assert not window.hub.open(answers)
    assert window.page_name == "start"
    assert "[S-" in window.notice.said


def damage(path, place):
    data = bytearray(path.read_bytes())
    data[data.rindex(place)] ^= 1
    path.write_bytes(data)


def test_what_is_not_saved_yet_is_saved_before_another_file_takes_its_place(
    window, answers, tmp_path
):
    page = window.page("answering")
    before, noted = page.pauses, []
    page.pause = lambda: noted.append(window.hub.consultation.path)
    assert window.hub.alone(
        tmp_path / "other.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.PERSON,
    )
    assert noted == [answers]
    assert before == 0


def test_a_page_that_cannot_save_keeps_a_dropped_file_out(window, answers, tmp_path):
    window.page("answering").may_leave = False
    drop(window, tmp_path / "other.spfa")
    assert window.hub.consultation.path == answers


def test_a_window_that_is_gone_no_longer_follows_the_look(qtbot, config):
    from shiboken6 import delete

    gone = window_at(config, noting=False)
    for name in ("create", "alone", "help", "check", "handed_in", "answering"):
        gone.page(name)
    look = gone.hub.look
    delete(gone)
    look.choose("dark", 1.5)
    look.choose("light", 1.0)
