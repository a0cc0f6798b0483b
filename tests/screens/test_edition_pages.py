"""Pages of the shorter editions, and of two languages facing, as someone saw them."""

from dataclasses import replace

import pytest
from support.coresia_results import EMPLOYERS, GOVERNMENT, WORKERS, coresia
from support.paper import check_page

from spf_assess.analysis.priorities import compare_priorities
from spf_assess.model import Action, Edition, Ranking, ReportOptions
from spf_assess.report import render_report

ACTIONS = tuple(
    Action(
        id=f"{number:016x}",
        objective=objective,
        what=what,
        sequence=number,
        responsible="Social Security Fund",
        support="Confederation of Employers; National Union Centre",
        resources="Four statisticians for two years",
        financing="Budget of the Fund, 2027 and 2028",
        begins_on="2027-01",
        ends_on="2028-06",
        indicator="Contributors in the last quarter, women and men",
        baseline="not known",
        target="one in four",
        sections=("3e", "5c"),
        agreed_by=(GOVERNMENT, EMPLOYERS, WORKERS),
        language="en",
        translated={"what": french},
    )
    for number, objective, what, french in (
        (
            1,
            "Own-account workers are covered.",
            "Open quarterly contributions to own-account workers.",
            "Ouvrir la cotisation trimestrielle aux travailleurs indépendants.",
        ),
        (
            2,
            "Complaints are decided in time.",
            "Publish delays and outcomes of appeals every quarter.",
            "Publier chaque trimestre les délais et les issues des recours.",
        ),
    )
)
OF_GROUP = ReportOptions("en", Edition.CONSTITUENCY, ("3a", "3e"), group=WORKERS)
PAGES = {
    "brief-1-en": (ReportOptions("en", Edition.BRIEF), 1),
    "brief-2-fr": (ReportOptions("fr", Edition.BRIEF), 2),
    "brief-1-both": (ReportOptions("both", Edition.BRIEF), 1),
    "group-1-fr": (replace(OF_GROUP, language="fr"), 1),
    "group-3-en": (OF_GROUP, 3),
    "own-2-both": (ReportOptions("both", Edition.PARTICIPANT, ("3a", "3e")), 2),
    "plan-1-both": (ReportOptions("both", Edition.ACTIONS), 1),
    "wall-1-fr": (ReportOptions("fr", Edition.MATRIX), 1),
    "section-both": (ReportOptions("both", sections=("3e",)), 5),
    "draft-section-fr": (ReportOptions("fr", sections=("3e",), draft=True), 4),
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """Return a function that renders each edition of the core form once."""
    folder, made = tmp_path_factory.mktemp("editions"), {}
    given = coresia(sections=(), form="core")
    names = [one.section for one in given.results.sections]
    rankings = [Ranking(one, ("3e", "3a")) for one in (GOVERNMENT, EMPLOYERS, WORKERS)]
    whole = replace(
        given,
        actions=ACTIONS,
        priorities=compare_priorities(rankings, names, given.results),
        own=given.responses[0].respondent.id,
    )

    def rendered(options):
        if options not in made:
            made[options] = render_report(whole, options, folder / f"{len(made)}.pdf")
        return made[options]

    return rendered


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_edition_looks_as_it_was_agreed(edition, tmp_path, name):
    options, number = PAGES[name]
    check_page(edition(options).path, number, f"edition-{name}", tmp_path)
