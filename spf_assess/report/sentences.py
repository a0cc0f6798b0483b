"""Short sentences that follow the numbers: counts first, neutral, never a judgement.

Whole sentences are kept in the catalogue, one for each case, so that French articles,
genders and plurals are a translator's choice and never assembled from pieces.
"""

from spf_assess.i18n import (
    Words,
    constituency_name,
    level_text,
    list_text,
    no_answer_name,
    outcome_name,
    pattern_name,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Gap,
    NoAnswer,
    Outcome,
    Pattern,
    Questionnaire,
    Results,
)


def strip_title(words: Words, comparison: Comparison) -> str:
    """Return the numbers of a strip in words, for those who hear the page."""
    told = [
        f"{constituency_name(words, one.constituency)} {level_text(one.level)}"
        if one.level is not None
        else f"{constituency_name(words, one.constituency)} "
        f"{no_answer_name(words, one.no_answer or NoAnswer.BLANK).lower()}"
        for one in comparison.positions
    ]
    return ", ".join([*told, outcome_name(words, comparison.outcome)])


def outcomes_sentence(words: Words, results: Results) -> list[str]:
    """Return, for practice and for law, how many sections agree and how many do not."""
    return [
        _outcomes(words, results, PRACTICE),
        _outcomes(words, results, LAW),
    ]


def _outcomes(words: Words, results: Results, dimension: str) -> str:
    counts = results.outcomes[dimension]
    close = counts[Outcome.CONVERGENCE] + counts[Outcome.NEAR_CONVERGENCE]
    apart = counts[Outcome.DIVERGENCE] + counts[Outcome.STRONG_DIVERGENCE]
    none = counts[Outcome.NO_COMPARISON]
    total = close + apart + none
    if dimension == PRACTICE:
        first = words.plural(
            "In practice, of {total} sections the positions converge or nearly converge"
            " on {number}",
            "In practice, of {total} sections the positions converge or nearly converge"
            " on {number}",
            close,
            total=total,
        )
    else:
        first = words.plural(
            "In law, of {total} sections the positions converge or nearly converge on"
            " {number}",
            "In law, of {total} sections the positions converge or nearly converge on"
            " {number}",
            close,
            total=total,
        )
    rest = []
    if apart:
        rest.append(words.plural("diverge on {number}", "diverge on {number}", apart))
    if none:
        rest.append(
            words.plural(
                "cannot be compared on {number}",
                "cannot be compared on {number}",
                none,
            )
        )
    return ", ".join([first, *rest]) + "."


def headline_sentence(words: Words, comparison: Comparison, dimension: str) -> str:
    """Return what one dimension of a headline shows, as a sentence."""
    start = words("In law") if dimension == LAW else words("In practice")
    return f"{start}{_colon(words)}{_finding(words, comparison)}"


def _colon(words: Words) -> str:
    return "\u00a0: " if words.language == "fr" else ": "


def _finding(words: Words, comparison: Comparison) -> str:
    if comparison.outcome is Outcome.NO_COMPARISON:
        return words(
            "fewer than two groups gave a level, so nothing is compared ({pattern}).",
            pattern=pattern_name(words, comparison),
        )
    told = outcome_name(words, comparison.outcome)
    if comparison.pattern is Pattern.UNANIMOUS:
        level = comparison.positions[0].level or 0
        return words(
            "{outcome}; the three groups state level {level}.",
            outcome=told,
            level=level_text(level),
        )
    if comparison.pattern is Pattern.ONE_APART and comparison.apart is not None:
        return _one_apart(words, comparison, comparison.apart, told)
    if comparison.pattern is Pattern.ALL_DIFFER:
        return words(
            "{outcome}; the three groups state different levels, from {low} to {high}.",
            outcome=told,
            low=level_text(min(_levels(comparison))),
            high=level_text(max(_levels(comparison))),
        )
    missing = constituency_name(words, comparison.missing[0])
    return words(
        "{outcome} of two groups; one gave no level ({missing}).",
        outcome=told,
        missing=missing,
    )


def _levels(comparison: Comparison) -> list[float]:
    return [one.level for one in comparison.positions if one.level is not None]


def _one_apart(
    words: Words, comparison: Comparison, apart: Constituency, told: str
) -> str:
    own = comparison.position(apart).level or 0
    others = next(
        one.level or 0
        for one in comparison.positions
        if one.constituency is not apart and one.level is not None
    )
    steps = level_text(abs(own - others))
    if own < others:
        sentence = {
            Constituency.GOVERNMENT: words(
                "{outcome}; two groups state level {level}, Government {steps} lower."
            ),
            Constituency.EMPLOYERS: words(
                "{outcome}; two groups state level {level}, Employers {steps} lower."
            ),
            Constituency.WORKERS: words(
                "{outcome}; two groups state level {level}, Workers {steps} lower."
            ),
        }[apart]
    else:
        sentence = {
            Constituency.GOVERNMENT: words(
                "{outcome}; two groups state level {level}, Government {steps} higher."
            ),
            Constituency.EMPLOYERS: words(
                "{outcome}; two groups state level {level}, Employers {steps} higher."
            ),
            Constituency.WORKERS: words(
                "{outcome}; two groups state level {level}, Workers {steps} higher."
            ),
        }[apart]
    return sentence.format(outcome=told, level=level_text(others), steps=steps)


def gap_sentence(words: Words, questionnaire: Questionnaire, gap: Gap) -> str:
    """Return one lack of information as a sentence."""
    item = questionnaire.item(gap.item)
    section = questionnaire.section(item.section)
    benches = list_text(
        tuple(constituency_name(words, bench) for bench in gap.benches), words.language
    )
    facts = {
        "reference": section.reference.label(words.language),
        "question": item.short[words.language],
        "benches": benches,
    }
    if gap.kind == "sex_missing":
        return words(
            "{reference}, {question}: no figures for women and men ({benches}).",
            **facts,
        )
    if gap.kind == NoAnswer.DONT_KNOW.value:
        return words("{reference}, {question}: not known ({benches}).", **facts)
    return words("{reference}, {question}: left blank ({benches}).", **facts)
