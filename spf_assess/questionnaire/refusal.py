"""Why YAML files are not used, as one sentence: the first fault, and how many more."""

from collections.abc import Mapping
from typing import NamedTuple

from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Problem, Text
from spf_assess.questionnaire.fault import FormFault

_PLACE = N_("{file}, line {line}")


class Refusal(NamedTuple):
    """What is told of one fault, and of several.

    Called with the faults, and with the other facts of the sentences, it is the
    Problem; its code is the first fault's.
    """

    of_one: str
    of_several: str

    def __call__(self, faults: tuple[FormFault, ...], **facts: object) -> Problem:
        """Return the Problem."""
        first, others = faults[0], len(faults) - 1
        place: str | Text = first.file
        if first.line:
            place = _told(_PLACE, {"file": first.file, "line": first.line})
        facts |= {
            "place": place,
            "cause": _told(first.says, first.facts),
            "remedy": _told(first.remedy, first.facts),
        }
        if not others:
            return Problem(first.code, self.of_one, **facts)
        return Problem(first.code, self.of_several, others=others, **facts)


form_refused = Refusal(
    N_("The questionnaire cannot be used. {place}: {cause} {remedy}"),
    N_(
        "The questionnaire cannot be used. {place}: {cause} {remedy} Further"
        " faults: {others}; “spf-assess forms check” lists them all."
    ),
)

pack_refused = Refusal(
    N_("The pack {pack} cannot be used. {place}: {cause} {remedy}"),
    N_(
        "The pack {pack} cannot be used. {place}: {cause} {remedy} Further faults:"
        " {others}; “spf-assess forms check” lists them all."
    ),
)


def _told(says: str, facts: Mapping[str, object]) -> Text:
    """Return a sentence in every language, so that it can be a fact of another."""
    return Text.of(
        **{language: Words(language)(says, **facts) for language in LANGUAGES}
    )
