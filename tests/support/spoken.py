"""Groups at every place, and the sentences that a report says of them."""

from dataclasses import replace
from itertools import cycle, product
from types import MappingProxyType

from support.givens import coresia

from spf_assess.analysis.positions import compare
from spf_assess.model import BENCHES, NoAnswer, Position, PositionSource
from spf_assess.report.desk import Desk
from spf_assess.report.sentences import finding

LEVELS = (None, 1, 1.5, 2, 2.5, 3, 3.5, 4)
REASONS = (*NoAnswer, None)


def desk(language, own=None):
    """A desk of the sample's, with a country's own sentences if there are some."""
    given = coresia()
    return Desk.lay(replace(given, wording={language: own}) if own else given, language)


def position(who, level, reason=None, *, divided=False):
    """One group's position; without level and reason it handed in nothing."""
    return Position(
        constituency=who,
        level=level,
        source=PositionSource.MEDIAN,
        rated=3 if level else 0,
        respondents=3 if level or reason else 0,
        spread=None,
        divided=divided and level is not None,
        no_answers=MappingProxyType({}),
        no_answer=None if level else reason,
        grade=None,
        unsupported=False,
    )


def comparisons():
    """Every combination of levels, in law and practice, of three groups and of two."""
    reasons = cycle(REASONS)
    for part, divided in product(("law", "practice"), (False, True)):
        for levels in product(LEVELS, repeat=3):
            whole = [
                position(who, level, next(reasons), divided=divided)
                for who, level in zip(BENCHES, levels, strict=True)
            ]
            yield compare("3a.1", part, whole)
            if levels[0] is None:
                yield compare("3a.1", part, whole[1:])


def findings(words_desk):
    """Every sentence about positions, each once, in the order of first use."""
    return dict.fromkeys(finding(words_desk, one) for one in comparisons())
