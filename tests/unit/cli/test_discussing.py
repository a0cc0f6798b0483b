"""A meeting on the command line: rounds, reveals, stances, agreements, notes."""

import json

import pytest
from support.offices import rated

from spf_assess.consultation import Consultation
from spf_assess.consultation.sample import build_sample
from spf_assess.model import Constituency, RespondentKind, Text

NAMED = Text.of(en="Coresia", fr="Corésie")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.spfa"
    build_sample(path)
    return path


@pytest.fixture
def sample(built, tmp_path, run):
    """Coresia after its second round, opened again."""
    path = tmp_path / "coresia.spfa"
    path.write_bytes(built.read_bytes())
    assert run("round", "open", path, "--again")[0] == 0
    return path


@pytest.fixture
def begun(tmp_path):
    """A consultation whose first round is open, with one seat."""
    path = tmp_path / "begun.spfa"
    with Consultation.create(path, title=NAMED, country=NAMED) as file:
        file.invite(constituency=Constituency.WORKERS, kind=RespondentKind.BENCH)
    return path


def test_a_round_is_closed_with_the_missing_groups_named_and_the_next_opened(
    run, begun
):
    assert run("round", "open", begun)[0] == 3
    code, told, _ = run("round", "close", begun)
    assert code == 0
    assert "Round 1 is closed." in told
    assert told.count("handed in no answer. Nothing here speaks for it.") == 3
    assert "Round 1 is open." in run("round", "open", begun, "--again")[1]
    run("round", "close", begun)
    speaks = "handed in no answer. Nothing here speaks for it."
    assert run("status", begun)[1].count(speaks) == 3
    assert "Round 2 is open." in run("round", "open", begun)[1]
    code, _, told = run("round", "open", begun, language="fr")
    assert (code, "[C-160]" in told, "encore ouvert" in told) == (3, True, True)


def test_no_round_follows_the_last_and_an_earlier_one_can_be_made_the_last(run, begun):
    with Consultation.open(begun) as file:
        file.invite(constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON)
    assert run("round", "conclude", begun)[0] == 3  # it is open
    told = run("round", "close", begun)[1]
    assert "1 seat of observers has not handed in." in told
    assert "Round 1 was the last" in run("round", "conclude", begun)[1]
    for more in ((), ("--again",)):
        code, _, error = run("round", "open", begun, *more)
        assert (code, "[C-198]" in error) == (3, True)
    code, _, error = run("prepare", begun, "--rounds", "3")
    assert (code, "[C-130]" in error) == (3, True)


def test_a_further_round_is_planned_while_the_last_is_open(run, begun):
    run("round", "close", begun)
    run("round", "open", begun)
    run("prepare", begun, "--rounds", "3")
    run("round", "close", begun)
    assert "Round 3 is open." in run("round", "open", begun)[1]
    run("round", "close", begun)
    code, _, error = run("round", "open", begun, language="fr")
    assert (code, "[C-198]" in error) == (3, True)


def test_a_group_that_only_spoke_in_the_room_is_told_as_such(run, begun, tmp_path):
    with Consultation.open(begun) as file:
        for bench in (Constituency.GOVERNMENT, Constituency.EMPLOYERS):
            _seat, letter = file.invite(constituency=bench, kind=RespondentKind.BENCH)
            with Consultation.accept(tmp_path / f"{bench}.spfa", letter) as own:
                own.answer(own.me().id, rated("3a.1", 2, 3))
                own.hand_in(own.me().id, tmp_path / "its.spfr")
            file.import_packet(tmp_path / "its.spfr")
            (tmp_path / "its.spfr").unlink()
        file.close_round()
        file.reveal("3a.1")
        file.open_round()
    assert "Nothing here speaks for it." in run("discussion", begun)[1]
    said = ("--level", "practice=2", "--reason", "Said in the room.")
    assert run("stance", begun, "3a.1", "--group", "workers", *said)[0] == 0
    only = "Only what it stated in the discussion speaks for it."
    for command in ("discussion", "status"):
        told = run(command, begun)[1]
        assert told.count(only) == 1
        assert "Nothing here" not in told


def test_nothing_of_an_open_round_is_listed_or_shown(run, begun):
    for words in (("discussion", begun), ("reveal", begun, "3a.1")):
        code, told, error = run(*words)
        assert (code, told) == (3, "")
        assert "[C-160]" in error


def test_the_list_says_why_and_who_speaks_and_levels_only_of_what_was_shown(
    run, sample
):
    code, told, _ = run("discussion", sample)
    assert code == 0
    first, second = told.splitlines()[2:4]
    assert "3q.1b" in first
    assert first.endswith("no")
    assert "strong divergence, verdicts differ" in second
    assert second.endswith("yes")
    plain = json.loads(run("discussion", sample, "--json")[1])
    assert plain["missing"] == []
    assert len(plain["shown"]) == 10
    assert "3q.1b" not in plain["shown"]
    assert all("positions" not in one for one in plain["topics"])
    assert [one["revealed"] for one in plain["topics"][:2]] == [False, True]


def test_positions_are_shown_in_either_language(run, sample):
    told = run("reveal", sample, "3q.1b")[1]
    assert "3q.1b  practice  3" in told
    assert "strong divergence" in told
    assert "forte divergence" in run("reveal", sample, "3q.1b", language="fr")[1]
    assert run("reveal", sample, "9z.9")[0] == 3


def test_a_group_moves_corrects_itself_and_takes_it_back(run, sample):
    place = ("stance", sample, "3q.0", "--group", "workers")
    moved = (*place, "--level", "practice=2", "--reason", "Seen.")
    code, _, told = run(*moved)
    assert (code, "[C-122]" in told) == (3, True)
    code, told, _ = run(*moved, "--correct", "--words-in", "en")
    assert code == 0
    assert "3q.0 practice: from 1½ to 2" in told
    assert run(*place, "--withdraw")[0] == 0
    with Consultation.open(sample, read_only=True) as file:
        assert file.stance("3q.0", Constituency.WORKERS) is None
        assert len(file.earlier_stances("3q.0", Constituency.WORKERS)) == 2


@pytest.mark.parametrize("level", ["practice=5", "practice=x", "practice", "=3"])
def test_a_level_that_is_none_is_told(run, sample, level):
    words = ("stance", sample, "3h.0", "--group", "government", "--level", level)
    code, _, told = run(*words, "--reason", "Because.")
    assert (code, "[C-168]" in told) == (3, True)


def test_an_agreement_is_recorded_and_taken_back(run, sample):
    groups = [word for one in ("workers", "employers") for word in ("--group", one)]
    words = ("agree", sample, "3e.1", *groups, "--statement-fr", "Nous en convenons.")
    assert run(*words, "--why", "After lunch.")[0] == 0
    told = run("discussion", sample)[1]
    assert "3e.1: Agreed by: Employers and Workers. Not agreed by: Government" in told
    assert "Nous en convenons." in told
    assert run("agree", sample, "3e.1", "--withdraw")[0] == 0
    assert "Nous en convenons." not in run("discussion", sample)[1]


def test_notes_are_parked_settled_and_taken_back_by_their_sign(run, sample):
    words = ("note", sample, "Who pays?", "--kind", "parked", "--group", "observers")
    assert run(*words)[0] == 0
    with Consultation.open(sample, read_only=True) as file:
        (note,) = (one for one in file.notes() if one.text == "Who pays?")
    assert run("note", sample, "--settle", note.id[:8])[0] == 0
    with Consultation.open(sample, read_only=True) as file:
        assert next(one for one in file.notes() if one.id == note.id).settled
    assert run("note", sample, "--withdraw", note.id[:8])[0] == 0
    assert run("note", sample, "--withdraw", note.id[:8])[0] == 3
    assert run("note", sample)[0] == 3
