"""Minority notes on paper: beside the group's comment, named as what they are."""

from dataclasses import replace

import pytest
from support.coresia_results import BENCH, GOVERNMENT, WORKERS, coresia, seat

from spf_assess.report.context import build
from spf_assess.report.desk import Desk
from spf_assess.report.html import page
from spf_assess.report.quoting import comments

NOTE = "Two of us would have said Latent."


def noted(item, who, answer):
    if item.id == "3a.1" and who.constituency is WORKERS:
        return replace(answer, comment="We agreed.", minority=NOTE)
    return answer


def given(*, quoted):
    workers = seat(2, WORKERS, BENCH)
    who = replace(workers.who, consent_quoted=quoted)
    seats = (seat(1, GOVERNMENT), replace(workers, who=who))
    return coresia(seats, ("3a",), change=noted)


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Minority note within this group"),
        ("fr", "Note minoritaire au sein de ce groupe"),
    ],
)
def test_a_minority_note_stands_after_the_comment_of_its_group(language, lead):
    report = given(quoted=True)
    desk = Desk.lay(report, language)
    comment, note = comments(desk, report.questionnaire.item("3a.1"), WORKERS)
    assert not comment["lead"]
    assert note["lead"] == lead
    assert NOTE in note["text"]
    printed = page("report.html.j2", build(report, language))
    assert f"{lead}</span>" in printed
    assert printed.index("We agreed.") < printed.index(lead) < printed.index(NOTE)


def test_without_consent_to_be_quoted_no_minority_note_is_printed():
    report = given(quoted=False)
    assert NOTE not in page("report.html.j2", build(report, "en"))
