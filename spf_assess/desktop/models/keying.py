"""The boxes of a paper as lines, and what can be typed into each, in words."""

from dataclasses import dataclass

from spf_assess.consultation.keying import COMMENT, MINORITY, Cell, offered
from spf_assess.desktop.models.board_table import Telling
from spf_assess.i18n import COLON, Words
from spf_assess.model import (
    LAW,
    NO,
    PARTLY,
    PRACTICE,
    VALUE,
    YES,
    ItemKind,
    Questionnaire,
)

_SHORT = 40


@dataclass
class Line:
    """One box: what was typed, and where two passes differ, by the second person."""

    cell: Cell
    typed: str = ""
    second: str = ""


def box_name(words: Words, cell: Cell) -> str:
    """Return how a box is called beside its question."""
    if cell.field == COMMENT:
        return words("Comment")
    if cell.field == MINORITY:
        return words("Minority note")
    part = {LAW: words("law"), PRACTICE: words("practice"), VALUE: ""}.get(cell.part)
    if part is None:
        found = next(one for one in cell.item.parts if one.name == cell.part)
        part = words.text(found.label)
    field = {
        "women": words("Women"),
        "men": words("Men"),
        "total": words("Total"),
        "year": words("Year"),
        "source": words("Source"),
        "": "",
    }[cell.field]
    return words.text(COLON).join(filter(None, (part, field)))


def hint(words: Words, cell: Cell, questionnaire: Questionnaire) -> str:
    """Return what can be typed into a box, with the numbers that stand on paper."""
    if cell.field in (COMMENT, MINORITY):
        return words(
            "The words as they are written; leave it empty where there are none."
        )
    numbered = [
        f"{number} {name}"
        for number, name in enumerate(_names(words, cell, questionnaire), start=1)
    ]
    letters = [
        "D " + words("don't know"),
        "N " + words("not applicable"),
        "P " + words("prefer not to answer"),
    ]
    if numbered:
        letters[0] = "0 / " + letters[0]
        said = " · ".join((*numbered, *letters))
        if cell.several:
            return words("Several numbers with spaces between them.") + " " + said
        return said
    free = {
        ItemKind.DATE: words("A year, or a date such as 2024-05-31."),
        ItemKind.FIGURES: words("As it is written."),
    }.get(cell.item.kind, words("The words as they are written."))
    return " · ".join((free, *letters))


def _names(words: Words, cell: Cell, questionnaire: Questionnaire) -> list[str]:
    if not cell.most:
        return []
    if cell.item.kind.rated:
        return [words.text(name) for name in questionnaire.level_names]
    known = {YES: words("Yes"), PARTLY: words("Partly"), NO: words("No")}
    labels = {one.name: words.text(one.label) for one in cell.item.choices}
    return [labels.get(name) or known[name] for name in offered(cell.item)]


def shortened(text: str) -> str:
    """Return a text on one short line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"


_NUMBER = Telling(
    head=lambda words: words("No."), text=lambda _words, line: line.cell.item.id
)
_QUESTION = (
    Telling(
        head=lambda words: words("Question"),
        text=lambda words, line: words.text(line.cell.item.short),
        wraps=True,
        title=True,
    ),
    Telling(
        head=lambda words: words("Box"),
        text=lambda words, line: box_name(words, line.cell),
        wraps=True,
    ),
)
# What is typed stands beside the number, where the eye goes to and fro.
KEYED = (
    _NUMBER,
    Telling(
        head=lambda words: words("Typed"),
        text=lambda _words, line: shortened(line.typed),
        role="small_strong",
        wraps=True,
    ),
    *_QUESTION,
)
COMPARED = (
    _NUMBER,
    *_QUESTION,
    Telling(
        head=lambda words: words("First pass"),
        text=lambda words, line: shortened(line.typed) or words("nothing"),
        role="small_strong",
        wraps=True,
    ),
    Telling(
        head=lambda words: words("Second pass"),
        text=lambda words, line: shortened(line.second) or words("nothing"),
        role="small_strong",
        wraps=True,
    ),
)
