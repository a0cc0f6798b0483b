"""Tables of thousands: how much is measured, and that no word is cut all the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.reading import settle

from spf_assess.desktop.look import Look
from spf_assess.desktop.models.board_table import (
    Telling,
    TellingModel,
    edit_between,
)
from spf_assess.desktop.models.packets import Kept, counted, listed
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.i18n import Words
from spf_assess.model import Constituency, PacketRecord, PacketState

MANY, PIECE, SEEN = 3_000, 200, 30
LONG = "Confédération nationale des travailleuses et travailleurs du secteur informel"


@dataclass(frozen=True)
class Seat:
    """One row."""

    number: int
    name: str
    state: str = "awaited"


COLUMNS = (
    Telling(lambda words: words("State"), lambda _words, row: row.state),
    Telling(
        lambda words: words("Organization, name"),
        lambda _words, row: row.name,
        mark=lambda _row: Constituency.WORKERS,
        role="small_strong",
        wraps=True,
        title=True,
    ),
    Telling(
        lambda words: words("Last packet"),
        lambda words, row: words("no. {number}, {date}", number=row.number, date="x"),
        role="small",
        wraps=True,
    ),
)


def seats(number: int = MANY) -> list[Seat]:
    """Seats whose names differ, some of them long, the longest last of all."""
    return [
        Seat(place, f"{LONG} {place}" if place % 7 == 3 else f"Organization {place}")
        for place in range(number - 1)
    ] + [Seat(number, f"{LONG} {LONG}", "awaited for a long while")]


@pytest.fixture
def table(qapp: QApplication, qtbot: Any) -> Iterator[TellingTable]:
    """An empty table in a narrow window, shown."""
    look = Look("light", 1.0)
    look.put_on(qapp)
    table = TellingTable(TellingModel(COLUMNS, Words("en")))
    qtbot.addWidget(table)
    table.resize(480, 400)
    table.show()
    settle()
    yield table
    Look("light", 1.0).put_on(qapp)


def model(table: TellingTable) -> TellingModel:
    """Its model, by type."""
    found = table.model()
    assert isinstance(found, TellingModel)
    return found


def fill(table: TellingTable, rows: list[Seat]) -> None:
    """Show rows and wait until every one has its height."""
    model(table).show_rows(rows)
    finish(table)


def finish(table: TellingTable) -> None:
    """Let the event loop turn until every row has its height."""
    for _turn in range(400):
        if table.whole:
            return
        QApplication.processEvents()
    raise AssertionError("the table never ends fitting its rows")


def cut(table: TellingTable) -> list[int]:
    """Rows that are lower, or columns that are narrower, than their words need."""
    narrow = [
        place
        for place, least in enumerate(table.measures.least)
        if not table.stacked and table.columnWidth(place) < least
    ]
    rows = range(table.model().rowCount())
    low = [row for row in rows if table.rowHeight(row) < table.needed_height(row)]
    return narrow + low


def test_the_first_showing_measures_what_is_seen_and_a_piece(table) -> None:
    model(table).show_rows(seats())
    assert table.measures.measured <= PIECE + SEEN
    assert table.model().rowCount() == MANY  # nothing is fetched later
    assert not table.whole


def test_later_turns_measure_every_row_once(table) -> None:
    fill(table, seats())
    assert table.measures.measured == MANY
    assert cut(table) == []


@pytest.mark.parametrize("width", [900, 480, 160])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_whatever_the_width_and_the_text_size(
    qapp: QApplication, table: TellingTable, width: int, scale: float
) -> None:
    fill(table, seats(600))
    model(table).speak(Words("fr"))
    Look("light", scale).put_on(qapp)
    table.resize(width, 400)
    settle()
    finish(table)
    assert cut(table) == []
    assert table.stacked == (table.viewport().width() < sum(table.measures.least))
    # a long name goes on below
    assert width > 480 or table.rowHeight(3) > table.rowHeight(1)


def test_a_row_that_changed_is_the_only_one_measured(table) -> None:
    rows = seats()
    fill(table, rows)
    table.go_to(40)
    before = table.measures.measured
    rows[1_500] = replace(rows[1_500], name=f"{LONG}, {LONG}, {LONG}")
    model(table).show_rows(rows)
    finish(table)
    assert table.measures.measured == before + 1
    assert table.currentIndex().row() == 40
    assert table.rowHeight(1_500) == table.needed_height(1_500) > table.rowHeight(1_501)


def test_a_row_that_was_the_widest_gives_its_room_back(table) -> None:
    rows = seats(50)
    fill(table, rows)
    wide = table.columnWidth(0)
    rows[-1] = replace(rows[-1], state="in")
    fill(table, rows)
    assert table.columnWidth(0) < wide
    assert cut(table) == []


def test_rows_that_were_added_are_the_only_ones_measured(table) -> None:
    rows = seats()
    fill(table, rows)
    table.go_to(2_000)
    before, chosen = table.measures.measured, rows[2_000]
    aside = Seat(-1, LONG, "kept aside")
    rows = [replace(rows[0], state="in"), aside, *rows[1:], Seat(-2, "One more")]
    model(table).show_rows([*rows[:1], *rows[2:-1]])  # one changed
    model(table).show_rows(rows[:-1])  # one in the middle
    model(table).show_rows(rows)  # one at the end
    finish(table)
    assert table.measures.measured == before + 3
    assert model(table).rows == tuple(rows)
    assert model(table).row(table.currentIndex().row()) is chosen
    assert cut(table) == []


def test_rows_in_another_order_are_known_already(table) -> None:
    rows = seats()
    fill(table, rows)
    before = table.measures.measured
    fill(table, rows[::-1])
    assert table.measures.measured == before
    assert cut(table) == []


def test_the_last_row_is_seen_whole_before_the_others_have_their_height(table) -> None:
    model(table).show_rows(seats())
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert not table.whole
    last = table.model().rowCount() - 1
    place = table.visualRect(table.model().index(last, 0))
    assert place.height() + 1 >= table.needed_height(last)
    assert table.viewport().rect().contains(place)
    seen = range(table.rowAt(0), last)
    assert all(table.rowHeight(row) == table.needed_height(row) for row in seen)


def test_what_is_seen_stays_where_it_is_while_other_rows_are_fitted(table) -> None:
    model(table).show_rows(seats())
    table.resize(481, 400)
    table.go_to(2_000)
    while not table.measures.whole:  # columns still move
        QApplication.processEvents()
    table.go_to(1_500)
    top = table.rowAt(0)
    assert not table.whole
    place = table.rowViewportPosition(top)
    finish(table)
    settle()
    assert (table.rowAt(0), table.rowViewportPosition(top)) == (top, place)


def test_a_screen_reader_is_told_of_every_row_at_once(table) -> None:
    model(table).show_rows(seats(1_000))
    reader = QAccessible.queryAccessibleInterface(table)
    columns = table.model().columnCount()
    assert reader.childCount() == (1_000 + 1) * (columns + 1)  # with the heads
    cell = table.model().index(999, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell.startswith("Organization, name: ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abc", "abc"),
        ("abc", "abcd"),
        ("abc", "xabc"),
        ("abc", "abxyc"),
        ("abc", "aXc"),
        ("abcd", "aXcdz"),
        ("abcd", "ayzbcD"),
    ],
)
def test_few_changes_are_told_one_by_one(before: str, after: str) -> None:
    edit = edit_between(tuple(before), tuple(after))
    assert edit is not None
    made = [*before[: edit.place], *edit.added, *before[edit.place :]]
    for first, last in edit.changed:
        made[first : last + 1] = after[first : last + 1]
    assert "".join(made) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "abc"), ("abc", "ab"), ("ab" * 50, "ba" * 50)],
)
def test_of_many_changes_all_is_told_anew(before: str, after: str) -> None:
    edit = edit_between(tuple(before), tuple(after))
    assert edit is None or len(edit.changed) <= 1


def test_packets_kept_aside_are_listed_first_and_counted() -> None:
    states = (PacketState.ACCEPTED, PacketState.QUARANTINED, PacketState.SUPERSEDED)
    records = [
        PacketRecord(str(place), "x.spfr", "2026-11-20T10:00:00Z", states[place % 3])
        for place in range(7)
    ]
    assert [one.digest for one in listed(records, Kept.ALL)] == list("1402356")
    found = {kept.value: number for kept, number in counted(records).items()}
    assert found == {"all": 7, "accepted": 3, "superseded": 2, "quarantined": 2}
    for kept, number in counted(records).items():
        assert len(listed(records, kept)) == number
