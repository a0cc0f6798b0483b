"""A country's own sentences: read from a folder, told apart from the official ones."""

from collections.abc import Mapping
from pathlib import Path

from spf_assess.files import make_folder, read_limited, write_atomically
from spf_assess.model import LANGUAGES, N_, Problem
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


def write_words(folder: Path, own: Mapping[str, Mapping[str, str]]) -> tuple[Path, ...]:
    """Write the official sentences into a folder, *own* in their places, to be changed.

    Raises:
        Problem: R-111 there are sentences in it already; F-1xx they cannot be written.
    """
    paths = [folder / f"{language}{ENDING}" for language in LANGUAGES]
    for path in paths:
        if path.exists():
            raise Problem(
                "R-111",
                N_(
                    "{file} is there already and may hold changes. Choose another"
                    " folder, or move it away first."
                ),
                file=path,
            )
    make_folder(folder)
    for language, path in zip(LANGUAGES, paths, strict=True):
        text = official(language)
        named = own.get(language, {})
        for one in reversed(parsed(text).sentences):
            if one.id in named:
                text = text.replace(one.source, named[one.id], 1)
        more = [named[name] for name in sorted(named) if name.startswith("-")]
        write_atomically(path, "\n".join([text, *more]).encode())
    return tuple(paths)
