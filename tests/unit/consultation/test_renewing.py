"""The next consultation begins from the last one, and nothing of it is forgotten."""

import dataclasses

import pytest
from support.offices import both, rated

from spf_assess.consultation import Consultation
from spf_assess.consultation.comparing import compare_consultations
from spf_assess.consultation.renewing import renew
from spf_assess.consultation.reporting import report_input
from spf_assess.i18n import Words
from spf_assess.i18n.fates import other_version_text
from spf_assess.model import (
    Action,
    ActionStatus,
    Constituency,
    Organization,
    Outcome,
    Preparation,
    Problem,
    RespondentKind,
)
from spf_assess.model.meaning import Fate

WORKERS, EMPLOYERS = Constituency.WORKERS, Constituency.EMPLOYERS
BENCHES = ((WORKERS, "Union"), (EMPLOYERS, "Federation"))


def answers(offices, file, levels):
    """Let each invited bench answer with its own levels of law and practice."""
    for seat in file.respondents():
        name = f"{seat.organization} {file.header.id[:4]}"
        with offices.accept(name, file.invitation_of(seat.id)) as own:
            me = own.me().id
            own.answer(me, rated("3a.1", *levels[seat.constituency]))
            own.hand_in(me, offices.folder / f"{name}.spfr")
        file.import_packet(offices.folder / f"{name}.spfr")


@pytest.fixture
def last(offices):
    with offices.found() as file:
        for bench, name in BENCHES:
            file.invite(
                constituency=bench, kind=RespondentKind.BENCH, organization=name
            )
        answers(offices, file, {WORKERS: (3, 2), EMPLOYERS: (3, 2)})
        file.proceedings.record(
            Preparation(
                organizations=(Organization("u", WORKERS, "Union"),),
                counted_from=6,
                begins_on="2026-03-02",
                started_at="2026-03-02T08:00:00Z",
            )
        )
        file.decide(
            Action("", objective="Cover all", what="Register the self-employed")
        )
        yield file


def follow(offices, **more):
    return renew(
        offices.folder / "next.spfa",
        offices.file,
        title=both("Again"),
        questionnaire=more.pop("questionnaire", offices.questionnaire),
    )


def refused(command):
    with pytest.raises(Problem) as met:
        command()
    return met.value.code


def test_seats_and_preparation_come_along_and_answers_do_not(offices, last):
    before = last.path.read_bytes()
    with follow(offices) as file:
        assert file.header.id != last.header.id
        assert [one.organization for one in file.respondents()] == [
            "Union",
            "Federation",
        ]
        assert not {one.id for one in file.respondents()} & {
            one.id for one in last.respondents()
        }
        assert file.responses() == ()
        (prepared,) = file.proceedings.values(Preparation)
        assert (prepared.counted_from, prepared.organizations[0].name) == (6, "Union")
        assert (prepared.begins_on, prepared.started_at) == ("", "")
    assert last.path.read_bytes() == before


def test_positions_stand_beside_those_of_the_year_before(offices, last):
    with follow(offices) as file:
        answers(offices, file, {WORKERS: (3, 1), EMPLOYERS: (3, 4)})
        found = {
            (one.part, one.constituency): one.steps
            for one in file.trend()
            if one.item == "3a.1"
        }
        assert found["practice", WORKERS] == -1
        assert found["practice", EMPLOYERS] == 2
        assert found["law", WORKERS] == 0
        assert found["law", Constituency.GOVERNMENT] is None
        (again,) = file.reopened()
        assert (again.part, again.outcome) == ("practice", Outcome.STRONG_DIVERGENCE)


def test_each_earlier_action_is_asked_about(offices, last):
    with follow(offices) as file:
        (one,) = file.earlier_actions()
        assert one.now is None
        file.follow_up(one.before.id, ActionStatus.DELAYED, "The decree is not signed.")
        (one,) = file.earlier_actions()
        assert one.now is not None
        assert one.now.became == "The decree is not signed."
        assert one.before.became == ""
        assert refused(lambda: file.follow_up("x", ActionStatus.DONE, "")) == "C-192"


def test_a_third_consultation_follows_the_second(offices, last):
    with follow(offices) as file:
        file.follow_up(
            file.earlier_actions()[0].before.id, ActionStatus.BEGUN, "Begun."
        )
    third = renew(
        offices.folder / "third.spfa",
        offices.folder / "next.spfa",
        title=both("A third time"),
        questionnaire=offices.questionnaire,
    )
    with third:
        (one,) = third.earlier_actions()
        assert one.before.status is ActionStatus.BEGUN


def test_an_upgraded_questionnaire_that_dropped_a_question_is_told(offices, last):
    old = offices.questionnaire
    sections = tuple(
        dataclasses.replace(
            section, items=tuple(item for item in section.items if item.id != "3a.1")
        )
        for section in old.sections
    )
    upgraded = dataclasses.replace(
        old, sections=sections, version="2", digest="cd" * 32
    )
    with follow(offices, questionnaire=upgraded) as file:
        assert file.fates()["3a.1"] is Fate.DROPPED
        assert all(one.item != "3a.1" for one in file.trend())
    with offices.open(read_only=True) as old_file:  # its own answers are untouched
        assert old_file.responses()[0].answers["3a.1"] == rated("3a.1", 3, 2)
        assert report_input(old_file).became is None
    with Consultation.open(
        offices.file, read_only=True, questionnaire=upgraded
    ) as told_later:
        became = report_input(told_later).became
    assert became == {"3a.1": Fate.DROPPED}
    for language, left_out in (("en", "left out: 3a.1"), ("fr", "de côté : 3a.1")):
        told = other_version_text(Words(language), "1", "2", became)
        assert left_out in told.replace("\u00a0", " ")
    beside = compare_consultations(
        offices.file, offices.folder / "next.spfa", questionnaire=upgraded
    )
    assert beside.apart == ("3a.1",)


def test_a_first_consultation_follows_none(last):
    assert last.before is None
    assert refused(last.trend) == "C-191"


def test_a_respondents_file_is_no_beginning(offices, last):
    own = offices.folder / f"Union {last.header.id[:4]}.spfa"
    path = offices.folder / "next.spfa"
    assert refused(lambda: renew(path, own, title=both("Again"))) == "C-190"
    assert not path.exists()
    assert refused(lambda: renew(last.path, last.path, title=both("Again"))) == "S-120"
