"""What became of a question from one questionnaire to another, in words."""

from collections.abc import Iterable, Mapping

from spf_assess.i18n.words import Words
from spf_assess.model.meaning import Fate


def left_out_text(words: Words, items: Iterable[str]) -> str:
    """Say which questions are left out because nothing is known of them here."""
    return words(
        "Not in the questionnaire installed here, and left out: {items}.",
        items=", ".join(items),
    )


def other_version_text(
    words: Words, asked: str, printed: str, became: Mapping[str, Fate]
) -> str:
    """Say that a consultation is told in another questionnaire than it was asked in.

    Args:
        words: of the language.
        asked: version of the questionnaire that was asked.
        printed: of the one whose words stand here.
        became: of the questions that do not mean the same in both.
    """
    told = [
        words(
            "Asked in version {asked} of the questionnaire, and told here in the words"
            " of version {printed}.",
            asked=asked,
            printed=printed,
        )
    ]
    if otherwise := [one for one in became if became[one] is Fate.REDEFINED]:
        told.append(
            words(
                "Levels of these questions were described otherwise then: {items}.",
                items=", ".join(otherwise),
            )
        )
    if dropped := [one for one in became if became[one] is Fate.DROPPED]:
        told.append(left_out_text(words, dropped))
    return " ".join(told)


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
