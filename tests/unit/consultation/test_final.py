"""Members are told in numbers of one state of the file alone, the last one (R-404)."""

import itertools

import pytest
from support.offices import Offices, rated

from spf_assess.consultation import importing, rounds
from spf_assess.consultation.proving import prover
from spf_assess.model import Preparation, ReportOptions

LEVELS = (1, 2, 4, 4, 3, 2, 3)


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
