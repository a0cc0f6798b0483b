"""The report tells who signed what, and what was changed after that."""

import dataclasses
import re
from html import unescape

import pytest
from support.coresia_results import coresia
from support.recorded import RESULTS, RULES, sheet

from spf_assess.model import ReportOptions, Signed, Standing
from spf_assess.report.context import build
from spf_assess.report.html import Album, page

HOLDS, EARLIER, MISSING = Standing.HOLDS, Standing.EARLIER, Standing.MISSING
SEEN = "Someone who saw it"


def told(*stands, language="en", itself=False):
    """Part 1 of a report in which the groups stand so to rules and results."""
    states = []
    for signed, digest, stand in zip(Signed, (RULES, RESULTS), stands, strict=True):
        state = sheet(signed, digest, stand, SEEN).state
        benches = tuple(
            dataclasses.replace(one, changed_itself=itself) for one in state.benches
        )
        states.append(dataclasses.replace(state, benches=benches))
    given = dataclasses.replace(coresia(sections=("3e",)), signed=tuple(states))
    made = page("participants.html.j2", build(given, ReportOptions(language)), Album())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", made)).split())


def test_where_nobody_signed_nothing_is_told():
    assert "Signed by the groups" not in told((MISSING,) * 3, (MISSING,) * 3)


def test_who_signed_stands_with_the_day_and_no_name():
    text = told((HOLDS, HOLDS, MISSING), (HOLDS, MISSING, MISSING))
    assert "The rules The results, round 1" in text
    assert text.count("signed, 18 November 2026") == 3
    assert text.count("not signed") == 3
    assert "Who did not sign neither agrees nor refuses by that." in text
    assert SEEN not in text
    assert "changed after" not in text


@pytest.mark.parametrize(
    ("language", "itself", "sentence"),
    [
        ("en", False, "Employers: something was changed after this group signed the"),
        ("en", True, "Employers: after it signed the results this group itself gave"),
        ("fr", True, "Employeurs\u00a0: après avoir signé les résultats, ce groupe a"),
    ],
)
def test_a_group_that_signed_and_then_changed_is_told_so(language, itself, sentence):
    text = told((HOLDS,) * 3, (HOLDS, EARLIER, HOLDS), language=language, itself=itself)
    assert " ".join(sentence.split()) in text
    under = {"en": "under the earlier results", "fr": "sous les résultats antérieurs"}
    assert under[language] in text
