"""Every fault of a file of sentences at once, with line, cause and remedy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spf_assess.files import read_limited
from spf_assess.model import LANGUAGES, N_, Problem
from spf_assess.report.wording.parsed import GROUP, Sentence, parsed
from spf_assess.report.wording.samples import samples
from spf_assess.report.wording.sentences import COUNTED, NUMBERS, SENTENCES
from spf_assess.report.wording.spoken import (
    ENDING,
    FOLDER,
    LARGEST,
    filled,
    official,
)

_SINGULAR = frozenset({"one", "1"})
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})


@dataclass(frozen=True, slots=True)
class WordingFault:
    """One fault, told by ``words(fault.says, **fault.facts)``; the remedy likewise.

    Attributes:
        code: ``Q-`` and three digits.
        file: name of the file within the folder.
        line: counted from 1; 0 where the fault lies in no line.
    """

    code: str
    file: str
    line: int
    says: str
    remedy: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    says: str
    remedy: str

    def broken(self, file: str, line: int, **facts: str) -> WordingFault:
        return WordingFault(self.code, file, line, self.says, self.remedy, facts)


_SYNTAX = _Rule(
    "Q-930",
    N_("This line cannot be read as a sentence."),
    N_(
        "A sentence is its name, the sign = and its text. Every brace that is opened is"
        " closed; each line of a choice is set in, and one of them bears a star."
    ),
)
_UNKNOWN = _Rule(
    "Q-931",
    N_("No sentence of the report is called {name}."),
    N_("Take a name that stands in the official file, or leave the sentence out."),
)
_FACT = _Rule(
    "Q-932",
    N_("{name} has nothing to put in place of ${fact}."),
    N_("It may use: {known}."),
)
_PLURAL = _Rule(
    "Q-933",
    N_("{name} says the same of one and of several: a form for ${fact} is missing."),
    N_("Let it choose by ${fact}, with a line [one] and a line *[other]."),
)
_LANGUAGE = _Rule(
    "Q-934",
    N_("{name} is missing in {file}."),
    N_(
        "Write it there too: a report in that language would have the official"
        " sentence, and the two languages would not say the same."
    ),
)
_FILE = _Rule(
    "Q-935",
    N_("The file {name} is missing or cannot be read."),
    N_("Save it as plain text in UTF-8, with at most {most} kilobytes."),
)
_PIECE = _Rule(
    "Q-936",
    N_("{name} refers to {piece}, which does not exist."),
    N_("Refer to a sentence of the file by its name, or to GROUP($…) for a group."),
)
_BLANK = _Rule(
    "Q-937",
    N_("{name} has no text, or has parts that begin with a dot."),
    N_("Write the text behind the sign =."),
)
_TWICE = _Rule(
    "Q-938",
    N_("{name} stands there twice; the first is in line {first}."),
    N_("Leave one of the two out."),
)
_FAILS = _Rule(
    "Q-939",
    N_("{name} cannot be made into a sentence in every case."),
    N_("Look at what it refers to: a piece may lead back to itself or lack a name."),
)


def is_words(folder: Path) -> bool:
    """Whether a folder holds sentences and is no questionnaire."""
    return any((folder / f"{one}{ENDING}").is_file() for one in LANGUAGES)


def check_words(folder: Path | None = None) -> tuple[WordingFault, ...]:
    """Return every fault of a folder's sentences; without one, of the official ones.

    Of the official sentences none may be missing. What a country lays over them may be
    some alone, each in every language.
    """
    from spf_assess.paths import data_folder

    whole = folder is None
    place = folder or data_folder("templates") / FOLDER
    found: list[WordingFault] = []
    named: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        file = f"{language}{ENDING}"
        source = _read(place / file)
        if source is None:
            most = str(LARGEST // 1024)
            found.append(_FILE.broken(file, 0, name=file, most=most))
            continue
        found += faults_of(language, file, source)
        named[language] = {one.id: one.line for one in parsed(source).sentences}
    return (*found, *_missing(named, whole=whole))


def faults_of(language: str, file: str, source: str) -> Iterator[WordingFault]:
    """Yield the faults of one file's sentences."""
    read = parsed(source)
    for line in read.broken:
        yield _SYNTAX.broken(file, line)
    known = {one.id for one in read.sentences} | {
        one.id for one in parsed(official(language)).sentences
    }
    first: dict[str, int] = {}
    for one in read.sentences:
        if one.id in first:
            yield _TWICE.broken(file, one.line, name=one.id, first=str(first[one.id]))
            continue
        first[one.id] = one.line
        own = list(_of_sentence(file, one, known))
        yield from own
        if not own and not _works(language, source, one):
            yield _FAILS.broken(file, one.line, name=one.id)


def _of_sentence(file: str, one: Sentence, known: set[str]) -> Iterator[WordingFault]:
    if one.blank:
        yield _BLANK.broken(file, one.line, name=one.id)
    for piece in one.pieces:
        if piece.name not in known | {GROUP}:
            told = f"{{ {piece.name} }}"
            yield _PIECE.broken(file, piece.line, name=one.id, piece=told)
    if one.id.startswith("-"):  # a term of the editor's own, for use in sentences
        return
    if one.id not in SENTENCES:
        yield _UNKNOWN.broken(file, one.line, name=one.id)
        return
    allowed = SENTENCES[one.id]
    for fact in one.facts:
        if fact.name not in allowed:
            names = ", ".join(f"${name}" for name in sorted(allowed)) or "–"
            facts = {"name": one.id, "fact": fact.name, "known": names}
            yield _FACT.broken(file, fact.line, **facts)
    yield from _plurals(file, one)


def _plurals(file: str, one: Sentence) -> Iterator[WordingFault]:
    wanted = COUNTED.get(one.id, "")
    chosen = [keys for fact, keys in one.chosen if fact.name == wanted]
    if wanted and not any(keys & _SINGULAR and len(keys) > 1 for keys in chosen):
        yield _PLURAL.broken(file, one.line, name=one.id, fact=wanted)
        return
    for fact, keys in one.chosen:
        if fact.name not in NUMBERS or not keys & (_CATEGORIES - {"other"}):
            continue
        if not {"one", "other"} <= keys:
            yield _PLURAL.broken(file, fact.line, name=one.id, fact=fact.name)


def _works(language: str, source: str, one: Sentence) -> bool:
    return one.id.startswith("-") or all(
        filled(language, source, one.id, facts) or one.id == "gap-part"
        for facts in samples(one.id)
    )


def _missing(
    named: Mapping[str, Mapping[str, int]], *, whole: bool
) -> Iterator[WordingFault]:
    wanted = set(SENTENCES) if whole else set()
    for lines in named.values():
        wanted |= {one for one in lines if one in SENTENCES}
    for language, lines in named.items():
        for name in sorted(wanted - set(lines)):
            file = f"{language}{ENDING}"
            yield _LANGUAGE.broken(file, 0, name=name)


def _read(path: Path) -> str | None:
    try:
        return read_limited(path, LARGEST).decode("utf-8").replace("\r\n", "\n")
    except (Problem, UnicodeDecodeError):
        return None
