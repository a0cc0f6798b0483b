"""Commands that were not understood, told in the person's language."""

import click

from spf_assess.model import N_, Problem

# What click itself says in help pages; listed here so that the catalogue holds it.
CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("required"),
    # and in complaints
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("{value} is not in the range {range}."),
    N_("{value!r} is not a valid {number_type}."),
    N_("Option {name!r} does not take a value."),
)


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark what click says in two numbers, so that the catalogue holds it."""
    return one, many


CLICK_PLURALS = (
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural(
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    plural(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
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
        return Problem(
            "L-102",
            N_("{name} is missing. Ask with --help how the command is written."),
            name=_as_typed(error.param),
        )
    if isinstance(error, click.BadParameter):
        parameter = error.param
        if parameter is not None and isinstance(parameter.type, click.Choice):
            allowed = ", ".join(str(choice) for choice in parameter.type.choices)
            return Problem(
                "L-103",
                N_("{name} must be one of these: {allowed}. Choose one."),
                name=_as_typed(parameter),
                allowed=allowed,
            )
        return Problem(
            "L-104",
            N_(
                "The value given for {name} cannot be used ({detail}). Ask with --help"
                " which can."
            ),
            name=_as_typed(parameter),
            detail=error.message.rstrip("."),
        )
    return Problem(
        "L-100",
        N_("The command was not understood ({detail}). Ask with --help."),
        detail=error.format_message().rstrip("."),
    )


def _as_typed(parameter: click.Parameter | None) -> str:
    """Return ``--title-en`` for an option, ``FILE`` for what stands without one."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return "" if parameter is None else parameter.human_readable_name.upper()
