"""Short sentences that follow the numbers: counts first, neutral, never a judgement.

Whole sentences are kept in the catalogue, one for each case, so that French articles,
genders and plurals are a translator's choice and never assembled from pieces.
"""

from collections.abc import Collection, Sequence

from spf_assess.i18n import (
    constituency_name,
    level_text,
    list_text,
    no_answer_name,
    outcome_name,
    pattern_name,
)
from spf_assess.i18n.words import Words
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

SEX_MISSING = "sex_missing"


def strip_title(
    words: Words, comparison: Comparison, order: Sequence[Constituency]
) -> str:
    """Return the numbers of a strip in words, for those who hear the page."""
    by_bench = {one.constituency: one for one in comparison.positions}
    told = [
        f"{constituency_name(words, one.constituency)} {level_text(one.level)}"
        if one.level is not None
        else f"{constituency_name(words, one.constituency)} "
        f"{no_answer_name(words, one.no_answer or NoAnswer.BLANK).lower()}"
        for one in (by_bench[bench] for bench in order if bench in by_bench)
    ]
    return ", ".join([*told, outcome_name(words, comparison.outcome)])


def outcomes_sentences(words: Words, results: Results) -> list[str]:
    """Return, for practice and for law, how many sections agree and how many do not."""
    return [_outcomes(words, results, dimension) for dimension in (PRACTICE, LAW)]


def _outcomes(words: Words, results: Results, dimension: str) -> str:
    counts = results.outcomes[dimension]
    close = counts[Outcome.CONVERGENCE] + counts[Outcome.NEAR_CONVERGENCE]
    apart = counts[Outcome.DIVERGENCE] + counts[Outcome.STRONG_DIVERGENCE]
    none = counts[Outcome.NO_COMPARISON]
    total = close + apart + none
    if none == total:
        return (
            words("In practice, no section can be compared.")
            if dimension == PRACTICE
            else words("In law, no section can be compared.")
        )
    facts = {"total": total, "close": close, "apart": apart, "none": none}
    told = _practice(words, facts) if dimension == PRACTICE else _law(words, facts)
    return told.format(**facts)


def _practice(words: Words, facts: dict[str, int]) -> str:
    if facts["apart"] and facts["none"]:
        return words(
            "In practice, positions converge or nearly converge on {close} of {total}"
            " sections, diverge on {apart} and cannot be compared on {none}."
        )
    if facts["apart"]:
        return words(
            "In practice, positions converge or nearly converge on {close} of {total}"
            " sections and diverge on {apart}."
        )
    if facts["none"]:
        return words(
            "In practice, positions converge or nearly converge on {close} of {total}"
            " sections and cannot be compared on {none}."
        )
    return words(
        "In practice, positions converge or nearly converge on all {total} sections."
    )


def _law(words: Words, facts: dict[str, int]) -> str:
    if facts["apart"] and facts["none"]:
        return words(
            "In law, positions converge or nearly converge on {close} of {total}"
            " sections, diverge on {apart} and cannot be compared on {none}."
        )
    if facts["apart"]:
        return words(
            "In law, positions converge or nearly converge on {close} of {total}"
            " sections and diverge on {apart}."
        )
    if facts["none"]:
        return words(
            "In law, positions converge or nearly converge on {close} of {total}"
            " sections and cannot be compared on {none}."
        )
    return words(
        "In law, positions converge or nearly converge on all {total} sections."
    )


def finding(words: Words, comparison: Comparison) -> str:
    """Return what one comparison shows, as a sentence without its dimension."""
    told = outcome_name(words, comparison.outcome)
    levels = {
        one.constituency: one.level
        for one in comparison.positions
        if one.level is not None
    }
    if comparison.outcome is Outcome.NO_COMPARISON:
        return words(
            "fewer than two groups gave a level, so nothing is compared ({pattern}).",
            pattern=pattern_name(words, comparison),
        )
    if comparison.pattern is Pattern.UNANIMOUS:
        level = level_text(next(iter(levels.values())))
        return words(
            "{outcome}; the three groups state level {level}.",
            outcome=told,
            level=level,
        )
    if comparison.pattern is Pattern.ONE_APART and comparison.apart is not None:
        own = levels.pop(comparison.apart)
        return _one_apart(words, comparison.apart).format(
            outcome=told,
            level=level_text(next(iter(levels.values()))),
            own=level_text(own),
        )
    if comparison.pattern is Pattern.TWO_AGREE or comparison.missing:
        return _of_two(words, comparison, levels.values())
    return words(
        "{outcome}; the groups state different levels, from {low} to {high}.",
        outcome=told,
        **_ends(levels.values()),
    )


def _ends(levels: Collection[float]) -> dict[str, str]:
    return {"low": level_text(min(levels)), "high": level_text(max(levels))}


def _one_apart(words: Words, apart: Constituency) -> str:
    return {
        Constituency.GOVERNMENT: words(
            "{outcome}; Employers and Workers state level {level}, Government level"
            " {own}."
        ),
        Constituency.EMPLOYERS: words(
            "{outcome}; Government and Workers state level {level}, Employers level"
            " {own}."
        ),
        Constituency.WORKERS: words(
            "{outcome}; Government and Employers state level {level}, Workers level"
            " {own}."
        ),
    }[apart]


def _of_two(words: Words, comparison: Comparison, levels: Collection[float]) -> str:
    told = outcome_name(words, comparison.outcome)
    ends = _ends(levels)
    if not comparison.missing:
        return words(
            "{outcome}; the two groups asked state level {low}.", outcome=told, **ends
        )
    missing = comparison.missing[0]
    agree = comparison.pattern is Pattern.TWO_AGREE
    sentence = _two_agree(words, missing) if agree else _two_differ(words, missing)
    return sentence.format(outcome=told, **ends)


def _two_differ(words: Words, missing: Constituency) -> str:
    return {
        Constituency.GOVERNMENT: words(
            "{outcome} of two groups, from {low} to {high}; Government gave no level."
        ),
        Constituency.EMPLOYERS: words(
            "{outcome} of two groups, from {low} to {high}; Employers gave no level."
        ),
        Constituency.WORKERS: words(
            "{outcome} of two groups, from {low} to {high}; Workers gave no level."
        ),
    }[missing]


def _two_agree(words: Words, missing: Constituency) -> str:
    return {
        Constituency.GOVERNMENT: words(
            "{outcome} of two groups; Employers and Workers state level {low},"
            " Government gave no level."
        ),
        Constituency.EMPLOYERS: words(
            "{outcome} of two groups; Government and Workers state level {low},"
            " Employers gave no level."
        ),
        Constituency.WORKERS: words(
            "{outcome} of two groups; Government and Employers state level {low},"
            " Workers gave no level."
        ),
    }[missing]


def gap_sentence(words: Words, questionnaire: Questionnaire, gap: Gap) -> str:
    """Return one lack of information as a sentence."""
    item = questionnaire.item(gap.item)
    section = questionnaire.section(item.section)
    facts = {
        "reference": section.label(words.language),
        "question": _asked(words, questionnaire, gap),
        "groups": list_text(
            tuple(constituency_name(words, bench) for bench in gap.benches),
            words.language,
        ),
    }
    if gap.kind == SEX_MISSING:
        return words(
            "{reference}, {question}: no figures for women and men ({groups}).", **facts
        )
    if gap.kind == NoAnswer.DONT_KNOW.value:
        return words("{reference}, {question}: not known ({groups}).", **facts)
    return words("{reference}, {question}: left blank ({groups}).", **facts)


def _asked(words: Words, questionnaire: Questionnaire, gap: Gap) -> str:
    item = questionnaire.item(gap.item)
    short = item.short[words.language]
    if gap.part == LAW:
        return words("{question}, in law", question=short)
    if gap.part == PRACTICE and len(item.parts) > 1:
        return words("{question}, in practice", question=short)
    return short
