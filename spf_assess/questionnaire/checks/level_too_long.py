"""Q-405: a description of a level that is too long to be compared at a glance."""

from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-405",
    N_("The level has {length} words in the language “{language}”; at most {most}."),
    N_("Keep what can be checked, one idea a sentence."),
)
MOST_WORDS = 45


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every level with more than 45 words."""
    for text in form.texts():
        if "levels" not in text.path:
            continue
        for language in LANGUAGES:
            length = count_words(text.language(language))
            if length > MOST_WORDS:
                yield RULE.broken(
                    text.file,
                    text.node.at(language).line,
                    length=length,
                    language=language,
                    most=MOST_WORDS,
                )


def count_words(text: str) -> int:
    """Return the number of words; a sign of punctuation standing alone is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())
