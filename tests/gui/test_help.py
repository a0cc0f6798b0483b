"""The list under F1 names every key that does something, and none that does nothing."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from support.answering import seat
from support.person import Person
from support.window import window_at

import spf_assess.desktop
from spf_assess.analysis import asked_items
from spf_assess.desktop.pages import PAGES
from spf_assess.desktop.pages.help_keys import COLUMNS
from spf_assess.model import ItemKind

__all__ = ["seat"]
SIGNS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "PgDn": "PgDown"}
# what Qt calls them -> as a person does
SAME = {
    "Return": "Enter",
    "Backtab": "Shift+Tab",
    "Escape": "Esc",
    "Del": "Delete",
    "PageDown": "PgDown",
    "PageUp": "PgUp",
    "Period": ".",
}
ON_THE_WALL = {"F5"}  # another window waits for it
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def listed() -> set[str]:
    """Every key of the list, in Qt's words."""
    found: set[str] = set()
    for column in COLUMNS:
        for _heading, lines in column:
            for keys, _meaning in lines:
                found |= spelled(keys)
    return found


def spelled(keys: str) -> set[str]:
    """One line's keys; ``Ctrl+1 … Ctrl+4`` are four, ``1 2 3 …`` all numbers."""
    found: set[str] = set()
    tokens = keys.replace("{", "").replace("}", "").split(" ")
    for at, key in enumerate(tokens):
        if key == "…":
            before, after = tokens[at - 1], tokens[at + 1 : at + 2]
            last = int(after[0][-1]) if after else 9
            found |= {f"{before[:-1]}{one}" for one in range(1, last + 1)}
        else:
            head, plus, last_key = key[:-1].rpartition("+")
            name = last_key + key[-1]
            found.add(head + plus + SIGNS.get(name, name))
    return found


def told(key: str) -> str:
    """Qt's name of a key, as the list has it."""
    head, plus, last = key[:-1].rpartition("+")
    name = last + key[-1]
    return head + plus + SAME.get(name, name)


@pytest.fixture
def window(qtbot, config):
    window = window_at(config, noting=False)
    qtbot.addWidget(window)
    window.show()
    Person(window).settle()
    for name in PAGES:
        window.page(name)
    return window


def shortcuts(window) -> set[str]:
    form = QKeySequence.SequenceFormat.PortableText
    return {
        told(shortcut.key().toString(form))
        for shortcut in window.findChildren(QShortcut)
    }


def test_every_shortcut_of_the_window_stands_in_the_list(window):
    assert shortcuts(window) - listed() == set()


def test_no_function_key_and_no_combination_of_letters_is_listed_in_vain(window):
    combined = {
        key
        for key in listed()
        if re.fullmatch(r"F\d+|(Ctrl|Alt)\+(Shift\+)?(\w|\+|-|=|Home)", key)
    }
    assert len(combined) > 15
    assert combined - shortcuts(window) - ON_THE_WALL == set()


def test_every_key_a_field_or_a_list_waits_for_stands_in_the_list():
    folder = Path(spf_assess.desktop.__file__).parent
    awaited = {
        told(name)
        for path in folder.rglob("*.py")
        for name in re.findall(r"Qt\.Key\.Key_(\w+)", path.read_text("utf-8"))
    }
    assert len(awaited) > 10
    assert awaited - listed() == set()


def test_the_letters_of_the_list_are_those_that_questions_answer_to(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    heard: set[str] = set()
    open_ = seat.hub.consultation
    asked = asked_items(
        open_.questionnaire, open_.selection, open_.me().constituency, {}
    )
    for kind in (ItemKind.LAW_PRACTICE, ItemKind.SELECT_ONE, ItemKind.RANK):
        seat.go(next(item.id for item in asked if item.kind is kind))
        for letter in LETTERS:
            key = getattr(Qt.Key, f"Key_{letter}")
            event = QKeyEvent(
                QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter
            )
            event.accept()  # as Qt hands it over
            seat.page.keyPressEvent(event)
            heard |= {letter} if event.isAccepted() else set()
    assert heard | {"G", "M"} == {key for key in listed() if key in LETTERS}
