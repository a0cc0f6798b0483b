"""People's own words and sources: printed with consent, as they were written (R-402).

What is quoted stands under its group and carries a person's name only with consent.
"""

import re
from collections import Counter
from collections.abc import Iterable

from spf_assess.i18n import evidence_kind_name, list_text
from spf_assess.model import (
    Constituency,
    Evidence,
    EvidenceKind,
    Grade,
    Item,
    Response,
)
from spf_assess.report.desk import Context, Desk
from spf_assess.report.figures import figure_line
from spf_assess.report.reading import members_said, of_group, said

_NUMBERED = re.compile(r"(?<=\.) (?=\d)")  # "p. 31" stays on one line
_MOST_NAMED = 60  # organizations; more fill pages that nobody reads


def comments(desk: Desk, item: Item, group: Constituency) -> list[Context]:
    """Return a group's comments that may be quoted, each with its minority note."""
    found = []
    for one in said(desk.given, item, group):
        if one.quotable and one.answer.comment.strip():
            found.append(quote(desk, one.answer.comment, one.response))
        if one.quotable and one.answer.minority.strip():
            note = quote(desk, one.answer.minority, one.response)
            lead = desk.words("Minority note within this group")
            found.append({**note, "lead": lead})
    return found


def follow_ups(desk: Desk, item: Item, group: Constituency) -> list[Context]:
    """Return answers to follow-up questions that may be quoted, by question."""
    found: dict[str, list[Context]] = {}
    for one in said(desk.given, item, group):
        if one.quotable:
            for name, words in one.answer.follow_ups.items():
                if words.strip() and name in desk.questionnaire.follow_ups:
                    told = quote(desk, words, one.response)
                    found.setdefault(name, []).append(told)
    return [
        {
            "name": name,
            "question": desk.text(desk.questionnaire.follow_ups[name].label),
            "quotes": quotes,
        }
        for name, quotes in sorted(found.items(), key=lambda pair: int(pair[0][1:]))
    ]


def quote(desk: Desk, text: str, response: Response) -> Context:
    """Return words in quotation marks, their language and, if agreed, their author.

    ``by`` is a sign; ``who`` is what it stands for, printed once a section; ``lead``
    says what the words are where that is more than a comment.
    """
    who = response.respondent
    told = desk.scribe.line
    pieces = [told(who.name), told(who.organization)] if who.consent_named else []
    return {
        "lead": "",
        "text": desk.scribe.quoted(text, who.language),
        "language": who.language,
        "by": desk.speaker(who),
        "who": ", ".join(piece for piece in pieces if piece),
        **desk.tongue(who.language),
    }


def reasons(desk: Desk, item: Item, part: str, group: Constituency) -> list[str]:
    """Return why a group gave no answer, in its words; members' only with consent."""
    found = (
        desk.scribe.line(one.answer.part(part).reason)
        for one in said(desk.given, item, group)
        if one.answer.part(part).no_answer is not None and (one.agreed or one.quotable)
    )
    return list(dict.fromkeys(reason for reason in found if reason))


def evidence(desk: Desk, item: Item, group: Constituency) -> Context:
    """Return sources that may be quoted, each once, and the grades of the others."""
    quoted: dict[tuple[str, str], Context] = {}
    others: set[Grade] = set()
    unread = Counter(members_said(desk.given, item, group).grades)
    for one in said(desk.given, item, group):
        if not one.agreed:
            unread.subtract({source.grade for source in one.answer.evidence})
        for source in one.answer.evidence:
            if one.quotable:
                told = source_context(desk, source)
                quoted[told["grade"], told["text"]] = told
            else:
                others.add(source.grade)
    others |= {grade for grade, number in unread.items() if number > 0}
    return {
        "sources": [quoted[key] for key in sorted(quoted)],
        "others": _others(desk, others),
    }


def _others(desk: Desk, grades: Iterable[Grade]) -> str:
    """Tell grades without counts: a count of one would point at a member (R-401)."""
    names = tuple(grade.value for grade in sorted(grades))
    if not names:
        return ""
    return desk.words.plural(
        "Not quoted: evidence of grade {grades}.",
        "Not quoted: evidence of grades {grades}.",
        len(names),
        grades=list_text(names, desk.language),
    )


def source_context(desk: Desk, source: Evidence) -> Context:
    """Return a source with its grade, as it is told within a line."""
    told = desk.scribe.line
    place = _NUMBERED.sub("\u00a0", told(source.place))
    pieces = [told(source.title), place, told(source.who)]
    if source.date:
        pieces.append(desk.day(told(source.date)))
    text = ", ".join(piece for piece in pieces if piece)
    figure = figure_line(desk, source.figure, "") if source.figure is not None else ""
    if figure:
        text = _beside(desk, text, figure) if text else figure
    if source.kind is EvidenceKind.EXPERIENCE and text:
        text = desk.named(evidence_kind_name(desk.words, source.kind), text)
    return {
        "grade": source.grade.value,
        "text": text or evidence_kind_name(desk.words, source.kind),
    }


def _beside(desk: Desk, text: str, figure: str) -> str:
    """Return a source and its figures; facing, with what both languages write alike."""
    return f"{text}, {figure}" if desk.facing else desk.named(text, figure)


def organizations(desk: Desk, group: Constituency) -> list[str]:
    """Return a group's organizations, each once, in the order of the alphabet.

    Organizations are public by their role; persons' names are not.
    """
    found = {
        desk.scribe.line(one.respondent.organization)
        for one in of_group(desk.given, group)
    }
    return sorted((name for name in found if name), key=str.casefold)


def listed(desk: Desk, names: list[str]) -> list[str]:
    """Return the names of organizations, or how many there are of too many.

    Thousands would fill most of a report, and none could be left out fairly.
    """
    if len(names) <= _MOST_NAMED:
        return names
    return [
        desk.words(
            "{number} organizations, too many to be named here", number=len(names)
        )
    ]
