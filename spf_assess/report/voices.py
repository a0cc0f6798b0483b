"""Saying everything in one language, or in two side by side."""

from collections.abc import Callable
from dataclasses import dataclass

from spf_assess.i18n import Words
from spf_assess.model import Text


@dataclass(frozen=True, slots=True)
class Said:
    """Words in one language."""

    language: str
    text: str


Voice = tuple[Said, ...]
Telling = Callable[[Words], str]


class Voices:
    """Speaks several languages at once: ``words("Evidence")`` gives one text for each.

    In a template it stands where ``Words`` stands in the report's.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._words = tuple(map(Words, languages))

    def __call__(self, message: str, **facts: object) -> Voice:
        """Return *message* in every language with its placeholders filled."""
        return tuple(
            Said(words.language, words(message, **self._of(words, facts)))
            for words in self._words
        )

    def plural(self, one: str, many: str, number: int, **facts: object) -> Voice:
        """Return the singular or plural for *number* in every language."""
        return tuple(
            Said(words.language, words.plural(one, many, number, **facts))
            for words in self._words
        )

    def text(self, text: Text) -> Voice:
        """Return a text of the questionnaire in every language; empty where it is."""
        return tuple(
            Said(language, text[language])
            for language in self.languages
            if text[language]
        )

    def each(self, tell: Telling) -> Voice:
        """Return what *tell* says in every language."""
        return tuple(Said(words.language, tell(words)) for words in self._words)

    @staticmethod
    def _of(words: Words, facts: dict[str, object]) -> dict[str, object]:
        """Return the facts, those that speak several languages in this one."""
        return {
            name: next(one.text for one in fact if one.language == words.language)
            if isinstance(fact, tuple)
            else fact
            for name, fact in facts.items()
        }
