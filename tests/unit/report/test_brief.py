"""Two pages for a minister, whatever was answered."""

from dataclasses import replace

import pypdfium2
import pytest
from support.coresia_results import EMPLOYERS, GOVERNMENT, WORKERS, coresia, seat
from support.decided import decided
from support.discussed import discussed

from spf_assess.analysis.priorities import compare_priorities
from spf_assess.model import (
    Action,
    Edition,
    PaperSize,
    Ranking,
    Remark,
    ReportOptions,
    Text,
)
from spf_assess.report import render_report
from spf_assess.report.brief import brief_context
from spf_assess.report.desk import Desk

BRIEF = ReportOptions("en", Edition.BRIEF)
ENDLESS = "A very long sentence about what will be done, by whom and with what. " * 40
ACTIONS = tuple(
    Action(
        id=f"{number:016x}",
        objective="Own-account workers are covered.",
        what=ENDLESS if number > 2 else "Open quarterly contributions.",
        sequence=number,
        responsible=ENDLESS if number > 2 else "Social Security Fund",
        ends_on="2028-06",
    )
    for number in range(1, 13)
)


def ranked(given):
    """All three groups find section 3e the most urgent."""
    rankings = [Ranking(bench, ("3e", "5c")) for bench in (GOVERNMENT, EMPLOYERS)]
    rankings.append(Ranking(WORKERS, ("3e",)))
    sections = [one.section for one in given.results.sections]
    found = compare_priorities(rankings, sections, given.results)
    return replace(given, priorities=found)


def pages(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def context(given, language="en"):
    return brief_context(Desk.lay(given, language), replace(BRIEF, language=language))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", PaperSize)
def test_a_brief_has_two_pages_however_long_the_plan(tmp_path, language, paper):
    given = ranked(decided(coresia(sections=(), form="core")))
    given = replace(given, actions=ACTIONS)
    out = tmp_path / "brief.pdf"
    render_report(given, replace(BRIEF, language=language, paper=paper), out)
    assert pages(out) == 2


def test_what_the_positions_rest_on_is_drawn_where_there_is_room():
    given = ranked(decided())
    assert len(context(given)["evidence"]["bars"]) == 3
    remark = Remark("", Text.of(en=ENDLESS[:390], fr=ENDLESS[:390]))
    full = replace(given, actions=ACTIONS, remarks=(remark,))
    assert context(full)["evidence"] is None
    letter = replace(BRIEF, paper=PaperSize.LETTER)
    assert brief_context(Desk.lay(full, "fr"), letter)["evidence"] is None
    facing = Desk.lay(given, "en", facing=True)
    assert brief_context(facing, BRIEF)["evidence"] is None


def test_where_levels_went_since_the_last_consultation_is_told():
    assert context(coresia())["moves"] == ""
    given = decided()
    nothing = replace(given, since=replace(given.since, trends=()))
    assert context(nothing)["moves"] == ""
    assert "lower" in context(decided())["moves"]


def test_the_brief_in_both_languages_has_at_most_four(tmp_path):
    given = ranked(replace(coresia(sections=(), form="core"), actions=ACTIONS))
    out = tmp_path / "brief.pdf"
    render_report(given, replace(BRIEF, language="both"), out)
    assert pages(out) <= 4


@pytest.mark.parametrize("seats", [(), (seat(1, WORKERS),)], ids=["none", "one"])
def test_a_brief_of_next_to_nothing_still_says_what_is_missing(
    tmp_path, text_of, seats
):
    out = tmp_path / "brief.pdf"
    render_report(coresia(seats), BRIEF, out)
    assert pages(out) == 2
    text = text_of(out)
    assert "Government did not hand in an answer" in text or "Government" in text
    assert "No group gave priorities." in text
    assert "No action was recorded." in text


def test_a_low_level_that_all_three_find_urgent_is_named_with_their_places():
    found = context(ranked(coresia()))["urgent"]
    assert [one["reference"] for one in found] == ["3(e)"]
    assert sorted(one["rank"] for one in found[0]["ranks"]) == [1, 1, 1]


def test_groups_without_priorities_are_named():
    rankings = [Ranking(WORKERS, ("3e",))]
    given = coresia()
    sections = [one.section for one in given.results.sections]
    found = compare_priorities(rankings, sections, given.results)
    told = context(replace(given, priorities=found))
    assert sorted(told["unranked"]) == ["Employers", "Government"]
    assert told["urgent"] == []


def test_an_action_stands_in_the_words_of_the_language_where_there_are_such():
    action = replace(
        ACTIONS[0], language="en", translated={"what": "Ouvrir la cotisation."}
    )
    given = replace(coresia(), actions=(action,))
    (told,) = context(given, "fr")["actions"]
    assert told["what"]["text"] == "Ouvrir la cotisation."
    assert told["what"]["marked"] is False
    assert told["responsible"]["marked"] is True
    assert told["ends"] == "juin 2028"


def test_only_the_first_actions_are_told_and_how_many_there_are():
    told = context(replace(coresia(), actions=ACTIONS))
    assert [one["number"] for one in told["actions"]] == [1, 2, 3, 4, 5, 6]
    assert told["all_actions"] == 12
    assert told["actions"][3]["what"]["text"].endswith("…")


def test_what_was_agreed_and_reserved_is_counted(tmp_path, text_of):
    out = tmp_path / "brief.pdf"
    render_report(discussed(), BRIEF, out)
    text = text_of(out)
    assert "2 answers or statements were agreed after the discussion." in text
    assert "1 reservation was recorded" in text
