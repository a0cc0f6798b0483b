"""Loading a questionnaire, and the loud way when its files have faults."""

from functools import cache
from pathlib import Path

from spf_assess.model import Questionnaire
from spf_assess.paths import forms_folder
from spf_assess.questionnaire.build import build
from spf_assess.questionnaire.checks import ALL, NEEDED, run
from spf_assess.questionnaire.fault import FormFault
from spf_assess.questionnaire.form import read_form
from spf_assess.questionnaire.refusal import form_refused


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
        raise form_refused(faults)
    return build(form)


def check_forms(folder: Path) -> tuple[FormFault, ...]:
    """Return every fault of the form in *folder*, by file and line; none if clean."""
    return run(read_form(folder, helped=True), ALL)
