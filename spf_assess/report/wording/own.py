"""A country's own sentences: read from a folder, told apart from the official ones."""

from collections.abc import Mapping
from pathlib import Path

from spf_assess.files import read_limited
from spf_assess.model import LANGUAGES
from spf_assess.report.wording.parsed import Sentence, parsed
from spf_assess.report.wording.spoken import ENDING, LARGEST, official


def read_words(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return a folder's sentences by language and name; checked before."""
    return {
        language: _by_name(
            read_limited(folder / f"{language}{ENDING}", LARGEST).decode("utf-8")
        )
        for language in LANGUAGES
    }


def differing(
    sentences: Mapping[str, Mapping[str, str]],
) -> Mapping[str, Mapping[str, str]]:
    """Return, by name and language, those sentences that are not the official ones.

    One that differs in one language is returned in all of them.
    """
    stock = {language: _by_name(official(language)) for language in LANGUAGES}
    every = dict.fromkeys(name for one in sentences.values() for name in one)
    names = [
        name
        for name in every
        if any(
            sentences[language].get(name) != stock[language].get(name)
            for language in LANGUAGES
        )
    ]
    return {
        name: {language: sentences[language].get(name, "") for language in LANGUAGES}
        for name in names
    }


def _by_name(source: str) -> dict[str, str]:
    found = parsed(source.replace("\r\n", "\n")).sentences
    return {one.id: _plain(one) for one in found}


def _plain(one: Sentence) -> str:
    """Return a sentence without space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in one.source.split("\n"))
