"""Q-505: two levels of one rating in the same words."""

from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.checks.core_levels import rated_parts
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-505",
    N_("Two levels of {part} read the same in the language “{language}”."),
    N_("Say what the higher level has that the lower one has not."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every level that cannot be told from another."""
    for item in form.items():
        for part, levels in rated_parts(item):
            for language in LANGUAGES:
                seen: set[str] = set()
                for level in levels or ():
                    text = level.at(language).text.strip()
                    if text and text in seen:
                        yield RULE.broken(
                            item.file, level.line, part=part, language=language
                        )
                    seen.add(text)
