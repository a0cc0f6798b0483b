"""Coverage by sex against what is aimed at, and what the levels rest on."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.coresia_results import coresia

from spf_assess.analysis.evidence import strengths
from spf_assess.model import Action, Constituency, Figure, PartAnswer
from spf_assess.questionnaire import load_questionnaire
from spf_assess.report.context import asked_sections, shown_sections
from spf_assess.report.coverage import coverage_context, share, target_of
from spf_assess.report.coverage_picture import Shares, shares_picture
from spf_assess.report.desk import Desk
from spf_assess.report.evidence import evidence_context


def unemployed():
    item = load_questionnaire().item("5c.3")
    return next(part for part in item.parts if part.name == "unemployed")


def action(target, indicator="Unemployed persons receiving a benefit", **more):
    return Action("a", "objective", "what", indicator=indicator, target=target, **more)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("27.0", Decimal("27.0")),
        ("0", Decimal(0)),
        ("100", Decimal(100)),
        ("100.1", None),
        ("-1", None),
        ("NaN", None),
        ("about half", None),
        ("", None),
    ],
)
def test_a_share_is_a_number_from_nought_to_a_hundred(number, expected):
    assert share(number) == expected


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (["40 per cent in 2029"], 40),
        (["37,5\u00a0% en 2029"], Decimal("37.5")),
        (["40 % or 50 %"], None),
        (["half of them"], None),
        (["30 per cent", "60 per cent"], 60),
        (["140 per cent"], None),
        ([], None),
    ],
)
def test_a_target_is_drawn_where_an_action_names_one_share(targets, expected):
    assert target_of(unemployed(), [action(one) for one in targets]) == expected


def test_an_action_aims_at_the_figure_whose_name_its_indicator_bears_and_at_no_other():
    part = unemployed()
    french = action("40 pour cent", part.label["fr"] + ".", language="fr")
    assert target_of(part, [french]) == 40
    assert target_of(part, [action("40 per cent", "Jobseekers helped")]) is None


@pytest.fixture(scope="module", params=["en", "fr"])
def desk(request):
    return Desk.lay(coresia(), request.param)


def test_every_coverage_figure_that_was_given_stands_there_with_its_picture(desk):
    found = coverage_context(desk, asked_sections(desk))
    given = [
        part
        for response in desk.given.responses
        if response.round == desk.given.results.round
        for item in desk.questionnaire.items()
        for part in item.parts
        if part.coverage
        and (answer := response.answers.get(item.id)) is not None
        and isinstance(answer.part(part.name).value, Figure)
    ]
    assert len(found["rows"]) == len(given) > 0
    for row in found["rows"]:
        for number in ("women", "men", "total"):
            if row[number] != "–":
                assert row[number] in row["picture"].title
    both = sum(row["women"] != "–" != row["men"] for row in found["rows"])
    assert f"{both} " in found["lead"]


def test_who_keeps_figures_to_themselves_is_not_drawn(desk):
    """A member's figures are the member's words (R-402)."""
    given = desk.given
    silent = tuple(
        replace(
            one,
            respondent=replace(one.respondent, kind="person", consent_quoted=False),
        )
        for one in given.responses
    )
    alone = replace(desk, given=replace(given, responses=silent))
    assert coverage_context(alone, asked_sections(desk)) is None


def test_the_page_on_sources_tells_what_the_positions_count(desk):
    sections = asked_sections(desk)
    found = evidence_context(desk, shown_sections(desk, sections))
    counted = {one.constituency.value: one for one in strengths(desk.given.results)}
    for bar in found["bars"]:
        one = counted[bar["id"]]
        assert sum(bar["counts"]) == bar["total"] == one.total
        assert str(bar["counts"][0]) in bar["picture"].markup
    assert str(sum(one.strong for one in counted.values())) in found["lead"]
    assert len(found["rows"]) == len(shown_sections(desk, sections))


def test_a_picture_says_without_colour_who_is_who():
    shares = Shares(Decimal(30), Decimal(60), Decimal(45), Decimal(80))
    markup = shares_picture(shares, "title", ("W", "M")).markup
    assert ">W</text>" in markup
    assert ">M</text>" in markup
    assert "stroke-dasharray" in markup
    assert shares.lower
    assert not Shares(None, Decimal(60), None, None).lower


def test_figures_that_are_no_shares_leave_no_empty_row(desk):
    first = desk.given.responses[0]
    answer = first.answers.get("3a.3")
    assert answer is None or first.respondent.constituency is not Constituency.WORKERS
    strange = {
        key: replace(
            one,
            parts={
                name: PartAnswer(Figure(total="many"))
                if isinstance(part.value, Figure)
                else part
                for name, part in one.parts.items()
            },
        )
        for key, one in first.answers.items()
    }
    given = replace(desk.given, responses=[replace(first, answers=strange)])
    alone = replace(desk, given=given)
    assert coverage_context(alone, asked_sections(desk)) is None
