"""What a country added, in words: the mark on its questions, its schemes' names."""

from collections.abc import Sequence

from spf_assess.i18n.formats import SEMICOLON
from spf_assess.i18n.words import Words
from spf_assess.model import Scheme


def national_question(words: Words) -> str:
    """Return the mark of a question that is not part of the official questionnaire."""
    return words("national question")


def schemes_text(words: Words, schemes: Sequence[Scheme]) -> str:
    """Return the country's schemes under their own names; empty where there are none.

    A scheme's note stands in brackets after its name.
    """
    if not schemes:
        return ""
    between = SEMICOLON[words.language]
    named = between.join(_named(words, scheme) for scheme in schemes)
    return words("National schemes: {names}.", names=named)


def _named(words: Words, scheme: Scheme) -> str:
    label, note = words.text(scheme.label), words.text(scheme.note).rstrip(".")
    return f"{label} ({note})" if note else label
