"""Whose comments may stand on the facilitator's screen, and under what name."""

from collections.abc import Iterable
from dataclasses import dataclass

from spf_assess.model import Constituency, Respondent, RespondentKind, Response


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words; *author* is empty for a bench, or where it is not named."""

    text: str
    author: str


def quotable(respondent: Respondent) -> bool:
    """Whether a respondent's comments may be quoted.

    A bench speaks in public by its role; a person only with consent (R-401, R-402).
    """
    return respondent.kind is RespondentKind.BENCH or respondent.consent_quoted


def quotes(
    responses: Iterable[Response], bench: Constituency, item: str
) -> tuple[Quote, ...]:
    """Return the comments of one bench on an item that may be shown, unshortened."""
    found = []
    for response in responses:
        who = response.respondent
        answer = response.answers.get(item)
        if who.constituency is not bench or answer is None or not answer.comment:
            continue
        if quotable(who):
            found.append(Quote(answer.comment, _author(who)))
    return tuple(found)


def _author(who: Respondent) -> str:
    if who.kind is RespondentKind.BENCH or not who.consent_named:
        return ""
    return ", ".join(part for part in (who.name, who.organization) if part)
