"""Answers keyed from paper: what is typed for each box, read and said again.

A box of the paper is a cell here. Levels and choices are typed as the number that
stands beside them, the kinds of no-answer as one letter (0 counts as D); numbers, dates
and words as they are written. Two people key the same sheet, and what they typed is
compared cell by cell.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from spf_assess.consultation import keying_faults as faults
from spf_assess.exchange import clean_text
from spf_assess.model import (
    COMMENT_LIMIT,
    HIGHEST_LEVEL,
    NO,
    PARTLY,
    YES,
    Answer,
    Figure,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Questionnaire,
    Respondent,
    RespondentKind,
    Selection,
    Value,
)

COMMENT, MINORITY = "comment", "minority"
HEADING = ("item", "part", "value")
NO_ANSWERS: Mapping[str, NoAnswer] = MappingProxyType(
    {
        "D": NoAnswer.DONT_KNOW,
        "0": NoAnswer.DONT_KNOW,
        "N": NoAnswer.NOT_APPLICABLE,
        "P": NoAnswer.PREFERS_NOT,
    }
)
FIGURE_FIELDS = ("women", "men", "total", "year", "source")
_SEVERAL = re.compile(r"[\s,;.+/-]+")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_LETTERS = {kind: letter for letter, kind in NO_ANSWERS.items() if letter.isalpha()}


@dataclass(frozen=True, slots=True)
class Cell:
    """One box of the paper.

    Attributes:
        part: name of the part; empty for what is said about the whole question.
        field: of a figure (``women`` …), or ``comment``, ``minority``; else empty.
    """

    item: Item
    part: str
    field: str = ""

    @property
    def name(self) -> str:
        """How it is called in a list: ``law``, ``value.women``, ``comment``."""
        return ".".join(filter(None, (self.part, self.field)))

    @property
    def id(self) -> tuple[str, str]:
        """Question and name."""
        return self.item.id, self.name

    @property
    def most(self) -> int:
        """The highest number that can be typed; 0 where something else is typed."""
        if self.field:
            return 0
        if self.item.kind.rated:
            return HIGHEST_LEVEL
        return len(offered(self.item))

    @property
    def several(self) -> bool:
        """Whether several numbers can be typed, with spaces between them."""
        several = (ItemKind.SELECT_MULTIPLE, ItemKind.RANK)
        return not self.field and self.item.kind in several


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which the two people typed different things; empty: nothing."""

    cell: Cell
    first: str
    second: str


def offered(item: Item) -> tuple[str, ...]:
    """Return the names of the choices by their number on paper."""
    if item.kind is ItemKind.YES_PARTLY_NO:
        return YES, PARTLY, NO
    return tuple(choice.name for choice in item.choices)


def cells(
    questionnaire: Questionnaire, selection: Selection, respondent: Respondent
) -> tuple[Cell, ...]:
    """Return every box of a respondent's paper, in its order.

    Questions that the logic hides are among them: on paper somebody may have answered
    them all the same, and such an answer is kept and left out of the results.
    """
    from spf_assess.analysis.relevance import offered as put_to

    found: list[Cell] = []
    bench = respondent.kind is RespondentKind.BENCH
    for item in questionnaire.items():
        if not (selection.includes(item) and put_to(item, respondent.constituency)):
            continue
        if respondent.constituency in item.asked_of:
            for part in item.parts:
                found += _cells_of(item, part)
        found.append(Cell(item, "", COMMENT))
        if bench:
            found.append(Cell(item, "", MINORITY))
    return tuple(found)


def _cells_of(item: Item, part: Part) -> Iterable[Cell]:
    if item.kind is not ItemKind.FIGURES:
        return [Cell(item, part.name)]
    fields = FIGURE_FIELDS if part.by_sex else FIGURE_FIELDS[2:]
    return [Cell(item, part.name, field) for field in fields]


def keyed(answer: Answer, cell: Cell, typed: str) -> Answer:
    """Return *answer* with what was typed into a cell; nothing typed empties it.

    Raises:
        Problem: C-153 to C-157 it does not fit there, X-130 half a character.
    """
    said = clean_text(typed).strip()
    if cell.field in (COMMENT, MINORITY):
        if len(said) > COMMENT_LIMIT:
            raise faults.too_long(most=COMMENT_LIMIT, item=cell.item.id)
        if cell.field == COMMENT:
            return replace(answer, comment=said)
        return replace(answer, minority=said)
    parts = dict(answer.parts)
    part = _part(cell, parts.pop(cell.part, PartAnswer()), said)
    if not part.empty:
        parts[cell.part] = part
    return replace(answer, parts=MappingProxyType(parts))


def typed_of(answer: Answer | None, cell: Cell) -> str:
    """Return what was typed into a cell, in its one form; empty for nothing."""
    if answer is None:
        return ""
    if cell.field in (COMMENT, MINORITY):
        return str(getattr(answer, cell.field))
    part = answer.part(cell.part)
    if part.no_answer is not None:
        return _LETTERS[part.no_answer]
    return "" if part.empty else _typed_value(part.value, cell)


def _typed_value(value: Value | None, cell: Cell) -> str:
    if isinstance(value, Figure):
        return str(getattr(value, cell.field))
    if not cell.most or cell.item.kind.rated:
        return str(value)
    names = offered(cell.item)
    chosen = value if isinstance(value, tuple) else (str(value),)
    return " ".join(str(names.index(name) + 1) for name in chosen)


def differences(
    found: Iterable[Cell], first: Mapping[str, Answer], second: Mapping[str, Answer]
) -> tuple[Difference, ...]:
    """Return every cell in which two passes differ, in the order of the paper."""
    compared = (
        Difference(
            cell,
            typed_of(first.get(cell.item.id), cell),
            typed_of(second.get(cell.item.id), cell),
        )
        for cell in found
    )
    return tuple(one for one in compared if one.first != one.second)


def _part(cell: Cell, before: PartAnswer, said: str) -> PartAnswer:
    letter = said.upper()
    if letter in NO_ANSWERS and not _free(cell, letter):
        return PartAnswer(no_answer=NO_ANSWERS[letter])
    if cell.field:
        return _with_figure(cell, before, said)
    if not said:
        return PartAnswer()
    if cell.most:
        return PartAnswer(_chosen(cell, said))
    if cell.item.kind is ItemKind.DATE:
        if not _DATE.fullmatch(said):
            raise faults.no_date(typed=said, item=cell.item.id)
        return PartAnswer(said)
    if len(said) > COMMENT_LIMIT:
        raise faults.too_long(most=COMMENT_LIMIT, item=cell.item.id)
    return PartAnswer(said)


def _free(cell: Cell, letter: str) -> bool:
    """Whether a sign is part of what is written there: 0 women, not "don't know"."""
    return letter == "0" and cell.field in FIGURE_FIELDS


def _chosen(cell: Cell, said: str) -> Value:
    numbers = _SEVERAL.split(said.strip(" ,;.+/-")) if cell.several else [said]
    if not all(one.isascii() and one.isdigit() for one in numbers) or not all(
        1 <= int(one) <= cell.most for one in numbers
    ):
        raise faults.no_such_number(typed=said, item=cell.item.id, most=cell.most)
    if len(set(numbers)) != len(numbers):
        raise faults.number_twice(typed=said, item=cell.item.id)
    if cell.item.kind.rated:
        return int(said)
    names = offered(cell.item)
    if not cell.several:
        return names[int(said) - 1]
    chosen = [int(one) - 1 for one in numbers]
    if cell.item.kind is ItemKind.SELECT_MULTIPLE:
        chosen.sort()
        alone = [one for one in chosen if cell.item.choices[one].exclusive]
        if alone and len(chosen) > 1:
            raise faults.stands_alone(item=cell.item.id, number=alone[0] + 1)
    return tuple(names[one] for one in chosen)


def _with_figure(cell: Cell, before: PartAnswer, said: str) -> PartAnswer:
    figure = before.value if isinstance(before.value, Figure) else Figure()
    if cell.field in ("women", "men", "total") and said:
        said = said.replace(",", ".").replace(" ", "").replace("\u00a0", "")
        if not _NUMBER.fullmatch(said):
            raise faults.no_number(typed=said, item=cell.item.id)
    changed = replace(figure, **{cell.field: said})
    return PartAnswer() if changed == Figure() else PartAnswer(changed)


def cell_of(found: Iterable[Cell], item: str, name: str) -> Cell:
    """Return a cell by question and name.

    Raises:
        Problem: C-158 the paper has no such box.
    """
    for cell in found:
        if cell.id == (item, name):
            return cell
    raise faults.no_such_cell(item=item[:20], name=name[:20])


def rows_of(text: str) -> list[tuple[str, str, str]]:
    """Read lines of ``item,part,value`` from CSV, with that heading.

    Raises:
        Problem: C-159 it is no such table.
    """
    import csv
    import io

    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise faults.no_table(number=1) from error
    if not lines or tuple(one.strip() for one in lines[0]) != HEADING:
        raise faults.no_table(number=1)
    for number, line in enumerate(lines, start=1):
        if line and len(line) != len(HEADING):
            raise faults.no_table(number=number)
    return [(line[0].strip(), line[1].strip(), line[2]) for line in lines[1:] if line]
