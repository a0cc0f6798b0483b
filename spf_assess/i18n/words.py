"""The interface's words in one language, through gettext."""

import gettext
from functools import cache

from spf_assess.model import LANGUAGES, Problem, Text
from spf_assess.paths import data_folder

DOMAIN = "spf_assess"
_THOUSAND, _APART = 1000, {"en": ",", "fr": "\u202f"}  # as CLDR has it


class Words:
    """Speaks one language: ``words("Saved at {time}", time=...)``.

    English is the language of the message ids; French comes from the catalogue in
    ``translations/``. Interface, questionnaire and report are three separate choices:
    with *content* the texts of a questionnaire are told in another language than the
    interface, one of a national pack's perhaps; where a text is missing there, it is
    told in the interface's.
    """

    def __init__(self, language: str, content: str = "") -> None:
        self.language = language
        self.content = content
        self._catalogue = _catalogue(language)

    def __call__(self, message: str, **facts: object) -> str:
        """Return *message* in this language with its placeholders filled."""
        return self._fill(self._catalogue.gettext(message), facts)

    def plural(self, one: str, many: str, number: int, **facts: object) -> str:
        """Return the singular or plural for *number*, which fills ``{number}``."""
        found = self._catalogue.ngettext(one, many, number)
        return self._fill(found, {"number": number, **facts})

    def context(self, context: str, message: str, **facts: object) -> str:
        """Return *message* as it is said in *context* (same English, other French)."""
        return self._fill(self._catalogue.pgettext(context, message), facts)

    def text(self, text: Text) -> str:
        """Return a text of the questionnaire or of a consultation."""
        spoken = text.by_language.get(self.content, "") if self.content else ""
        return spoken or text[self.language]

    def tell(self, problem: Problem) -> str:
        """Return a problem's sentence, without its code."""
        return self(problem.says, **problem.facts)

    def _fill(self, message: str, facts: dict[str, object]) -> str:
        if not facts:
            return message
        return message.format_map(
            {name: self._spoken(fact) for name, fact in facts.items()}
        )

    def _spoken(self, fact: object) -> object:
        """Return a fact as it stands in a sentence; thousands are set apart.

        A year, and what else is no number of things, is given as text.
        """
        if isinstance(fact, Text):
            return fact[self.language]
        if type(fact) is int and abs(fact) >= _THOUSAND:
            return f"{fact:,}".replace(",", _APART[self.language])
        return fact


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == LANGUAGES[0]:
        return gettext.NullTranslations()
    return gettext.translation(
        DOMAIN, localedir=data_folder("translations"), languages=[language]
    )
