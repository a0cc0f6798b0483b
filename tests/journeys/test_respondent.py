"""A representative's way through the window by keyboard alone, in both languages.

Everything is found by the name a screen reader would say.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import Reader
from support.person import ROLE, type_text
from support.window import Answering, window_at

from spf_assess.consultation import Consultation
from spf_assess.desktop.window import MainWindow
from spf_assess.exchange import read_packet, receipt_words
from spf_assess.i18n import COLON, Words
from spf_assess.model import (
    Constituency,
    Figure,
    Grade,
    NoAnswer,
    RespondentKind,
    Text,
)
from spf_assess.questionnaire import load_questionnaire

COMMENT = "Trop lent – « œuvre » & <b>gras</b> ; 20 % d'attente"


@dataclass
class Representative:
    """Someone who answers without a pointer, in one language."""

    window: MainWindow
    person: Reader
    say: Words

    @property
    def files(self) -> Answering:
        """The file dialogs that answer at once."""
        chooser = self.window.hub.files
        assert isinstance(chooser, Answering)
        return chooser

    @property
    def here(self) -> str:
        """The question on the page."""
        return self.window.page("answering").here

    def goes_to(self, message: str, **facts: object) -> None:
        """Tab to what has this name."""
        self.person.tabs_to(self.say(message, **facts))

    def presses(self, message: str, **facts: object) -> None:
        """Tab to a button and press it."""
        self.goes_to(message, **facts)
        self.person.keys("Space")

    def writes(self, text: str) -> None:
        """Type where the keyboard is."""
        type_text(QApplication.focusWidget(), text)
        self.person.settle()

    def finds(self, item: str) -> None:
        """Look for a question by its number and go there."""
        self.person.keys("Ctrl+F")
        self.writes(item)
        self.person.keys("Return")
        assert self.here == item

    def tabs_to_start(self, start: str) -> None:
        """Tab to something whose name begins like this."""
        for _step in range(80):
            if self.person.focused().startswith(start):
                return
            self.person.keys("Tab")
        raise AssertionError(f"Tab does not reach {start!r}")

    def hears(self, message: str, **facts: object) -> bool:
        """Whether a sentence stands somewhere in the window."""
        return self.person.perceives(self.say(message, **facts))

    def answers_in_words_of(self, message: str, text: str, **facts: object) -> None:
        """Tab to a box and write."""
        self.goes_to(message, **facts)
        self.writes(text)


@pytest.fixture
def sits_down(qtbot, config):
    """Open the program in a language, as often as one likes."""
    windows = []

    def sit(language: str) -> Representative:
        window = window_at(config, language=language, noting=False)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        person = Reader(window)
        person.settle()
        return Representative(window, person, Words(language))

    yield sit
    for window in windows:
        window.close()


@pytest.fixture
def invitation(tmp_path) -> Path:
    """An invitation for the government's bench, as the facilitator sends it."""
    path = tmp_path / "invitation gouvernement.spfi"
    with Consultation.create(
        tmp_path / "consultation.spfa",
        title=Text.of(en="Consultation 2026", fr="Consultation 2026"),
        country=Text.of(en="Coresia", fr="Corésie"),
    ) as facilitator:
        _seat, data = facilitator.invite(
            constituency=Constituency.GOVERNMENT,
            kind=RespondentKind.BENCH,
            organization="Ministry",
        )
    path.write_bytes(data)
    return path


def opens_the_invitation(who: Representative, invitation: Path, file: Path) -> None:
    who.files.next = [invitation, file]
    who.presses("Open an invitation…")
    who.person.keys("Space")  # yes, it is hers: the words are those of her sheet
    assert who.here == "3a.1"


def rates_law_and_practice(who: Representative) -> None:
    who.person.keys("3")
    who.tabs_to_start("1 ")
    who.person.keys("2")


def answers_every_kind(who: Representative) -> None:
    """Law and practice, practice, figures, one choice, yes/partly/no, several, …"""
    rates_law_and_practice(who)
    who.person.keys("PgDown", "D")
    who.person.keys("Ctrl+Return")
    assert who.here == "3a.3"
    gives_figures(who)
    who.finds("3b.1")
    who.person.keys("5")
    who.finds("3b.3")
    who.person.keys("2")
    who.finds("3d.2")
    who.person.keys("1", "3")
    who.finds("3e.2")
    who.person.keys("Down", "Return", "Down", "Return", "Ctrl+Up")
    who.finds("3l.2")
    who.writes(COMMENT)
    who.finds("5a.2")
    for level in "234":
        who.person.keys(level)
        who.tabs_to_start("1 ")
    who.person.keys("1")


def gives_figures(who: Representative) -> None:
    part = load_questionnaire().item("3a.3").parts[0]
    heading = who.say.text(part.label)
    of = f", {heading}" if heading else ""
    for box, text in (("Women", "41,5"), ("Men", "52,5"), ("Total", "47")):
        who.person.tabs_to(who.say(box) + of)
        who.writes(text)


def explains(who: Representative) -> None:
    """Comment, evidence and follow-up of the first question."""
    who.finds("3a.1")
    who.person.keys("C")
    who.writes(COMMENT)
    who.person.keys("Shift+Tab", "E")
    kind = who.say("Legal reference")
    who.presses("Add a source: {kind}", kind=kind)
    who.writes("Loi n° 12")
    who.tabs_to_start(f"D{COLON[who.say.language]}")
    who.person.keys("Up", "Up")
    who.tabs_to_start(who.say("Comment"))
    who.person.keys("G")
    who.writes("Zones rurales")
    who.person.keys("Shift+Tab", "B")


def check_what_is_kept(file: Path) -> None:
    """Look into the file as nobody else has it open."""
    with Consultation.open(file, read_only=True) as mine:
        given = mine.response(mine.me().id).answers
    first = given["3a.1"]
    assert (first.part("law").value, first.part("practice").value) == (3, 2)
    assert first.comment == COMMENT
    assert [(one.title, one.grade) for one in first.evidence] == [
        ("Loi n° 12", Grade.B)
    ]
    assert first.follow_ups["F1"] == "Zones rurales"
    assert first.flagged
    assert given["3a.2"].part("practice").no_answer is NoAnswer.DONT_KNOW
    assert given["3a.3"].part("value").value == Figure("41.5", "52.5", "47")
    assert given["3b.1"].part("value").value == "act"
    assert given["3b.3"].part("value").value == "partly"
    assert given["3d.2"].part("value").value == ("part_time", "unpaid_care")
    assert given["3e.2"].part("value").value == (
        "legal_exclusion",
        "thresholds",
    )
    assert given["3l.2"].part("value").value == COMMENT
    levels = [given["5a.2"].part(part).value for part in given["5a.2"].parts]
    assert sorted(levels) == [1, 2, 3, 4]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_bench_answers_leaves_comes_back_checks_and_hands_in(
    sits_down, invitation, tmp_path, language
):
    file, packet = tmp_path / "réponses.spfa", tmp_path / "clé" / "réponse.spfr"
    packet.parent.mkdir()
    who = sits_down(language)
    opens_the_invitation(who, invitation, file)
    answers_every_kind(who)
    explains(who)
    who.window.close()
    check_what_is_kept(file)

    who = sits_down(language)
    who.presses("Resume at question {number}", number=4)
    assert who.here == "3b.0"
    open_ = who.window.hub.consultation
    asked = open_.progress(open_.me().id).asked
    assert asked > 100
    assert who.hears("{answered} of {asked} answered", answered=9, asked=asked)
    who.presses("Check and hand in")
    assert who.hears("Check your answers")
    who.presses("Hand in…")
    who.answers_in_words_of("Name", "Délégation Ngũgĩ")
    for box, text in (("Members who took part", "6"), ("Women among them", "4")):
        who.goes_to(box)
        who.person.keys("Ctrl+A")
        who.writes(text)
    who.files.next = [packet]
    who.presses("Choose where and hand in…")
    handed = read_packet(packet.read_bytes())
    assert len(handed.answers) == 9
    assert handed.respondent.name == "Délégation Ngũgĩ"
    assert (handed.respondent.members, handed.respondent.women) == (6, 4)
    for spoken in ("en", "fr"):
        for word in receipt_words(handed.digest, spoken):
            assert word in who.person.hears()


def test_a_problem_is_mended_from_the_list_without_losing_the_way(
    sits_down, invitation, tmp_path
):
    who = sits_down("fr")
    opens_the_invitation(who, invitation, tmp_path / "a.spfa")
    who.person.keys("3")
    who.presses("Check and hand in")
    link = next(
        name
        for name in who.person.hears()
        if name.startswith("3a.1  ") and " – " in name
    )
    who.person.tabs_to(link)
    who.person.keys("Space")
    assert who.here == "3a.1"
    assert who.person.focused().startswith("1 ")  # practice, not law
    who.person.keys("4", "PgDown")
    assert who.here == "3a.2"


def test_the_language_changes_in_mid_sentence(sits_down, invitation, tmp_path):
    who = sits_down("en")
    opens_the_invitation(who, invitation, tmp_path / "a.spfa")
    who.person.keys("C")
    who.writes("half a sen")
    who.person.keys("Ctrl+L")
    who.writes("tence")
    assert who.person.focused() == "Commentaire"
    assert who.person.value_of("Commentaire") == "half a sentence"


def test_all_groups_of_roles_are_told(sits_down, invitation, tmp_path):
    who = sits_down("en")
    opens_the_invitation(who, invitation, tmp_path / "a.spfa")
    law = who.person.within("In law", "3 Moderate", ROLE.RadioButton)
    assert not law.state().checked
    who.person.keys("3")
    law = who.person.within("In law", "3 Moderate", ROLE.RadioButton)
    assert law.state().checked
    assert law.state().focused
