"""The outline's lines: groups, sections and, when looking for something, questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from spf_assess.analysis import Progress, SectionProgress, SectionState
from spf_assess.desktop.models.listed import ListedModel
from spf_assess.desktop.parts.state import State
from spf_assess.i18n import Words, national_question, section_place
from spf_assess.model import Answer, Item, Questionnaire, Section


class Show(StrEnum):
    """Which questions the outline shows."""

    ALL = "all"
    TODO = "todo"
    FLAGGED = "flagged"
    COMMENTED = "commented"


class Kind(StrEnum):
    """What a line stands for."""

    GROUP = "group"
    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outline.

    Attributes:
        key: section or item id; empty for a group.
        tells: the state in words, at the right.
        note: what is read out besides: that a country added it.
        widest: the longest reference it stands in one column with.
        here: it is the section (or question) that is open.
        warns: the words at the right ask for a second look.
    """

    kind: Kind
    key: str
    reference: str
    title: str
    tells: str = ""
    state: State | None = None
    here: bool = False
    warns: bool = False
    note: str = ""
    widest: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read out."""
        said = (self.reference, self.title, self.note, self.tells)
        return ", ".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Shown:
    """What the outline is made from."""

    questionnaire: Questionnaire
    progress: Progress
    asked: tuple[Item, ...]
    answers: Mapping[str, Answer]
    done: frozenset[str]
    here: str = ""


class OutlineModel(ListedModel[Line]):
    """Lines by group and section."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        self._shown: Shown | None = None
        self._show, self._find = Show.ALL, ""

    def leads(self, line: Line) -> bool:
        return line.kind is not Kind.GROUP

    def row_here(self) -> int:
        """Return the row of what is open; -1 when it is not shown."""
        rows = [row for row, line in enumerate(self._lines) if line.here]
        return rows[-1] if rows else -1

    def first_found(self) -> int:
        """Return the row of the first question shown, else section; -1 for none."""
        for kind in (Kind.ITEM, Kind.SECTION):
            for row, line in enumerate(self._lines):
                if line.kind is kind:
                    return row
        return -1

    def show(self, shown: Shown, words: Words) -> None:
        """Show another state; lines that stay keep their place and selection."""
        self._shown, self._words = shown, words
        self._refresh()

    def choose(self, show: Show, find: str) -> None:
        """Show only some questions: by state, and those in which *find* occurs."""
        self._show, self._find = show, find.casefold().strip()
        self._refresh()

    def _refresh(self) -> None:
        if self._shown is None or self._words is None:
            return
        lines = in_columns(self._made(self._shown, self._words))
        keys = [(line.kind, line.key, line.title) for line in lines]
        same = keys == [(line.kind, line.key, line.title) for line in self._lines]
        if not same:
            self.put(lines)
            return
        before, self._lines = self._lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                at = self.index(row)
                self.dataChanged.emit(at, at)

    def _made(self, shown: Shown, words: Words) -> Iterator[Line]:
        group = ""
        for section in shown.questionnaire.sections:
            lines = list(self._section(section, shown, words))
            if not lines:
                continue
            if section.group != group:
                group = section.group
                title = words.text(shown.questionnaire.groups[group])
                yield Line(Kind.GROUP, "", "", title)
            yield from lines

    def _section(self, section: Section, shown: Shown, words: Words) -> Iterator[Line]:
        asked = [item for item in shown.asked if item.section == section.id]
        looking = bool(self._find) or self._show is not Show.ALL
        hits = [item for item in asked if self._wanted(item, shown, words)]
        named = self._show is Show.ALL and self._find in _spoken_section(section, words)
        if looking and not hits and not named:
            return
        here = any(item.id == shown.here for item in asked)
        progress = shown.progress.section(section.id)
        yield _section_line(section, progress, words, here=here)
        if looking:
            for item in hits:
                yield _item_line(item, shown, words)

    def _wanted(self, item: Item, shown: Shown, words: Words) -> bool:
        answer = shown.answers.get(item.id)
        wanted = {
            Show.ALL: True,
            Show.TODO: item.id not in shown.done,
            Show.FLAGGED: answer is not None and answer.flagged,
            Show.COMMENTED: answer is not None and bool(answer.comment),
        }[self._show]
        if not wanted or not self._find:
            return wanted
        spoken = (item.id, words.text(item.label), words.text(item.short))
        return any(self._find in text.casefold() for text in spoken)


def in_columns(lines: Iterable[Line]) -> list[Line]:
    """Tell the lines of a group, by kind, the longest reference among them."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.kind is Kind.GROUP:
            runs.append([])
        runs[-1].append(line)
    return [line for run in runs for line in _in_column(run)]


def _in_column(run: list[Line]) -> Iterator[Line]:
    widest: dict[Kind, str] = {}
    for line in run:
        widest[line.kind] = max(widest.get(line.kind, ""), line.reference, key=len)
    for line in run:
        yield replace(line, widest=widest[line.kind])


def _spoken_section(section: Section, words: Words) -> str:
    parts = (
        section.label(words.language),
        section_place(words, section),
        *map(str, section.references),
        words.text(section.title),
        words.text(section.short),
    )
    return " ".join(parts).casefold()


def _section_line(
    section: Section, progress: SectionProgress, words: Words, *, here: bool
) -> Line:
    state = {
        SectionState.DONE: State.DONE,
        SectionState.BEGUN: State.BEGUN,
        SectionState.TODO: State.TODO,
        SectionState.NOT_ASKED: State.NOT_ASKED,
    }[progress.state]
    flagged = progress.flagged > 0
    if here:
        state = State.HERE
    elif flagged:
        state = State.FLAG
    return Line(
        Kind.SECTION,
        section.id,
        section.label(words.language),
        words.text(section.short),
        _section_tells(progress, words),
        state,
        here=here,
        warns=flagged,
        note=words("National questions") if section.national else "",
    )


def _section_tells(progress: SectionProgress, words: Words) -> str:
    if progress.state is SectionState.NOT_ASKED:
        return words.context("section", "not asked")
    if progress.state is SectionState.TODO:
        return words.context("section", "to do")
    return words(
        "{answered} of {asked}", answered=progress.answered, asked=progress.asked
    )


def _item_line(item: Item, shown: Shown, words: Words) -> Line:
    answer = shown.answers.get(item.id)
    flagged = answer is not None and answer.flagged
    done = item.id in shown.done
    begun = answer is not None and not answer.empty
    if flagged:
        state, tells = State.FLAG, words.context("question", "come back")
    elif done:
        state, tells = State.DONE, words.context("question", "answered")
    elif begun:
        state, tells = State.BEGUN, words.context("question", "begun")
    else:
        state, tells = State.TODO, words.context("section", "to do")
    title = words.text(item.short)
    return Line(
        Kind.ITEM,
        item.id,
        item.id,
        f"{title} ({national_question(words)})" if item.national else title,
        tells,
        state,
        here=item.id == shown.here,
        warns=flagged,
    )
