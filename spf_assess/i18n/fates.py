"""What became of a question from one questionnaire to another, in words."""

from spf_assess.i18n.words import Words
from spf_assess.model.meaning import Fate


def fate_name(words: Words, fate: Fate) -> str:
    """Return the name of what became of a question."""
    return {
        Fate.SAME: words.context("question", "the same"),
        Fate.REWORDED: words.context("question", "other words, the same meaning"),
        Fate.REDEFINED: words.context(
            "question", "judged otherwise, therefore not compared"
        ),
        Fate.DROPPED: words.context("question", "no longer asked"),
        Fate.ADDED: words.context("question", "asked for the first time"),
    }[fate]
