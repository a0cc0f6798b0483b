"""What was typed and not recorded: kept in this very file, and nowhere else."""

import json

import pytest

from spf_assess.model import Constituency, Problem, RespondentKind

SECRET = "Typed, and never recorded"  # noqa: S105 - what must not be found
BOX = "stance/2/3a.1/workers"


def keep(file, text=SECRET, box=BOX):
    file.keep_unrecorded({box: {"text": text}})


def test_words_are_there_again_when_the_file_is_opened_and_gone_once_done_with(
    offices, facilitator
):
    keep(facilitator)
    keep(facilitator, "other", "note/3a.1")
    facilitator.close()
    with offices.open() as again:
        assert not again.damaged
        assert again.unrecorded() == {
            BOX: {"text": SECRET},
            "note/3a.1": {"text": "other"},
        }
        again.keep_unrecorded({BOX: None, "never": None})
        assert list(again.unrecorded()) == ["note/3a.1"]


@pytest.mark.parametrize(
    "text", ["x" * 9000, "\ud800 half", "\u202e turned", "", " spaces \n"]
)
def test_whatever_was_typed_is_kept_as_it_was_typed(offices, facilitator, text):
    keep(facilitator, text)
    facilitator.close()
    with offices.open() as again:
        assert again.unrecorded()[BOX] == {"text": text}
        assert not again.damaged


def test_nothing_of_it_leaves_the_file(offices, facilitator):
    keep(facilitator)
    assert SECRET not in json.dumps(facilitator.export_json())
    region = offices.folder / "north.spfa"
    facilitator.branch(region, "North")
    with offices.open(region) as north:
        assert north.unrecorded() == {}
        keep(north, "typed in the north")
    plan, _changes = facilitator.merge(region)
    assert plan.brings_nothing
    assert facilitator.unrecorded() == {BOX: {"text": SECRET}}
    _seat, invitation = facilitator.invite(
        constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
    )
    assert SECRET.encode() not in invitation


def test_a_respondents_file_and_a_file_that_is_read_keep_nothing(offices, facilitator):
    with offices.respondent(facilitator, "ana") as ana, pytest.raises(Problem) as told:
        keep(ana)
    assert told.value.code == "C-101"
    facilitator.close()
    with offices.open(read_only=True) as read, pytest.raises(Problem):
        keep(read)
