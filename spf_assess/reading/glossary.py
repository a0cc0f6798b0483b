"""The glossary as data: what each term means, and its words in both languages.

The terms lie in ``forms/r202/glossary``, a file for each source they come from. Neither
language is the translation of the other: where one has two words for one of the other,
both are listed with when each is used.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from spf_assess.files import read_limited
from spf_assess.model import EMPTY, LANGUAGES, N_, Problem, Provision, Text
from spf_assess.paths import forms_folder
from spf_assess.questionnaire import load_recommendation
from spf_assess.questionnaire.tree import Node, read_tree
from spf_assess.reading.folding import alphabetical
from spf_assess.reading.phrases import Met, Phrases

LARGEST = 1024 * 1024


class Usage(StrEnum):
    """Where a term comes from, named as the files are."""

    RECOMMENDATION = "recommendation"
    PRACTICE = "practice"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Word:
    """One word or phrase for a term; *used* says when, where there are several."""

    term: str
    used: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Attributes:
        name: stable identifier.
        usage: a word of the Recommendation, of the ILO's practice or of this method.
        words: by language, the first is the ordinary one.
        means: the definition, one sentence.
        forms: by language, other forms met in texts, found there as the words are.
        search: by language, what people also look for; leads to the term only.
        everyday: also used in its everyday sense, so it is not explained in texts.
    """

    name: str
    usage: Usage
    words: Mapping[str, tuple[Word, ...]]
    means: Text
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    search: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    everyday: bool = False

    def title(self, language: str) -> str:
        """Return all words of one language: ``pérennité / viabilité``."""
        return " / ".join(word.term for word in self.words[language])

    def printed(self, language: str) -> tuple[str, ...]:
        """Return every form in which the term is met in texts of one language."""
        words = tuple(word.term for word in self.words[language])
        return words + tuple(self.forms.get(language, ()))


class Glossary:
    """All terms, by name, by alphabet, and as they are met in texts."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self.by_name: Mapping[str, Term] = MappingProxyType(
            {term.name: term for term in terms}
        )
        self._phrases = {
            language: Phrases(
                (form, term)
                for term in terms
                if not term.everyday
                for form in term.printed(language)
            )
            for language in LANGUAGES
        }

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def sorted(self, language: str) -> list[Term]:
        """Return the terms in the order of a language's alphabet."""
        return sorted(self.terms, key=lambda term: alphabetical(term.title(language)))

    def met(self, text: str, language: str) -> list[Met[Term]]:
        """Return the terms that *text* uses, in its order; of several the longest.

        Everyday words are passed over.
        """
        return list(self._phrases[language].met(text))

    def used_in(self, texts: Iterable[str], language: str) -> list[Term]:
        """Return the terms that *texts* use, each once, in the order they are met."""
        found: dict[str, Term] = {}
        for text in texts:
            for met in self.met(text, language):
                found.setdefault(met.meaning.name, met.meaning)
        return list(found.values())

    def provisions(self, term: Term) -> tuple[Provision, ...]:
        """Return where in the Recommendation a term occurs, in either language."""
        return self._occurrences[term.name]

    @cached_property
    def _occurrences(self) -> Mapping[str, tuple[Provision, ...]]:
        found: dict[str, dict[int, Provision]] = {term.name: {} for term in self.terms}
        phrases = {
            language: Phrases(
                (form, term) for term in self.terms for form in term.printed(language)
            )
            for language in LANGUAGES
        }
        for place, provision in enumerate(load_recommendation().provisions):
            for language, known in phrases.items():
                for term in known.within(provision.text[language]):
                    found[term.name][place] = provision
        return {name: tuple(places.values()) for name, places in found.items()}


def glossary_folder() -> Path:
    """Return the folder of the glossary that comes with the program."""
    return forms_folder() / "glossary"


@cache
def load_glossary() -> Glossary:
    """Return the glossary, read once per process.

    Raises:
        Problem: Q-111 a file that comes with the program is damaged; F-101 to F-103 it
            cannot be read. ``check_glossary`` tells what is wrong with the words.
    """
    terms: list[Term] = []
    for usage in Usage:
        path = glossary_folder() / f"{usage}.yaml"
        root, remarks = read_tree(read_limited(path, LARGEST))
        if root is None or remarks or not root.at("terms").entries:
            raise Problem(
                "Q-111",
                N_(
                    "The glossary that comes with the program ({file}) is damaged."
                    " Install the program again."
                ),
                file=path.name,
            )
        terms += [_term(node, usage) for node in root.at("terms")]
    return Glossary(tuple(terms))


def _term(node: Node, usage: Usage) -> Term:
    return Term(
        name=node.at("name").text,
        usage=usage,
        words={language: _words(node.at(language)) for language in LANGUAGES},
        means=_text(node.at("means")),
        forms=_phrases(node.at("forms")),
        search=_phrases(node.at("search")),
        everyday=node.at("everyday").text == "true",
    )


def _words(node: Node) -> tuple[Word, ...]:
    if not node.entries:
        return (Word(node.text),)
    return tuple(
        Word(one.at("term").text, _text(one.at("used")) if one.get("used") else EMPTY)
        for one in node
    )


def _phrases(node: Node) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(one.text for one in node.at(language)) for language in LANGUAGES
    }


def _text(node: Node) -> Text:
    return Text.of(**{language: node.at(language).text for language in LANGUAGES})
