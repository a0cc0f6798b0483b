"""What is said of a file in the list of recent ones."""

from pathlib import Path

from spf_assess.desktop.settings import Recent
from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model.constituency import Constituency


def is_respondent(entry: Recent) -> bool:
    """Whether the file holds one respondent's own answers."""
    return entry.role == "respondent" and entry.constituency in list(Constituency)


def title_of(words: Words, entry: Recent) -> str:
    """Return the consultation's title; the file's name where none is known."""
    return entry.title.get(words.language) or Path(entry.path).stem


def whose(words: Words, entry: Recent) -> str:
    """Return whose answers the file holds, in words."""
    if not is_respondent(entry):
        return words("Facilitator's file")
    constituency = Constituency(entry.constituency)
    if entry.kind == "bench":
        return {
            Constituency.GOVERNMENT: words("Answer of the Government group"),
            Constituency.EMPLOYERS: words("Answer of the Employers' group"),
            Constituency.WORKERS: words("Answer of the Workers' group"),
            Constituency.OBSERVERS: words("Comments of observers"),
        }[constituency]
    group = constituency_name(words, constituency)
    return words("Answer of one person, {group}", group=group)


def holds(words: Words, entry: Recent) -> str:
    """Return what the file contains, for the table."""
    if entry.fictitious:
        return words("{what}, fictitious data", what=whose(words, entry))
    told = words("{what}, round {number}", what=whose(words, entry), number=entry.round)
    if entry.read_only:
        return words("{what}, read only", what=told)
    return told


def state(words: Words, entry: Recent) -> str:
    """Return how far the file has come, for the table."""
    if not is_respondent(entry):
        if not entry.asked:
            return words("nobody has been invited yet")
        return words("{done} of {all} in", done=entry.answered, all=entry.asked)
    told = words("{done} of {all}", done=entry.answered, all=entry.asked)
    if entry.handed_in_at:
        return words("{what}, handed in", what=told)
    return words("{what}, not handed in", what=told)
