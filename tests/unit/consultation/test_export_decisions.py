"""What was decided: one number in the report, in the export and in the workbook."""

import json
import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace

import openpyxl
import pypdfium2
import pytest
from support.schemas import faults

from spf_assess.consultation import Consultation
from spf_assess.consultation.renewing import renew
from spf_assess.consultation.reporting import report_input
from spf_assess.i18n import Words
from spf_assess.model import (
    BENCHES,
    N_,
    ActionStatus,
    Constituency,
    Problem,
    Role,
    Text,
)
from spf_assess.report import render_report
from spf_assess.report.context import build

MOMENT = "2026-11-20T09:30:00Z"
WORDS = ("what", "objective", "barrier", "responsible", "support", "indicator")


@pytest.fixture(scope="module")
def exported(sample):
    """The export of the sample, as whoever reads the file has it."""
    return json.loads(json.dumps(sample.export_json()))


@pytest.fixture
def renewed(folder, tmp_path):
    """A consultation that follows the sample; one action is told to be done."""
    named = Text.of(en="Next", fr="Suivante")
    with renew(tmp_path / "next.spfa", folder / "coresia.spfa", title=named) as next_:
        first = next_.earlier_actions()[0].before
        next_.follow_up(first.id, ActionStatus.DONE, "Published twice.")
        yield next_


def test_the_sample_and_what_follows_it_keep_to_the_schema(exported, renewed):
    decided = ("meeting", "decisions", "since", "damage")
    for plain in (exported, json.loads(json.dumps(renewed.export_json()))):
        wrong = faults("export", plain)
        assert [one for one in wrong if one[2:].startswith(decided)] == []
    assert exported["since"] is None
    assert exported["damage"] == []


def test_pdf_export_and_workbook_tell_the_same(sample, exported, tmp_path):
    given = report_input(sample, MOMENT)
    done = render_report(given, "en", tmp_path / "report.pdf")
    with pypdfium2.PdfDocument(done.path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    whole = "".join(re.sub(r"\s+", "", page) for page in pages)
    sample.write_actions(tmp_path / "plan.xlsx", Words("en"))
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx").active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    actions = exported["decisions"]["actions"]
    assert len(rows) == len(actions) == 6
    for row, action in zip(rows, actions, strict=True):
        for name in WORDS:
            assert action[name] in row
            assert re.sub(r"\s+", "", action[name]) in whole, action[name]

    found = exported["decisions"]["priorities"]
    assert f"is{found['concordance']:.2f}(orderscompared:3" in whole
    assert f"sections:{found['sections_asked']})" in whole
    shorts = {
        one.id: (one.label("en"), one.short["en"])
        for one in sample.questionnaire.sections
    }
    context = build(given, "en")
    order = [bench["id"] for bench in context["benches"]]
    for row in found["sections"]:
        places = [str(row["ranks"].get(bench, "–")) for bench in order]
        named = "".join("".join(shorts[row["section"]]).split())
        line = rf"{re.escape(named)},p\.\d+{re.escape(''.join(places))}"
        assert re.search(line, whole), line
    told = [row["anchor"] for row in context["priorities"]["low"]]
    assert told == [f"s-{one}" for one in found["low_and_high"]]


def test_the_report_in_french_has_the_same_numbers(sample, exported):
    context = build(report_input(sample, MOMENT), "fr")
    rows = context["priorities"]["rows"]
    found = exported["decisions"]["priorities"]["sections"]
    assert [row["anchor"] for row in rows] == [f"s-{one['section']}" for one in found]
    assert len(context["plan"]["actions"]) == len(exported["decisions"]["actions"])
    translated = exported["decisions"]["actions"][0]["translated"]["what"]
    assert context["plan"]["actions"][0]["what"]["text"] == translated
    days = context["meeting"]["days"][0]["groups"]
    assert {one["id"]: one["women"] for one in days} == {
        one["constituency"]: one["women"] for one in exported["meeting"]["attendance"]
    }


def test_then_and_now_are_the_same_in_report_and_export(renewed):
    plain = renewed.export_json()["since"]
    page = build(report_input(renewed, MOMENT), "en")["since"]
    for row in page["groups"]:
        assert row["numbers"] == list(plain["directions"][row["id"]].values())
    counted = Counter((one["constituency"], one["direction"]) for one in plain["trend"])
    for bench in BENCHES:
        for direction, number in plain["directions"][bench.value].items():
            assert counted[bench.value, direction] == number
    states = [one["now"]["status"] if one["now"] else "" for one in plain["actions"]]
    assert states == ["done", "", "", "", "", ""]
    assert page["counted"] == "done: 1, nothing recorded yet: 5"


def test_a_damaged_file_says_so_in_the_export_without_names(sample, exported):
    names = {"table": Text.of(en="respondents", fr="répondants"), "which": "Ms Example"}
    problem = Problem("S-115", N_("Left out: {number} ({table}: {which})."), number=1)
    problem = Problem(problem.code, problem.says, number=1, **names)
    kept = sample.damaged
    try:
        sample.damaged = (problem,)
        plain = sample.export_json()
    finally:
        sample.damaged = kept
    (told,) = plain["damage"]
    assert told["code"] == "S-115"
    assert "1 (respondents)" in told["says"]["en"]
    assert "1 (répondants)" in told["says"]["fr"]
    assert "Example" not in json.dumps(plain["damage"], ensure_ascii=False)
    assert exported["damage"] == []


def test_a_really_damaged_file_says_so_in_report_and_export(folder, tmp_path):
    path = tmp_path / "damaged.spfa"
    shutil.copy(folder / "coresia.spfa", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE respondents SET name = 'x' WHERE position = 1")
        connection.execute("DELETE FROM answers WHERE item = '3a.1'")
    with Consultation.open(path, read_only=True) as opened:
        page = build(report_input(opened, MOMENT), "fr")["damage"]
        plain = opened.export_json()["damage"]
    assert "endommagé" in page["remark"]
    assert page["lines"] == [one["says"]["fr"] for one in plain]
    assert any("réponses" in line for line in page["lines"])
    assert {one["code"][0] for one in plain} == {"S"}


def test_a_respondents_own_file_has_nothing_decided(folder, tmp_path):
    invitation = (folder / "packets" / "gov-group.spfi").read_bytes()
    with Consultation.accept(tmp_path / "own.spfa", invitation) as own:
        plain = own.export_json()
    assert own.role is Role.RESPONDENT
    assert plain["decisions"]["actions"] == []
    assert plain["decisions"]["priorities"]["concordance"] is None
    assert plain["since"] is None
    assert replace(own.me(), constituency=Constituency.GOVERNMENT) == own.me()
