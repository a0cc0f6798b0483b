"""Checking a report with the program: strictly, and from the answers anew (R-306)."""

import json
import subprocess
import sys

import pytest
from support.offices import Offices
from support.published import forged, publish, rewritten

from spf_assess.cli.app import main
from spf_assess.consultation.verifying import finding_text, readable, verify
from spf_assess.consultation.verifying_again import read_again
from spf_assess.exchange.verify_report import FAILS, checked, read_report
from spf_assess.i18n import Words
from spf_assess.questionnaire import load_questionnaire


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    offices = Offices(tmp_path_factory.mktemp("open"), load_questionnaire())
    made = publish(offices, open_record=True)
    made.sections = ("3a",)
    yield made
    made.file.close()


def codes(found, state=FAILS):
    return [one.code for one in found if one.state == state]


def test_the_results_are_computed_anew_and_my_answers_stand_there(opened):
    found = verify(opened.report("en"), [opened.packet(), opened.invitation()])
    assert codes(found) == []
    assert {"recomputed", "mine_recorded", "mine_listed", "key_known"} <= set(
        codes(found, "holds")
    )
    for words in (Words("en"), Words("fr")):
        said = [finding_text(words, one) for one in found]
        assert len(set(said)) == len(said)
        assert not any("{" in one for one in said)


def test_all_is_read_a_second_time_by_other_code(opened):
    found = verify(opened.report("fr"))
    assert codes(found) == []
    assert "again_same" in codes(found, "holds")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda one: one.files.update({"rules.json": b"{}"}), "rules.json"),
        (lambda one: one.files.pop("signed.json"), "signed.json"),
        (lambda one: setattr(one, "digest", "5a" * 32), "manifest.json"),
    ],
)
def test_a_reading_that_differs_from_the_first_is_told(opened, change, place):
    data = opened.report("en").read_bytes()
    report = read_report(data)
    checked(report)
    assert [one.code for one in read_again(data, report)] == ["again_same"]
    change(report)
    (found,) = read_again(data, report)
    assert (found.code, found.facts["place"]) == ("again_differs", place)
    assert place in finding_text(Words("fr"), found)


def test_the_programs_own_rule_is_held_against_what_the_one_file_derives(
    opened, monkeypatch
):
    data = opened.report("en").read_bytes()
    report = read_report(data)
    checked(report)
    monkeypatch.setattr("spf_assess.analysis.positions.WIDE", 1)
    (found,) = read_again(data, report)
    assert found.code == "again_differs"
    assert found.facts["place"].startswith("3a.1 (")


def test_without_the_second_library_it_is_said_that_there_was_one_reading(
    opened, monkeypatch
):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = verify(opened.report("en"))
    assert codes(found) == []
    assert "again_not" in codes(found, "told")


def answer_changed(_body, files):
    for one in files["answers.json"]["responses"]:
        if one["constituency"] == "workers":
            one["answers"][0]["parts"]["law"]["value"] = 1


def response_left_out(_body, files):
    del files["answers.json"]["responses"][0]


def test_a_keeper_of_the_key_who_changes_an_answer_is_noticed_twice(opened, tmp_path):
    found = verify(forged(opened, tmp_path, answer_changed), [opened.packet()])
    assert {"recomputed_differs", "mine_altered", "words_differ"} == set(codes(found))
    assert "3a.1 (law)" in finding_text(
        Words("fr"), next(one for one in found if one.code == "recomputed_differs")
    )


def test_a_response_that_is_left_out_of_the_record_is_noticed(opened, tmp_path):
    found = verify(forged(opened, tmp_path, response_left_out))
    assert "answers_not_counted" in codes(found)


def test_text_that_no_file_of_the_program_holds_is_refused(opened, tmp_path):
    def change(_body, files):
        files["results.json"]["gaps"] = ["\u202e"]

    assert "file_malformed" in codes(verify(forged(opened, tmp_path, change)))


def test_nonsense_in_the_answers_is_a_sentence_and_no_crash(opened, tmp_path):
    def change(_body, files):
        files["answers.json"]["responses"][0]["answers"] = 3

    assert "file_malformed" in codes(verify(forged(opened, tmp_path, change)))


def test_what_is_no_report_is_told(opened):
    found = verify(opened.packet())
    assert not readable(found)
    assert "Demandez le fichier" in finding_text(Words("fr"), found[0])


def test_the_command_says_it_in_either_language(opened, tmp_path, capsys):
    report, mine = str(opened.report("en")), str(opened.packet())
    assert main(["verify", report, mine]) == 0
    assert "Everything that was checked holds." in capsys.readouterr().out
    assert main(["--lang", "fr", "verify", report, mine]) == 0
    assert "recalculés à partir des réponses" in capsys.readouterr().out
    other = rewritten(opened.report("en"), tmp_path / "x.pdf", {"rules.json": None})
    assert main(["verify", "--json", str(other)]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in said if one["state"] == FAILS] == ["file_missing"]
    assert main(["verify", mine]) == 3
    assert main(["verify", str(tmp_path / "none.pdf")]) == 3
    assert main(["verify"]) == 2


def test_the_one_file_is_handed_out_and_works_alone(opened, tmp_path, capsys):
    out = tmp_path / "verify_report.py"
    assert main(["verify", "--save-verifier", str(out)]) == 0
    done = subprocess.run(
        [sys.executable, "-I", out, opened.report("en")],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
    assert "“spf-assess verify” computes" in done.stdout
    assert main(["verify", "--save-verifier", str(out)]) == 3
    assert "L-195" in capsys.readouterr().err
