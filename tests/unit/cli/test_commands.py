"""The command line as a person meets it: words, exit codes, nothing half-done."""

import json

import click
import pytest
from pypdfium2 import PdfDocument
from support.packs import write_pack

from spf_assess.cli.app import build, interface_language
from spf_assess.i18n import Words

NEW = [
    "--title-en=Coresia 2026",
    "--title-fr=Corésie 2026",
    "--country-en=Coresia",
    "--country-fr=Corésie",
]


@pytest.fixture
def consultation(tmp_path, run):
    file = tmp_path / "coresia.spfa"
    assert run("new", file, *NEW)[0] == 0
    return file


@pytest.fixture
def packet(tmp_path, run, consultation):
    """A workers' packet, made by the commands alone."""
    invitation, mine = tmp_path / "w.spfi", tmp_path / "w.spfa"
    run("invite", consultation, "--constituency=workers", "--group", "-o", invitation)
    run("accept", invitation, "-o", mine)
    answers = tmp_path / "answers.json"
    answers.write_text(
        json.dumps([{"item": "3a.1", "parts": {"law": {"value": 3}}}]), "utf-8"
    )
    assert run("answer", mine, answers)[0] == 0
    out = tmp_path / "w.spfr"
    assert run("hand-in", mine, "-o", out)[0] == 0
    return out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["report"], "L-102", "FILE is missing"),
        (["repot"], "L-100", "not understood"),
        (["new", "x.spfa", "--colour=red"], "L-101", "no option --colour"),
        (["invite", "x", "--constituency=kings", "-o", "y"], "L-103", "government"),
        (
            ["invite", "x", "--constituency=workers", "--members=no", "-o", "y"],
            "L-104",
            "--members",
        ),
        (["new", "x.spfa"], "L-102", "--title-en is missing"),
        (["report", "x", "--lang"], "L-100", "--lang"),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_words(run, words, code, says):
    done, out, err = run(*words)
    assert done == 2
    assert out == ""
    assert says in err
    assert f"[{code}]" in err


def test_the_same_complaint_is_made_in_french(run):
    done, _out, err = run("--lang", "fr", "report")
    assert done == 2
    assert "FILE manque" in err


@pytest.mark.parametrize(
    ("words", "french"),
    [
        (["repot"], "Il n'existe pas de commande"),
        (["status", "a", "b"], "de trop"),
        (["status", "a", "b", "c"], "de trop"),
        (["forms", "chek"], "Vouliez-vous dire"),
        (["report", "x", "--lang"], "demande une valeur"),
        (["check", "x", "--json=1"], "ne prend pas de valeur"),
        (
            ["invite", "x", "--constituency=workers", "--members=-3", "-o", "y"],
            "n'est pas compris dans",
        ),
        (
            ["invite", "x", "--constituency=workers", "--members=no", "-o", "y"],
            "n'est pas valable",
        ),
    ],
)
def test_no_english_is_left_in_a_french_complaint(run, words, french):
    done, _out, err = run("--lang", "fr", *words)
    assert done == 2
    assert french in err
    for english in ("No such", "unexpected", "requires", "range.", "valid ", "Did"):
        assert english not in err


def test_a_section_that_is_not_asked_is_refused_and_no_file_made(run, tmp_path):
    file = tmp_path / "x.spfa"
    done, _out, err = run("new", file, *NEW, "--section", "3a", "--section", "zz")
    assert done == 3
    assert "[L-140]" in err
    assert "zz" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "system", "expected"),
    [
        (["--lang", "fr", "status"], "en_GB", "fr"),
        (["--lang=fr"], "en_GB", "fr"),
        (["report", "--lang", "fr"], "en_GB", "en"),
        ([], "fr_SN.UTF-8", "fr"),
        ([], "de_DE", "en"),
        (["--lang", "xx"], "fr_FR", "en"),
    ],
)
def test_the_language_of_messages(monkeypatch, arguments, system, expected):
    monkeypatch.setenv("LANG", system)
    assert interface_language(arguments) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_and_option_explains_itself(language):
    def walk(command):
        yield command
        for inner in getattr(command, "commands", {}).values():
            yield from walk(inner)

    for command in walk(build(Words(language))):
        assert command.help, command.name


def test_help_is_french_throughout(run):
    code, out, _err = run("--lang", "fr", "--help")
    assert code == 0
    assert "Utilisation" in out
    for english in ("Usage", "Show", "Start", "Render", "Language"):
        assert english not in out


def test_an_existing_file_is_never_overwritten(run, consultation):
    before = consultation.read_bytes()
    code, _out, err = run("new", consultation, *NEW)
    assert code == 3
    assert "[" in err
    assert consultation.read_bytes() == before


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    code, _out, err = run("status", tmp_path / "nothing.spfa")
    assert code == 3
    assert "nothing.spfa" in err
    assert not (tmp_path / "nothing.spfa").exists()


def test_a_packet_goes_in_once_and_is_known_the_second_time(run, consultation, packet):
    code, out, _err = run("import", consultation, packet)
    assert (code, out.strip()) == (0, "w.spfr: accepted")
    code, out, _err = run("import", consultation, packet)
    assert (code, out.strip()) == (0, "w.spfr: already present")


def test_a_packet_cut_short_is_kept_aside_with_the_reason(run, consultation, packet):
    packet.write_bytes(packet.read_bytes()[:-40])
    code, _out, err = run("import", consultation, packet)
    assert code == 1
    assert "cut short" in err
    code, out, _err = run("import", consultation, packet, "--json")
    told = json.loads(out)[0]
    assert code == 1
    assert told["state"] == "known"
    assert "cut short" in told["says"]


def test_the_eight_words_are_checked_without_case_or_accents(run, packet):
    _code, out, _err = run("verify-packet", packet, "--json")
    words = json.loads(out)["words"]
    assert [len(words[language]) for language in ("en", "fr")] == [8, 8]
    typed = " ".join(words["fr"]).upper().replace("É", "E").replace("È", "E")
    assert run("verify-packet", packet, "--words", typed)[0] == 0
    code, _out, err = run("verify-packet", packet, "--words", "abandon " * 8)
    assert code == 3
    assert "[L-110]" in err


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '[{"item": "3a.1", "parts": []}]', "[" * 5000, '[{"a":1}]'],
)
def test_answers_that_are_none_are_refused_and_nothing_is_saved(
    run, tmp_path, consultation, text
):
    mine, file = tmp_path / "mine.spfa", tmp_path / "answers.json"
    run("self-assess", mine, "--constituency=workers")
    file.write_text(text, "utf-8")
    code, _out, err = run("answer", mine, file)
    assert code == 3
    assert "[L-111]" in err
    _code, out, _err = run("check", mine, "--json")
    assert json.loads(out)["answered"] == 0


def test_one_wrong_answer_in_a_list_leaves_none_behind(run, tmp_path):
    mine, file = tmp_path / "mine.spfa", tmp_path / "answers.json"
    run("self-assess", mine, "--constituency=workers")
    good = {"item": "3a.2", "parts": {"practice": {"value": 3}}}
    bad = {"item": "3a.2", "parts": {"practice": {"value": 9}}}
    file.write_text(json.dumps([good, {**bad, "item": "3i.1"}]), "utf-8")
    assert run("answer", mine, file)[0] == 3
    _code, out, _err = run("check", mine, "--json")
    assert json.loads(out)["answered"] == 0


def test_the_matrix_is_drafted_by_command_and_only_once(run, tmp_path):
    mine, file = tmp_path / "mine.spfa", tmp_path / "answers.json"
    run("self-assess", mine, "--constituency=workers")
    given = {"item": "5b.1", "parts": {"law": {"value": 3}, "practice": {"value": 1}}}
    file.write_text(json.dumps([given]), "utf-8")
    run("answer", mine, file)
    assert run("draft-matrix", mine)[:2] == (0, "2 fields of the matrix filled.\n")
    assert run("draft-matrix", mine)[:2] == (0, "0 fields of the matrix filled.\n")


def test_check_lists_what_is_missing_and_says_so_by_its_exit_code(run, tmp_path):
    mine = tmp_path / "mine.spfa"
    run("self-assess", mine, "--constituency=employers")
    code, out, _err = run("check", mine)
    assert code == 1
    assert "3a.1" in out
    assert "Don't know" in out


def test_status_tells_no_position_before_everybody_has_handed_in(
    run, consultation, packet
):
    run("invite", consultation, "--constituency=employers", "-o", packet.with_name("e"))
    run("import", consultation, packet)
    _code, out, _err = run("status", consultation)
    assert "Positions are shown once" in out
    assert "Government" not in out.partition("Positions are shown")[2]
    _code, out, _err = run("status", consultation, "--json")
    assert json.loads(out)["results"] == []
    run("round", "close", consultation)
    _code, out, _err = run("status", consultation, "--json")
    assert [one["round"] for one in json.loads(out)["results"]] == [1]


def test_status_tells_of_sections_without_a_headline_question(run, consultation):
    _code, out, _err = run("status", consultation, "--early")
    assert "Of these, diverging" in out
    assert "13–18" in out
    _code, out, _err = run("status", consultation, "--early", "--json")
    found = {one["section"]: one for one in json.loads(out)["results"][0]["paragraphs"]}
    assert found["p13"]["compared"] >= found["p13"]["diverging"]


def test_status_as_json_holds_the_results(run, consultation, packet):
    run("import", consultation, packet)
    _code, out, _err = run("status", consultation, "--early", "--json")
    plain = json.loads(out)
    law = plain["results"][0]["comparisons"]["3a.1"]["law"]
    assert law["outcome"] == "no_comparison"
    assert [one["level"] for one in law["positions"]] == [None, None, 3.0]


def test_an_export_into_a_folder_that_is_gone_is_told(run, consultation, tmp_path):
    code, _out, err = run(
        "export", "json", consultation, "-o", tmp_path / "gone" / "out.json"
    )
    assert code == 3
    assert "[F-111]" in err


def test_the_official_questionnaire_has_no_fault(run):
    code, out, _err = run("forms", "check")
    assert (code, out.strip()) == (0, "The questionnaire has no fault.")


@pytest.mark.parametrize("kind", ["booklet", "cards"])
def test_the_questionnaire_is_printed_on_paper(run, tmp_path, kind):
    out = tmp_path / "paper.pdf"
    words = ("--for=employers", "--lang=both", "--section=3m", "-o", out)
    code, told, _noise = run("forms", kind, *words)
    assert code == 0
    assert str(out) in told
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_questionnaire_is_printed_in_the_language_of_a_pack(run, tmp_path):
    out, pack = tmp_path / "paper.pdf", write_pack(tmp_path / "pack")
    words = ("--for=workers", "--section=3e", "--pack", pack, "-o", out)
    code, _told, _noise = run("forms", "booklet", "--lang=pt", *words)
    assert code == 0
    with PdfDocument(out) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Há uma balsa" in text
    assert "Tick one level" in text


def test_paper_in_a_language_that_nobody_wrote_is_refused_with_those_there_are(
    run, tmp_path
):
    out, pack = tmp_path / "paper.pdf", write_pack(tmp_path / "pack")
    words = ("--for=workers", "--lang=es", "--section=3e", "-o", out)
    code, _told, noise = run("forms", "cards", "--pack", pack, *words)
    assert code == 3
    assert "L-171" in noise
    assert "en, fr, both, pt" in noise
    assert not out.exists()


def test_a_pack_beside_a_consultation_whose_questions_are_fixed_is_refused(
    run, tmp_path
):
    out, pack = tmp_path / "paper.pdf", write_pack(tmp_path / "pack")
    words = ("--for=workers", "--lang=en", "--consultation", tmp_path / "c.spfa")
    code, _told, noise = run("forms", "cards", *words, "--pack", pack, "-o", out)
    assert code == 3
    assert "L-172" in noise
    assert not out.exists()


def test_paper_of_a_section_that_is_not_there_is_refused(run, tmp_path):
    out = tmp_path / "paper.pdf"
    words = ("--for=employers", "--lang=fr", "--section=3z", "-o", out)
    code, _told, noise = run("forms", "booklet", *words)
    assert code == 3
    assert "L-140" in noise
    assert "3a, 3b" in noise
    assert not out.exists()


def options(command, path=()):
    """Yield every option of every command, with the words that lead to it."""
    for name, below in getattr(command, "commands", {}).items():
        yield from options(below, (*path, name))
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            yield " ".join((*path, *option.opts)), option


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_option_says_what_it_is_for_in_the_language_asked(language):
    told = {name: option.help for name, option in options(build(Words(language)))}
    silent = [name for name, said in told.items() if not said and "--help" not in name]
    assert silent == []
    if language == "fr":
        english = {name: one.help for name, one in options(build(Words("en")))}
        same = {name for name in told if told[name] and told[name] == english[name]}
        assert {name for name in same if "--help" not in name} <= {"--version"}
