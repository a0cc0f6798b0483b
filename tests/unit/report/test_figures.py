"""Figures as they are printed: grouped, years whole, and why some are missing."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from support.coresia_results import GOVERNMENT, coresia, seat

from spf_assess.model import Figure, ItemKind, PartAnswer
from spf_assess.report.desk import Desk
from spf_assess.report.figures import figure_rows


def rows(item_id: str, figure: Figure, language: str = "en", **more):
    """Return what is printed of one figure that the government's bench gave."""
    told = {"follow_ups": {}, "consent_quoted": True, **more}

    def change(item, _who, answer):
        if item.kind is not ItemKind.FIGURES:
            return answer
        parts = {name: PartAnswer(value=figure) for name in answer.parts}
        return replace(
            answer,
            parts=MappingProxyType(parts),
            follow_ups=MappingProxyType(told["follow_ups"]),
        )

    who = seat(1, GOVERNMENT, consent_quoted=told["consent_quoted"])
    given = coresia((who,), (item_id[:2],), change=change)
    desk = Desk.lay(given, language)
    return figure_rows(desk, given.questionnaire.item(item_id), GOVERNMENT)


def test_thousands_are_set_apart_and_digits_kept():
    figure = Figure(women="1234567", men="12000.50", total="1246567.50")
    assert rows("3a.3", figure)[0]["men"] == "12,000.50"
    printed = rows("3a.3", figure, "fr")[0]
    assert printed["women"] == "1\u202f234\u202f567"
    assert printed["total"] == "1\u202f246\u202f567,50"


def test_a_year_is_no_number_of_things():
    totals = [row["total"] for row in rows("3j.2", Figure(total="2024"))]
    assert totals == ["2,024", "2024", "2024"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "No figures for women and men; no reason given."),
        (
            {"follow_ups": {"F10": "Kept from 2027 on."}},
            "No figures for women and men; the reason stands below.",
        ),
        (
            {"follow_ups": {"F10": "Kept from 2027 on."}, "consent_quoted": False},
            "No figures for women and men.",
        ),
        (
            {"follow_ups": {"F1": "Islanders."}},
            "No figures for women and men; no reason given.",
        ),
    ],
)
def test_a_reason_given_further_on_is_not_called_missing(more, said):
    assert rows("3a.3", Figure(total="40"), **more)[0]["notes"] == [said]


def test_a_reason_given_with_the_figure_is_printed():
    figure = Figure(total="40", no_sex_reason="not kept by sex")
    notes = rows("3a.3", figure)[0]["notes"]
    assert notes == ["No figures for women and men: not kept by sex"]
