"""What options are for, said where the command itself does not say it.

Options that mean the same in several commands, and those of an action, are explained
once here.
"""

from collections.abc import Mapping

import click

from spf_assess.i18n import Words


def explain(command: click.Command, words: Words) -> None:
    """Give every option of *command*, and of those below it, its explanation."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            explain(one, words)
    known = _explained(words)
    for option in command.params:
        if isinstance(option, click.Option) and not option.help and not option.hidden:
            longest = max(option.opts, key=len)
            option.help = known.get(f"{command.name} {longest}") or known.get(longest)


def _explained(words: Words) -> Mapping[str, str]:
    return {
        "--out": words("The file to write."),
        "--group": words("The group."),
        "--women": words("How many women."),
        "--men": words("How many men."),
        "--undeclared": words("How many of whom neither was stated."),
        "invite --language": words("The language of the invitation."),
        "invite --members": words("How many people answer together."),
        "prepare --place": words("Where the consultation takes place."),
        "prepare --language": words(
            "A language of the consultation; may be given twice."
        ),
        "prepare --rounds": words("How many rounds are planned."),
        "prepare --counted-from": words(
            "From how many people on a count is told; never fewer than it is."
        ),
        "prepare --spread-from": words(
            "From how many people on a spread is told; never fewer than it is."
        ),
        "prepare --form": words("The core questions or all of them."),
        "prepare --section": words("Only this section; may be given several times."),
        "prepare --title-en": words("The title in English."),
        "prepare --title-fr": words("The title in French."),
        "prepare --country-en": words("The country's name in English."),
        "prepare --country-fr": words("The country's name in French."),
        "prepare --named-en": words("What people agree to who may be named, English."),
        "prepare --named-fr": words("What people agree to who may be named, French."),
        "prepare --quoted-en": words(
            "What people agree to who may be quoted, English."
        ),
        "prepare --quoted-fr": words("What people agree to who may be quoted, French."),
        "organization --language": words("The language of its invitations."),
        "organization --together": words(
            "Its people answer together, as a group, or one by one."
        ),
        "seats --make": words("Make the seats that the organizations still lack."),
        "invitations --organization": words("Only those of this organization."),
        "--status": words("How far the action is."),
        "--agreed-by": words("A group that agrees; once for each."),
        "--paragraph": words("A paragraph it serves, as 14(b); once for each."),
        "action --section": words(
            "A principle or guarantee it serves, as 3e; once for each."
        ),
        "--sequence": words("Its place in the order of steps."),
        "--begins-on": words("A year, a month or a day: 2027, 2027-03, 2027-03-30."),
        "--ends-on": words("A year, a month or a day: 2027, 2027-03, 2027-03-30."),
        "--became": words("What became of it."),
        "--objective": words("What it is for."),
        "--barrier": words("The gap or barrier it closes."),
        "--what": words("What is done."),
        "--responsible": words("The body that answers for it."),
        "--support": words("Who helps."),
        "--resources": words("What it needs."),
        "--financing": words("Where the money comes from."),
        "--indicator": words("What shows that it works."),
        "--baseline": words("Where the indicator stands now."),
        "--target": words("Where it is to stand, and when."),
    }
