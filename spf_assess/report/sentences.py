"""Short sentences that follow the numbers: counts first, neutral, never a judgement.

What they say in which case is fixed here; their words lie in ``templates/words``, whole
sentences, so that articles, genders and plurals are a writer's choice and never
assembled from pieces.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from spf_assess.i18n import (
    COLON,
    constituency_name,
    level_text,
    list_text,
    no_level_text,
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
    Position,
    Questionnaire,
    Results,
)
from spf_assess.report.desk import Desk
from spf_assess.report.wording.samples import HIGHER, LOWER, NOTHING, WHOLE

SEX_MISSING = "sex_missing"
_GAPS = {SEX_MISSING: "gap-sex", NoAnswer.DONT_KNOW.value: "gap-dont-know"}


def strip_title(desk: Desk, comparison: Comparison) -> str:
    """Return the numbers of a strip in words, for those who hear the page."""
    by_bench = {one.constituency: one for one in comparison.positions}
    words = desk.words
    told = [
        f"{constituency_name(words, one.constituency)} {level_text(one.level)}"
        if one.level is not None
        else f"{constituency_name(words, one.constituency)}"
        f" ({no_level_text(words, one).lower()})"
        for one in (by_bench[bench] for bench in desk.order if bench in by_bench)
    ]
    positions = ", ".join(told)
    return desk.wording.say(
        "picture-strip",
        f"{positions}, {outcome_name(words, comparison.outcome)}",
        positions=positions,
        outcome=comparison.outcome.value,
    )


def outcomes_sentences(desk: Desk, results: Results) -> list[str]:
    """Return, for practice and for law, how many sections agree and how many do not."""
    return [_outcomes(desk, results, dimension) for dimension in (PRACTICE, LAW)]


def _outcomes(desk: Desk, results: Results, dimension: str) -> str:
    counts = results.outcomes[dimension]
    close = counts[Outcome.CONVERGENCE] + counts[Outcome.NEAR_CONVERGENCE]
    apart = counts[Outcome.DIVERGENCE] + counts[Outcome.STRONG_DIVERGENCE]
    none = counts[Outcome.NO_COMPARISON]
    total = close + apart + none
    name = "sections-none"
    if none < total:
        name = "sections" + "-apart" * bool(apart)
        name += {(0, 0): "-close", (0, 1): "-some-none", (1, 1): "-none"}.get(
            (bool(apart), bool(none)), ""
        )
    return desk.wording.say(
        name,
        lambda: _listed(desk, counts, dimension),
        dimension=dimension,
        total=total,
        close=close,
        apart=apart,
        none=none,
    )


def _listed(desk: Desk, counts: Mapping[Outcome, int], dimension: str) -> str:
    """Return the counts without a sentence, where there is none for them."""
    told = (f"{outcome_name(desk.words, one)} {counts[one]}" for one in Outcome)
    return f"{_headed(desk.words, dimension)}{', '.join(told)}."


def finding(desk: Desk, comparison: Comparison) -> str:
    """Return what one comparison shows, and which groups were themselves divided."""
    words = desk.words
    told = desk.wording.say(
        f"finding-{_case(comparison)}",
        lambda: (
            f"{_headed(words, comparison.part)}"
            f"{outcome_name(words, comparison.outcome)},"
            f" {pattern_name(words, comparison)}."
        ),
        dimension=comparison.part,
        outcome=comparison.outcome.value,
        **_standing(desk, comparison),
    )
    return " ".join([told, *_divided(desk, comparison)])


def _case(comparison: Comparison) -> str:
    """Return the name of the case; of two positions, whether a third was asked."""
    name = comparison.pattern.value.replace("_", "-")
    asked = comparison.pattern in (Pattern.TWO_AGREE, Pattern.TWO_DIFFER)
    return (
        name.replace("two-", "two-asked-") if asked and not comparison.missing else name
    )


def _standing(desk: Desk, comparison: Comparison) -> dict[str, Any]:
    """Return who stands where: all that a sentence about positions may name."""
    rated = [
        (one.level, one.constituency)
        for bench in desk.order
        for one in comparison.positions
        if one.constituency is bench and one.level is not None
    ]
    found: dict[str, Any] = {}
    if comparison.missing:
        missing = comparison.position(comparison.missing[0])
        found |= {"missing": missing.constituency, "reason": _reason(missing)}
    if not rated:
        return found
    low, high = min(rated, key=_level), max(rated, key=_level)
    others = [one for one in rated if one[1] is not comparison.apart]
    found |= {
        "low": level_text(low[0]),
        "lowest": low[1],
        "high": level_text(high[0]),
        "highest": high[1],
        "level": level_text((others or rated)[0][0]),
        "first": rated[0][1],
        "second": rated[-1][1],
    }
    if comparison.apart is not None:
        own = comparison.position(comparison.apart).level or 0
        distance = own - (others or rated)[0][0]
        found |= {
            "apart": comparison.apart,
            "own": level_text(own),
            "distance": abs(distance),
            "direction": LOWER if distance < 0 else HIGHER,
        }
    return found


def _level(rated: tuple[float, Constituency]) -> float:
    return rated[0]


def _reason(position: Position) -> str:
    """Return why a group gave no level, in a word that sentences choose by."""
    if not position.respondents:
        return NOTHING
    return (position.no_answer or NoAnswer.BLANK).value


def _divided(desk: Desk, comparison: Comparison) -> Sequence[str]:
    groups = tuple(
        one.constituency
        for bench in desk.order
        for one in comparison.positions
        if one.constituency is bench and one.divided
    )
    if not groups:
        return []
    names = list_text(
        tuple(constituency_name(desk.words, one) for one in groups), desk.language
    )
    inside = desk.words("Divided within the group")
    told = desk.wording.say(
        "finding-divided",
        f"{inside}{COLON[desk.language]}{names}.",
        number=len(groups),
        only=groups[0],
        groups=groups,
    )
    return [told]


def gap_sentence(desk: Desk, questionnaire: Questionnaire, gap: Gap) -> str:
    """Return one lack of information as a sentence."""
    words, item = desk.words, questionnaire.item(gap.item)
    reference = questionnaire.section(item.section).label(words.language)
    question = item.short[words.language]
    groups = list_text(
        tuple(constituency_name(words, bench) for bench in gap.benches), words.language
    )
    whole = gap.part not in (LAW, PRACTICE) or (
        gap.part == PRACTICE and len(item.parts) == 1
    )
    return desk.wording.say(
        _GAPS.get(gap.kind, "gap-blank"),
        f"{reference}, {question} ({groups}).",
        reference=reference,
        question=question,
        part=WHOLE if whole else gap.part,
        groups=groups,
    )


def unsupported_sentence(desk: Desk, number: int) -> str:
    """Return how many high positions on headline questions have no support."""
    return desk.wording.say("unsupported", f"* {number}.", number=number)


def _headed(words: Words, dimension: str) -> str:
    name = words("In law") if dimension == LAW else words("In practice")
    return f"{name}{COLON[words.language]}"
