"""The answers of one participant, for themselves: nobody else's words are in it."""

from collections.abc import Sequence

from spf_assess.analysis.disclosure import printable
from spf_assess.i18n import (
    constituency_name,
    date_text,
    named_consent,
    quoted_consent,
)
from spf_assess.model import (
    LANGUAGES,
    ReportOptions,
    Respondent,
    RespondentKind,
    Response,
)
from spf_assess.report import faults
from spf_assess.report.context import asked_sections
from spf_assess.report.desk import Context, Desk
from spf_assess.report.front import front
from spf_assess.report.given import ReportInput
from spf_assess.report.own import own_section


def own_response(given: ReportInput, wanted: ReportOptions) -> Response:
    """Return whose answers are printed.

    Raises:
        Problem: R-107 it is not told whose, R-108 they gave no answers, R-109 they did
            not agree that others print them.
    """
    name = wanted.respondent or given.own
    if not name:
        raise faults.respondent_missing()
    found = [
        one
        for one in given.responses
        if one.respondent.id == name and one.round == given.results.round
    ]
    if not found:
        raise faults.respondent_unknown(respondent=name)
    if name != given.own and not _open(given, found[0].respondent):
        raise faults.respondent_unwilling()
    return found[0]


def _open(given: ReportInput, who: Respondent) -> bool:
    """Return whether others may print someone's answers."""
    prepared = given.preparation
    return printable(who, open_record=prepared is not None and prepared.open_record)


def participant_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what is printed of one participant's answers."""
    response = own_response(desk.given, wanted)
    who = response.respondent
    asked = desk.given.asked.get(who.id, frozenset())
    sections = [own_section(desk, one, response, asked) for one in asked_sections(desk)]
    context = {
        **front(desk, wanted),
        "document": desk.words("Own answers of a participant"),
        "title": _title(desk, who),
        "facts": _facts(desk, response),
        "receipt": _receipt(desk, who),
        "sections": [one for one in sections if one["questions"]],
    }
    context["replaced"] = sorted(desk.scribe.replaced)
    return context


def _title(desk: Desk, who: Respondent) -> str:
    """Return whose answers they are: a name, an organization, or the group alone.

    Where others print them, a name needs consent.
    """
    told = ""
    if _named(desk, who):
        told = desk.scribe.line(who.name) or desk.scribe.line(who.organization)
    return told or constituency_name(desk.words, who.constituency)


def _named(desk: Desk, who: Respondent) -> bool:
    return who.id == desk.given.own or who.consent_named


def _facts(desk: Desk, response: Response) -> list[tuple[str, str]]:
    words, who = desk.words, response.respondent
    yes, no = words("Yes"), words("No")
    asked = desk.given.asked.get(who.id, ())
    answered = sum(not one.empty for one in response.answers.values())
    found = [
        (words("Group"), constituency_name(words, who.constituency)),
        (
            words("Organization"),
            desk.scribe.line(who.organization) if _named(desk, who) else "",
        ),
        (
            words.context("participant", "Answered"),
            words("one agreed answer of the group")
            if who.kind is RespondentKind.BENCH
            else words("for oneself"),
        ),
        (words("Round"), str(response.round)),
        (
            words("Questions answered"),
            words("{answered} of {asked}", answered=answered, asked=len(asked)),
        )
        if who.constituency.rates
        else (words("Questions commented"), str(answered)),
        (
            words.context("participant", "Handed in"),
            date_text(response.handed_in_at, desk.language)
            if response.handed_in_at
            else words.context("participant", "not yet"),
        ),
        (named_consent(words), yes if who.consent_named else no),
        (quoted_consent(words), yes if who.consent_quoted else no),
    ]
    return [(name, told) for name, told in found if told]


def _receipt(desk: Desk, who: Respondent) -> Sequence[Context]:
    """Return the eight words of the packet that was handed in last, in each language.

    Both stand on every copy: the other language's words are the same receipt.
    """
    found = desk.given.receipts.get(who.id)
    if found is None:
        return ()
    return [
        {"language": language, "words": list(found[language])} for language in LANGUAGES
    ]
