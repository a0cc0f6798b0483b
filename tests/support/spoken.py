"""Groups at every place, and the sentences that a report says of them."""

from dataclasses import replace
from itertools import cycle, product
from types import MappingProxyType

from support.givens import coresia

from spf_assess.analysis.positions import compare
from spf_assess.model import BENCHES, NoAnswer, Position, PositionSource
from spf_assess.report.desk import Desk
from spf_assess.report.sentences import finding
from spf_assess.report.wording import SENTENCES
from spf_assess.report.wording.samples import samples
from spf_assess.report.wording.sentences import NUMBERS

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


def numbered(words_desk):
    """Yield each sentence that counts, with its name, in every case of its numbers."""
    for name, facts in SENTENCES.items():
        numbers = sorted(facts & NUMBERS)
        if not numbers or name.startswith(("finding", "steps", "sections")):
            continue
        first = next(samples(name))
        for counts in product((0, 1, 2, 22), repeat=len(numbers)):
            told = first | dict(zip(numbers, counts, strict=True))
            if sense(told):
                yield name, words_desk.wording.say(name, "", **told), told


def sense(told):
    """Whether numbers can be: of none nothing is told, a part is at most the whole."""
    parts = ("practice", "law", "strong", "earlier", "later", "both", "women", "men")
    whole = next((told[one] for one in ("total", "people", "number") if one in told), 1)
    return whole > 0 and all(told.get(one, 0) <= whole for one in parts)


def findings(words_desk):
    """Every sentence about positions, each once, in the order of first use."""
    return dict.fromkeys(finding(words_desk, one) for one in comparisons())
