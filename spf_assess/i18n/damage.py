"""What is wrong with a file, told in what is given to others: without any name."""

from spf_assess.i18n.words import Words
from spf_assess.model import Problem

_NAMES = "which"  # the rows by which people recognize them, names of respondents too


def damage_text(words: Words, problem: Problem) -> str:
    """Return what was found wrong with a file, as a report or an export tells it."""
    if _NAMES not in problem.facts:
        return words.tell(problem)
    return words(
        "Changed on the disk without this program, and therefore left out: {number}"
        " ({table}).",
        number=problem.facts["number"],
        table=problem.facts["table"],
    )
