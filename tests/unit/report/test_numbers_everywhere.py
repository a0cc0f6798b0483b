"""Page, screen, workbook, CSV and JSON tell the same numbers of everything.

That a document and the PDF tell what the page tells is held by ``document`` and by
annex B. Once for the sample, once with hostile words in every field of the meeting.
"""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from support.givens import ENDLESS, HOSTILE

from spf_assess.analysis.disclosure import OPEN
from spf_assess.consultation import Consultation
from spf_assess.consultation.numbers import Told, numbers_of
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.desktop.models.positions import FIGURES, PositionsModel
from spf_assess.i18n import Words, level_text
from spf_assess.i18n.formats import decimal_text
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Action,
    Note,
    NoteKind,
    Text,
)
from spf_assess.report import ReportInput
from spf_assess.report.context import asked_sections, build, shown_sections
from spf_assess.report.coverage import coverage_context
from spf_assess.report.data import Flavour, tables, workbook
from spf_assess.report.data.delimited import delimited
from spf_assess.report.data.workbook import HEAD_ROWS
from spf_assess.report.desk import Desk
from spf_assess.report.evidence import evidence_context
from spf_assess.report.outcome import outcome_context
from spf_assess.report.priorities import concordance_context, priorities_context
from spf_assess.report.remarks import all_remarks

MOMENT = "2026-11-20T10:00:00Z"
LANGUAGES = ("en", "fr")
FORMULA = '=HYPERLINK("http://example.org")'


@dataclass(frozen=True)
class Everywhere:
    """One consultation as the report, the tables and the export have it."""

    given: ReportInput
    plain: dict[str, Any]
    tables: tuple[Any, ...]

    def rows(self, name):
        """The rows of a table, by column."""
        (found,) = [one for one in self.tables if one.name == name]
        names = [column.name for column in found.columns]
        return [dict(zip(names, row, strict=True)) for row in found.rows]

    def latest(self, name):
        """Those of the round that the report tells of."""
        number = self.given.results.round
        return [one for one in self.rows(name) if one["round"] == number]


def spoil(file):
    """Write hostile words wherever a facilitator writes."""
    for section, language in (("", "en"), ("", "fr"), ("3e", "fr")):
        file.write_remark(section, language, (FORMULA + HOSTILE + ENDLESS)[:3900])
    for text in (FORMULA, HOSTILE, ENDLESS):
        file.note(Note("", 2, NoteKind.PARKED, text, "", "3e.1"))
    before = file.actions()[0]
    words = ("objective", "what", "responsible", "indicator", "target", "became")
    file.decide(Action(id="", sequence=0, **dict.fromkeys(words, FORMULA + HOSTILE)))
    assert len(file.actions()) > 1, before


@pytest.fixture(scope="module", params=["sample", "hostile"])
def told(request, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param) / "coresia.spfa"
    build_sample(path)
    with Consultation.open(path) as file:
        if request.param == "hostile":
            spoil(file)
        plain = json.loads(json.dumps(file.export_json()))
        found = tables(plain, file.questionnaire)
        yield Everywhere(report_input(file, MOMENT), plain, found)


@pytest.fixture(params=LANGUAGES)
def desk(request, told):
    return Desk.lay(told.given, request.param)


def placed(desk, cells):
    """Cells of the groups, as a page has them, by group."""
    return dict(zip((bench.value for bench in desk.order), cells, strict=True))


def test_what_is_attached_and_the_export_tell_the_same_positions(told):
    numbers = numbers_of(told.given.results, Told(3, 5, OPEN))
    attached = {
        (one["item"], one["part"], bench): said["level"]
        for one in numbers["comparisons"]
        for bench, said in one["positions"].items()
    }
    exported = {
        (one["item"], one["part"], one["constituency"]): one["level"]
        for one in told.latest("positions")
    }
    assert attached == {
        place: "" if level is None else f"{level:g}"
        for place, level in exported.items()
    }
    outcomes = {(one["item"], one["part"]): one for one in told.latest("comparisons")}
    for one in numbers["comparisons"]:
        row = outcomes[one["item"], one["part"]]
        for name in ("outcome", "verdicts_differ", "pattern"):
            assert row[name] == one[name]


@pytest.mark.parametrize("dimension", [LAW, PRACTICE])
def test_the_screen_shows_the_levels_of_the_export(qapp, told, dimension):
    model = PositionsModel(Words("en"))
    model.show_results(told.given.questionnaire, told.given.results)
    model.choose(dimension)
    levels = {
        (one["item"], one["part"], one["constituency"]): one["level"]
        for one in told.latest("positions")
    }
    for section in told.given.results.sections:
        headline = section.law if dimension == LAW else section.practice
        for column, bench in zip(FIGURES, BENCHES, strict=True):
            level = levels[headline.item, headline.part, bench.value]
            index = model.index(model.row_of(section.section), column)
            if level is not None:
                assert str(model.data(index, 0)).startswith(level_text(level))


def test_evidence_is_counted_alike(told, desk):
    shown = shown_sections(desk, asked_sections(desk))
    page = evidence_context(desk, shown)
    positions = [one for one in told.latest("positions") if one["level"] is not None]
    for bar in page["bars"]:
        own = [one for one in positions if one["constituency"] == bar["id"]]
        counts = Counter(one["grade"] for one in own)
        assert bar["counts"] == [counts[one] for one in ("A", "B", "C", "D", None)]
        assert bar["total"] == len(own)
        assert bar["unsupported"] == sum(one["unsupported"] for one in own)
    grades = {
        (one["item"], one["part"], one["constituency"]): one["grade"]
        for one in positions
    }
    for row, (_section, result) in zip(page["rows"], shown, strict=True):
        places = [
            (part.item, part.part, bench.value)
            for part in (result.law, result.practice)
            for bench in desk.order
        ]
        signs = [grades.get(place, "·") or "–" for place in places]
        assert [cell["sign"] for cell in row["cells"]] == signs


def test_coverage_is_told_alike(told, desk):
    page = coverage_context(desk, asked_sections(desk))
    asked = {
        (item.id, part.name)
        for item in told.given.questionnaire.items()
        for part in item.parts
        if part.coverage
    }
    known = Counter(
        (one["constituency"], *(one[f"figure_{name}"] for name in SEXES), one["year"])
        for one in told.rows("figures")
        if (one["item"], one["part"]) in asked
    )
    shown = Counter(
        (row["bench"]["id"], *(number(row[name]) for name in SEXES), row["year"])
        for row in page["rows"]
    )
    assert shown
    assert not shown - known


SEXES = ("women", "men", "total")


def number(cell):
    """Return what a page prints as a number; None for a dash."""
    return None if cell == "–" else float(cell.replace(",", "."))


def test_movement_is_told_alike(told, desk):
    page = outcome_context(desk, asked_sections(desk))
    moves = {
        (one["item"], one["part"], one["constituency"]): one
        for one in told.rows("movements")
    }
    counts = Counter(one["course"] for one in moves.values())
    for course, sentence in zip(("moved", "kept"), page["sentences"], strict=False):
        assert sentence.split()[0] == str(counts[course])
    changed = {place[:2] for place, one in moves.items() if one["course"] in MOVING}
    assert len(page["changed"]) == len(changed)
    levels = Counter()
    for row in page["changed"]:
        for bench, cell in placed(desk, row["cells"]).items():
            levels[row["id"], bench, cell["text"].split(" → ")[-1]] += 1
    for (item, _part, bench), one in moves.items():
        if (item, _part) in changed and one["after"] is not None:
            assert levels[item, bench, level_text(one["after"])]


MOVING = ("moved", "first", "withdrawn")


def test_priorities_and_w_are_told_alike(told, desk):
    page, annex = priorities_context(desk), concordance_context(desk)
    ranks = {
        (one["section"], one["constituency"]): one["rank"]
        for one in told.rows("priorities")
    }
    plain = told.plain["decisions"]["priorities"]
    for row in plain["sections"]:
        assert all(
            ranks[row["section"], bench] == rank for bench, rank in row["ranks"].items()
        )
    for row, printed in zip(plain["sections"], page["rows"], strict=True):
        cells = placed(desk, (cell["rank"] for cell in printed["cells"]))
        for bench, cell in cells.items():
            rank = ranks.get((row["section"], bench))
            assert cell == ("–" if rank is None else str(rank))
    value = decimal_text(f"{plain['concordance']:.2f}", desk.language)
    assert f" {value} " in annex["says"]


def test_remarks_are_told_alike(told, desk):
    page = all_remarks(desk)
    known = {one["section"] or "": one for one in told.rows("remarks")}
    assert len(page) == len(known) == len(told.plain["remarks"])
    for one, remark in zip(page, told.given.remarks, strict=True):
        row = known[remark.section]
        text = row[f"text_{desk.language}"] or row["text_fr"] or row["text_en"]
        assert one["text"] == desk.scribe.told(text)


def test_captions_tell_the_numbers_of_the_export(told):
    context = build(told.given, "en")
    outcomes = Counter(one["outcome_practice"] for one in told.latest("sections"))
    close = outcomes["convergence"] + outcomes["near_convergence"]
    total = sum(outcomes.values())
    caption = context["captions"]["outcomes"]["text"]
    assert f"on {close} of {total} sections in practice" in caption
    actions = f"Actions decided: {len(told.rows('actions'))}"
    assert context["captions"]["plan"]["text"] == actions


def test_workbook_and_csv_hold_every_cell_of_every_table(told):
    title = Text.of(en=FORMULA, fr=FORMULA)
    book = openpyxl.load_workbook(BytesIO(workbook(told.tables, title, MOMENT)))
    for one in told.tables:
        names = [column.name for column in one.columns]
        wanted = [tuple(map(plain_cell, row)) for row in one.rows]
        sheet = book[one.name]
        cells = list(sheet.iter_rows(min_row=HEAD_ROWS + 1))
        assert [tuple(plain_cell(c.value) for c in row) for row in cells] == wanted
        assert not any(cell.data_type == "f" for row in cells for cell in row)
        text = delimited(one, Flavour.MACHINES)
        lines = list(csv.reader(io.StringIO(text.decode("utf-8"), newline="")))
        assert lines[0] == names
        assert len(lines) == len(wanted) + 1


def plain_cell(value):
    """Return a cell as text: one spelling for a number and for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    return f"{value:g}" if isinstance(value, int | float) else str(value)
