"""Collecting by commands: sheets behind a PIN, paper keyed twice, the board."""

import json

import pytest

NEW = [
    "--title-en=Coresia 2026",
    "--title-fr=Corésie 2026",
    "--country-en=Coresia",
    "--country-fr=Corésie",
]


@pytest.fixture
def file(tmp_path, run):
    path = tmp_path / "coresia.spfa"
    run("new", path, *NEW)
    run(
        *("invite", path, "--constituency=workers", "--group"),
        *("--organization=Union", "-o", tmp_path / "w.spfi"),
    )
    return path


def answers(tmp_path):
    path = tmp_path / "answers.json"
    given = [{"item": "3a.1", "parts": {"law": {"value": 3}}, "comment": "Geheim"}]
    path.write_text(json.dumps(given), "utf-8")
    return path


def test_a_sheet_is_opened_answered_handed_in_and_closed(run, file, tmp_path):
    code, out, err = run("sheet", "open", file, "--seat", "1", typed="246810\n")
    assert code == 0, err
    assert len(err.split("en: ")[1].split("\n")[0].split()) == 12
    mine = out.strip()
    assert run("answer", mine, answers(tmp_path))[0] == 0
    code, out, _err = run("sheet", "status", file, "--json")
    assert json.loads(out)[0]["state"] == "open"
    code, out, err = run(
        *("sheet", "close", file, "--seat", "1", "--hand-in"), typed="246810\n"
    )
    assert code == 0, err
    assert "Packet number 1: accepted" in out
    code, out, _err = run("board", file, "--json")
    (seat,) = json.loads(out)["seats"]
    assert (seat["handed_in"], seat["channel"], seat["seq"]) == (True, "here", 1)
    assert "Geheim" not in out


def test_a_wrong_pin_is_told_and_opens_nothing(run, file, tmp_path):
    run("sheet", "open", file, "--seat", "1", typed="246810\n")
    run("sheet", "close", file, "--seat", "1", typed="246810\n")
    code, out, err = run("sheet", "open", file, "--seat", "1", typed="111111\n")
    assert (code, out) == (3, "")
    assert "[C-143]" in err
    assert not list(tmp_path.glob("*.sheets"))


def test_the_recovery_words_give_a_new_pin(run, file):
    _code, _out, err = run("sheet", "open", file, "--seat", "1", typed="246810\n")
    words = err.split("fr: ")[1].split("\n")[0]
    run("sheet", "close", file, "--seat", "1", typed="246810\n")
    code, _out, err = run(
        *("sheet", "open", file, "--seat", "1", "--recover"),
        typed=f"{words}\nabcdef\n",
    )
    assert code == 0, err
    assert run("sheet", "close", file, "--seat", "1", typed="abcdef\n")[0] == 0


def test_paper_is_keyed_twice_compared_and_taken_in(run, file, tmp_path):
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    first.write_text("item,part,value\n3a.1,law,3\n3a.1,practice,D\n", "utf-8")
    second.write_text("item,part,value\n3a.1,law,2\n3a.1,practice,D\n", "utf-8")
    key_in = ("key-in", file, "--seat", "1")
    assert run(*key_in, "--pass", "1", first)[0] == 1
    code, out, _err = run(*key_in, "--pass", "2", second)
    assert code == 1
    assert out.splitlines()[-1].split() == ["3a.1", "law", "3", "2"]
    code, _out, err = run(*key_in, "--take-in")
    assert code == 3
    assert "differ (boxes: 1)" in err
    assert "[C-151]" in err
    code, out, err = run(*key_in, "--stands", "3a.1,law,2", "--take-in")
    assert code == 0, err
    assert "Packet number 1: accepted" in out
    _code, out, _err = run("board", file)
    assert "keyed from paper" in out


def test_a_seat_that_is_none_or_a_pass_without_table_is_told(run, file, tmp_path):
    for seat in ("2", "0", "abc", "ffffff"):
        code, _out, err = run("sheet", "open", file, "--seat", seat)
        assert code == 3
        assert "[L-180]" in err
    assert "[L-181]" in run("key-in", file, "--seat", "1", "--pass", "1")[2]
    table = tmp_path / "t.csv"
    table.write_text("item,part,value\n3a.1,law,7\n", "utf-8")
    code, _out, err = run("key-in", file, "--seat", "1", "--pass", "1", table)
    assert code == 3
    assert "[C-153]" in err


def test_what_waits_is_told_on_the_board_with_its_reason(run, file, tmp_path):
    broken = tmp_path / "broken.spfr"
    broken.write_bytes(b'{"body": ')
    run("import", file, broken)
    code, _out, err = run("board", file)
    assert code == 1
    assert "broken.spfr: kept aside" in err
    assert "[X-" in err
    code, out, _err = run("board", file, "--json")
    assert json.loads(out)["waiting"][0]["file"] == "broken.spfr"


def test_a_round_closes_over_unfinished_sheets_only_on_purpose(run, file, tmp_path):
    _code, out, _err = run("sheet", "open", file, "--seat", "1", typed="246810\n")
    run("answer", out.strip(), answers(tmp_path))
    run("sheet", "close", file, "--seat", "1", typed="246810\n")
    code, out, err = run("round", "close", file)
    assert code != 0
    assert "[C-127]" in err
    assert "Union (answered on this computer): answered 0 of" in out  # one part only
    assert "Geheim" not in out + err
    code, out, _err = run("round", "close", file, "--anyway")
    assert code == 0
    assert "Round 1 is closed." in out
