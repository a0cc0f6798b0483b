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

    In a template it stands where ``Words`` stands in the report's. With *content* the
    texts of a questionnaire are told in that language of a national pack, each in the
    official one where the pack has no words for it.
    """

    def __init__(self, languages: tuple[str, ...], content: str = "") -> None:
        self.languages = languages
        self._content = content
        self._words = tuple(Words(language, content) for language in languages)

    def __call__(self, message: str, **facts: object) -> Voice:
        """Return *message* in every language with its placeholders filled."""
        return tuple(
            Said(words.language, words(message, **_of(place, facts)))
            for place, words in enumerate(self._words)
        )

    def plural(self, one: str, many: str, number: int, **facts: object) -> Voice:
        """Return the singular or plural for *number* in every language."""
        return tuple(
            Said(words.language, words.plural(one, many, number, **facts))
            for words in self._words
        )

    def text(self, text: Text) -> Voice:
        """Return a text of the questionnaire in every language; empty where it is."""
        own = self._content if text.by_language.get(self._content) else ""
        return tuple(
            Said(own or words.language, told)
            for words in self._words
            if (told := words.text(text))
        )

    def each(self, tell: Telling) -> Voice:
        """Return what *tell* says in every language."""
        return tuple(Said(words.language, tell(words)) for words in self._words)


def _of(place: int, facts: dict[str, object]) -> dict[str, object]:
    """Return the facts; of those that speak several languages, the one at *place*."""
    return {
        name: fact[place].text if isinstance(fact, tuple) else fact
        for name, fact in facts.items()
    }
