"""The page that a minister reads: counts, agreement, divergence, what is missing."""

from collections.abc import Iterator, Mapping, Sequence

from spf_assess.i18n import outcome_name
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Gap,
    Outcome,
    Pattern,
    Section,
    SectionResult,
)
from spf_assess.report import charts
from spf_assess.report.comparisons import compared, dimension_name
from spf_assess.report.desk import Context, Desk
from spf_assess.report.remarks import remark_beside
from spf_assess.report.sections import anchor
from spf_assess.report.sentences import (
    gap_sentence,
    outcomes_sentences,
    unsupported_sentence,
)

SHOWN, GAPS_SHOWN = 3, 4
_LAW_PRACTICE = "law_practice"  # a term of the glossary
_ROW_MM, _PROFILE_MM = 6.2, 34.0
Shown = Sequence[tuple[Section, SectionResult]]


def summary_context(desk: Desk, shown: Shown) -> Context:
    """Return the one-page summary."""
    results = desk.given.results
    names = {outcome: outcome_name(desk.words, outcome) for outcome in Outcome}
    by_id = {section.id: (section, result) for section, result in shown}
    agreement = _listings(desk, by_id, results.strongest_agreement)
    divergence = _listings(desk, by_id, results.widest_divergence)
    notes = [*_law_and_practice(desk), *_apart(desk, agreement + divergence)]
    return {
        "sentences": outcomes_sentences(desk, results),
        "notes": notes,
        "bars": [
            {
                "name": dimension_name(desk, dimension),
                "picture": charts.outcome_bar(
                    results.outcomes[dimension],
                    names,
                    _bar_title(desk, dimension, names),
                ),
            }
            for dimension in (PRACTICE, LAW)
        ],
        "key": [
            (charts.swatch(outcome, names[outcome]), names[outcome])
            for outcome in Outcome
        ],
        "agreement": agreement,
        "divergence": divergence,
        "unsupported": _unsupported(desk),
        "gaps": [_gap(desk, gap) for gap in results.gaps[:GAPS_SHOWN]],
        "remark": remark_beside(desk),
        "more_gaps": len(results.gaps) > GAPS_SHOWN,
    }


def _law_and_practice(desk: Desk) -> Iterator[str]:
    """Yield what law and practice are, in the words of the glossary."""
    for term in desk.given.terms:
        if term.name == _LAW_PRACTICE:
            word, means = term.word[desk.language], term.means[desk.language]
            title = f"{word[:1].upper()}{word[1:]}"
            yield desk.named(title, f"{means[:1].lower()}{means[1:]}")


def _apart(desk: Desk, listings: Sequence[Context], number: int = 2) -> Iterator[str]:
    """Yield what "apart" means, and call the note where the word stands first."""
    for row in (row for listing in listings for row in listing["rows"]):
        if row["apart"]:
            row["note"] = number
            yield desk.words(
                "Apart: two groups state the same level, the third another one."
            )
            return


def _gap(desk: Desk, gap: Gap) -> Context:
    """Return a gap in a sentence, and where more is told of its section."""
    section = desk.questionnaire.section(desk.questionnaire.item(gap.item).section)
    return {
        "told": gap_sentence(desk, desk.questionnaire, gap),
        "anchor": anchor(section),
    }


def _listings(
    desk: Desk,
    by_id: Mapping[str, tuple[Section, SectionResult]],
    ids: Mapping[str, Sequence[str]],
) -> list[Context]:
    return [
        {
            "name": dimension_name(desk, dimension),
            "rows": [
                _line(desk, by_id[one][0], _of(by_id[one][1], dimension))
                for one in ids[dimension][:SHOWN]
            ],
        }
        for dimension in (PRACTICE, LAW)
        if ids[dimension]
    ]


def _of(result: SectionResult, dimension: str) -> Comparison:
    return result.law if dimension == LAW else result.practice


def _line(desk: Desk, section: Section, comparison: Comparison) -> Context:
    return {
        **_named(desk, section),
        **compared(desk, comparison, height=_ROW_MM),
        "apart": comparison.pattern is Pattern.ONE_APART,
        "note": 0,
    }


def _named(desk: Desk, section: Section) -> Context:
    return {
        "anchor": anchor(section),
        "group": section.group,
        "reference": section.label(desk.language),
        "short": desk.text(section.short),
    }


def _bar_title(desk: Desk, dimension: str, names: Mapping[Outcome, str]) -> str:
    counts = desk.given.results.outcomes[dimension]
    told = ", ".join(f"{names[outcome]} {count}" for outcome, count in counts.items())
    return desk.wording.say(
        "picture-outcomes",
        lambda: desk.named(dimension_name(desk, dimension), told),
        dimension=dimension,
        counts=told,
    )


def _unsupported(desk: Desk) -> str:
    """Tell how many high positions on headline questions have no support (asterisk)."""
    high = [
        one
        for section in desk.given.results.sections
        for comparison in (section.law, section.practice)
        for one in comparison.positions
        if one.unsupported
    ]
    return unsupported_sentence(desk, len(high)) if high else ""


def profile_rows(desk: Desk, shown: Shown) -> list[Context]:
    """Return the profile: a row a section, law and practice apart, never an average."""
    return [
        {
            **_named(desk, section),
            "law": compared(desk, result.law, width=_PROFILE_MM, height=desk.row),
            "practice": compared(
                desk, result.practice, width=_PROFILE_MM, height=desk.row
            ),
            "others": desk.words(
                "{diverging} of {compared}",
                diverging=result.others_diverging,
                compared=result.others_compared,
            )
            if result.others_compared
            else desk.words.context("sign in a table", "n/c"),
        }
        for section, result in shown
    ]
