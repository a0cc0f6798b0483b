"""Answer sheets behind a PIN on the facilitator's computer: kept, unseen, not lost."""

import shutil
import subprocess
import sys

import pytest
from support import sheet_saver
from support.offices import rated

from spf_assess.consultation import collecting, sheets
from spf_assess.consultation.sheets import SheetState
from spf_assess.model import (
    Channel,
    Constituency,
    PacketState,
    Problem,
    RespondentKind,
)

PIN = "246810"
SECRET = "Our words, for nobody else"  # noqa: S105 - what must not be found


def seat(facilitator, kind=RespondentKind.BENCH, bench=Constituency.WORKERS):
    return facilitator.invite(constituency=bench, kind=kind, name="Ana")[0].id


def answered(sheet, *answers):
    for answer in answers or (rated("3a.1", 3, 2, comment=SECRET),):
        sheet.consultation.answer(sheet.respondent, answer)
    return sheet


def closed(facilitator, who, pin=PIN):
    facilitator.close_sheet(answered(facilitator.begin_sheet(who, pin)))


def code(call, *given):
    with pytest.raises(Problem) as told:
        call(*given)
    return told.value.code


def everything_beside(offices):
    return b"".join(
        path.read_bytes() for path in offices.folder.rglob("*") if path.is_file()
    )


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is set."""

    class Clock:
        now = "2026-11-18T10:00:00Z"

        def set(self, now):
            self.now = now

    found = Clock()
    for module in (sheets, collecting):
        monkeypatch.setattr(module, "now_iso", lambda: found.now)
    return found


def test_a_closed_sheet_leaves_nothing_readable_and_opens_with_its_pin(
    offices, facilitator
):
    who = seat(facilitator)
    closed(facilitator, who)
    assert SECRET.encode() not in everything_beside(offices)
    assert not list(offices.folder.glob("*.sheets"))
    again = facilitator.open_sheet(who, PIN)
    assert again.consultation.response(who).answers["3a.1"].comment == SECRET
    assert not again.words
    facilitator.close_sheet(again)


def test_the_sheet_of_one_group_does_not_open_with_the_pin_of_another(facilitator):
    ours, theirs = seat(facilitator), seat(facilitator, bench=Constituency.EMPLOYERS)
    closed(facilitator, ours, "111111")
    closed(facilitator, theirs, "222222")
    assert code(facilitator.open_sheet, theirs, "111111") == "C-143"
    facilitator.close_sheet(facilitator.open_sheet(theirs, "222222"))


def test_a_wrong_pin_loses_nothing_and_the_wait_grows(facilitator, clock):
    who = seat(facilitator)
    closed(facilitator, who)
    assert [code(facilitator.open_sheet, who, "000000") for _ in range(3)] == [
        "C-143",
        "C-143",
        "C-142",
    ]
    assert code(facilitator.open_sheet, who, PIN) == "C-142", "the right one waits too"
    clock.set("2026-11-18T10:00:29Z")
    assert facilitator.sheets()[0].wait == 1
    clock.set("2026-11-18T10:00:30Z")
    with pytest.raises(Problem) as told:
        facilitator.open_sheet(who, "000001")
    assert told.value.facts["seconds"] == 60
    clock.set("2026-11-18T10:01:30Z")
    sheet = facilitator.open_sheet(who, PIN)
    assert sheet.consultation.response(who).answers["3a.1"].comment == SECRET
    facilitator.close_sheet(sheet)
    assert code(facilitator.open_sheet, who, "000000") == "C-143", "counted anew"


def test_the_wait_outlasts_closing_the_program(offices, facilitator, clock):
    who = seat(facilitator)
    closed(facilitator, who)
    for _ in range(3):
        code(facilitator.open_sheet, who, "000000")
    facilitator.close()
    with offices.open() as again:
        assert code(again.open_sheet, who, PIN) == "C-142"


def test_a_clock_set_back_keeps_nobody_out_for_years(facilitator, clock):
    who = seat(facilitator)
    closed(facilitator, who)
    clock.set("2031-01-01T00:00:00Z")
    for _ in range(3):
        code(facilitator.open_sheet, who, "000000")
    clock.set("2026-11-18T10:00:00Z")
    assert code(facilitator.open_sheet, who, PIN) == "C-142"
    clock.set("2026-11-18T10:00:30Z")
    facilitator.close_sheet(facilitator.open_sheet(who, PIN))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_recovery_words_open_a_sheet_and_give_it_another_pin(facilitator, language):
    who = seat(facilitator)
    begun = answered(facilitator.begin_sheet(who, PIN))
    words = " ".join(begun.words[language])
    facilitator.close_sheet(begun)
    assert code(facilitator.recover_sheet, who, "zoo " * 12, "987654") == "C-148"
    sheet = facilitator.recover_sheet(who, words, "987654")
    assert sheet.consultation.response(who).answers["3a.1"].comment == SECRET
    facilitator.close_sheet(sheet)
    assert code(facilitator.open_sheet, who, PIN) == "C-143"
    facilitator.close_sheet(facilitator.open_sheet(who, "987654"))


def test_a_short_pin_begins_nothing(facilitator):
    who = seat(facilitator)
    assert code(facilitator.begin_sheet, who, "1234") == "C-140"
    assert facilitator.sheets() == ()


def test_a_group_hands_in_here_comes_back_and_hands_in_again(facilitator):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    done, record = facilitator.hand_in_sheet(sheet)
    assert (record.state, record.channel) == (PacketState.ACCEPTED, Channel.HERE)
    assert record.digest == done.digest
    facilitator.close_sheet(sheet)
    assert facilitator.sheets()[0].state is SheetState.CLOSED
    again = answered(facilitator.open_sheet(who, PIN), rated("3b.1", 4, 4))
    facilitator.hand_in_sheet(again)
    facilitator.close_sheet(again)
    (response,) = facilitator.responses()
    assert response.seq == 2
    assert set(response.answers) == {"3a.1", "3b.1"}
    assert [one.state for one in facilitator.packets()] == [
        PacketState.SUPERSEDED,
        PacketState.ACCEPTED,
    ]


def test_a_person_in_turn_hands_in_and_nobody_opens_that_sheet_again(
    offices, facilitator
):
    who = seat(facilitator, RespondentKind.PERSON)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    assert sheet.channel is Channel.IN_TURN
    facilitator.hand_in_sheet(sheet)
    facilitator.close_sheet(sheet)
    assert facilitator.sheets()[0].state is SheetState.HANDED_IN
    assert code(facilitator.open_sheet, who, PIN) == "C-144"
    assert code(facilitator.begin_sheet, who, PIN) == "C-146"
    assert not list(offices.folder.glob("*.sheets"))
    assert facilitator.responses()[0].answers["3a.1"].comment == SECRET


def test_a_person_who_takes_a_break_comes_back_with_the_pin(facilitator):
    who = seat(facilitator, RespondentKind.PERSON)
    closed(facilitator, who)
    sheet = facilitator.open_sheet(who, PIN)
    assert sheet.consultation.response(who).answers["3a.1"].comment == SECRET
    facilitator.close_sheet(sheet)


def test_after_a_power_cut_the_open_sheet_goes_on_with_its_pin_alone(
    offices, facilitator
):
    who = seat(facilitator)
    closed(facilitator, who)
    sheet = answered(facilitator.open_sheet(who, PIN), rated("3b.1", 1, 1))
    sheet.consultation.close()  # as a kill would: nothing was sealed
    facilitator.close()
    with offices.open() as again:
        again.tidy_sheets()
        (status,) = again.sheets()
        assert (status.state, status.found) == (SheetState.OPEN, True)
        (left,) = offices.folder.rglob("*.sheets/*.spfa")
        assert code(offices.open, left) == "C-149"
        assert code(again.open_sheet, who, "000000") == "C-143"
        found = again.open_sheet(who, PIN)
        assert set(found.consultation.response(who).answers) == {"3a.1", "3b.1"}
        again.close_sheet(found)


def test_a_power_cut_between_sealing_and_removing_leaves_one_sheet(
    offices, facilitator, monkeypatch
):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    with monkeypatch.context() as patched:
        patched.setattr(sheets.Sheets, "_remove", lambda *_: None)
        facilitator.close_sheet(sheet)
    (left,) = offices.folder.rglob("*.sheets/*.spfa")
    facilitator.close()
    with offices.open() as again:
        again.tidy_sheets()
        assert not left.exists()
        found = again.open_sheet(who, PIN)
        assert found.consultation.response(who).answers["3a.1"].comment == SECRET
        again.close_sheet(found)


def test_a_left_file_that_is_not_what_was_sealed_is_not_thrown_away(
    offices, facilitator, monkeypatch
):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    monkeypatch.setattr(sheets.Sheets, "_remove", lambda *_: None)
    facilitator.close_sheet(sheet)
    monkeypatch.undo()
    (left,) = offices.folder.rglob("*.sheets/*.spfa")
    left.write_bytes(left.read_bytes() + b"more")
    facilitator.tidy_sheets()
    assert left.exists()


def test_a_power_cut_before_the_first_answer_begins_the_sheet_again(
    offices, facilitator, monkeypatch
):
    who = seat(facilitator)

    def cut(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(type(facilitator), "_fresh", cut)
        with pytest.raises(KeyboardInterrupt):
            facilitator.begin_sheet(who, PIN)
    assert facilitator.sheets()[0].state is SheetState.OPEN
    sheet = answered(facilitator.open_sheet(who, PIN))
    facilitator.close_sheet(sheet)


def test_a_packet_left_by_a_power_cut_is_taken_in(offices, facilitator):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    folder = next(offices.folder.glob("*.sheets"))
    sheet.consultation.hand_in(who, folder / f"{who}.spfr")
    sheet.consultation.close()
    facilitator.close()
    with offices.open() as again:
        again.tidy_sheets()
        (record,) = again.packets()
        assert (record.state, record.channel) == (PacketState.ACCEPTED, Channel.HERE)
        assert not list(folder.glob("*.spfr"))


def test_a_folder_that_was_left_behind_gives_back_the_last_closing(
    offices, facilitator
):
    who = seat(facilitator)
    closed(facilitator, who)
    sheet = answered(facilitator.open_sheet(who, PIN), rated("3b.1", 1, 1))
    sheet.consultation.close()
    shutil.rmtree(next(offices.folder.glob("*.sheets")))
    found = facilitator.open_sheet(who, PIN)
    assert set(found.consultation.response(who).answers) == {"3a.1"}
    facilitator.close_sheet(found)


def test_a_sheet_that_cannot_be_sealed_stays_behind_its_pin(
    offices, facilitator, monkeypatch
):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))

    def full(*_given):
        raise Problem("S-121", "The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(sheets.Sheets, "put", full)
        assert code(facilitator.close_sheet, sheet) == "S-121"
    (left,) = offices.folder.rglob("*.sheets/*.spfa")
    assert code(offices.open, left) == "C-149"
    facilitator.close_sheet(sheet)
    assert not left.exists()
    facilitator.close_sheet(facilitator.open_sheet(who, PIN))


def test_a_seat_that_answered_on_another_computer_is_not_begun_here(
    offices, facilitator
):
    with offices.respondent(facilitator, "ana") as ana:
        me = ana.me().id
        ana.answer(me, rated("3a.1", 1, 1))
        ana.hand_in(me, offices.folder / "ana.spfr")
    facilitator.import_packet(offices.folder / "ana.spfr")
    assert code(facilitator.begin_sheet, me, PIN) == "C-145"


def test_a_respondents_file_holds_no_sheets(offices, facilitator):
    with offices.respondent(facilitator, "ana") as ana:
        assert code(ana.begin_sheet, ana.me().id, PIN) == "C-101"


def test_the_folder_of_open_sheets_is_for_nobody_else(offices, facilitator):
    sheet = facilitator.begin_sheet(seat(facilitator), PIN)
    folder = next(offices.folder.glob("*.sheets"))
    assert folder.stat().st_mode & 0o077 == 0
    facilitator.close_sheet(sheet)


@pytest.mark.parametrize("acknowledged", [1, 2, 7, 20])
def test_killed_while_a_sheet_is_open_no_acknowledged_answer_is_lost(
    offices, facilitator, acknowledged
):
    who = seat(facilitator)
    closed(facilitator, who, sheet_saver.PIN)
    facilitator.close()
    command = [sys.executable, sheet_saver.__file__, str(offices.folder), who]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = [process.stdout.readline() for _line in range(acknowledged + 1)]
        process.kill()
        said += process.stdout.read().split()
    saved = int(said[-1])
    with offices.open() as again:
        again.tidy_sheets()
        assert code(again.open_sheet, who, "000000") == "C-143"
        found = again.open_sheet(who, sheet_saver.PIN)
        assert not found.consultation.damaged
        answers = found.consultation.response(who).answers
        kept = int(answers[sheet_saver.ITEMS[saved % 3]].comment)
        assert kept in (saved, saved + 3), "an answer that was called saved is gone"
        again.close_sheet(found)
        assert not list(offices.folder.glob("*.sheets"))


def test_what_is_not_finished_is_told_with_how_complete_it_is(facilitator):
    group, other, paper = (
        seat(facilitator, bench=one)
        for one in (
            Constituency.WORKERS,
            Constituency.EMPLOYERS,
            Constituency.GOVERNMENT,
        )
    )
    assert facilitator.left_open() == ()
    facilitator.check_nothing_left_open()
    closed(facilitator, group)
    facilitator.begin_sheet(other, PIN).consultation.close()
    facilitator.key_in(paper, 1, {("3a.1", "law"): "3", ("3b.1", "law"): "2"})
    found = {one.respondent.id: one for one in facilitator.left_open()}
    assert set(found) == {group, other, paper}
    assert found[group].answered == 1
    assert found[group].asked > 1
    assert (found[other].answered, found[other].asked) == (0, 0)
    assert found[paper].answered == 2
    assert not any(one.handed_in for one in found.values())
    assert code(facilitator.check_nothing_left_open) == "C-127"
    assert facilitator.is_open(1)
    facilitator.close_round()  # on purpose it can be closed all the same
    assert not facilitator.is_open(1)


def test_a_sheet_handed_in_as_it_stands_is_finished_until_it_is_changed(facilitator):
    who = seat(facilitator)
    sheet = answered(facilitator.begin_sheet(who, PIN))
    facilitator.hand_in_sheet(sheet)
    facilitator.close_sheet(sheet)
    assert facilitator.left_open() == ()
    again = facilitator.open_sheet(who, PIN)
    answered(again, rated("3b.1", 1))
    facilitator.close_sheet(again)
    (left,) = facilitator.left_open()
    assert left.handed_in
    assert left.answered == 2


def test_a_paper_is_finished_once_both_passes_came_in(facilitator):
    who = seat(facilitator)
    for number in (1, 2):
        facilitator.key_in(who, number, {("3a.1", "law"): "3"})
    assert len(facilitator.left_open()) == 1
    facilitator.take_in_keyed(who)
    assert facilitator.left_open() == ()
