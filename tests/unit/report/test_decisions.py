"""Part 8: priorities side by side, the plan, and what became of the last one."""

import re
from dataclasses import replace

import pytest
from support.coresia_results import EMPLOYERS, GOVERNMENT, WORKERS, coresia, everyone
from support.decided import OPEN, decided
from support.recorded import recorded

from spf_assess.analysis.agreement import concordance
from spf_assess.analysis.priorities import compare_priorities
from spf_assess.analysis.trend import Trend, trend
from spf_assess.model import (
    N_,
    Action,
    ActionStatus,
    Channel,
    Constituency,
    Edition,
    Problem,
    Ranking,
    ReportOptions,
    Text,
)
from spf_assess.report import render_report
from spf_assess.report.context import build
from spf_assess.report.desk import Desk
from spf_assess.report.editions import LAYOUTS, edition_page
from spf_assess.report.html import Album
from spf_assess.report.movement import movement_picture
from spf_assess.report.record import build_record

LANGUAGES = ("en", "fr")
PRINTED = {
    "en": (
        "What the groups find most urgent",
        "1 section is low in practice and among the first 5 of all three groups.",
        "3(e) Social inclusion, level 1",
        "3 actions were decided under Paragraph 14. 1 was agreed by all three groups.",
        "Open quarterly contributions to own-account workers.",
        "Gap or barrier One rate serves all.",
        "January 2027 – June 2028",
        "until 30 November 2027",
        "2027, no end fixed",
        "Baseline not known",
        "5(c)",
        "13(1)",
        "nobody recorded",
        "The last consultation was “First consultation”, begun on 2 May 2023.",
        "done: 1, nothing recorded yet: 1",
        "Published twice.",
        "3 questions are not compared",
        "2 → 3",
        "Days 17 November 2026 to 18 November 2026",
        "Place Port Cores",
        "The answers came in these ways: file from another computer (8).",
    ),
    "fr": (
        "Ce que les groupes jugent le plus urgent",
        "3 e) Inclusion sociale, niveau 1",
        "3 actions ont été décidées au titre du paragraphe 14. 1 a été convenue",
        "Ouvrir la cotisation trimestrielle aux travailleurs indépendants.",
        "Lacune ou obstacle One rate serves all.",
        "janvier 2027 – juin 2028",
        "jusqu'à : 30 novembre 2027",
        "2027, sans échéance fixée",
        "5 c)",
        "13 (1)",
        "La dernière consultation était « Première consultation »",
        "achevée : 1, rien d'inscrit à ce jour : 1",
        "Dates du 17 novembre 2026 au 18 novembre 2026",
    ),
}
DAMAGE = (
    Problem(
        "S-115",
        N_(
            "Changed on the disk without this program, and therefore left out:"
            " {number} ({table}: {which})."
        ),
        number=2,
        table=Text.of(en="respondents", fr="répondants"),
        which="Ms Example, Mr Other",
    ),
)


def plain(text):
    """Return a text without its spaces: a cell's line may end where one stood."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def paper(papers, language):
    return papers(language, "decided", decided())


def test_everything_decided_is_printed(paper, language):
    printed = plain(paper.text)
    assert [one for one in PRINTED[language] if plain(one) not in printed] == []


def test_part_8_is_in_the_contents_and_among_the_bookmarks(paper):
    marks = [(one.level, one.get_title()) for one in paper.pdf.get_toc()]
    titles = [title for level, title in marks if level == 0]
    assert [one[:2] for one in titles if one[:2] in ("7.", "8.", "A.")] == ["8.", "A."]
    place = marks.index((0, next(one for one in titles if one.startswith("8."))))
    assert [level for level, _title in marks[place + 1 : place + 4]] == [1, 1, 0]
    assert re.search(r"8\..+\d+", paper.pages[1])


def test_kendalls_w_stands_in_the_annex_alone_with_its_n(paper, language):
    pages = [number for number, text in enumerate(paper.pages) if "Kendall" in text]
    marks = {
        one.get_title()[:2]: one.get_dest().get_index() for one in paper.pdf.get_toc()
    }
    assert pages == [marks["D."]]
    told = plain(paper.pages[pages[0]]).replace(",", ".")
    assert f"{decided().priorities.concordance:.2f}" in told
    counts = {
        "en": "(orderscompared:3;sections:3)",
        "fr": "(classementscomparés:3;sections:3)",
    }
    assert counts[language] in told
    # its source is a footnote: the last words above the running foot
    below = told.partition("BabingtonSmith")[2]
    assert "MathematicalStatistics" in below
    assert "(15" not in below


def test_the_places_that_w_is_reckoned_from_are_printed():
    given = decided()
    rows = {row["short"]: row["cells"] for row in concordance_context_of(given)}
    order = Desk.lay(given, "en").order
    cells = dict(zip(order, rows["Persons in active age"], strict=True))
    assert cells == {GOVERNMENT: "1", WORKERS: "2", EMPLOYERS: "(3)"}
    ranks = [
        [float(cell.strip("()").replace("½", ".5")) for cell in column]
        for column in zip(*rows.values(), strict=True)
    ]
    assert concordance(ranks) == pytest.approx(given.priorities.concordance)


def concordance_context_of(given):
    return build(given, "en")["concordance"]["rows"]


def test_the_summary_tells_what_was_decided_and_where(paper, language):
    context = build(decided(), language)
    summary = plain(paper.pages[3])
    assert plain(context["plan"]["lead"]) in summary
    assert plain(context["priorities"]["lead"]) in summary
    assert {"en": "Part8", "fr": "Partie8"}[language] in summary


def test_equal_decisions_give_equal_bytes(papers, tmp_path):
    again = tmp_path / "again.pdf"
    render_report(decided(), "en", again)
    assert again.read_bytes() == papers("en", "decided", decided()).path.read_bytes()


def test_each_groups_place_stands_in_its_own_column():
    context = build(decided(), "en")
    order = [bench["id"] for bench in context["benches"]]
    for row in context["priorities"]["rows"]:
        section = row["anchor"].removeprefix("s-")
        found = next(one for one in decided().priorities.rows if one.section == section)
        for bench, cell in zip(order, row["cells"], strict=True):
            rank = found.ranks.get(Constituency(bench))
            assert cell["rank"] == ("–" if rank is None else str(rank))


def test_a_group_that_gave_no_order_is_named_and_nothing_is_said_of_all_three():
    given = coresia()
    sections = [one.section for one in given.results.sections]
    orders = (Ranking(GOVERNMENT, ("3e",)),)
    page = build(
        replace(given, priorities=compare_priorities(orders, sections, given.results)),
        "en",
    )
    assert len(page["priorities"]["missing"]) == 2
    assert page["priorities"]["lead"] == "Orders were given by: Government."
    assert page["priorities"]["low"] == []
    assert page["concordance"] is None


def test_words_in_another_language_are_marked_and_translated_ones_are_not():
    plan = build(decided(), "fr")["plan"]["actions"]
    assert not plan[0]["what"]["marked"]
    assert (plan[0]["barrier"]["marked"], plan[0]["barrier"]["language"]) == (
        True,
        "en",
    )
    assert not plan[1]["what"]["marked"]
    assert not plan[2]["what"]["marked"]  # nobody told its language


def test_every_bar_tells_its_numbers_and_its_status():
    titles = [one["bar"].title for one in build(decided(), "en")["plan"]["actions"]]
    assert titles == [
        "1. January 2027 – June 2028; begun",
        "2. until 30 November 2027; delayed",
        "3. 2027, no end fixed; planned",
    ]


def test_the_statuses_are_told_apart_without_colour():
    pictures = set()
    for status in ActionStatus:
        given = replace(decided(), actions=(replace(OPEN, status=status),))
        bar = build(given, "en")["plan"]["actions"][0]["bar"]
        pictures.add(bar.markup.split("</title>")[1])
    assert len(pictures) == len(ActionStatus)


def test_actions_without_any_date_and_from_far_apart_years_are_printed():
    empty = Action("1", objective="A", what="B")
    plan = build(replace(coresia(), actions=(empty,)), "en")["plan"]
    assert not plan["timed"]
    apart = (replace(empty, begins_on="1999"), replace(empty, begins_on="2998-12"))
    plan = build(replace(coresia(), actions=apart), "en")["plan"]
    assert plan["axis"].markup.count("<text") <= 13


def test_then_and_now_counts_every_position_once():
    since = build(decided(), "en")["since"]
    numbers = [row["numbers"] for row in since["groups"]]
    assert sum(map(sum, numbers)) == len(decided().since.trends)
    by_group = {row["id"]: row["numbers"] for row in since["groups"]}
    assert by_group["government"][2] == 1
    assert by_group["workers"][0] == 1
    assert "lower 1" in next(
        row["bar"].title for row in since["groups"] if row["id"] == "workers"
    )


def test_levels_then_and_now_are_drawn_as_the_cells_beside_them_tell():
    since = build(decided(), "en")["since"]
    assert since["changed"]
    for row in since["changed"]:
        moved = [cell for cell in row["cells"] if cell["moved"]]
        assert row["picture"].markup.count("<circle") >= len(moved) > 0
        for cell in moved:
            before, after = cell["text"].split(" → ")
            assert f"then {before}, now {after}" in row["picture"].title


def test_a_level_known_once_alone_has_no_arrow():
    bench = Constituency.WORKERS
    markups = [
        movement_picture([(bench, Trend("1.1", "law", bench, *levels))], "x").markup
        for levels in ((2, None), (None, 2), (2, 2), (None, None), (2, 3))
    ]
    assert [one.count('z"') for one in markups] == [0, 0, 0, 0, 1]
    assert [one.count("<circle") for one in markups] == [1, 0, 0, 0, 1]
    assert [one.count("<polygon") for one in markups] == [0, 1, 1, 0, 1]


def test_a_first_consultation_without_decisions_has_no_part_8():
    context = build(coresia(), "en")
    assert context["decided"] == ""
    assert not any(context[name] for name in ("priorities", "plan", "since"))


def test_trend_without_an_earlier_level_is_told_as_not_both():
    given = decided()
    since = replace(
        given.since, trends=trend({}, given.results, given.results.comparisons)
    )
    rows = build(replace(given, since=since), "en")["since"]["groups"]
    assert all(row["numbers"][:3] == [0, 0, 0] for row in rows)


# How the answers came in


def ways(*kinds):
    given = coresia()
    ids = [one.respondent.id for one in given.responses]
    return replace(given, ways=dict(zip(ids, kinds, strict=False)))


def test_small_numbers_of_a_way_are_never_told():
    packets = (Channel.PACKET,) * 7
    told = " ".join(build(ways(*packets, Channel.PAPER), "en")["meeting"]["ways"])
    assert "keyed from paper" in told
    assert not re.search(r"\d", told)


def test_counts_are_told_where_each_is_large_enough():
    mixed = (Channel.PACKET,) * 4 + (Channel.HERE,) * 4
    (told,) = build(ways(*mixed), "en")["meeting"]["ways"]
    assert "file from another computer (4) and answered on this computer (4)" in told


def test_the_way_of_one_or_two_persons_of_a_group_is_not_told():
    seats = everyone()[2:4]  # two workers, each alone
    given = coresia(seats)
    ids = [one.respondent.id for one in given.responses]
    told = build(replace(given, ways=dict.fromkeys(ids, Channel.PAPER)), "en")
    assert all("Workers" not in line for line in told["meeting"]["ways"])


# A damaged file


def test_a_damaged_file_is_told_on_the_cover_and_in_the_method(papers, language):
    damaged = papers(language, "damaged", replace(coresia(), damage=DAMAGE))
    told = {
        "en": "This report was made from a damaged file.",
        "fr": "Ce rapport a été établi à partir d'un fichier endommagé.",
    }[language]
    pages = [" ".join(text.split()) for text in damaged.pages]
    assert [n for n, text in enumerate(pages) if told in text] == [0, 4]
    assert {"en": "2 (respondents).", "fr": "2 (répondants)."}[language] in pages[4]
    assert "Example" not in damaged.text
    assert "1" in pages[1]


def test_a_whole_file_says_nothing_of_damage(paper):
    assert "endommag" not in paper.text
    assert "damaged" not in paper.text


@pytest.mark.parametrize("edition", [one for one in Edition if one in LAYOUTS])
def test_every_edition_of_a_damaged_file_says_so(edition):
    given = replace(decided(), damage=DAMAGE)
    own = given.responses[0].respondent.id
    wanted = ReportOptions(
        "fr",
        edition,
        group=WORKERS if edition is Edition.CONSTITUENCY else None,
        respondent=own if edition is Edition.PARTICIPANT else "",
    )
    html = edition_page(LAYOUTS[edition], given, wanted, Album())
    assert "endommagé" in html
    assert "Example" not in html


def test_the_record_of_a_damaged_file_says_so():
    told = build_record(recorded(replace(coresia(), damage=DAMAGE)), "en")
    assert "damaged file" in told["damage"]["brief"]
