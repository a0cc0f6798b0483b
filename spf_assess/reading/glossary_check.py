"""What is wrong with the glossary's files: fault by fault, with place and remedy."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spf_assess.files import read_limited
from spf_assess.model import LANGUAGES, N_, Problem
from spf_assess.questionnaire import FormFault, Rule, load_recommendation
from spf_assess.questionnaire.checks import (
    alias,
    blank_text,
    duplicate_key,
    flag,
    french_typography,
    missing_field,
    missing_language,
    unknown_field,
    yaml_syntax,
)
from spf_assess.questionnaire.tree import Node, Record, Scalar, Trouble, read_tree
from spf_assess.reading.folding import tokens
from spf_assess.reading.glossary import LARGEST, Usage, glossary_folder
from spf_assess.reading.phrases import Phrases

FILE = Rule(
    "Q-800",
    N_("The glossary's file {missing} is missing or cannot be read."),
    N_("Put it back; docs/reading.md shows what it holds."),
)
NAME = Rule(
    "Q-801",
    N_("The term is called “{name}”, like another one, or not as names are written."),
    N_("Give it a name of its own: small letters, digits and underscores."),
)
SENTENCE = Rule(
    "Q-802",
    N_(
        "The definition of “{name}” in the language “{language}” is no single sentence."
    ),
    N_(
        "Write one sentence of at most {most} words that begins with a capital and"
        " ends with a full stop."
    ),
)
USED = Rule(
    "Q-803",
    N_("“{term}” is one of several words and does not say when it is used."),
    N_("Add “used” in both languages, or keep one word and list the rest as forms."),
)
PRINTED = Rule(
    "Q-804",
    N_("“{term}” does not occur in the Recommendation in the language “{language}”."),
    N_("Add the form in which it is printed, or move the term to another file."),
)
SHARED = Rule(
    "Q-805",
    N_("“{term}” stands for “{name}” and for “{other}”."),
    N_("Leave it to one of the two; a reader is shown one definition."),
)
RULES = (FILE, NAME, SENTENCE, USED, PRINTED, SHARED)

MOST_WORDS = 45
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SENTENCE = re.compile(r"[«“]?[^\W\d_a-zß-öø-ÿ].*\.", re.DOTALL)
_SECOND = re.compile(r"[.!?]\s+[A-ZÀ-Ý]")
BY_TROUBLE = {
    Trouble.MISSING: FILE,
    Trouble.UNREADABLE: FILE,
    Trouble.SYNTAX: yaml_syntax.RULE,
    Trouble.DUPLICATE_KEY: duplicate_key.RULE,
    Trouble.ALIAS: alias.RULE,
}
_NEEDED = ("name", *LANGUAGES, "means")
_OPTIONAL = ("forms", "search", "everyday")


@dataclass(slots=True)
class _Check:
    """One run over all files."""

    names: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def file(self, path: Path, usage: Usage) -> Iterator[FormFault]:
        try:
            root, remarks = read_tree(read_limited(path, LARGEST))
        except Problem:
            yield FILE.broken(path.name, 0, missing=path.name)
            return
        for one in remarks:
            rule = BY_TROUBLE[one.trouble]
            yield rule.broken(
                path.name,
                one.line,
                words=one.words,
                field=one.words,
                missing=path.name,
            )
        if not isinstance(root, Record):
            return
        if not root.at("terms").entries:
            yield missing_field.RULE.broken(path.name, 1, field="terms")
        for node in root.at("terms"):
            yield from self.term(path.name, node, usage)

    def term(self, file: str, node: Node, usage: Usage) -> Iterator[FormFault]:
        name = node.at("name").text
        yield from _fields(file, node, _NEEDED, _OPTIONAL)
        yield from _blank(file, node)
        everyday = node.get("everyday")
        if everyday is not None and everyday.text != "true":
            yield flag.RULE.broken(
                file, everyday.line, field="everyday", value=everyday.text
            )
        if not _NAME.fullmatch(name) or name in self.names:
            yield NAME.broken(file, node.line, name=name)
        self.names[name] = file
        yield from _means(file, name, node.at("means"))
        for language in LANGUAGES:
            yield from _words(file, node.at(language))
            yield from self.printed(file, node, language, usage)
        for language, piece in _french(node):
            yield from _typography(file, language, piece)

    def printed(
        self, file: str, node: Node, language: str, usage: Usage
    ) -> Iterator[FormFault]:
        """Yield what is wrong with the phrases by which a term is met in texts."""
        name, word = node.at("name").text, node.at(language)
        own = word.text or "".join(one.at("term").text for one in word.entries[:1])
        phrases = _phrases(node, language)
        for phrase in phrases:
            key = language, tuple(token.stem for token in tokens(phrase))
            other = self.phrases.setdefault(key, name)
            if other != name:
                yield SHARED.broken(
                    file, word.line, term=phrase, name=name, other=other
                )
        if usage is Usage.RECOMMENDATION and not _occurs(phrases, language):
            yield PRINTED.broken(file, word.line, term=own, language=language)


def check_glossary(folder: Path | None = None) -> tuple[FormFault, ...]:
    """Return every fault of the glossary in *folder*, by default the official one.

    In the order of files and lines; none if it is clean. The rules on files and
    languages are those of the forms, those on the words are ``RULES``.
    """
    check, place = _Check(), folder or glossary_folder()
    found = [
        fault for usage in Usage for fault in check.file(place / f"{usage}.yaml", usage)
    ]
    return tuple(sorted(found, key=lambda fault: (fault.file, fault.line, fault.code)))


def _fields(
    file: str, node: Node, needed: Sequence[str], optional: Sequence[str]
) -> Iterator[FormFault]:
    for name in needed:
        if node.get(name) is None:
            yield missing_field.RULE.broken(file, node.line, field=name)
    if isinstance(node, Record):
        for name, line in node.lines.items():
            if name not in (*needed, *optional):
                yield unknown_field.RULE.broken(file, line, field=name)


def _languages(file: str, node: Node, field_name: str) -> Iterator[FormFault]:
    for language in LANGUAGES:
        if node.get(language) is None:
            yield missing_language.RULE.broken(
                file, node.line, field=field_name, language=language
            )


def _blank(file: str, node: Node) -> Iterator[FormFault]:
    for text in _scalars(node):
        if not text.text.strip():
            yield blank_text.RULE.broken(file, text.line, field="")


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Record):
        for piece in node.fields.values():
            yield from _scalars(piece)
    for piece in node:
        yield from _scalars(piece)


def _means(file: str, name: str, node: Node) -> Iterator[FormFault]:
    yield from _languages(file, node, "means")
    for language in LANGUAGES:
        said = node.at(language).text
        words = sum(1 for _ in tokens(said))
        whole = _SENTENCE.fullmatch(said) and not _SECOND.search(said)
        if said and (not whole or words > MOST_WORDS):
            yield SENTENCE.broken(
                file,
                node.at(language).line,
                name=name,
                language=language,
                most=MOST_WORDS,
            )


def _words(file: str, node: Node) -> Iterator[FormFault]:
    for one in node:
        yield from _fields(file, one, ("term",), ("used",))
        used = one.get("used")
        if used is not None:
            yield from _languages(file, used, "used")
        elif len(node.entries) > 1:
            yield USED.broken(file, one.line, term=one.at("term").text)


def _phrases(node: Node, language: str) -> list[str]:
    word = node.at(language)
    own = [one.at("term").text for one in word] if word.entries else [word.text]
    forms = [one.text for one in node.at("forms").at(language)]
    return [phrase for phrase in (*own, *forms) if phrase]


def _occurs(phrases: list[str], language: str) -> bool:
    known = Phrases((phrase, phrase) for phrase in phrases)
    return any(
        any(True for _ in known.within(provision.text[language]))
        for provision in load_recommendation().provisions
    )


def _french(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Record):
        for name, piece in node.fields.items():
            if name == "fr":
                yield from (("fr", one) for one in _scalars(piece))
            else:
                yield from _french(piece)
    for piece in node:
        yield from _french(piece)


def _typography(file: str, _language: str, node: Node) -> Iterator[FormFault]:
    found = french_typography.FAULTS.search(node.text)
    if found is not None:
        rule = french_typography.RULE
        yield rule.broken(file, node.line, words=found[0].strip())
