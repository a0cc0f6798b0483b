"""The start page: going on, the doors, recent files, and forms to begin something."""

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from support.person import ROLE, Person, name_of
from support.reading import clipped_texts, settle
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.create import file_stem
from spf_assess.desktop.pages.moments import moment_text
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.desktop.settings import Recent, Settings, save
from spf_assess.exchange import read_invitation, receipt_words
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind, Role, Text

CANARY = '<img src="file:///x"> & <b>co</b>'
ELSEWHERE = "/nowhere/coresia-2026.spfa"


def entry(path: str | Path, **more: object) -> Recent:
    fields = {
        "title": {"en": "Coresia 2026", "fr": "Coresie 2026"},
        "role": "respondent",
        "constituency": "workers",
        "kind": "bench",
        "asked": 60,
        "answered": 34,
        "next_number": 35,
        "done": 8,
        "begun": 2,
        "todo": 15,
        "flagged": 1,
        **more,
    }
    return Recent(str(path), **fields)


@pytest.fixture
def opened(qtbot, config):
    """Open the window with these recent files, in this language."""
    windows = []

    def open_(*recent: Recent, language: str = "en"):
        save(config, Settings(language=language, recent=recent))
        window = window_at(config, language=language)
        qtbot.addWidget(window)
        window.show()
        settle()
        windows.append(window)
        return window, Person(window)

    yield open_
    for window in windows:
        window.hub.close()


@pytest.fixture
def mine(tmp_path) -> Path:
    """A workers' group's file that exists."""
    path = tmp_path / "mine.spfa"
    Consultation.alone(
        path, constituency=Constituency.WORKERS, kind=RespondentKind.BENCH
    ).close()
    return path


def test_the_first_start_tells_what_the_program_is_and_offers_the_doors(opened):
    _window, person = opened()
    assert person.perceives("Government, employers and workers each answer")
    assert not person.perceives("Last consultation opened")
    assert not person.perceives("Recent file")
    assert person.focused() == "Open an invitation…"
    for door in ("Without an invitation…", "Create…", "Open…", "Open the sample…"):
        assert person.find(door, ROLE.Button)
    assert person.perceives("Independent tool, neither made nor approved by the ILO")


def test_going_on_comes_first_and_says_how_far_one_has_come(opened):
    _window, person = opened(entry(ELSEWHERE))
    heard = person.hears()
    first, door = heard.index("Coresia 2026"), heard.index("What would you like to do?")
    assert first < door < heard.index("Open an invitation…")
    assert "Answer of the Workers' group" in heard
    assert "34 of 60 questions answered" in heard
    place = heard.index("Sections finished")
    assert heard[place : place + 8] == [
        "Sections finished",
        "8",
        "Sections begun",
        "2",
        "Sections to do",
        "15",
        "Questions to come back to",
        "1",
    ]
    assert person.focused() == "Resume at question 35"


def test_going_on_opens_the_file_where_one_left_off(opened, mine):
    window, person = opened(entry(mine))
    person.keys("Space")
    assert window.page_name == "answering"
    assert window.hub.consultation.path == mine
    window.show_start()
    person.presses("Resume at question 1")
    assert window.page_name == "answering"


def test_checking_goes_straight_to_the_check_page(opened, mine):
    window, person = opened(entry(mine))
    person.presses("Check my answers")
    assert window.page_name == "check"


def test_a_facilitators_file_tells_how_many_answers_are_in(opened):
    _window, person = opened(
        entry(ELSEWHERE, role="facilitator", constituency="", asked=9, answered=3)
    )
    assert person.perceives("3 of 9 responses are in")
    assert person.perceives("Facilitator's file")
    assert not person.perceives("Check my answers")
    assert not person.perceives("Sections finished")


def test_a_file_that_vanished_is_told_and_the_page_stays(opened):
    window, person = opened(entry(ELSEWHERE))
    person.presses("Resume at question 35")
    assert person.perceives("coresia-2026.spfa")
    assert "[S-" in window.notice.said or "[F-" in window.notice.said
    assert window.page_name == "start"
    assert window.hub.consultation is None


def test_recent_files_are_opened_by_enter_and_forgotten_by_delete(opened, mine):
    window, person = opened(entry(ELSEWHERE), entry(mine, title={}))
    person.tabs_to(
        "coresia-2026.spfa, Answer of the Workers' group, round 1,"
        " 34 of 60, not handed in"
    )
    person.keys("Delete")
    assert not person.perceives("coresia-2026.spfa")
    assert [one.path for one in window.hub.settings.recent] == [str(mine)]
    person.tabs_to(
        "mine.spfa, Answer of the Workers' group, round 1, 34 of 60, not handed in"
    )
    person.keys("Space")
    assert window.hub.consultation.path == mine


@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_names_are_shown_as_they_are_written(opened, language):
    _window, person = opened(
        entry(
            f"/x/{CANARY.replace('/', '_')}.spfa", title={"en": CANARY, "fr": CANARY}
        ),
        language=language,
    )
    heard = person.hears()
    assert CANARY in heard
    assert any(CANARY.replace("/", "_") in name for name in heard)


def test_an_entry_of_nonsense_does_not_stop_the_page(opened):
    _window, person = opened(
        Recent("x"),
        entry("y", constituency="emperors", kind="horde", changed_at="yesterday-ish"),
        entry("z" * 300, asked=-5, answered=10**9, round=-1, changed_at="9999-12-31"),
    )
    assert person.perceives("Facilitator's file")


def test_an_invitation_is_accepted_into_a_file_of_ones_own(opened, tmp_path):
    facilitator = Consultation.create(
        tmp_path / "c.spfa",
        title=Text.of(en="C", fr="C"),
        country=Text.of(en="C", fr="C"),
    )
    _seat, data = facilitator.invite(
        constituency=Constituency.EMPLOYERS, kind=RespondentKind.BENCH
    )
    facilitator.close()
    invitation = tmp_path / "employers.spfi"
    invitation.write_bytes(data)
    window, person = opened()
    window.hub.files.next = [invitation, tmp_path / "employers.spfa"]
    person.presses("Open an invitation…")
    asked = window.findChild(Ask)
    told = "\n".join(one.said for one in asked.findChildren(Label))
    digest = read_invitation(data).digest
    for language in ("en", "fr"):
        assert " ".join(receipt_words(digest, language)) in told
    assert "Employers" in told
    asked.no_button.click()
    assert window.hub.consultation is None
    assert not (tmp_path / "employers.spfa").exists()
    window.hub.files.next = [invitation, tmp_path / "employers.spfa"]
    person.presses("Open an invitation…")
    asked = [one for one in window.findChildren(Ask) if one.isVisible()][-1]
    assert asked.focusWidget() is asked.yes_button
    asked.yes_button.click()
    assert window.hub.files.suggested[0].name == "employers.spfa"
    assert window.hub.files.suggested[0].parent != tmp_path  # never on the stick
    assert window.page_name == "answering"
    assert window.hub.consultation.me().constituency is Constituency.EMPLOYERS


def test_a_file_that_is_no_invitation_is_told(opened, tmp_path):
    strange = tmp_path / "strange.spfi"
    strange.write_bytes(b"\x00" * 50)
    window, person = opened()
    window.hub.files.next = [strange, tmp_path / "mine.spfa"]
    person.presses("Open an invitation…")
    assert "[X-" in window.notice.said
    assert not (tmp_path / "mine.spfa").exists()
    window.hub.files.next = [tmp_path / "gone.spfi"]
    person.presses("Open an invitation…")
    assert "[F-101]" in window.notice.said


def test_nothing_happens_when_the_file_dialog_is_cancelled(opened):
    window, person = opened()
    for door in ("Open an invitation…", "Open…", "Open the sample…"):
        person.presses(door)
    assert len(window.hub.files.asked) == 3
    assert window.page_name == "start"


def test_a_consultation_is_started_with_words_in_both_languages(opened, tmp_path):
    window, person = opened()
    person.presses("Create…")
    assert person.focused() == "Title in English"
    person.types("Title in English", "National consultation é–ç")
    person.types("Country in English", "Coresia")
    person.presses("Create the file…")
    assert person.perceives("2 points to correct first")
    assert person.focused() == "Title in French"
    assert "Write the title in French." in person.find(
        "Title in French", ROLE.EditableText
    ).text(person_description())
    person.keys("Ctrl+L")
    assert person.perceives("2 points à corriger d'abord")
    assert person.value_of("Titre en anglais") == "National consultation é–ç"
    person.presses("Écrivez le nom du pays en français.")
    assert person.focused() == "Pays en français"
    person.types("Titre en français", CANARY)
    person.types("Pays en français", "Coresie")
    window.resize(1366, 1000)
    person.settle()
    person.presses("Essentiel")
    window.hub.files.next = [tmp_path / "c.spfa"]
    person.presses("Créer le fichier…")
    assert window.page_name == "facilitator"
    made = window.hub.consultation
    assert made.role is Role.FACILITATOR
    assert made.header.title["fr"] == CANARY
    assert made.selection.form == "core"


def person_description():
    from PySide6.QtGui import QAccessible

    return QAccessible.Text.Description


def test_a_consultation_is_not_started_over_an_existing_file(opened, mine):
    window, person = opened()
    before = mine.read_bytes()
    person.presses("Create…")
    for label in (
        "Title in English",
        "Title in French",
        "Country in English",
        "Country in French",
    ):
        person.types(label, "C")
    window.hub.files.next = [mine]
    person.presses("Create the file…")
    assert "[S-120]" in window.notice.said
    assert mine.read_bytes() == before
    assert window.page_name == "create"
    assert person.value_of("Title in English") == "C"


def test_one_answers_alone_after_saying_for_whom(opened, tmp_path):
    window, person = opened(language="fr")
    person.presses("Sans invitation…")
    groups = [node for node in person.tree() if node.role() == ROLE.RadioButton]
    cards = [name_of(node) for node in groups if not node.state().checked]
    assert [name.split("\u00a0")[0] for name in cards[-5:-1]] == [
        "Gouvernement",
        "Employeurs",
        "Travailleurs",
        "Observateurs",
    ]
    person.presses("Commencer…")
    assert person.perceives("Choisissez pour qui vous répondez.")
    person.chooses("Travailleurs")
    assert not person.perceives("Choisissez pour qui vous répondez.")
    person.presses("En groupe")
    person.types("Organisation", CANARY)
    window.hub.files.next = [tmp_path / "seul.spfa"]
    person.presses("Commencer…")
    me = window.hub.consultation.me()
    assert window.page_name == "answering"
    assert (me.constituency, me.kind) == (Constituency.WORKERS, RespondentKind.BENCH)
    assert (me.organization, me.language) == (CANARY, "fr")


def test_back_leads_to_the_start_page(opened):
    window, person = opened()
    for door in ("Create…", "Without an invitation…"):
        person.presses(door)
        person.presses("Back")
        assert window.page_name == "start"


def test_the_sample_is_made_by_a_child_and_opened(opened, tmp_path, qtbot, monkeypatch):
    code = (
        "import sys; from pathlib import Path;"
        "from spf_assess.consultation import Consultation;"
        "from spf_assess.model import Text; t = Text.of(en='S', fr='S');"
        "Consultation.create(Path(sys.argv[-1]), title=t, country=t, fictitious=True)"
        ".close()"
    )
    monkeypatch.setattr(
        "spf_assess.desktop.tasks.own_command",
        lambda *arguments: [sys.executable, "-c", code, *arguments],
    )
    window, person = opened()
    window.hub.files.next = [tmp_path / "coresia.spfa"]
    with qtbot.waitSignal(window.hub.opened, timeout=20_000):
        person.presses("Open the sample…")
        assert person.perceives("In preparation…")
    assert window.page_name == "facilitator"
    assert window.hub.consultation.header.fictitious
    window.show_start()
    assert person.perceives("Open the sample…")


def test_a_sample_that_cannot_be_made_is_told(opened, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(
        "spf_assess.desktop.tasks.own_command",
        lambda *_arguments: [sys.executable, "-c", "raise SystemExit(3)"],
    )
    window, person = opened()
    window.hub.files.next = [tmp_path / "coresia.spfa"]
    with qtbot.waitSignal(window.hub.problem, timeout=20_000):
        person.presses("Open the sample…")
    assert "[D-202]" in window.notice.said
    assert person.perceives("Open the sample…")


NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("moment", "english", "french"),
    [
        ("2026-11-22T08:42:00Z", "today at 10:42", "aujourd'hui à 10\u00a0h\u00a042"),
        ("2026-11-21T15:20:00Z", "yesterday at 17:20", "hier à 17\u00a0h\u00a020"),
        ("2026-11-20T22:30:00Z", "yesterday at 00:30", "hier à 00\u00a0h\u00a030"),
        ("2026-11-18T09:00:00Z", "18 Nov 2026", "18 nov. 2026"),
        ("2025-03-03T09:00:00Z", "3 Mar 2025", "3 mars 2025"),
        ("", "", ""),
        ("no time at all", "", ""),
    ],
)
def test_moments_are_told_as_people_tell_them(moment, english, french):
    assert moment_text(Words("en"), moment, NOW) == english
    assert moment_text(Words("fr"), moment, NOW) == french


def test_a_file_is_proposed_a_name_that_every_system_takes():
    assert file_stem("Évaluation nationale : Côte d'Ivoire 2026 / œuvre") == (
        "evaluation-nationale-cote-d-ivoire-2026-uvre"
    )
    assert file_stem("中国") == "consultation"
    assert len(file_stem("long " * 100)) <= 60


@pytest.mark.parametrize("width", [640, 1024, 1366, 2000])
def test_nothing_is_cut_at_any_width(opened, width):
    window, _person = opened(
        entry(ELSEWHERE, title={"en": "A long title " * 9}),
        entry("/x/" + "averylongnamewithoutanyplacetobreak" * 4 + ".spfa"),
        language="fr",
    )
    window.resize(width, 700)
    settle()
    assert clipped_texts(window) == []
