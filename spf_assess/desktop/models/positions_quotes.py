"""Whose comments may stand on the facilitator's screen, and under what name."""

from collections.abc import Iterable
from dataclasses import dataclass

from spf_assess.model import Constituency, Respondent, RespondentKind, Response


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words; *author* is empty for a bench, or where it is not named.

    *minority*: what some members of a bench hold against its agreed answer.
    """

    text: str
    author: str
    minority: bool = False


def quotable(respondent: Respondent) -> bool:
    """Whether a respondent's comments may be quoted.

    A bench speaks in public by its role; a person only with consent (R-401, R-402).
    """
    return respondent.kind is RespondentKind.BENCH or respondent.consent_quoted


def quotes(
    responses: Iterable[Response], bench: Constituency, item: str
) -> tuple[Quote, ...]:
    """Return the comments of one bench on an item that may be shown, unshortened.

    A minority note follows the comment of its bench; it is shown as it is printed, with
    the consent to be quoted alone.
    """
    found = []
    for response in responses:
        who = response.respondent
        answer = response.answers.get(item)
        if who.constituency is not bench or answer is None:
            continue
        if answer.comment and quotable(who):
            found.append(Quote(answer.comment, _author(who)))
        if answer.minority.strip() and who.consent_quoted:
            found.append(Quote(answer.minority, "", minority=True))
    return tuple(found)


def _author(who: Respondent) -> str:
    if who.kind is RespondentKind.BENCH or not who.consent_named:
        return ""
    return ", ".join(part for part in (who.name, who.organization) if part)
