"""Loading a questionnaire, and the loud way when its files have faults."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Problem, Questionnaire, Text
from spf_assess.paths import forms_folder
from spf_assess.questionnaire.build import build
from spf_assess.questionnaire.checks import ALL, NEEDED, run
from spf_assess.questionnaire.fault import FormFault
from spf_assess.questionnaire.form import read_form


def load_questionnaire(folder: Path | None = None) -> Questionnaire:
    """Return the questionnaire in *folder*, by default the official one.

    Loaded once per process. The official form is held whole by tests and checked here
    only as far as building it needs; a folder of one's own passes every rule or none
    of it is used.

    Raises:
        Problem: the first fault, by its own code (``Q-...``), with file and line and
            how many more there are.
    """
    official = forms_folder().resolve()
    chosen = official if folder is None else folder.resolve()
    return _load(chosen, chosen == official)


@cache
def _load(folder: Path, official: bool) -> Questionnaire:  # noqa: FBT001 - private
    form = read_form(folder, helped=not official)
    faults = run(form, NEEDED if official else ALL)
    if faults:
        raise _problem(faults)
    return build(form)


def check_forms(folder: Path) -> tuple[FormFault, ...]:
    """Return every fault of the form in *folder*, by file and line; none if clean."""
    return run(read_form(folder, helped=True), ALL)


def _problem(faults: tuple[FormFault, ...]) -> Problem:
    first = faults[0]
    facts = {
        "place": _told(_PLACE, {"file": first.file, "line": first.line})
        if first.line
        else first.file,
        "cause": _told(first.says, first.facts),
        "remedy": _told(first.remedy, first.facts),
    }
    if len(faults) == 1:
        return Problem(
            first.code,
            N_("The questionnaire cannot be used. {place}: {cause} {remedy}"),
            **facts,
        )
    return Problem(
        first.code,
        N_(
            "The questionnaire cannot be used. {place}: {cause} {remedy} Further"
            " faults: {others}; “spf-assess forms check” lists them all."
        ),
        others=len(faults) - 1,
        **facts,
    )


_PLACE = N_("{file}, line {line}")


def _told(says: str, facts: Mapping[str, object]) -> Text:
    """Return a sentence in every language, so that it can be a fact of another."""
    return Text.of(
        **{language: Words(language)(says, **facts) for language in LANGUAGES}
    )
