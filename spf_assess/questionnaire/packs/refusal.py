"""Why a pack is not used, as one sentence: the first fault, and how many more."""

from collections.abc import Mapping

from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Problem, Text
from spf_assess.questionnaire.fault import FormFault

_PLACE = N_("{file}, line {line}")


def refusal(faults: tuple[FormFault, ...], name: str) -> Problem:
    """Return the problem of a pack with *faults*; *name* is the pack's."""
    first = faults[0]
    facts = {
        "pack": name,
        "place": _told(_PLACE, {"file": first.file, "line": first.line})
        if first.line
        else first.file,
        "cause": _told(first.says, first.facts),
        "remedy": _told(first.remedy, first.facts),
    }
    if len(faults) == 1:
        return Problem(
            first.code,
            N_("The pack {pack} cannot be used. {place}: {cause} {remedy}"),
            **facts,
        )
    return Problem(
        first.code,
        N_(
            "The pack {pack} cannot be used. {place}: {cause} {remedy} Further faults:"
            " {others}; “spf-assess forms check” lists them all."
        ),
        others=len(faults) - 1,
        **facts,
    )


def _told(says: str, facts: Mapping[str, object]) -> Text:
    """Return a sentence in every language, so that it can be a fact of another."""
    return Text.of(
        **{language: Words(language)(says, **facts) for language in LANGUAGES}
    )
