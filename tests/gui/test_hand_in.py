"""Handing in: who answered, consents, the packet, its eight words, and once more."""

import pytest
from support.answering import seat
from support.person import ROLE

from spf_assess.exchange import read_packet, receipt_words
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    PartAnswer,
    Preparation,
    RespondentKind,
    Text,
)

__all__ = ["seat"]


def answered(seat, path, kind=RespondentKind.PERSON):
    seat.begin(path, Constituency.WORKERS, kind)
    parts = {"law": PartAnswer(3), "practice": PartAnswer(2)}
    assert seat.hub.answer(Answer("3a.1", parts=parts, comment="Ours"))
    seat.window.show_page("handed_in")
    seat.settle()


@pytest.fixture
def ready(seat, tmp_path):
    answered(seat, tmp_path / "a.spfa")
    seat.chooser.paths = [tmp_path / "clé USB" / "réponse.spfr"]
    seat.chooser.paths[0].parent.mkdir()
    return seat


def packet(seat):
    return read_packet(seat.chooser.paths[0].read_bytes())


def hands_in(seat):
    seat.person.presses("Choose where and hand in…")
    seat.settle()


def test_nothing_is_consented_to_until_it_is_ticked(ready):
    name = "My name, or that of the organization, may be printed"
    hands_in(ready)
    told = packet(ready).respondent
    assert not told.consent_named
    assert not told.consent_quoted
    ready.person.presses("Hand in again…")
    ready.person.chooses(f"{name}: If not ticked, the report names only the group.")
    hands_in(ready)
    assert packet(ready).respondent.consent_named
    assert not packet(ready).respondent.consent_quoted


def test_a_person_says_name_organization_and_sex(ready):
    ready.person.types("Name", "Ngũgĩ Œrsted & Ço")
    ready.person.types("Organization", "Union <i>des</i> travailleurs")
    ready.person.chooses("a woman")
    hands_in(ready)
    told = packet(ready).respondent
    assert told.name == "Ngũgĩ Œrsted & Ço"
    assert told.organization == "Union <i>des</i> travailleurs"
    assert (told.members, told.women, told.men) == (1, 1, 0)


def test_the_eight_words_are_shown_in_both_languages_with_a_code(ready):
    hands_in(ready)
    digest = packet(ready).digest
    heard = ready.person.hears()
    for language in ("en", "fr"):
        for word in receipt_words(digest, language):
            assert word in heard
    assert "Code with the receipt of the packet" in heard
    assert ready.person.perceives(
        f"Packet no. 1 was written to {ready.chooser.paths[0]}"
    )


def test_the_receipt_stays_when_the_language_changes(ready):
    hands_in(ready)
    word = receipt_words(packet(ready).digest, "fr")[0]
    ready.speak(Words("fr"))
    assert word in ready.person.hears()
    assert ready.person.perceives("Réponses remises")


def test_the_suggested_name_names_no_person(ready):
    ready.person.types("Name", "Secret Person")
    hands_in(ready)
    assert ready.chooser.suggested.name == "Coresia-2026-Workers.spfr"


def test_handing_in_again_takes_the_next_number(ready):
    hands_in(ready)
    first = packet(ready)
    ready.person.presses("Continue answering")
    ready.person.keys("4")
    ready.window.show_page("handed_in")
    ready.settle()
    assert ready.person.perceives("You handed in packet no. 1 on ")
    hands_in(ready)
    assert packet(ready).seq == 2
    assert packet(ready).digest != first.digest


def test_a_bench_tells_its_members_by_sex(seat, tmp_path):
    answered(seat, tmp_path / "b.spfa", RespondentKind.BENCH)
    seat.chooser.paths = [tmp_path / "b.spfr"]
    for box, text in (
        ("Members who took part", "5"),
        ("Women among them", "3"),
        ("Men among them", "2"),
    ):
        seat.person.find(box, ROLE.EditableText).object().clear()
        seat.person.types(box, text)
    hands_in(seat)
    told = packet(seat).respondent
    assert (told.members, told.women, told.men) == (5, 3, 2)


@pytest.mark.parametrize("wrong", ["six", "-1", "7"])
def test_impossible_members_are_told_with_a_link(seat, tmp_path, wrong):
    answered(seat, tmp_path / "b.spfa", RespondentKind.BENCH)
    seat.chooser.paths = [tmp_path / "b.spfr"]
    for box, text in (("Members who took part", "5"), ("Women among them", wrong)):
        seat.person.find(box, ROLE.EditableText).object().clear()
        seat.person.types(box, text)
    hands_in(seat)
    assert seat.person.perceives("1 point to correct first")
    assert seat.person.perceives("Give whole numbers; women and men together")
    assert not seat.chooser.paths[0].exists()
    assert seat.person.focused() == "Members who took part"


def test_a_place_that_is_gone_is_told_and_nothing_counts_as_handed_in(ready):
    ready.chooser.paths = [ready.chooser.paths[0].parent / "gone" / "a.spfr"]
    hands_in(ready)
    assert ready.problems[-1].code == "F-111"
    assert ready.person.perceives("Hand in your answers")
    open_ = ready.hub.consultation
    assert open_.response(open_.me().id).seq == 0


def test_choosing_no_place_changes_nothing(ready):
    ready.chooser.paths = []
    hands_in(ready)
    assert ready.person.perceives("Hand in your answers")
    assert not ready.problems


def test_with_nothing_answered_it_is_told(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    seat.chooser.paths = [tmp_path / "a.spfr"]
    seat.window.show_page("handed_in")
    hands_in(seat)
    assert seat.problems[-1].code == "C-108"
    assert not seat.chooser.paths[0].exists()


def test_what_was_said_of_oneself_is_kept_without_handing_in(ready):
    ready.person.types("Organization", "Fédération")
    ready.window.show_page("check")
    assert ready.hub.consultation.me().organization == "Fédération"


def test_consent_is_asked_for_in_the_words_of_the_invitation(seat, tmp_path):
    from support.collected import create

    with create(tmp_path) as facilitator:
        named = Text.of(en="You may print who I am.", fr="Vous pouvez me nommer.")
        facilitator.prepare(Preparation(consent_named=named))
        _seat, invitation = facilitator.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON, name="Ada"
        )
    assert seat.hub.accept(tmp_path / "mine.spfa", invitation)
    parts = {"law": PartAnswer(3), "practice": PartAnswer(2)}
    assert seat.hub.answer(Answer("3a.1", parts=parts))
    seat.window.show_page("handed_in")
    seat.chooser.paths = [tmp_path / "mine.spfr"]
    hands_in(seat)
    seat.person.presses("Hand in again…")
    seat.hub.speak(Words("fr"))
    seat.settle()
    assert seat.person.perceives("Vous pouvez me nommer.")
    seat.hub.speak(Words("en"))
    seat.settle()
    seat.person.chooses(
        "You may print who I am.: If not ticked, the report names only the group."
    )
    hands_in(seat)
    assert packet(seat).respondent.consent_named


def test_an_open_record_is_said_before_anything_is_handed_in(seat, tmp_path):
    from support.collected import create

    with create(tmp_path) as facilitator:
        facilitator.prepare(Preparation(open_record=True))
        _seat, invitation = facilitator.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON, name="Ada"
        )
    assert seat.hub.accept(tmp_path / "mine.spfa", invitation)
    seat.window.show_page("handed_in")
    seat.settle()
    assert seat.person.perceives("Open record: all answers are attached")
    seat.hub.speak(Words("fr"))
    seat.settle()
    assert seat.person.perceives("Dossier ouvert")
