"""Commands that were not understood, told in the person's language."""

import click

from spf_assess.model import N_, Problem

# What click itself says in help pages; listed here so that the catalogue holds it.
CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("required"),
)


def told(error: click.ClickException) -> Problem:
    """Return click's complaint as a sentence of ours."""
    if isinstance(error, click.NoSuchOption):
        return Problem(
            "L-101",
            N_(
                "There is no option {option} here. Ask with --help for those there are."
            ),
            option=error.option_name,
        )
    if isinstance(error, click.MissingParameter):
        parameter = error.param
        name = parameter.human_readable_name if parameter is not None else ""
        return Problem(
            "L-102",
            N_("{name} is missing. Ask with --help how the command is written."),
            name=name.upper(),
        )
    if isinstance(error, click.BadParameter):
        parameter = error.param
        name = parameter.human_readable_name if parameter is not None else ""
        allowed = ""
        if parameter is not None and isinstance(parameter.type, click.Choice):
            allowed = ", ".join(str(choice) for choice in parameter.type.choices)
            return Problem(
                "L-103",
                N_("{name} must be one of these: {allowed}."),
                name=name.upper(),
                allowed=allowed,
            )
        return Problem(
            "L-104",
            N_("The value given for {name} cannot be used ({detail})."),
            name=name.upper(),
            detail=error.message,
        )
    return Problem(
        "L-100",
        N_("The command was not understood ({detail}). Ask with --help."),
        detail=error.format_message(),
    )
