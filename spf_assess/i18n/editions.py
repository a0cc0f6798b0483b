"""The names of what is printed of a consultation."""

from spf_assess.i18n.words import Words
from spf_assess.model import BOTH, Edition, PaperSize


def edition_name(words: Words, edition: Edition) -> str:
    """Return what an edition is called."""
    return {
        Edition.FULL: words("Full report"),
        Edition.BRIEF: words.context("edition", "Brief"),
        Edition.CONSTITUENCY: words("Edition of one group"),
        Edition.ACTIONS: words("Action plan"),
        Edition.RECORD: words("Record of the meeting"),
        Edition.PARTICIPANT: words("A participant's own answers"),
        Edition.MATRIX: words("Blank matrix for the room"),
    }[edition]


def edition_language_name(words: Words, language: str) -> str:
    """Return the language of an edition: ``en``, ``fr``, or both."""
    return {
        "en": words("English"),
        "fr": words("French"),
        BOTH: words("English and French in facing columns"),
    }[language]


def paper_name(words: Words, paper: PaperSize) -> str:
    """Return the name of a size of paper."""
    return {
        PaperSize.A4: words("A4"),
        PaperSize.LETTER: words("Letter"),
    }[paper]


def draft_name(words: Words) -> str:
    """Return the word for what is not agreed yet."""
    return words.context("edition", "Draft")
