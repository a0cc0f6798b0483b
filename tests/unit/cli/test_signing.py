"""Reading one's pages and signing on the command line."""

import json

import pytest
from support.offices import rated

from spf_assess.consultation import Consultation
from spf_assess.model import BENCHES, Constituency, RespondentKind, Text

NAMED = Text.of(en="Coresia", fr="Corésie")


@pytest.fixture
def room(tmp_path):
    """A consultation of three groups that have answered; their files lie beside it."""
    return answered(tmp_path, BENCHES)


def answered(tmp_path, benches):
    path = tmp_path / "meeting.spfa"
    with Consultation.create(path, title=NAMED, country=NAMED) as file:
        for level, bench in enumerate(benches, start=1):
            _seat, invitation = file.invite(
                constituency=bench, kind=RespondentKind.BENCH
            )
            packet = tmp_path / f"{bench}.spfr"
            with Consultation.accept(tmp_path / f"{bench}.spfa", invitation) as own:
                own.answer(own.me().id, rated("3a.1", level, level))
                own.hand_in(own.me().id, packet)
            file.import_packet(packet)
    return path


def words_of(run, room, what, language="en"):
    found = json.loads(run("signatures", room, "--json")[1])
    return " ".join(
        next(one for one in found if one["what"] == what)["words"][language]
    )


def test_a_group_signs_with_the_key_in_its_file(run, room):
    key = room.parent / "workers.spfa"
    code, told, _ = run(
        "sign", room, "results", "--key", key, "--signer", "A. N. Other"
    )
    assert code == 0
    assert "Workers [signed]: Signed by key by A. N. Other, " in told
    assert told.count("Has not signed. This is no agreement and no refusal.") == 2
    code, told, _ = run("signatures", room, language="fr")
    assert code == 0
    assert "Travailleurs [signé]\u00a0: Signé par clé par A. N. Other" in told
    assert told.count("N'a pas signé") == 5


def test_on_paper_the_words_of_either_language_are_taken_and_others_not(run, room):
    for language, bench in (("en", "employers"), ("fr", "government")):
        typed = words_of(run, room, "rules", language)
        paper = ("sign", room, "rules", "--paper", "--group", bench)
        code, told, _ = run(*paper, "--words", typed, "--seen-by", "The secretariat")
        assert code == 0
        assert "; seen by The secretariat." in told
    other = words_of(run, room, "results")
    code, told, error = run(*paper, "--words", other, "--seen-by", "The secretariat")
    assert (code, told, "[C-185]" in error) == (3, "", True)


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--paper",),
        ("--paper", "--group", "workers"),
        ("--paper", "--key", "mine.spfa"),
        ("--paper", "--group", "observers", "--words", "a"),
    ],
)
def test_half_a_command_is_not_understood(run, room, options):
    assert run("sign", room, "rules", *options)[0] == 2


def test_a_group_that_signed_before_something_changed_asks_for_attention(run, room):
    key = room.parent / "workers.spfa"
    run("sign", room, "results", "--key", key)
    with Consultation.open(key) as own:
        own.answer(own.me().id, rated("3a.1", 4, 4))
        own.hand_in(own.me().id, room.parent / "later.spfr")
    assert run("import", room, room.parent / "later.spfr")[0] == 0
    code, told, _ = run("signatures", room)
    assert code == 1
    assert "Workers [signed, then changed]" in told
    assert "what stands now it has not signed" in told
    assert run("sign", room, "results", "--key", key)[0] == 0
    assert run("signatures", room)[0] == 0


def test_a_missing_group_is_named_beside_the_results(run, tmp_path):
    path = tmp_path / "alone.spfa"
    Consultation.create(path, title=NAMED, country=NAMED).close()
    told = run("signatures", path)[1]
    assert told.count("It handed in no answer.") == len(BENCHES)


def test_whoever_signs_the_results_is_told_which_group_is_missing(run, tmp_path):
    two = answered(tmp_path, BENCHES[:2])
    paper = ("sign", two, "results", "--paper", "--group", BENCHES[0].value)
    typed = words_of(run, two, "results", "en")
    code, told, _ = run(*paper, "--words", typed, "--seen-by", "The secretariat")
    assert (code, told.count("It handed in no answer.")) == (0, 1)


def test_a_group_reads_its_pages_in_either_language_confirms_or_sends_back(run, room):
    pages = ("pages", room, "3a", "--group", "workers")
    code, told, _ = run(*pages, "--in", "fr")
    assert code == 0
    assert "Travailleurs" in told
    assert "3a.1" in told
    assert "En droit\u00a0: 3" in told
    assert "Pas encore confirmé." in told
    assert run("confirm", room, "3a", "--group", "workers")[0] == 0
    assert "Confirmed, " in run(*pages)[1]
    code, told, _ = run("readings", room)
    assert code == 0
    assert "confirmed" in told
    remark = "Our evidence is missing."
    assert run("send-back", room, "3a", remark, "--group", "employers")[0] == 0
    code, told, _ = run("readings", room)
    assert code == 1
    assert f"3a, Employers: {remark}" in told
    plain = json.loads(run("readings", room, "--json")[1])
    said = [one for one in plain if one["confirmation"]]
    assert [one["confirmation"]["confirmed"] for one in said] == [False, True]


def test_pages_that_are_not_there_are_told(run, room):
    assert run("pages", room, "9z", "--group", "workers")[0] == 3
    assert run("confirm", room, "9z", "--group", "workers")[0] == 3
    assert run("send-back", room, "3a", " ", "--group", "workers")[0] == 3
    told = run("pages", room, "3b", "--group", "workers")[1]
    assert "prefer" not in told
    with Consultation.open(room, read_only=True) as file:
        assert all(one.confirmation is None for one in file.readings())
        assert file.pages(Constituency.WORKERS, "3b")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_record_of_the_meeting_is_printed_with_its_words(run, room, language):
    out = room.parent / "record.pdf"
    record = ("record", room, "--lang", language, "-o", out, "--progress", "json")
    code, told, _ = run(*record)
    assert code == 0
    assert json.loads(told.splitlines()[-1])["stage"] == "written"
    assert out.read_bytes().startswith(b"%PDF")
