"""Priorities and actions are recorded, checked and written for other programs."""

from datetime import date
from io import BytesIO

import icalendar
import openpyxl
import pytest
from support.offices import Offices

from spf_assess.i18n import Words
from spf_assess.model import Action, ActionStatus, Constituency, Problem

WORKERS, OBSERVERS = Constituency.WORKERS, Constituency.OBSERVERS
ACTION = Action(
    "",
    objective="Health care for all by 2030",
    what="=HYPERLINK: register household members of the self-employed",
    responsible="Ministry of Labour; Employers' Federation",
    begins_on="2027-02",
    ends_on="2028",
    indicator="Members registered",
    baseline="12 per cent",
    target="60 per cent",
    paragraphs=("14(b)", "17"),
    agreed_by=(WORKERS,),
)


@pytest.fixture
def file(tmp_path):
    with Offices(tmp_path).found() as found:
        yield found


def refused(command):
    with pytest.raises(Problem) as met:
        command()
    assert "{" not in str(met.value)
    return met.value.code


def changed(action, **more):
    import dataclasses

    return dataclasses.replace(action, **more)


def test_a_group_ranks_again_and_takes_its_ranking_back(file):
    first, second = file.rankable()[:2]
    file.rank(WORKERS, [first, second])
    file.rank(WORKERS, [second])
    assert dict(file.priorities().rows[0].ranks) == {WORKERS: 1}
    file.rank(WORKERS, [])
    assert file.priorities().rows == ()


def test_a_ranking_that_cannot_be_is_refused(file):
    first = file.rankable()[0]
    assert refused(lambda: file.rank(OBSERVERS, [first])) == "C-170"
    assert refused(lambda: file.rank(WORKERS, ["9z"])) == "C-171"
    assert refused(lambda: file.rank(WORKERS, [first, first])) == "C-172"


def test_actions_get_their_place_and_keep_it(file):
    file.decide(ACTION)
    file.decide(changed(ACTION, what="Second step"))
    one, two = file.actions()
    assert (one.sequence, two.sequence) == (1, 2)
    file.decide(changed(one, status=ActionStatus.DONE, became="All are registered."))
    assert [other.id for other in file.actions()] == [one.id, two.id]
    file.drop_action(two.id)
    assert len(file.actions()) == 1
    assert refused(lambda: file.drop_action(two.id)) == "C-177"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"objective": " "}, "C-173"),
        ({"what": ""}, "C-173"),
        ({"begins_on": "next year"}, "C-174"),
        ({"ends_on": "2027-13"}, "C-174"),
        ({"ends_on": "2027-02-30"}, "C-174"),
        ({"begins_on": "2028-05", "ends_on": "2028-04-30"}, "C-175"),
        ({"sections": ("9z",)}, "C-176"),
        ({"paragraphs": ("25",)}, "C-176"),
        ({"target": "x" * 4001}, "C-121"),
    ],
)
def test_an_action_that_cannot_be_is_refused_and_nothing_is_kept(file, wrong, code):
    assert refused(lambda: file.decide(changed(ACTION, **wrong))) == code
    assert file.actions() == ()


def test_a_year_and_a_month_are_enough(file):
    file.decide(changed(ACTION, begins_on="2028", ends_on="2028-04-30"))
    assert len(file.actions()) == 1


def test_the_workbook_holds_every_word_and_no_formula(file, tmp_path):
    file.decide(ACTION)
    for language, head in (("en", "Responsible body"), ("fr", "Organisme responsable")):
        path = tmp_path / f"plan.{language}.xlsx"
        file.write_actions(path, Words(language))
        sheet = openpyxl.load_workbook(BytesIO(path.read_bytes())).active
        heads = [cell.value for cell in sheet[1]]
        assert head in heads
        row = list(sheet[2])
        assert row[3].value == ACTION.what
        assert row[3].data_type == "s"
        assert sheet.freeze_panes == "B2"
        assert row[heads.index(head)].value == ACTION.responsible


def test_the_calendar_holds_what_has_a_date(file, tmp_path):
    file.decide(ACTION)
    file.decide(changed(ACTION, what="Without date", begins_on="", ends_on=""))
    path = tmp_path / "plan.ics"
    file.write_actions(path, Words("fr"))
    (event,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 2, 1)
    assert event.decoded("dtend") == date(2029, 1, 1)
    assert str(event["summary"]) == ACTION.what
    assert "Federation" in str(event["description"])
    again = tmp_path / "again.ics"
    file.write_actions(again, Words("fr"))
    assert again.read_bytes() == path.read_bytes()


def test_another_ending_is_refused_with_the_two_that_there_are(file, tmp_path):
    path = tmp_path / "plan.pdf"
    assert refused(lambda: file.write_actions(path, Words("en"))) == "C-178"
    assert not path.exists()
