"""A workbook goes out, comes back, and is taken over only when nothing is wrong."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from support.forms import write_form

from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Problem
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.places import texts, with_language
from spf_assess.questionnaire.translating import (
    Tongue,
    Work,
    keep,
    keep_before,
    kept,
    kept_later,
    later,
    read_workbook,
    taken_away,
    workbook,
)
from spf_assess.questionnaire.translating.reading import RULES

PT = Tongue("pt", "Português")
LABEL = "3e.1/label"


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return load_questionnaire(write_form(tmp_path_factory.mktemp("form")))


@pytest.fixture
def given_out(form):
    """Return a function that hands out a workbook, lets it be changed, and reads it."""

    def back(change=lambda _book: None, work=None, tongue=PT):
        data = workbook(form, tongue, work or Work(), Words("en"))
        book = load_workbook(BytesIO(data))
        change(book)
        stream = BytesIO()
        book.save(stream)
        return read_workbook(stream.getvalue(), form, PT)

    return back


def row_of(sheet, place):
    return next(row for row in range(2, 500) if sheet.cell(row, 1).value == place)


def write(place=LABEL, text="Até que ponto?", status="done", sheet="3e"):
    def change(book):
        row = row_of(book[sheet], place)
        book[sheet].cell(row, 5, text)
        book[sheet].cell(row, 6, status)

    return change


def told(returned):
    return [(one.code, one.file) for one in returned.faults]


def test_every_text_of_the_official_form_has_a_place_of_its_own():
    places = [place for place, _text in texts(load_questionnaire())]
    assert len(places) == len(set(places)) > 1400
    assert LABEL in places


def test_what_a_translator_wrote_comes_back(given_out):
    returned = given_out(write())
    assert returned.faults == ()
    assert returned.work.said == {LABEL: "Até que ponto?"}
    assert returned.work.drafts == frozenset()


def test_a_draft_stays_a_draft_through_another_round(given_out):
    first = given_out(write(status="draft"))
    assert first.work.drafts == {LABEL}
    assert given_out(work=first.work).work == first.work


def test_the_translation_is_shown_where_there_is_one_and_the_rest_stays(form):
    spoken = with_language(form, "pt", {LABEL: "Até que ponto?"})
    assert spoken.item("3e.1").label["pt"] == "Até que ponto?"
    for place, text in texts(spoken):
        official = dict(texts(form))[place]
        assert all(text[language] == official[language] for language in LANGUAGES)


@pytest.mark.parametrize("text", ["=1+1", "+33", "-", "@x", "'x", '=HYPERLINK("x")'])
def test_words_that_look_like_a_formula_are_words(form, text):
    work = Work({LABEL: text})
    data = workbook(form, PT, work, Words("fr"))
    sheet = load_workbook(BytesIO(data))["3e"]
    cell = sheet.cell(row_of(sheet, LABEL), 5)
    assert cell.value == text
    assert cell.data_type == "s"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_told_in_words(language):
    data = workbook(load_questionnaire(), PT, Work(), Words(language))
    places = {
        str(row[1])
        for sheet in load_workbook(BytesIO(data), read_only=True).worksheets[1:]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    raw = ("when-", "when_", "constraint_", "follow-up/")
    assert [place for place in places if any(one in place for one in raw)] == []


def test_what_has_no_translation_stays_the_very_same(form):
    spoken = with_language(form, "pt", {LABEL: "Até que ponto?"})
    assert spoken.item("3e.2") is form.item("3e.2")
    assert spoken.item("3e.1") is not form.item("3e.1")
    assert with_language(form, "pt", {}) is form


def rename_sheet(book):
    book["3e"].title = "3f"


def drop_column(book):
    book["3e"].delete_cols(3)


def drop_row(book):
    book["3e"].delete_rows(row_of(book["3e"], LABEL))


def double_row(book):
    sheet = book["3e"]
    row = sheet.max_row + 1
    for column in range(1, 7):
        sheet.cell(row, column, sheet.cell(row_of(sheet, LABEL), column).value)


def change_cell(column, value, place=LABEL):
    def change(book):
        book["3e"].cell(row_of(book["3e"], place), column, value)

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda book: book["about"].cell(3, 2, "0" * 64), "Q-901"),
        (lambda book: book.remove(book["about"]), "Q-902"),
        (rename_sheet, "Q-902"),
        (drop_column, "Q-903"),
        (lambda book: book["3e"].delete_cols(6), "Q-903"),
        (change_cell(1, "3e.1/labels"), "Q-904"),
        (double_row, "Q-905"),
        (drop_row, "Q-906"),
        (change_cell(3, "How far, really?"), "Q-907"),
        (change_cell(4, "Jusqu'où ?"), "Q-907"),
        (change_cell(5, 7), "Q-908"),
        (change_cell(5, "=A1"), "Q-908"),
        (write(status="finished"), "Q-909"),
        (write(text=None), "Q-910"),
        (write(text="Até {year}?"), "Q-911"),
        (write(text="palavra " * 40), "Q-912"),
        (write(text="Até\u202e que ponto?"), "Q-913"),
    ],
)
def test_a_problem_is_told_with_its_sheet_and_nothing_is_taken(given_out, change, code):
    def spoil(book):
        write(place="3e.2/label", text="Qual?")(book)
        change(book)

    returned = given_out(spoil)
    assert code in {one.code for one in returned.faults}
    assert returned.work == Work()
    if code == "Q-903":  # what stands in other columns now is not held against them
        assert {one.code for one in returned.faults} == {code}
    for words in map(Words, LANGUAGES):
        for fault in returned.faults:
            assert "{" not in words(fault.says, **fault.facts).replace("{year}", "")
            assert words(fault.remedy, **fault.facts)


def test_all_problems_are_told_at_once_with_their_rows(given_out):
    def spoil(book):
        sheet = book["3e"]
        sheet.cell(row_of(sheet, LABEL), 5, 1)
        sheet.cell(row_of(sheet, "3e.2/label"), 3, "Changed")

    returned = given_out(spoil)
    assert {one.code for one in returned.faults} == {"Q-907", "Q-908"}
    assert all(one.line > 1 for one in returned.faults)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (7, "un nombre"),
        (2.5, "un nombre"),
        (True, "vrai ou faux"),
        (datetime(2026, 1, 1), "une date"),  # noqa: DTZ001 - cells know no zone
        ("=A1", "une formule"),
    ],
    ids=str,
)
def test_what_a_cell_holds_instead_of_text_is_told_in_words(given_out, value, told):
    (fault,) = given_out(change_cell(5, value)).faults
    assert f"mais {told}" in Words("fr")(fault.says, **fault.facts)


def test_every_rule_has_a_code_of_its_own():
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\x00" * 1000])
def test_what_is_no_workbook_is_refused(form, data):
    with pytest.raises(Problem) as problem:
        read_workbook(data, form, PT)
    assert problem.value.code == "Q-900"


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(form):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (200 * 1024 * 1024))
    with pytest.raises(Problem) as problem:
        read_workbook(stream.getvalue(), form, PT)
    assert problem.value.code == "Q-900"


@given(st.binary(max_size=300), st.integers(0, 20_000))
def test_a_spoiled_workbook_never_breaks_the_program(blob, place):
    form = load_questionnaire()
    data = _official()
    spoiled = data[:place] + blob + data[place + len(blob) :]
    try:
        returned = read_workbook(spoiled, form, PT)
    except Problem as problem:
        refused, returned = problem.code, None
    else:
        refused = ""
    assert refused == "Q-900" or returned.faults or not returned.work.said


_KEPT: list[bytes] = []


def _official() -> bytes:
    if not _KEPT:
        form = load_questionnaire()
        few = form.__class__(
            **{name: getattr(form, name) for name in form.__slots__}
            | {"sections": form.sections[:1]}
        )
        _KEPT.append(workbook(few, PT, Work(), Words("en")))
    return _KEPT[0]


def test_a_translation_is_kept_in_a_file_and_read_again(tmp_path):
    work = Work(
        {LABEL: 'Até "que" ponto: # não?\nyes', "title": "no"}, frozenset([LABEL])
    )
    keep(tmp_path / "texts" / "pt.yaml", work)
    assert kept(tmp_path / "texts" / "pt.yaml") == work
    assert kept(tmp_path / "texts" / "de.yaml") == Work()


def test_a_status_set_back_to_draft_by_an_older_workbook_is_told(given_out):
    draft, done = Work({LABEL: "Até?"}, frozenset([LABEL])), Work({LABEL: "Até?"})
    returned = given_out(work=draft)
    assert later(returned.work, returned.rows, draft) == {}
    fault = later(returned.work, returned.rows, done)[LABEL]
    assert (fault.code, fault.file) == ("Q-914", "3e")
    assert fault.line == returned.rows[LABEL].number > 1


def test_the_same_words_from_two_translators_are_no_conflict(given_out):
    returned = given_out(write())
    assert later(returned.work, returned.rows, returned.work) == {}
    assert LABEL in later(returned.work, returned.rows, Work({LABEL: "Qual?"}))


def test_what_is_kept_stays_with_its_status(given_out):
    returned = given_out(write())
    pack = Work({LABEL: "Qual?", "title": "T"}, frozenset([LABEL]))
    work = kept_later(returned.work, pack, {LABEL: None})
    assert work.said == {LABEL: "Qual?"}
    assert work.drafts == {LABEL}
    assert taken_away(work, pack) == ("title",)


def test_two_copies_of_different_words_never_replace_each_other(tmp_path):
    path = tmp_path / "pt.yaml"
    for words in ("a", "b", "a"):
        keep(path, Work({LABEL: words}))
        assert kept(keep_before(path)).said == {LABEL: words}
    assert len(list(tmp_path.glob(".pt-*.yaml"))) == 2
