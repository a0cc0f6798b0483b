"""Coresia with something in every place of part 8 and of the meeting in part 1."""

from dataclasses import replace

from support.coresia_results import EMPLOYERS, GOVERNMENT, OBSERVERS, WORKERS, coresia

from spf_assess.analysis.priorities import compare_priorities
from spf_assess.analysis.trend import levels_of, trend
from spf_assess.model import (
    BENCHES,
    Action,
    ActionStatus,
    Attendance,
    Channel,
    Preparation,
    Problem,
    Ranking,
    Text,
)
from spf_assess.report import ReportInput
from spf_assess.report.given import Since

FIRST = Action(
    "01",
    objective="Own-account workers are insured.",
    what="Open quarterly contributions to own-account workers.",
    sequence=1,
    barrier="One rate serves all.",
    responsible="Social Security Fund",
    support="Statistical Institute",
    resources="Four statisticians",
    financing="Budget of the Fund",
    begins_on="2027-01",
    ends_on="2028-06",
    indicator="Own-account contributors, women and men",
    baseline="not known",
    target="one in four",
    sections=("3e", "5c"),
    paragraphs=("13(1)", "15"),
    agreed_by=BENCHES,
    status=ActionStatus.BEGUN,
    language="en",
    translated={
        "objective": "Les travailleurs indépendants sont affiliés.",
        "what": "Ouvrir la cotisation trimestrielle aux travailleurs indépendants.",
        "responsible": "Caisse de sécurité sociale",
    },
)
SECOND = Action(
    "02",
    objective="Appeals are decided in time.",
    what="Ouvrir des guichets de recours.",
    sequence=2,
    ends_on="2027-11-30",
    sections=("3a",),
    agreed_by=(GOVERNMENT, WORKERS),
    status=ActionStatus.DELAYED,
    language="fr",
)
OPEN = Action(
    "03",
    objective="Follow up.",
    what="Meet twice a year.",
    sequence=3,
    begins_on="2027",
    status=ActionStatus.PLANNED,
)
EARLIER = Action(
    "09",
    objective="Count women.",
    what="Publish coverage by sex every year.",
    responsible="Statistical Institute",
    ends_on="2026",
    language="en",
)
ORDERS = {
    GOVERNMENT: ("5c", "3e", "3a"),
    EMPLOYERS: ("3a", "3e"),
    WORKERS: ("3e", "5c"),
}
ATTENDANCE = (
    Attendance("2026-11-17", GOVERNMENT, 4, 5),
    Attendance("2026-11-17", EMPLOYERS, 3, 4, 2),
    Attendance("2026-11-18", WORKERS, 6, 3),
    Attendance("2026-11-18", OBSERVERS, 1, 0),
)


def decided(given: ReportInput | None = None) -> ReportInput:
    """Return the input with priorities, actions, attendance and a last consultation."""
    given = given or coresia()
    results = given.results
    before = levels_of(results)
    before["3e.1"]["practice"] = {GOVERNMENT: 2.0, EMPLOYERS: 2.0, WORKERS: 2.0}
    before["5c.1"]["law"] = {GOVERNMENT: 4.0}
    orders = tuple(Ranking(bench, order) for bench, order in ORDERS.items())
    sections = [one.section for one in results.sections]
    now = replace(EARLIER, status=ActionStatus.DONE, became="Published twice.")
    return replace(
        given,
        actions=(FIRST, SECOND, OPEN),
        priorities=compare_priorities(orders, sections, results),
        preparation=Preparation(begins_on="2026-11-17", ends_on="2026-11-18"),
        attendance=ATTENDANCE,
        ways={one.respondent.id: Channel.PACKET for one in given.responses},
        since=Since(
            title=Text.of(en="First consultation", fr="Première consultation"),
            created_at="2023-05-02T08:00:00Z",
            round=2,
            actions=((EARLIER, now), (replace(OPEN, id="10"), None)),
            trends=trend(before, results, results.comparisons),
            reopened=tuple(
                part
                for item in ("3e.1",)
                for part in results.comparisons[item].values()
            )[:1],
            not_comparable=3,
        ),
    )


def hostile(given: ReportInput, said: str) -> ReportInput:
    """Return the input with *said* in every field of part 8 and of the meeting."""
    words = (
        "objective",
        "what",
        "barrier",
        "responsible",
        "support",
        "resources",
        "financing",
        "indicator",
        "baseline",
        "target",
        "became",
    )
    spoilt = replace(
        FIRST, **dict.fromkeys(words, said), translated=dict.fromkeys(words, said[::-1])
    )
    made = decided(given)
    assert made.since is not None
    return replace(
        made,
        actions=(spoilt, replace(spoilt, language="")),
        since=replace(
            made.since,
            title=Text.of(en=said[:200], fr=said[:200]),
            actions=((spoilt, spoilt),),
        ),
        damage=tuple(
            Problem(
                "S-115",
                "Left out: {number} ({table}: {which}).",
                number=number,
                table=Text.of(en=said[:40], fr=said[:40]),
                which=said,
            )
            for number in range(20)
        ),
    )
