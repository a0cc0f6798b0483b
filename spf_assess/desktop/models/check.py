"""The lines of the check-your-answers page: every question with what was answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from spf_assess.analysis import ItemProblem, Progress
from spf_assess.desktop.models.check_cells import (
    Cell,
    cells,
    comment_cells,
    evidence_words,
)
from spf_assess.desktop.models.listed import ListedModel
from spf_assess.i18n import COLON, Words, section_heading
from spf_assess.model import (
    Answer,
    Constituency,
    Grade,
    Item,
    ItemKind,
    Questionnaire,
)


class Show(StrEnum):
    """Which questions the page lists."""

    ALL = "all"
    MEND = "mend"
    NO_RATING = "no_rating"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Line:
    """A section's name (no item), or a question with its answer.

    Attributes:
        names: of law and practice, for where no head of the table names them; blank
            where the answer is not law beside practice.
        action: the word of the link at the end.
    """

    title: str
    item: str = ""
    law: Cell = field(default_factory=Cell)
    practice: Cell = field(default_factory=Cell)
    names: tuple[str, str] = ("", "")
    evidence: str = ""
    action: str = ""
    spoken: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What the page is made from."""

    questionnaire: Questionnaire
    progress: Progress
    asked: tuple[Item, ...]
    answers: Mapping[str, Answer]
    constituency: Constituency

    def answer(self, item: Item) -> Answer:
        """Return the answer to *item*, an empty one where there is none."""
        return self.answers.get(item.id, Answer(item.id))

    def problem(self, item: Item) -> ItemProblem | None:
        """Return the first thing to mend in *item*."""
        found = (one for one in self.progress.problems if one.item == item.id)
        return next(found, None)

    def shows(self, item: Item, show: Show) -> bool:
        """Whether *item* belongs to what is to be shown."""
        answer = self.answer(item)
        if show is Show.MEND:
            return self.problem(item) is not None
        if show is Show.NO_RATING:
            parts = [answer.part(part.name) for part in item.parts]
            return any(part.no_answer is not None or part.empty for part in parts)
        if show is Show.WEAK:
            return not answer.empty and answer.best_grade in (None, Grade.D)
        return True

    def count(self, show: Show) -> int:
        """Return how many questions there are of a sort."""
        return sum(self.shows(item, show) for item in self.asked)


class CheckModel(ListedModel[Line]):
    """Lines by section."""

    def leads(self, line: Line) -> bool:
        return bool(line.item)

    def show(self, given: Given, show: Show, words: Words) -> None:
        """Show the questions of a sort, with their answers as they stand."""
        self.put(list(_lines(given, show, words)))


def _lines(given: Given, show: Show, words: Words) -> Iterator[Line]:
    section = ""
    for item in given.asked:
        if not given.shows(item, show):
            continue
        if item.section != section:
            section = item.section
            found = given.questionnaire.section(section)
            title = section_heading(words, found, found.title)
            yield Line(title=title, spoken=title)
        yield _line(item, given, words)


def _line(item: Item, given: Given, words: Words) -> Line:
    answer, problem = given.answer(item), given.problem(item)
    if given.constituency is Constituency.OBSERVERS:
        law, practice = comment_cells(words, answer)
    else:
        law, practice = cells(words, item, answer, given.questionnaire, problem)
    evidence = evidence_words(words, answer)
    title = words.text(item.short)
    blank = all(answer.part(part.name).empty for part in item.parts)
    if given.constituency is Constituency.OBSERVERS:
        blank = not answer.comment.strip()
    action = words.context("link", "Answer") if blank else words("Change")
    said = [f"{item.id} {title}"]
    rated = given.constituency is not Constituency.OBSERVERS
    names = ("", "")
    if rated and item.kind is ItemKind.LAW_PRACTICE:
        names = (words("In law"), words("In practice"))
        colon = COLON[words.language]
        said.append(f"{names[0]}{colon}{law.spoken}")
        said.append(f"{names[1]}{colon}{practice.spoken}")
    else:
        said += [cell.spoken for cell in (law, practice) if cell.spoken]
    said.append(evidence)
    return Line(
        title=title,
        item=item.id,
        law=law,
        practice=practice,
        names=names,
        evidence=evidence,
        action=action,
        spoken=", ".join(said),
        part=problem.part if problem is not None else "",
    )
