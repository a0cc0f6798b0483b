"""Members are told in numbers of one state of the file alone, the last one (R-404)."""

import dataclasses
import itertools

import pytest
from support.offices import Offices, rated

from spf_assess.consultation import importing, rounds
from spf_assess.consultation.first_told import FIRST_TOLD, LAST_PACKET
from spf_assess.consultation.proving import prover
from spf_assess.model import (
    Constituency,
    Preparation,
    Problem,
    ReportOptions,
    RespondentKind,
)
from spf_assess.store import SETTINGS

LEVELS = (1, 2, 4, 4, 3, 2, 3)


def refused(command):
    with pytest.raises(Problem) as raised:
        command()
    return raised.value.code


class Meeting:
    """Seven workers answer one by one; every act is a second later."""

    def __init__(self, folder, **prepared):
        self.offices = Offices(folder)
        self.file = self.offices.found()
        self.file.prepare(Preparation(**{"rounds_planned": 1, **prepared}))
        self.own = []
        self._number = itertools.count()

    def close(self):
        for one in (*self.own, self.file):
            one.close()

    def invite(self):
        self.own.append(self.offices.respondent(self.file, f"M{len(self.own)}"))
        return self.own[-1]

    def all_answer(self):
        """All are invited before the first hands in."""
        members = [self.invite() for _level in LEVELS]
        for one, level in zip(members, LEVELS, strict=True):
            self.answer(one, level)

    def answer(self, one, level, item="3a.1"):
        one.answer(one.me().id, rated(item, level))
        path = self.offices.folder / f"{next(self._number)}.spfr"
        one.hand_in(one.me().id, path)
        return self.file.import_packet(path)

    def told(self, number=1, item="3a.1"):
        """What the export tells of the workers' numbers."""
        found = self.file.export_json()["results"][number - 1]["comparisons"][item]
        return found["law"]["positions"][2]["rated"]


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    seconds = itertools.count(10)
    for module in (importing, rounds):
        monkeypatch.setattr(
            module, "now_iso", lambda: f"2026-11-23T10:00:{next(seconds):02d}Z"
        )


@pytest.fixture
def meeting(tmp_path, request):
    found = Meeting(tmp_path, **getattr(request, "param", {}))
    yield found
    found.close()


def planned(**prepared):
    return pytest.mark.parametrize("meeting", [prepared], indirect=True)


def test_numbers_are_told_once_the_last_round_is_closed(meeting):
    meeting.all_answer()
    assert meeting.told() is None
    meeting.file.close_round()
    assert meeting.told() == 7


@planned(rounds_planned=2)
def test_of_round_1_no_numbers_are_told_while_a_second_is_planned(meeting):
    meeting.all_answer()
    meeting.file.close_round()
    assert meeting.told() is None
    meeting.file.open_round()
    meeting.file.close_round()
    assert (meeting.told(1), meeting.told(2)) == (7, 7)


@planned(rounds_planned=2)
def test_where_somebody_answered_anew_neither_round_is_told_in_numbers(meeting):
    meeting.all_answer()
    for one in meeting.own:
        meeting.answer(one, 2, "3b.1")
    meeting.file.close_round()
    meeting.file.open_round()
    seat = meeting.own[0].me().id
    invitation = meeting.file.invitation_of(seat)
    again = meeting.offices.accept("again", invitation)
    meeting.own.append(again)
    meeting.answer(again, 4)
    meeting.file.close_round()
    assert (meeting.told(1), meeting.told(2)) == (None, None)
    assert meeting.file.results(2).comparisons["3a.1"]["law"].positions[2].rated == 7


@planned(rounds_planned=2)
def test_that_no_further_round_comes_is_recorded_and_ends_it_for_good(meeting):
    """Numbers told are those of the last state, so that no other can come about."""
    meeting.all_answer()
    assert refused(meeting.file.conclude) == "C-160"
    meeting.file.close_round()
    assert meeting.told() is None
    assert meeting.file.conclude().rounds
    assert meeting.told() == 7
    assert not meeting.file.conclude().rounds
    for number in (None, 1):
        assert refused(lambda number=number: meeting.file.open_round(number)) == "C-198"
    assert not meeting.file.may_open_again
    late = meeting.invite()
    assert meeting.answer(late, 4).reason == "C-161"
    assert meeting.told() == 7
    more = dataclasses.replace(meeting.file.preparation, rounds_planned=3)
    assert refused(lambda: meeting.file.prepare(more)) == "C-130"
    assert meeting.file.export_json()["meeting"]["concluded_at"]
    meeting.file.close()
    meeting.file = meeting.offices.open()
    assert meeting.told() == 7


def test_no_round_is_opened_beyond_the_plan_which_can_grow_while_the_last_is_open(
    meeting,
):
    """One round was planned; nothing was told in numbers while it is open."""
    meeting.all_answer()
    more = dataclasses.replace(meeting.file.preparation, rounds_planned=2)
    meeting.file.prepare(more)
    fewer = dataclasses.replace(more, rounds_planned=1)
    assert refused(lambda: meeting.file.prepare(fewer)) == "C-130"
    meeting.file.close_round()
    assert meeting.told() is None
    meeting.file.open_round()
    meeting.file.close_round()
    assert meeting.told() == 7
    assert refused(meeting.file.open_round) == "C-198"
    further = dataclasses.replace(more, rounds_planned=3)
    assert refused(lambda: meeting.file.prepare(further)) == "C-130"


def test_an_observer_who_is_awaited_holds_nothing_back(meeting):
    meeting.all_answer()
    members = meeting.file.respondents()
    meeting.file.invite(constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON)
    assert meeting.file.blind is None
    assert meeting.file.observers_awaited() == 1
    meeting.invite()
    assert (meeting.file.blind.handed_in, meeting.file.blind.seats) == (7, 8)
    assert len(members) == 7


def test_a_correction_after_all_but_the_observers_handed_in_ends_the_numbers(meeting):
    """What may be shown then may have been told then."""
    meeting.all_answer()
    meeting.file.invite(constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON)
    meeting.answer(meeting.own[0], 4)
    meeting.file.close_round()
    assert meeting.told() is None


def test_an_answer_after_the_closing_ends_the_numbers_of_its_group(meeting):
    meeting.all_answer()
    late = meeting.invite()
    meeting.file.close_round()
    assert meeting.told() == 7
    meeting.answer(late, 4)  # waits
    assert meeting.told() == 7
    meeting.file.open_round(1)
    assert meeting.told() is None
    meeting.file.close_round()
    assert meeting.file.results().comparisons["3a.1"]["law"].positions[2].rated == 8
    assert meeting.told() is None


@pytest.mark.parametrize("day", ["2026-11-20", "2031-01-01"])
def test_a_clock_that_is_set_tells_nothing_of_who_came_first(meeting, monkeypatch, day):
    """Set back or ahead for the closing: nobody was late until somebody is."""
    meeting.all_answer()
    late = meeting.invite()
    monkeypatch.setattr(rounds, "now_iso", lambda: f"{day}T09:00:00Z")
    meeting.file.close_round()
    assert meeting.told() == 7
    meeting.file.open_round(1)
    meeting.answer(late, 4)
    meeting.file.close_round()
    assert meeting.told() is None


def test_a_packet_that_waited_at_the_closing_and_counts_later_came_late(meeting):
    """Two keys for one seat: which one counts is chosen after the numbers were told."""
    meeting.all_answer()
    seat = meeting.invite()
    meeting.answer(seat, 4)
    other = meeting.offices.accept(
        "other key", meeting.file.invitation_of(seat.me().id)
    )
    meeting.own.append(other)
    waiting = meeting.answer(other, 1)
    assert waiting.reason == "C-212"
    meeting.file.close_round()
    assert meeting.told() == 7
    meeting.file.trust_packet(waiting.digest)
    found = meeting.file.results().comparisons["3a.1"]["law"].positions[2]
    assert found.rated == 8
    assert meeting.told() is None


def test_a_file_that_noted_only_the_time_is_judged_by_it(meeting):
    meeting.all_answer()
    late = meeting.invite()
    meeting.file.close_round()
    database = meeting.file._database
    meeting.file._contents.write(
        lambda: database.remove(SETTINGS, f"{FIRST_TOLD}1{LAST_PACKET}")
    )
    meeting.file.open_round(1)
    meeting.answer(late, 4)
    meeting.file.close_round()
    assert meeting.told() is None


def test_a_correction_after_everybody_had_handed_in_ends_them(meeting):
    """By then a report can have been made, and position beside number tells who."""
    meeting.all_answer()
    meeting.answer(meeting.own[0], 4)
    meeting.file.close_round()
    assert meeting.told() is None


def test_a_correction_before_everybody_had_handed_in_does_no_harm(meeting):
    members = [meeting.invite() for _level in LEVELS]
    meeting.answer(members[0], 4)
    for one, level in zip(members, LEVELS, strict=True):
        meeting.answer(one, level)
    meeting.file.close_round()
    assert meeting.told() == 7


def test_what_was_told_early_is_noted_and_ends_them_for_who_comes_later(meeting):
    meeting.all_answer()
    late = meeting.invite()
    assert not meeting.file.early_noted
    meeting.file.check_shown(early=True)
    assert meeting.file.early_noted
    meeting.answer(late, 4)
    meeting.file.close_round()
    assert meeting.told() is None


def test_a_file_open_for_reading_notes_it_too(meeting):
    meeting.all_answer()
    meeting.invite()
    meeting.file.close()
    with meeting.offices.open(read_only=True) as reader:
        reader.check_shown(early=True)
    meeting.file = meeting.offices.open()
    assert meeting.file.early_noted


@planned(open_record=True)
def test_in_an_open_record_everything_is_told(meeting):
    meeting.all_answer()
    assert meeting.told() == 7


def test_report_export_and_attached_numbers_tell_the_same(meeting):
    """What a PDF carries as a file holds no more than its pages (R-401)."""
    from spf_assess.consultation.numbers import Told, numbers_of

    meeting.all_answer()
    silent = meeting.invite()
    silent.answer(silent.me().id, rated("3b.1", 2))
    meeting.answer(silent, 2, "3b.1")  # one of eight leaves 3a.1 blank
    meeting.file.close_round()
    assert meeting.told() is None
    told = Told(3, 5, meeting.file.final)
    numbers = {
        (one["item"], one["part"]): one["positions"]["workers"]
        for one in numbers_of(meeting.file.results(), told)["comparisons"]
    }
    assert numbers["3a.1", "law"]["divided"]
    assert numbers["3a.1", "law"]["rated"] == 0
    assert numbers["3a.1", "law"]["spread"] == 0


def test_two_editions_of_one_state_carry_the_same_numbers(meeting):
    meeting.all_answer()
    meeting.file.close_round()
    prove = prover(meeting.file, "2026-11-23T12:00:00Z")
    if prove is None:
        pytest.skip("no key")
    first, second = (
        {one.name: one.text for one in prove(ReportOptions(language)).files}
        for language in ("en", "fr")
    )
    assert first["results.json"] == second["results.json"]
