"""One round's results, computed once for screen, PDF, workbook and JSON alike."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from spf_assess.analysis.counts import (
    MEMBERS,
    MEN,
    RESPONDENTS,
    TOTAL,
    WOMEN,
    Count,
    Counted,
    Counting,
    Counts,
)
from spf_assess.analysis.positions import Voice, compare, position_of
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Gap,
    Item,
    ItemKind,
    NoAnswer,
    Outcome,
    ParagraphsResult,
    Participation,
    Questionnaire,
    RespondentKind,
    Response,
    Results,
    Section,
    SectionResult,
    Selection,
    Tally,
)

SHOWN_IN_SUMMARY = 4
GAPS_SHOWN = 12
DIMENSIONS = (LAW, PRACTICE)

ByPart = Mapping[str, Comparison]


@dataclass(frozen=True, slots=True)
class Said:
    """What enters the results of a later round besides responses.

    Attributes:
        kept: by respondent id and item, the parts answered in an earlier round only.
        stated: levels that a bench stated, by bench, item and part.
        agreed: levels that all three benches agreed on, by item and part.
    """

    kept: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    stated: Mapping[tuple[Constituency, str, str], int] = field(default_factory=dict)
    agreed: Mapping[tuple[str, str], int] = field(default_factory=dict)


NOTHING_SAID = Said()


def compute(
    questionnaire: Questionnaire,
    selection: Selection,
    responses: Sequence[Response],
    round_number: int = 1,
    said: Said = NOTHING_SAID,
) -> Results:
    """Return the results of one round from the latest response of each respondent.

    Responses of another round are left out; observers never enter a position.
    """
    counting = Counting(questionnaire, selection)
    kept: dict[str, dict[str, frozenset[str]]] = {}
    for (seat, item), parts in said.kept.items():
        kept.setdefault(seat, {})[item] = parts
    found: Counter[Count] = Counter()
    for response in responses:
        if response.round == round_number:
            found.update(counting.of(response, kept.get(response.respondent.id)))
    return compute_counted(questionnaire, selection, found, round_number, said)


def compute_counted(
    questionnaire: Questionnaire,
    selection: Selection,
    counts: Counts,
    round_number: int = 1,
    said: Said = NOTHING_SAID,
) -> Results:
    """Return the results of one round from how many said what."""
    by_part: dict[tuple[str, str], list[tuple[Count, int]]] = {}
    for one, number in counts.items():
        if one.what is Counted.SAID and number:
            by_part.setdefault((one.item, one.part), []).append((one, number))
    comparisons = {
        item.id: _comparisons(item, by_part, said)
        for item in questionnaire.items()
        if item.compared and selection.includes(item)
    }
    sections = tuple(_sections(questionnaire, comparisons))
    return Results(
        round=round_number,
        sections=sections,
        comparisons=MappingProxyType(comparisons),
        outcomes=MappingProxyType(
            {one: dict(_outcomes(sections, one)) for one in DIMENSIONS}
        ),
        strongest_agreement=MappingProxyType(
            {one: _agreed(sections, one) for one in DIMENSIONS}
        ),
        widest_divergence=MappingProxyType(
            {one: _diverging(sections, one) for one in DIMENSIONS}
        ),
        gaps=_gaps(questionnaire, selection, comparisons, counts),
        participation=tuple(_participation(bench, counts) for bench in Constituency),
        paragraphs=tuple(_paragraphs(questionnaire, comparisons)),
    )


def voices(
    item: Item,
    responses: Sequence[Response],
    asked: Mapping[str, frozenset[str]],
    said: Said = NOTHING_SAID,
) -> tuple[Voice, ...]:
    """Return what each rating respondent said of *item*, and whether it was asked."""
    return tuple(
        Voice(
            constituency=response.respondent.constituency,
            kind=response.respondent.kind,
            answer=response.answers.get(item.id),
            asked=item.id in asked[response.respondent.id],
            kept=said.kept.get((response.respondent.id, item.id), frozenset()),
        )
        for response in responses
        if response.respondent.constituency.rates
    )


def _comparisons(
    item: Item,
    by_part: Mapping[tuple[str, str], Sequence[tuple[Count, int]]],
    said: Said,
) -> ByPart:
    benches = [bench for bench in BENCHES if bench in item.asked_of]
    return MappingProxyType(
        {
            part.name: compare(
                item.id,
                part.name,
                [
                    position_of(
                        bench,
                        by_part.get((item.id, part.name), ()),
                        said.stated.get((bench, item.id, part.name)),
                    )
                    for bench in benches
                ],
                said.agreed.get((item.id, part.name)),
            )
            for part in item.parts
        }
    )


def _sections(
    questionnaire: Questionnaire, comparisons: Mapping[str, ByPart]
) -> Iterator[SectionResult]:
    for section in questionnaire.sections:
        headline = next((item for item in section.items if item.headline), None)
        if headline is None or headline.id not in comparisons:
            continue
        others = _tally([parts.values() for parts in _others(section, comparisons)])
        yield SectionResult(
            section=section.id,
            law=comparisons[headline.id][LAW],
            practice=comparisons[headline.id][PRACTICE],
            others_compared=others.compared,
            others_diverging=others.diverging,
        )


def _paragraphs(
    questionnaire: Questionnaire, comparisons: Mapping[str, ByPart]
) -> Iterator[ParagraphsResult]:
    for section in questionnaire.sections:
        rated = _others(section, comparisons)
        if section.headline is not None or not rated:
            continue
        whole = _tally([parts.values() for parts in rated])
        yield ParagraphsResult(
            section=section.id,
            compared=whole.compared,
            diverging=whole.diverging,
            by_dimension=MappingProxyType(
                {one: _tally(_in_dimension(rated, one)) for one in DIMENSIONS}
            ),
        )


def _others(section: Section, comparisons: Mapping[str, ByPart]) -> list[ByPart]:
    """Return what is compared in a section besides its headline, by question."""
    return [
        comparisons[item.id]
        for item in section.items
        if not item.headline and item.id in comparisons
    ]


def _in_dimension(
    questions: Sequence[ByPart], dimension: str
) -> list[Collection[Comparison]]:
    """Return the questions with something in a dimension; all but law is practice."""
    found = [
        [one for name, one in parts.items() if (name == LAW) == (dimension == LAW)]
        for parts in questions
    ]
    return [parts for parts in found if parts]


def _tally(questions: Sequence[Collection[Comparison]]) -> Tally:
    return Tally(
        compared=sum(
            any(one.range is not None for one in parts) for parts in questions
        ),
        diverging=sum(
            any(one.outcome.diverges for one in parts) for parts in questions
        ),
        verdicts_differ=sum(
            any(one.verdicts_differ for one in parts) for parts in questions
        ),
        incomplete=sum(any(one.missing for one in parts) for parts in questions),
    )


def _dimension(result: SectionResult, dimension: str) -> Comparison:
    return result.law if dimension == LAW else result.practice


def _outcomes(
    sections: Sequence[SectionResult], dimension: str
) -> Mapping[Outcome, int]:
    found = Counter(_dimension(result, dimension).outcome for result in sections)
    return {outcome: found[outcome] for outcome in Outcome}


def _agreed(sections: Sequence[SectionResult], dimension: str) -> tuple[str, ...]:
    """Return where three benches agree, the best supported first.

    Only convergence of all three counts. Among those the order is: fewer unsupported
    positions, then fewer further items that diverge, then the order of the
    Recommendation, so that no level is praised by its place.
    """
    found = [
        result
        for result in sections
        if _dimension(result, dimension).outcome is Outcome.CONVERGENCE
        and not _dimension(result, dimension).missing
    ]
    found.sort(
        key=lambda result: (
            sum(one.unsupported for one in _dimension(result, dimension).positions),
            result.others_diverging,
        )
    )
    return tuple(result.section for result in found[:SHOWN_IN_SUMMARY])


def _diverging(sections: Sequence[SectionResult], dimension: str) -> tuple[str, ...]:
    """Return where positions lie farthest apart, the widest range first."""
    found = [
        result for result in sections if _dimension(result, dimension).outcome.diverges
    ]
    found.sort(
        key=lambda result: (
            -(_dimension(result, dimension).range or 0),
            -result.others_diverging,
        )
    )
    return tuple(result.section for result in found[:SHOWN_IN_SUMMARY])


def _gaps(
    questionnaire: Questionnaire,
    selection: Selection,
    comparisons: Mapping[str, ByPart],
    counts: Counts,
) -> tuple[Gap, ...]:
    """Return the largest gaps in information: most benches first, headlines first."""
    found = [
        Gap(item.id, part, kind.value, benches)
        for item in questionnaire.items()
        for part, comparison in comparisons.get(item.id, {}).items()
        for kind in (NoAnswer.DONT_KNOW, NoAnswer.BLANK)
        if (benches := _without(comparison, kind))
    ]
    found += _figure_gaps(questionnaire, selection, counts)
    order = {item.id: index for index, item in enumerate(questionnaire.items())}
    headlines = {item.id for item in questionnaire.items() if item.headline}
    found.sort(
        key=lambda gap: (-len(gap.benches), gap.item not in headlines, order[gap.item])
    )
    return tuple(found[:GAPS_SHOWN])


def _without(comparison: Comparison, kind: NoAnswer) -> tuple[Constituency, ...]:
    return tuple(
        found.constituency
        for found in comparison.positions
        if found.respondents and found.level is None and found.no_answer is kind
    )


def _figure_gaps(
    questionnaire: Questionnaire, selection: Selection, counts: Counts
) -> Iterator[Gap]:
    given: dict[tuple[str, str, Constituency], set[str]] = {}
    for one, number in counts.items():
        if one.what is Counted.FIGURE and number:
            place = one.item, one.part, one.constituency
            given.setdefault(place, set()).add(one.said)
    for item in questionnaire.items():
        if item.kind is not ItemKind.FIGURES or not selection.includes(item):
            continue
        for part in item.parts:
            benches = tuple(
                bench
                for bench in BENCHES
                if bench in item.asked_of
                and given.get((item.id, part.name, bench)) == {TOTAL}
            )
            if part.by_sex and benches:
                yield Gap(item.id, part.name, "sex_missing", benches)


def _participation(constituency: Constituency, counts: Counts) -> Participation:
    """Count people once: a bench's own count stands for members who also answered."""
    own = {
        (one.kind, one.said): number
        for one, number in counts.items()
        if one.what is Counted.PEOPLE and one.constituency is constituency
    }
    counted = max(RespondentKind, key=lambda kind: own.get((kind, MEMBERS), 0))
    return Participation(
        constituency=constituency,
        respondents=sum(own.get((kind, RESPONDENTS), 0) for kind in RespondentKind),
        members=own.get((counted, MEMBERS), 0),
        women=own.get((counted, WOMEN), 0),
        men=own.get((counted, MEN), 0),
    )
