"""Coresia, a fictitious country, in memory: what a report is made from, without files.

Answers follow from the item's id alone, so that every run prints the same pages.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from spf_assess.analysis import asked_items, compute
from spf_assess.analysis.disclosure import EVERYTHING
from spf_assess.consultation.reporting import report_terms
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Header,
    Item,
    ItemKind,
    NoAnswer,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
    Round,
    Selection,
    Text,
)
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.report import ReportInput

GOVERNMENT, EMPLOYERS = Constituency.GOVERNMENT, Constituency.EMPLOYERS
WORKERS, OBSERVERS = Constituency.WORKERS, Constituency.OBSERVERS
PERSON, BENCH = RespondentKind.PERSON, RespondentKind.BENCH
SECTIONS = ("3a", "3e", "5c")
MOMENT = "2026-11-20T09:30:00Z"
LEVELS: Mapping[str, Mapping[Constituency, tuple[int, int]]] = {
    "3a": {GOVERNMENT: (3, 3), EMPLOYERS: (3, 3), WORKERS: (3, 2)},
    "3e": {GOVERNMENT: (3, 3), EMPLOYERS: (3, 2), WORKERS: (2, 1)},
    "5c": {GOVERNMENT: (4, 4), EMPLOYERS: (3, 2), WORKERS: (1, 1)},
}
Change = Callable[[Item, Respondent, Answer], Answer]


@dataclass(frozen=True)
class Seat:
    """Someone who answers, and how far from the group's usual level."""

    who: Respondent
    shift: int = 0


def seat(
    number: int,
    constituency: Constituency,
    kind: RespondentKind = BENCH,
    organization: str = "",
    *,
    language: str = "en",
    shift: int = 0,
    **more: object,
) -> Seat:
    """Return a seat; benches have seven members, three of them women."""
    fields: dict[str, object] = {"consent_quoted": True, **more}
    if kind is BENCH:
        fields = {"members": 7, "women": 3, "men": 4, **fields}
    else:
        fields = {"women": number % 2, "men": 1 - number % 2, **fields}
    who = Respondent(
        id=f"{number:032x}",
        constituency=constituency,
        kind=kind,
        organization=organization,
        language=language,
        **fields,  # type: ignore[arg-type]
    )
    return Seat(who, shift)


def everyone() -> tuple[Seat, ...]:
    """Return two agreed benches, five workers one by one, and an observer."""
    workers = (
        seat(3 + index, WORKERS, PERSON, name, language="fr", shift=shift)
        for index, (name, shift) in enumerate(
            (
                ("National Union Centre", 0),
                ("National Union Centre", 0),
                ("Free Federation of Trade Unions", 0),
                ("Rural Workers' Union", 2),
                ("Rural Workers' Union", 0),
            )
        )
    )
    return (
        seat(1, GOVERNMENT, organization="Ministry of Labour"),
        seat(2, EMPLOYERS, organization="Confederation of Employers"),
        *workers,
        seat(9, OBSERVERS, PERSON, "Association of Older Persons"),
    )


def coresia(
    seats: Sequence[Seat] | None = None,
    sections: Iterable[str] = SECTIONS,
    *,
    form: str = "full",
    change: Change | None = None,
    **header: object,
) -> ReportInput:
    """Return the input of a report; *change* may alter each answer as it is given."""
    questionnaire = load_questionnaire()
    selection = Selection(form, tuple(sections))
    seats = everyone() if seats is None else seats
    responses = []
    asked: dict[str, frozenset[str]] = {}
    for one in seats:
        items = [item for item in questionnaire.items() if selection.includes(item)]
        given = {
            item.id: change(item, one.who, found) if change else found
            for item in items
            if (found := _answer(item, one)) is not None
        }
        open_to = asked_items(questionnaire, selection, one.who.constituency, given)
        asked[one.who.id] = frozenset(item.id for item in open_to)
        responses.append(
            Response(one.who, 1, MappingProxyType(given), 1, "2026-11-18T12:00:00Z")
        )
    return ReportInput(
        header=_header(questionnaire.id, questionnaire.digest, selection, header),
        questionnaire=questionnaire,
        selection=selection,
        recommendation=load_recommendation(),
        rounds=(Round(1, "2026-11-04T08:00:00Z", "2026-11-18T18:00:00Z"),),
        responses=tuple(responses),
        results=compute(questionnaire, selection, responses),
        asked=asked,
        seats=len(seats) + 1,
        generated_at=MOMENT,
        terms=report_terms(),
        final=EVERYTHING,
    )


def _header(
    questionnaire: str, digest: str, selection: Selection, more: dict[str, object]
) -> Header:
    header = Header(
        id="00" * 16,
        title=Text.of(
            en="National tripartite consultation",
            fr="Consultation tripartite nationale",
        ),
        country=Text.of(en="Coresia", fr="Corésie"),
        questionnaire_id=questionnaire,
        questionnaire_version="1",
        questionnaire_digest=digest,
        selection=selection,
        created_at="2026-11-03T08:00:00Z",
        public_key="ab" * 32,
        place="Port Cores",
        fictitious=True,
    )
    return replace(header, **more)  # type: ignore[arg-type]


def _answer(item: Item, seat: Seat) -> Answer | None:
    group = seat.who.constituency
    if group.rates and group not in item.asked_of:
        return None
    if not group.rates:
        comment = "Older persons without papers are not counted." if item.core else ""
        return Answer(item.id, comment=comment)
    parts = {part.name: _part(item, part.name, seat) for part in item.parts}
    return Answer(
        item.id,
        parts=MappingProxyType(parts),
        comment=_comment(item, seat),
        evidence=_evidence(item, group),
        follow_ups=MappingProxyType(
            {"F1": "Small traders; money and staff."}
            if item.headline and group is EMPLOYERS
            else {}
        ),
    )


def _comment(item: Item, seat: Seat) -> str:
    if not item.headline:
        return ""
    if seat.who.language == "fr":
        return "Nos membres à leur compte n'ont perçu aucune prestation."
    return f"The regime of 2023 opened {item.section} to most small traders."


def _evidence(item: Item, group: Constituency) -> tuple[Evidence, ...]:
    if not item.headline or group is WORKERS:
        return ()
    kind, grade = (
        (EvidenceKind.LAW, Grade.A)
        if group is GOVERNMENT
        else (EvidenceKind.EXPERIENCE, Grade.D)
    )
    return (Evidence(kind, grade, "Social Security Act", "art. 14", "2019-07-01"),)


def _part(item: Item, part: str, seat: Seat) -> PartAnswer:
    group = seat.who.constituency
    levels = LEVELS.get(item.section, {}).get(group) or _usual(item.section, group)
    if item.kind.rated:
        level = levels[0] if part == "law" else levels[1]
        if not item.headline:
            level += len(item.id + part) % 3 - 1
        return PartAnswer(value=max(1, min(4, level + seat.shift)))
    if item.kind is ItemKind.FIGURES:
        figure = Figure(total="25.5", year="2025", source="Register of the fund")
        if group is GOVERNMENT and part == item.parts[0].name:
            return PartAnswer(value=replace(figure, women="21.5", men="28"))
        return PartAnswer(value=replace(figure, no_sex_reason="not kept by sex"))
    if item.kind in (ItemKind.SELECT_MULTIPLE, ItemKind.RANK):
        names = [choice.name for choice in item.choices]
        if item.kind is ItemKind.RANK:
            turn = seat.shift + list(Constituency).index(group)
            return PartAnswer(value=tuple(names[turn:] + names[:turn]))
        return PartAnswer(value=tuple(names[:2]))
    return _single(item, group)


def _usual(section: str, group: Constituency) -> tuple[int, int]:
    """Return levels that vary from section to section and group to group."""
    base = sum(map(ord, section))
    own = base * (list(Constituency).index(group) + 2)
    return 1 + (base + own // 3) % 4, 1 + (base // 2 + own // 5) % 4


def _single(item: Item, group: Constituency) -> PartAnswer:
    if item.kind is ItemKind.YES_PARTLY_NO:
        return PartAnswer(value="partly" if group is WORKERS else "yes")
    if item.kind is ItemKind.SELECT_ONE:
        return PartAnswer(value=item.choices[0].name)
    if item.kind is ItemKind.DATE:
        return PartAnswer(value="2024-05-01")
    if group is EMPLOYERS:
        return PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    return PartAnswer(value="Seasonal workers, for lack of information.")
