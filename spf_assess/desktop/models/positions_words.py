"""Results said in words, for tables, strips and those who listen to them.

Nothing is computed here: every number is one of ``Results``.
"""

from collections.abc import Sequence

from spf_assess.i18n import (
    COLON,
    Words,
    constituency_name,
    level_text,
    list_text,
    no_level_mark,
    no_level_text,
    outcome_name,
    pattern_name,
)
from spf_assess.model import (
    LAW,
    Comparison,
    Constituency,
    ParagraphsResult,
    Position,
    Section,
    SectionResult,
    Text,
)

Names = Sequence[Text]
Result = SectionResult | ParagraphsResult


def position_of(comparison: Comparison, bench: Constituency) -> Position | None:
    """Return a bench's position; None where the bench was not asked."""
    return next(
        (one for one in comparison.positions if one.constituency is bench), None
    )


def dimension_name(words: Words, dimension: str) -> str:
    """Return ``law`` or ``practice`` in lower case."""
    return words("law") if dimension == LAW else words("practice")


def level_name(words: Words, level: float, names: Names) -> str:
    """Return a level's name; a half lies between two names."""
    below = words.text(names[int(level) - 1])
    if level == int(level):
        return below
    above = words.text(names[int(level)])
    return words("between {below} and {above}", below=below, above=above)


def cell_text(words: Words, comparison: Comparison, bench: Constituency) -> str:
    """Return a bench's figure for a narrow cell: ``3*``, ``2½``, ``?``."""
    position = position_of(comparison, bench)
    if position is None or position.level is None:
        return no_level_mark(words, position)
    return level_text(position.level) + ("*" if position.unsupported else "")


def cell_words(
    words: Words, comparison: Comparison, bench: Constituency, names: Names
) -> str:
    """Return a bench's figure in full words: ``Workers: 1, Latent``."""
    position = position_of(comparison, bench)
    if position is None or position.level is None:
        said = no_level_text(words, position)
    else:
        name = level_name(words, position.level, names)
        said = f"{level_text(position.level)}, {name}"
        if position.unsupported:
            said += ", " + words("asterisk: no evidence beyond a statement")
    return constituency_name(words, bench) + colon(words) + said


def range_text(words: Words, comparison: Comparison) -> str:
    """Return R, or ``n/c`` where fewer than two benches rated."""
    if comparison.range is None:
        return words.context("sign in a table", "n/c")
    return level_text(comparison.range)


def no_headline(words: Words) -> str:
    """Return what stands in place of a position where there is none."""
    return words("no headline question")


def others_counted(result: Result) -> tuple[int, int]:
    """Return how many of the questions besides the headline diverge, of how many."""
    if isinstance(result, ParagraphsResult):
        return result.diverging, result.compared
    return result.others_diverging, result.others_compared


def others_text(words: Words, result: Result) -> str:
    """Return how many of the section's other rated questions diverge: ``1 of 3``."""
    diverging, compared = others_counted(result)
    if not compared:
        return words.context("sign in a table", "n/c")
    return words("{diverging} of {compared}", diverging=diverging, compared=compared)


def comparison_words(
    words: Words,
    comparison: Comparison,
    order: Sequence[Constituency],
    names: Names,
) -> str:
    """Return a whole comparison as one sentence without its end."""
    said = [cell_words(words, comparison, bench, names) for bench in order]
    if comparison.range is not None:
        said.append(words("range {range}", range=level_text(comparison.range)))
    said.append(outcome_name(words, comparison.outcome))
    said.append(pattern_name(words, comparison))
    if comparison.verdicts_differ:
        said.append(words("verdicts differ"))
    return "; ".join(said)


def row_words(
    words: Words,
    found: tuple[Section, Result],
    dimension: str,
    order: Sequence[Constituency],
    names: Names,
) -> str:
    """Return a section's whole row as a sentence."""
    section, result = found
    if isinstance(result, ParagraphsResult):
        told = no_headline(words)
    else:
        comparison = result.law if dimension == LAW else result.practice
        told = comparison_words(words, comparison, order, names)
    head = (
        f"{section.label(words.language)} {words.text(section.short)},"
        f" {dimension_name(words, dimension)}"
    )
    return f"{head}{colon(words)}{told}; {others_words(words, result)}"


def others_words(words: Words, result: Result) -> str:
    """Return in words how many of the section's other questions diverge."""
    diverging, compared = others_counted(result)
    facts = {"diverging": diverging, "compared": compared}
    if isinstance(result, ParagraphsResult):
        if not compared:
            return words("no question compared")
        return words("questions that diverge: {diverging} of {compared}", **facts)
    if not compared:
        return words("no other question compared")
    return words("other questions that diverge: {diverging} of {compared}", **facts)


def missing_words(words: Words, comparison: Comparison) -> str:
    """Return a sentence on the benches without a level; empty where none is missing."""
    if not comparison.missing:
        return ""
    if len(comparison.missing) == len(comparison.positions):
        return words("No group gave a level.")
    named = list_text(
        tuple(constituency_name(words, bench) for bench in comparison.missing),
        words.language,
    )
    return words("Without a level from: {groups}.", groups=named)


def colon(words: Words) -> str:
    """Return the colon as each language sets it."""
    return words.text(COLON)
