"""The facilitator's pages as they were looked at and agreed."""

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from support.collected import (
    CAME_IN,
    Seat,
    answers_of,
    collect,
    create,
    hand_in,
    invite_three,
)
from support.desk import Desk, desk
from support.golden import check_picture

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator import (
    PACKETS,
    PARTICIPANTS,
    POSITIONS,
    REPORT,
)
from spf_assess.exchange import read_packet
from spf_assess.i18n import Words
from spf_assess.model import Problem

__all__ = ["desk"]


@pytest.fixture(autouse=True)
def _the_same_day() -> Any:
    with patch("spf_assess.consultation.importing.now_iso", lambda: CAME_IN):
        yield


@pytest.fixture
def collected(desk: Desk, tmp_path: Path) -> tuple[Consultation, tuple[Seat, ...]]:
    """Four seats in, open on the desk."""
    made = collect(tmp_path)
    desk.open(made[0])
    return made


def look(desk: Desk, place: int, language: str, theme: str = "light") -> None:
    desk.choose_look(theme=theme)
    desk.speak(Words(language))
    desk.look_at(place)
    desk.page.tabs.setFocus()
    desk.settle()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_participants(
    desk: Desk, collected: object, tmp_path: Path, language: str
) -> None:
    look(desk, PARTICIPANTS, language)
    desk.page.participants.table.go_to(1)
    desk.settle()
    check_picture(desk.window, f"facilitator-participants-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_seat_being_added(desk: Desk, tmp_path: Path, language: str) -> None:
    consultation = create(tmp_path)
    invite_three(consultation)
    desk.open(consultation)
    look(desk, PARTICIPANTS, language)
    form = desk.page.participants.form
    desk.page.participants.begin_seat()
    form._group._choices.pick("2")
    form._women.number.setValue(3)
    form._try()
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, f"facilitator-seat-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_packets_with_one_kept_aside(
    desk: Desk, collected: Any, tmp_path: Path, qtbot: Any, language: str
) -> None:
    consultation, seats = collected
    old = seats[0]
    answers = answers_of(consultation.questionnaire, old.respondent, 0)[:40]
    new = hand_in(
        consultation,
        old.respondent,
        answers,
        tmp_path / "ministry-of-labour-2.spfr",
        seed=old.seed,
        seq=2,
        prev=read_packet(old.packet.read_bytes()).digest,
    )
    damaged = tmp_path / "trade-union-congress.spfr"
    damaged.write_bytes(seats[3].packet.read_bytes()[:-50])
    look(desk, PACKETS, language)
    view = desk.page.packets
    with qtbot.waitSignal(view.importing.ended):
        view.bring_in([new.packet, damaged, old.packet, tmp_path / "gone.spfr"])
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, f"facilitator-packets-{language}", tmp_path)


@pytest.mark.parametrize(
    ("language", "theme"),
    [("en", "light"), ("fr", "light"), ("en", "dark"), ("fr", "high_contrast")],
)
def test_positions(
    desk: Desk, collected: object, tmp_path: Path, language: str, theme: str
) -> None:
    look(desk, POSITIONS, language, theme)
    view = desk.page.positions
    view.table.go_to(view.model.row_of("3e"))
    desk.settle()
    check_picture(desk.window, f"facilitator-positions-{language}-{theme}", tmp_path)


@pytest.mark.parametrize(
    ("language", "theme", "name"),
    [("en", "light", "profile"), ("fr", "high_contrast", "evidence")],
)
def test_pictures_of_the_positions(
    desk: Desk, collected: object, tmp_path: Path, language: str, theme: str, name: str
) -> None:
    look(desk, POSITIONS, language, theme)
    view = desk.page.positions
    view._draws.click()
    assert view.pictures is not None
    for one, fold in view.pictures.folds.items():
        fold.open(show=one in (name, "outcomes"))
    desk.settle()
    check_picture(desk.window, f"facilitator-pictures-{language}-{theme}", tmp_path)


def test_positions_at_200_percent(
    desk: Desk, collected: object, tmp_path: Path
) -> None:
    desk.choose_look(scale=2.0)
    look(desk, POSITIONS, "fr")
    desk.look_at(POSITIONS, (1024, 768))
    check_picture(desk.window, "facilitator-positions-fr-200", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_positions_before_all_are_in(desk: Desk, tmp_path: Path, language: str) -> None:
    consultation = create(tmp_path)
    first = invite_three(consultation)[0]
    answers = answers_of(consultation.questionnaire, first, 0)
    seat = hand_in(consultation, first, answers, tmp_path / "first.spfr")
    consultation.import_packet(seat.packet)
    desk.open(consultation)
    look(desk, POSITIONS, language)
    check_picture(desk.window, f"facilitator-gate-{language}", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_report(desk: Desk, collected: Any, tmp_path: Path, language: str) -> None:
    look(desk, REPORT, language)
    view = desk.page.report
    place = Path("/media/stick/Corésie/coresia.report.en.pdf")
    desk.chooser.paths = [place]
    view._form._ask_where()
    view._form.language._choose(language)
    desk.settle()
    check_picture(desk.window, f"facilitator-report-{language}", tmp_path)


def test_report_with_its_ends(desk: Desk, collected: Any, tmp_path: Path) -> None:
    look(desk, REPORT, "en")
    view = desk.page.report
    place = Path("/media/stick/coresia.report.en.pdf")
    view._form._take_place(place)
    view._ended(Problem("F-110", "There is no space left on {disk}.", disk="stick"))
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, "facilitator-report-failed-en", tmp_path)
    view._ended(place)
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, "facilitator-report-made-en", tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_positions_on_paragraphs_without_a_headline(
    desk: Desk, collected: object, tmp_path: Path, language: str
) -> None:
    look(desk, POSITIONS, language)
    view = desk.page.positions
    view.table.go_to(view.model.row_of("p13"))
    desk.settle()
    check_picture(desk.window, f"facilitator-paragraphs-{language}", tmp_path)


def test_help_with_a_headline_beside_the_positions(
    desk: Desk, collected: object, tmp_path: Path
) -> None:
    look(desk, POSITIONS, "en")
    desk.page.positions.details.content.help.open()
    desk.settle()
    check_picture(desk.window, "facilitator-help-en", tmp_path)
