"""What ``import`` and ``board`` say of packets is true when they say it."""

import shutil

import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer, RespondentKind


@pytest.fixture
def file(tmp_path, run):
    path = tmp_path / "c.spfa"
    titles = [f"--title-{one}=X" for one in ("en", "fr")]
    assert run("new", path, *titles, "--country-en=C", "--country-fr=C")[0] == 0
    return path


@pytest.fixture
def mine(file, tmp_path):
    path = tmp_path / "mine.spfa"
    with Consultation.open(file) as desk:
        _seat, data = desk.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
        )
    with Consultation.accept(path, data):
        return path


def hands_in(path, level, packet):
    with Consultation.open(path) as opened:
        me = opened.me().id
        opened.answer(me, Answer("3b.0", parts={"law": PartAnswer(level)}))
        opened.hand_in(me, packet)
    return packet


def test_a_file_that_cannot_be_read_is_not_called_kept(run, file, tmp_path):
    code, out, err = run("import", file, tmp_path / "nowhere.spfr")
    assert code == 1
    assert out == "nowhere.spfr: not brought in; nothing of it is kept\n"
    assert "[F-101]" in err
    assert run("board", file)[2] == ""


def test_of_two_packets_with_one_number_neither_is_called_accepted(
    run, file, mine, tmp_path
):
    twin = tmp_path / "twin.spfa"
    shutil.copy(mine, twin)
    packets = (
        hands_in(mine, 1, tmp_path / "a.spfr"),
        hands_in(twin, 4, tmp_path / "b.spfr"),
    )
    code, out, err = run("import", file, *packets)
    assert code == 1
    assert "accepted" not in out
    assert out.count("kept aside in quarantine") == 2
    assert err.count("[C-211]") == 2


def test_a_newer_packet_and_then_the_older_one_are_told_as_they_stand(
    run, file, mine, tmp_path
):
    first = hands_in(mine, 1, tmp_path / "1.spfr")
    second = hands_in(mine, 2, tmp_path / "2.spfr")
    code, out, _err = run("import", file, first, second)
    assert code == 0
    assert out == "1.spfr: kept, a later one is present\n2.spfr: accepted\n"
    assert run("import", file, first)[1] == "1.spfr: already present\n"


def test_the_board_tells_days_in_words(run, file, mine, tmp_path):
    run("import", file, hands_in(mine, 1, tmp_path / "1.spfr"))
    out = run("board", file)[1]
    assert " 20" in out
    assert "T" not in out.split("handed in")[-1]
    assert "Z" not in out.split("handed in")[-1]


def test_an_answer_that_is_not_asked_for_is_no_packet(run, mine, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text('[{"item": "3b.0", "parts": {"law": {"value": 9}}}]')
    code, _out, err = run("answer", mine, answers)
    assert code == 3
    assert "Give one of these" in err
