"""What stands in a line of the check-your-answers page, in a word or two."""

from dataclasses import dataclass

from spf_assess.analysis import ItemProblem, ProblemKind
from spf_assess.i18n import Words, date_text, no_answer_mark, no_answer_name
from spf_assess.model import (
    LAW,
    NO,
    PARTLY,
    PRACTICE,
    YES,
    Answer,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    PartAnswer,
    Questionnaire,
)

_SUPPORTED_BELOW = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer as it is shown.

    Attributes:
        levels: drawn as chips; with a single one *text* is its name.
        warns: it is to be looked at again; drawn with a sign and in the warning ink.
        quiet: no rating, so it stands in italics.
        wide: it goes on over the next column.
    """

    text: str = ""
    levels: tuple[int, ...] = ()
    warns: bool = False
    quiet: bool = False
    wide: bool = False

    @property
    def spoken(self) -> str:
        """The cell in words."""
        numerals = " ".join(map(str, self.levels))
        return f"{numerals} {self.text}".strip()


def cells(
    words: Words,
    item: Item,
    answer: Answer,
    questionnaire: Questionnaire,
    problem: ItemProblem | None,
) -> tuple[Cell, Cell]:
    """Return the cells of the columns "in law" and "in practice".

    Where an item is not law beside practice, the first says what it is (or holds the
    whole answer) and the second what is to be mended.
    """
    names = [words.text(name) for name in questionnaire.level_names]
    if item.kind is ItemKind.LAW_PRACTICE:
        law, practice = (
            _rating(words, answer, part, names) for part in (LAW, PRACTICE)
        )
        return law, practice
    if item.kind is ItemKind.PRACTICE:
        told = Cell(words("practice only"), quiet=True)
        return told, _rating(words, answer, item.parts[0].name, names)
    if item.kind is ItemKind.RATINGS:
        return _ratings(words, item, answer)
    first = _other(words, item, answer)
    mend = _mend(words, problem)
    return (first, mend) if mend.text else (_widened(first), mend)


def comment_cells(words: Words, answer: Answer) -> tuple[Cell, Cell]:
    """Return the cells of an observer, who comments and does not rate."""
    said = _shortened(answer.comment)
    if not said:
        return Cell(words("no comment"), warns=True, wide=True), Cell()
    return Cell(said, quiet=True, wide=True), Cell()


def evidence_words(words: Words, answer: Answer) -> str:
    """Return the sources in a few words."""
    if not answer.evidence:
        return words("no source")
    if all(source.grade is Grade.D for source in answer.evidence):
        return words("statement, grade D")
    best = min(source.grade for source in answer.evidence)
    count = words.plural("{number} source", "{number} sources", len(answer.evidence))
    return words("{sources}, grade {grade}", sources=count, grade=best.value)


def _rating(words: Words, answer: Answer, part: str, names: list[str]) -> Cell:
    given = answer.part(part)
    if not isinstance(given.value, int):
        return _no_value(words, given)
    star = " *" if _unsupported(answer, given.value) else ""
    return Cell(f"{names[given.value - 1]}{star}", levels=(given.value,))


def _ratings(words: Words, item: Item, answer: Answer) -> tuple[Cell, Cell]:
    given = [answer.part(part.name) for part in item.parts]
    levels = tuple(one.value for one in given if isinstance(one.value, int))
    told = words.plural("{number} rating", "{number} ratings", len(levels))
    of = words("{ratings} of {all}", ratings=told, all=len(given))
    missing = [one for one in given if not isinstance(one.value, int)]
    star = "*" if any(_unsupported(answer, level) for level in levels) else ""
    if not missing:
        return Cell(told, quiet=True), Cell(star, levels=levels)
    blank = any(one.empty for one in missing)
    return Cell(of, quiet=True), Cell(
        _no_value(words, missing[0]).text, levels=levels, warns=blank, quiet=not blank
    )


def _other(words: Words, item: Item, answer: Answer) -> Cell:
    given = answer.part(item.parts[0].name)
    if item.kind is ItemKind.FIGURES:
        return _figures(words, item, answer)
    if item.kind is ItemKind.TEXTS:
        return _texts(words, item, answer)
    if given.empty or given.no_answer is not None:
        return _no_value(words, given)
    return Cell(_shortened(_value_words(words, item, given)), quiet=True)


def _value_words(words: Words, item: Item, given: PartAnswer) -> str:
    value = given.value
    if item.kind is ItemKind.RANK and isinstance(value, tuple):
        return words(
            "{ranked} ranks of {all}", ranked=len(value), all=len(item.choices)
        )
    if isinstance(value, tuple):
        return words.plural("{number} option", "{number} options", len(value))
    if item.kind is ItemKind.YES_PARTLY_NO:
        return {
            YES: words("Yes"),
            PARTLY: words.context("answer", "Partly"),
            NO: words("No"),
        }.get(str(value), "")
    if item.kind is ItemKind.SELECT_ONE:
        labels = {choice.name: words.text(choice.label) for choice in item.choices}
        return labels.get(str(value), "")
    if item.kind is ItemKind.DATE:
        return date_text(str(value), words.language)
    return str(value)


def _figures(words: Words, item: Item, answer: Answer) -> Cell:
    given = [answer.part(part.name) for part in item.parts]
    figures = sum(isinstance(one.value, Figure) for one in given)
    if not figures and all(one.empty for one in given):
        return _no_value(words, given[0])
    if not figures and len({one.no_answer for one in given}) == 1:
        return _no_value(words, given[0])
    return Cell(
        words("figures: {given} of {all}", given=figures, all=len(given)), quiet=True
    )


def _texts(words: Words, item: Item, answer: Answer) -> Cell:
    given = [answer.part(part.name) for part in item.parts]
    texts = sum(isinstance(one.value, str) for one in given)
    if not texts and len({one.no_answer for one in given}) == 1:
        return _no_value(words, given[0])
    return Cell(
        words("texts: {given} of {all}", given=texts, all=len(given)), quiet=True
    )


def _mend(words: Words, problem: ItemProblem | None) -> Cell:
    kinds = {
        ProblemKind.REASON_MISSING: words("reason missing"),
        ProblemKind.SEX_MISSING: words("sex not stated"),
        ProblemKind.SPECIFY_MISSING: words("other: which?"),
        ProblemKind.EXCLUSIVE_BROKEN: words("options exclude each other"),
        ProblemKind.RANKING_INCOMPLETE: words("ranking not complete"),
        ProblemKind.OUT_OF_RANGE: words("outside the plausible range"),
        ProblemKind.CONSTRAINT_BROKEN: words("breaks a rule"),
    }
    if problem is None or problem.kind not in kinds:
        return Cell()
    return Cell(kinds[problem.kind], warns=True)


def _no_value(words: Words, given: PartAnswer) -> Cell:
    if given.no_answer is None:
        return Cell(words("left blank"), warns=True)
    if given.no_answer is NoAnswer.NOT_APPLICABLE and not given.reason.strip():
        name = no_answer_name(words, given.no_answer)
        return Cell(words("{name}, no reason", name=name), warns=True)
    mark = no_answer_mark(words, given.no_answer)
    return Cell(f"{mark}  {no_answer_name(words, given.no_answer)}", quiet=True)


def _unsupported(answer: Answer, level: int) -> bool:
    return level >= _SUPPORTED_BELOW and answer.best_grade in (None, Grade.D)


def _widened(cell: Cell) -> Cell:
    return Cell(cell.text, cell.levels, cell.warns, cell.quiet, wide=True)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    whole_words, _gap, _cut = line[:_LONGEST].rpartition(" ")
    return f"{(whole_words or line[: _LONGEST - 1]).rstrip()}…"
