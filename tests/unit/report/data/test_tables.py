"""The tables say what the JSON export says, and nothing that it does not."""

import copy
import csv
import io
import json
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pyreadstat
import pytest
from support.collected import collect

from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Figure,
    PartAnswer,
    Problem,
    RespondentKind,
    Text,
)
from spf_assess.report.data import (
    Flavour,
    Kind,
    spss_file,
    tables,
    workbook,
    write_package,
)
from spf_assess.report.data.delimited import delimited
from spf_assess.report.data.spss import MISSING
from spf_assess.report.data.workbook import HEAD_ROWS

MOMENT = "2026-11-20T10:00:00Z"
TITLE = Text.of(en="Coresia", fr="Corésie")
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Four responses, all public; one word that looks like a formula."""
    folder = tmp_path_factory.mktemp("tables")
    file, _seats = collect(folder)
    with file:
        _seat, invitation = file.invite(
            constituency=Constituency.GOVERNMENT,
            kind=RespondentKind.BENCH,
            name="Committee",
        )
        with file.accept(folder / "own.spfa", invitation) as own:
            own.update_respondent(replace(own.me(), consent_quoted=True))
            rated = {"law": PartAnswer(2), "practice": PartAnswer(1)}
            own.answer(own.me().id, Answer("3a.1", rated, comment=FORMULA))
            figure = Figure(women="51.25", men="58.9", total="55", year="2025")
            part = own.questionnaire.item("3a.3").parts[0].name
            own.answer(own.me().id, Answer("3a.3", {part: PartAnswer(figure)}))
            own.hand_in(own.me().id, folder / "own.spfr")
        file.import_packet(folder / "own.spfr")
        yield file.export_json(), file.questionnaire, file.header


def table(made, name):
    plain, questionnaire, _header = made
    return next(one for one in tables(plain, questionnaire) if one.name == name)


def rows(found):
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def test_positions_are_those_of_the_export(made):
    told = {
        (one["round"], one["item"], one["part"], one["constituency"]): one["level"]
        for one in rows(table(made, "positions"))
    }
    expected = {
        (results["round"], item, part, position["constituency"]): position["level"]
        for results in made[0]["results"]
        for item, by_part in results["comparisons"].items()
        for part, found in by_part.items()
        for position in found["positions"]
    }
    assert told == expected
    assert expected


@pytest.mark.parametrize("told", [(60, 40, 0, 20), (4, 5), ()])
def test_how_members_rated_is_told_as_in_the_export_and_no_further(made, told):
    plain = copy.deepcopy(made[0])
    names = ("1", "2", "3", "4") if len(told) > 2 else ("1-2", "3-4")
    position = plain["results"][0]["comparisons"]["3a.1"]["law"]["positions"][0]
    assert position["ratings"] == {}  # four responses tell of nobody
    position["ratings"] = dict(zip(names, told, strict=bool(told)))
    found = rows(next(x for x in tables(plain, made[1]) if x.name == "positions"))
    columns = [name for name in found[0] if name.startswith("rated_")]
    assert [found[0][name] for name in columns if found[0][name] is not None] == [*told]
    assert all(one[name] is None for one in found[1:] for name in columns)


def test_workbook_csv_and_spss_tell_the_same_levels(made, tmp_path):
    plain, questionnaire, header = made
    found = tables(plain, questionnaire)
    wanted = [
        (one["item"], one["part"], one["constituency"], one["level"])
        for one in rows(table(made, "positions"))
    ]
    book = openpyxl.load_workbook(BytesIO(workbook(found, TITLE, MOMENT)))
    sheet = book["positions"]
    heads = [cell.value for cell in sheet[HEAD_ROWS]]
    places = [heads.index(one) for one in ("item", "part", "constituency", "level")]
    in_book = [
        tuple(row[place] for place in places)
        for row in sheet.iter_rows(min_row=HEAD_ROWS + 1, values_only=True)
    ]
    assert in_book == wanted

    write_package(tmp_path, found, header)
    text = (tmp_path / "positions.csv").read_text("utf-8")
    in_csv = [
        (
            row["item"],
            row["part"],
            row["constituency"],
            float(row["level"]) if row["level"] else None,
        )
        for row in csv.DictReader(io.StringIO(text))
    ]
    assert in_csv == wanted

    file = tmp_path / "positions.sav"
    file.write_bytes(spss_file(plain, questionnaire, "fr"))
    frame, told = pyreadstat.read_sav(file, user_missing=True)
    groups = list(Constituency)
    for item, part, group, level in wanted:
        name = f"q{item.replace('.', '_')}" + ("" if part == "value" else f"_{part}")
        number = groups.index(Constituency(group)) + 1
        (value,) = frame.loc[frame["group"] == number, name]
        assert value == level or (level is None and value in set(MISSING.values()))
    assert told.variable_value_labels["q3a_1_law"][-1.0] == Words("fr")("Don't know")
    assert told.missing_ranges["q3a_1_law"] == [{"lo": -10.0, "hi": -1.0}]
    assert "3a.1 En droit" in told.column_names_to_labels["q3a_1_law"]


def test_a_group_that_handed_in_nothing_has_left_nothing_blank(made, tmp_path):
    """Which of the two stands in the tables and in the numbers for SPSS."""
    plain, questionnaire, _header = made
    plain = copy.deepcopy(plain)
    silent, blank = plain["results"][0]["comparisons"]["3a.1"]["law"]["positions"][:2]
    silent.update(level=None, no_answer="blank", respondents=0)
    blank.update(level=None, no_answer="blank", respondents=1)
    found = next(one for one in tables(plain, questionnaire) if one.name == "positions")
    told = {
        one["constituency"]: one["no_answer"]
        for one in rows(found)
        if (one["item"], one["part"]) == ("3a.1", "law")
    }
    assert told[silent["constituency"]] == "handed_in_nothing"
    assert told[blank["constituency"]] == "blank"
    column = next(one for one in found.columns if one.name == "no_answer")
    assert column.codes["handed_in_nothing"]["fr"] == "aucune réponse remise"
    file = tmp_path / "positions.sav"
    file.write_bytes(spss_file(plain, questionnaire, "en"))
    frame, said = pyreadstat.read_sav(file, user_missing=True)
    assert list(frame["q3a_1_law"])[:2] == [-10.0, -9.0]
    assert said.variable_value_labels["q3a_1_law"][-10.0] == "no answer handed in"


def test_what_looks_like_a_formula_stays_text(made):
    plain, questionnaire, _header = made
    found = tables(plain, questionnaire)
    book = openpyxl.load_workbook(BytesIO(workbook(found, TITLE, MOMENT)))
    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    ]
    assert [cell.data_type for cell in cells if cell.value == FORMULA] == ["s"]
    assert not [cell for cell in cells if cell.data_type == "f"]
    excel = delimited(table(made, "answers"), Flavour.EXCEL).decode("utf-8-sig")
    comments = [
        row["comment"] for row in csv.DictReader(io.StringIO(excel), delimiter=";")
    ]
    assert f"'{FORMULA}" in comments
    assert FORMULA not in comments


def test_the_french_excel_gets_its_mark_semicolons_and_decimal_commas(made):
    data = delimited(table(made, "figures"), Flavour.EXCEL)
    assert data.startswith("\ufeff".encode())
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert (row["figure_women"], row["figure_total"]) == ("51,25", "55")
    (plain,) = csv.DictReader(io.StringIO(delimited(table(made, "figures")).decode()))
    assert (plain["figure_women"], plain["figure_total"]) == ("51.25", "55")


def test_every_sheet_is_headed_in_both_languages_and_frozen(made):
    plain, questionnaire, _header = made
    found = tables(plain, questionnaire)
    book = openpyxl.load_workbook(BytesIO(workbook(found, TITLE, MOMENT)))
    assert book.sheetnames == [one.name for one in found]
    for one in found:
        sheet = book[one.name]
        heads = [
            [cell.value for cell in sheet[number]] for number in range(1, HEAD_ROWS + 1)
        ]
        assert heads == [
            [column.label["en"] for column in one.columns],
            [column.label["fr"] for column in one.columns],
            [column.name for column in one.columns],
        ]
        assert all(all(head) for head in heads)
        assert sheet.freeze_panes == f"A{HEAD_ROWS + 1}"


def test_equal_input_gives_equal_bytes(made):
    plain, questionnaire, _header = made
    one, other = (
        workbook(tables(plain, questionnaire), TITLE, MOMENT) for _time in range(2)
    )
    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert b"2026-11-20T10:00:00Z" in archive.read("docProps/core.xml")


def test_the_package_describes_every_column_and_code(made, tmp_path):
    plain, questionnaire, header = made
    written = write_package(tmp_path, tables(plain, questionnaire), header)
    told = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [one["path"] for one in told["resources"]] == [
        one.name for one in written[:-1]
    ]
    readers = {
        Kind.NUMBER: float,
        Kind.INTEGER: int,
        Kind.TRUTH: {"true": True, "false": False}.__getitem__,
        Kind.TEXT: str,
    }
    for one in told["resources"]:
        with (tmp_path / one["path"]).open(encoding="utf-8", newline="") as stream:
            read = list(csv.DictReader(stream))
        for field in one["schema"]["fields"]:
            values = {row[field["name"]] for row in read} - {""}
            for value in values:
                readers[Kind(field["type"])](value)
            if "constraints" in field:
                assert values <= set(field["constraints"]["enum"]), field["name"]


def test_of_a_person_no_rating_and_no_name_stands_anywhere(made):
    persons = {one["id"] for one in made[0]["respondents"] if one["kind"] == "person"}
    assert persons
    for one in rows(table(made, "answers")):
        if one["kind"] == "person":
            assert (one["value"], one["value_en"], one["no_answer"]) == (None,) * 3
    for one in rows(table(made, "respondents")):
        assert one["consent_named"] or one["name"] is None


def test_without_its_library_spss_is_refused_with_a_way_out(made, monkeypatch):
    monkeypatch.setattr("spf_assess.report.data.spss.find_spec", lambda _name: None)
    with pytest.raises(Problem) as told:
        spss_file(made[0], made[1], "en")
    assert told.value.code == "R-150"
    assert "CSV" in str(told.value)
