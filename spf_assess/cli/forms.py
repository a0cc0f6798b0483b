"""``forms check``: every fault of a questionnaire at once."""

from pathlib import Path

import click

from spf_assess.cli.console import say, say_json
from spf_assess.i18n import Words
from spf_assess.model import Problem

FILE = click.Path(path_type=Path)


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    group = click.Group(name="forms", help=words("Check questionnaire files."))
    group.add_command(_check(words))
    return [group]


def _check(words: Words) -> click.Command:
    @click.command(
        name="check",
        help=words(
            "List every fault of a questionnaire folder, with place and remedy."
        ),
    )
    @click.argument("folder", type=FILE, required=False)
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def check(folder: Path | None, *, as_json: bool) -> int:
        from spf_assess.paths import forms_folder
        from spf_assess.questionnaire import check_forms

        faults = check_forms(folder or forms_folder())
        if as_json:
            say_json(
                [
                    {
                        "code": fault.code,
                        "file": str(fault.file),
                        "line": fault.line,
                        "says": words(fault.says, **fault.facts),
                        "remedy": words(fault.remedy, **fault.facts),
                    }
                    for fault in faults
                ]
            )
        else:
            for fault in faults:
                sentence = words.tell(Problem(fault.code, fault.says, **fault.facts))
                remedy = words(fault.remedy, **fault.facts)
                say(f"{fault.file}:{fault.line}: {fault.code} {sentence} {remedy}")
            say(
                words.plural(
                    "{number} fault found.", "{number} faults found.", len(faults)
                )
                if faults
                else words("The questionnaire has no fault.")
            )
        return 1 if faults else 0

    return check
