"""The words for the groups themselves, apart: the first window needs just these."""

from spf_assess.i18n.words import Words
from spf_assess.model.constituency import Constituency


def constituency_name(words: Words, constituency: Constituency) -> str:
    """Return the name of a group: ``Workers``."""
    return {
        Constituency.GOVERNMENT: words("Government"),
        Constituency.EMPLOYERS: words("Employers"),
        Constituency.WORKERS: words("Workers"),
        Constituency.OBSERVERS: words("Observers"),
    }[constituency]


def constituency_letter(words: Words, constituency: Constituency) -> str:
    """Return the single letter that stands for a group beside its mark."""
    return {
        Constituency.GOVERNMENT: words.context("letter of the group", "G"),
        Constituency.EMPLOYERS: words.context("letter of the group", "E"),
        Constituency.WORKERS: words.context("letter of the group", "W"),
        Constituency.OBSERVERS: words.context("letter of the group", "O"),
    }[constituency]
