"""Then and now: what became of actions, positions since then, another consultation."""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from support.collected import answers_of, collect, hand_in
from support.desk import Desk, desk, said
from support.leader import Leader
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS
from support.typist import type_text

from spf_assess.consultation import Consultation
from spf_assess.consultation.renewing import renew
from spf_assess.desktop.pages.decisions_then import ThenPart
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import (
    Action,
    ActionStatus,
    Answer,
    Changes,
    Constituency,
    Decision,
    PartAnswer,
    Stance,
    Text,
)

__all__ = ["desk"]
NOW: Mapping[tuple[Constituency, str], int] = {
    (WORKERS, "3c.0"): 4,
    (GOVERNMENT, "5d.1"): 1,
}


def now(answer: Answer, bench: Constituency) -> Answer:
    """What a group answers this year."""
    level = NOW.get((bench, answer.item))
    if level is None:
        return answer
    parts = {name: PartAnswer(level) for name in answer.parts}
    return dataclasses.replace(answer, parts=parts)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Iterator[Consultation]:
    """The consultation of this year, all answers in, after the one of last year."""
    last, _seats = collect(tmp_path)
    with last:
        last.close_round()
        for what, status in (("Open offices", "planned"), ("Publish data", "begun")):
            last.decide(
                Action(
                    "",
                    "For all",
                    what,
                    status=ActionStatus(status),
                    ends_on="2027",
                    language="en",
                )
            )
    made = renew(
        tmp_path / "next.spfa",
        tmp_path / "coresia.spfa",
        title=Text.of(en="Coresia 2027", fr="Corésie 2027"),
    )
    for number, seat in enumerate(made.respondents()):
        answers = [
            now(one, seat.constituency)
            for one in answers_of(made.questionnaire, seat, number)
        ]
        handed = hand_in(made, seat, answers, tmp_path / f"next {number}.spfr")
        made.import_packet(handed.packet)
    desk.open(made)
    yield made
    desk.hub.close()


def look(desk: Desk) -> ThenPart:
    desk.look_at(place_of("decisions"))
    view: Any = desk.page.view("decisions")
    view.go_to("then")
    desk.settle()
    found = view.then
    assert isinstance(found, ThenPart)
    return found


def rows(table: Any) -> list[dict[str, str]]:
    model = table.model()
    return [dict(model.lines(row)) for row in range(model.rowCount())]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_became_of_an_action_is_said_by_keyboard_alone(
    desk: Desk, file: Consultation, language: str
) -> None:
    leader = Leader.sits_down(desk, language)
    leader.turns_to("decisions")
    leader.person.keys("Shift+Tab")
    leader.chooses("Then and now")
    say = leader.say
    label = say.context("action", "What became of it")
    leader.person.tabs_to(f"1. Open offices, {label}, {say('nothing said yet')}")
    leader.person.keys("Space")
    status = say.context("action", "Status")
    done = f"{status}, {say.context('action', 'done')}, Open offices"
    leader.person.tabs_to(done)
    leader.person.keys("Space")
    leader.person.tabs_to(f"{label}, Open offices")
    leader.types_in("Neuf bureaux ouverts – à l'été")
    assert leader.hears("something typed is not recorded")
    leader.person.tabs_to(f"{say('Record what became of it')}, Open offices")
    leader.person.keys("Space")
    found = {one.before.what: one.now for one in file.earlier_actions()}
    kept = found["Open offices"]
    assert kept is not None
    assert kept.status is ActionStatus.DONE
    assert kept.told("became", language)[0] == "Neuf bureaux ouverts – à l'été"
    assert found["Publish data"] is None
    assert [one.what for one in file.actions()] == ["Open offices"]
    assert desk.hub.unrecorded.names() == ()
    assert desk.problems == []


def test_what_is_typed_waits_and_what_is_wrong_stands_beside_it(
    desk: Desk, file: Consultation
) -> None:
    part = look(desk)
    assert part.earlier is not None
    key = next(
        one
        for one, fold in part.earlier.folds.items()
        if "2. Publish data" in said(fold)
    )
    fold = part.earlier.folds[key]
    fold.open()
    type_text(fold.became.writing, "Not yet.")
    fold.status.buttons[ActionStatus.DELAYED].click()
    path = file.path
    desk.look_at(place_of("packets"))
    desk.speak(Words("fr"))
    desk.hub.close()
    desk.hub.open(path)
    part = look(desk)
    assert part.earlier is not None
    fold = part.earlier.folds[key]
    assert "une saisie n'est pas enregistrée" in fold.head.said[1]
    assert fold.became.text == "Not yet."
    assert fold.status.shown is ActionStatus.DELAYED
    fold.open()
    fold.became.writing.setPlainText("x" * 4001)
    fold.record.click()
    assert "[C-121]" in fold.became.error
    desk.speak(Words("en"))
    assert fold.became.error.startswith("This text is too long")
    assert len(fold.became.text) == 4001
    assert desk.problems == []


def test_what_became_of_it_is_told_in_the_language_of_the_window(
    desk: Desk, file: Consultation
) -> None:
    part = look(desk)
    assert part.earlier is not None
    fold = next(iter(part.earlier.folds.values()))
    fold.open()
    type_text(fold.became.writing, "Nine are open.")
    fold.record.click()
    desk.speak(Words("fr"))
    assert fold.became.text == ""
    assert "Dans l'autre langue\u00a0: Nine are open." in said(fold)
    type_text(fold.became.writing, "Neuf sont ouverts.")
    desk.speak(Words("en"))
    assert fold.became.text == "Neuf sont ouverts."  # it waits, in its language
    fold.record.click()
    desk.settle()
    now = file.earlier_actions()[0].now
    assert now is not None
    assert (now.became, dict(now.translated)) == (
        "Nine are open.",
        {"became": "Neuf sont ouverts."},
    )
    assert fold.became.text == "Nine are open."


def test_positions_then_and_now_stand_by_question_and_group(
    desk: Desk, file: Consultation
) -> None:
    part = look(desk)
    assert "“Coresia, consultation 2026”" in part.lead
    assert part.trend is not None
    changed = {
        (one["Question"][:4], one["Part"]): one for one in rows(part.trend.table)
    }
    assert set(changed) == {
        ("3c.0", "law"),
        ("3c.0", "practice"),
        ("5d.1", "law"),
        ("5d.1", "practice"),
    }
    assert changed["3c.0", "practice"]["Workers"] == "1 → 4"
    assert changed["5d.1", "practice"]["Government"] == "3 → 1"
    assert changed["5d.1", "practice"]["Employers"] == "3 → 3"
    part.trend.filters.buttons["reopened"].click()
    assert {
        (one["Question"][:4], one["Open again"]) for one in rows(part.trend.table)
    } == {("5d.1", "open again")}
    told = " ".join(said(part.trend)).casefold()
    for word in ("better", "worse", "progress", "average", "rank"):
        assert word not in told
    desk.speak(Words("fr"))
    assert rows(part.trend.table)[0]["Gouvernement"] == "4 → 1"


def test_two_consultations_stand_side_by_side_and_neither_file_is_changed(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    other = tmp_path / "coresia.spfa"
    before = other.read_bytes()
    beside = look(desk).beside
    assert beside is not None
    desk.chooser.paths = [other]
    beside.choose.click()
    desk.settle()
    assert beside.table is not None
    found = {(one["Question"][:4], one["Part"]): one for one in rows(beside.table)}
    row = found["3c.0", "practice"]
    assert row["Coresia 2027, round 1"] == "Government: 3, Employers: 3, Workers: 4"
    assert (
        row["Coresia, consultation 2026, round 1"]
        == "Government: 3, Employers: 3, Workers: 1"
    )
    beside.names._choose("aliases")
    desk.settle()
    heads = rows(beside.table)[0]
    assert "A, round 1" in heads
    assert "B, round 1" in heads
    assert not any("Coresia" in one for one in said(beside))
    few = len(rows(beside.table))
    beside.which._choose("all")
    assert len(rows(beside.table)) > few
    desk.speak(Words("fr"))
    told = [" ".join(one.values()) for one in rows(beside.table)]
    assert any("Travailleurs\u00a0: 4" in one for one in told)
    beside.stop.click()
    assert beside.table is None
    assert other.read_bytes() == before


def test_what_changed_in_the_other_file_is_read_again_and_stays_when_it_is_pulled_out(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    other = tmp_path / "coresia.spfa"
    beside = look(desk).beside
    assert beside is not None
    desk.chooser.paths = [other]
    beside.choose.click()
    with Consultation.open(other) as last:
        last.open_round()
        last.reveal("3c.0", round_number=1)
        last.state(
            Stance(2, "3c.0", WORKERS, Decision.MOVE, {"practice": 2}, "Seen again.")
        )
        last.close_round()
    desk.hub.changed.emit(Changes(header=True))
    desk.settle()
    found = {(one["Question"][:4], one["Part"]): one for one in rows(beside.table)}
    row = found["3c.0", "practice"]
    assert (
        row["Coresia, consultation 2026, round 2"]
        == "Government: 3, Employers: 3, Workers: 2"
    )
    other.unlink()
    desk.hub.changed.emit(Changes(header=True))
    assert beside.table is not None
    assert desk.problems == []


def test_a_file_that_cannot_be_compared_is_told_and_the_one_before_stays(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    beside = look(desk).beside
    assert beside is not None
    desk.chooser.paths = [tmp_path / "coresia.spfa"]
    beside.choose.click()
    broken = tmp_path / "letter.spfa"
    broken.write_text("Dear all", encoding="utf-8")
    own = tmp_path / "own.spfa"
    Consultation.alone(own, constituency=WORKERS).close()
    desk.chooser.paths = [broken]
    beside.choose.click()
    desk.chooser.paths = [own]
    beside.choose.click()
    desk.chooser.paths = [tmp_path / "gone.spfa"]
    beside.choose.click()
    assert [one.code[:2] for one in desk.problems] == ["S-", "C-", "S-"]
    assert "coresia.spfa" in " ".join(said(beside))
    assert beside.table is not None


def test_positions_wait_until_the_first_round_may_be_seen(
    desk: Desk, file: Consultation
) -> None:
    file.invite(constituency=EMPLOYERS, kind=file.respondents()[0].kind)
    part = look(desk)
    assert part.trend is not None
    assert part.beside is not None
    assert not part.trend.table.isVisible()
    assert not part.beside.choose.isVisible()
    assert "Positions are told once the first round is closed." in said(part)
    assert part.earlier is not None
    assert len(part.earlier.folds) == 2
    desk.hub.do(lambda open_: open_.close_round())
    desk.settle()
    assert part.trend.table.isVisible()
    assert part.beside.choose.isVisible()


def test_a_first_consultation_says_that_it_follows_none(
    desk: Desk, tmp_path: Path
) -> None:
    made, _seats = collect(tmp_path)
    desk.open(made)
    part = look(desk)
    assert "follows no other one" in part.lead
    assert part.earlier is None
    assert part.trend is None
    part.take_focus()
    assert part.beside is not None
    assert desk.window.focusWidget() is part.beside.choose
    desk.hub.close()
