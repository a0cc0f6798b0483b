"""Editions of one group and of one participant: their own words, and nobody else's."""

import re
from dataclasses import replace

import pytest
from support.coresia_results import (
    EMPLOYERS,
    GOVERNMENT,
    OBSERVERS,
    PERSON,
    WORKERS,
    coresia,
    seat,
)
from support.decided import decided
from support.discussed import discussed

from spf_assess.model import Answer, Edition, Preparation, Problem, ReportOptions
from spf_assess.report import render_report
from spf_assess.report.constituency import constituency_context
from spf_assess.report.desk import Desk
from spf_assess.report.editions import LAYOUTS, edition_page
from spf_assess.report.html import Album
from spf_assess.report.participant import participant_context

OF_WORKERS = ReportOptions("en", Edition.CONSTITUENCY, group=WORKERS)
FIRST = f"{1:032x}"


def own(number=1, **change):
    return ReportOptions("en", Edition.PARTICIPANT, respondent=f"{number:032x}")


def said(item, who, answer):
    """Everybody's comment tells who made it."""
    return replace(answer, comment=f"Said by {who.id[-1]}.")


def seats(**worker):
    return (
        seat(1, WORKERS, PERSON, "Union of Ports", name="Ada Port", **worker),
        seat(2, WORKERS, PERSON, "Union of Fields", name="Ben Field"),
        seat(3, EMPLOYERS, organization="Confederation"),
    )


def html(given, wanted):
    return edition_page(LAYOUTS[wanted.edition], given, wanted, Album())


def test_the_edition_of_a_group_needs_to_know_which(tmp_path):
    for group in (None, OBSERVERS):
        with pytest.raises(Problem) as refused:
            render_report(
                coresia(), replace(OF_WORKERS, group=group), tmp_path / "no.pdf"
            )
        assert refused.value.code == "R-106"
    assert not (tmp_path / "no.pdf").exists()


def test_a_group_finds_its_own_words_before_the_three_groups_side_by_side():
    page = html(coresia(seats(), change=said), OF_WORKERS)
    before, after = page.split('id="method"')
    assert "Said by 1." in before
    assert "Said by 3." not in before
    assert 'id="profile"' in after
    assert 'id="annex-a"' in after


def test_reservations_come_before_answers():
    given = discussed()
    stance = next(one for one in given.stances if one.reservation)
    page = html(given, replace(OF_WORKERS, group=stance.constituency))
    assert 0 < page.index("Reservations of this group") < page.index("ownsection")
    other = next(
        one for one in (GOVERNMENT, EMPLOYERS, WORKERS) if one != stance.constituency
    )
    assert "This group recorded no reservation." in html(
        given, replace(OF_WORKERS, group=other)
    )


def test_a_group_sees_where_it_stands_alone():
    context = constituency_context(Desk.lay(coresia(), "en"), OF_WORKERS)
    found = {
        row["reference"] for dimension in context["apart"] for row in dimension["rows"]
    }
    assert "3(a)" in found  # workers 2 against 3 and 3 in practice


def test_the_edition_of_a_group_quotes_nobody_who_did_not_agree():
    page = html(coresia(seats(consent_quoted=False), change=said), OF_WORKERS)
    assert "Said by 1." not in page
    assert "Said by 2." in page


def test_a_group_finds_what_its_own_levels_rest_on_and_where_they_went():
    context = constituency_context(Desk.lay(decided(), "en"), OF_WORKERS)
    assert [one["name"] for one in context["evidence"]["bars"]] == ["Workers"]
    assert {len(one["cells"]) for one in context["evidence"]["rows"]} == {2}
    assert [one["name"] for one in context["since"]["groups"]] == ["Workers"]
    moved = context["since"]["changed"]
    assert [one["picture"].title for one in moved] == ["Workers: then 2, now 1"]
    first = constituency_context(Desk.lay(coresia(), "en"), OF_WORKERS)
    assert first["since"] is None


def test_a_group_finds_how_its_own_members_rated_and_nobody_elses():
    members = [seat(number + 1, WORKERS, PERSON) for number in range(8)]
    others = [seat(number + 9, EMPLOYERS, PERSON) for number in range(8)]
    given = coresia([*members, *others], ("3a",))
    desk = Desk.lay(given, "en")
    own = constituency_context(desk, OF_WORKERS)["own_sections"][0]["questions"]
    rated = own[0]["rated"]["rows"]
    assert {row["bench"]["name"] for row in rated} == {"Workers"}
    assert all(one["rated"] is None for one in own[1:])


def test_what_an_edition_of_a_group_shows_has_captions_with_numbers():
    context = constituency_context(Desk.lay(coresia(), "en"), OF_WORKERS)
    page = html(coresia(), OF_WORKERS)
    names = list(context["captions"])
    assert names == ["profile", "answers", "figures"]
    for one in context["captions"].values():
        assert f"<b>{one['label']}.</b> {one['text']}" in page
    assert context["captions"]["profile"]["label"] == "Figure 1"
    assert "on 3 sections" in context["captions"]["profile"]["text"]


def test_every_link_of_the_edition_of_a_group_leads_somewhere():
    page = html(discussed(), OF_WORKERS)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_a_participant_finds_all_own_answers_and_nobody_elses():
    given = replace(coresia(seats(), change=said), own=FIRST)
    page = html(given, ReportOptions("en", Edition.PARTICIPANT))
    assert "Ada Port" in page
    assert page.count("Said by 1.") == len(given.asked[FIRST])
    for other in ("Said by 2.", "Said by 3.", "Ben Field", "Confederation"):
        assert other not in page


def test_ones_own_file_prints_without_any_consent():
    given = coresia(seats(consent_quoted=False), change=said)
    page = html(replace(given, own=FIRST), ReportOptions("en", Edition.PARTICIPANT))
    assert "Said by 1." in page


def record(given, *, open_record):
    return replace(given, preparation=Preparation(open_record=open_record))


@pytest.mark.parametrize("open_record", [False, True])
@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("named", [False, True])
def test_a_person_is_printed_by_others_in_an_open_record_alone_and_with_both_consents(
    open_record, quoted, named
):
    given = coresia(seats(consent_quoted=quoted, consent_named=named), change=said)
    given = record(given, open_record=open_record)
    if open_record and quoted and named:
        assert "Said by 1." in html(given, own())
        return
    with pytest.raises(Problem) as refused:
        participant_context(Desk.lay(given, "en"), own())
    assert refused.value.code == "R-109"


@pytest.mark.parametrize("named", [False, True])
def test_a_group_that_agreed_to_be_quoted_is_printed_and_named_if_it_agreed(named):
    group = seat(3, EMPLOYERS, organization="Confederation", consent_named=named)
    page = html(coresia((*seats()[:2], group), change=said), own(3))
    assert "Said by 3." in page
    assert ("Confederation" in page) == named
    mute = seat(3, EMPLOYERS, consent_quoted=False)
    with pytest.raises(Problem) as refused:
        html(coresia((*seats()[:2], mute), change=said), own(3))
    assert refused.value.code == "R-109"


def test_an_observer_who_agreed_to_both_is_printed_as_nothing_is_rated():
    observer = seat(9, OBSERVERS, PERSON, "Older Persons", consent_named=True)
    page = html(coresia((*seats(), observer)), own(9))
    assert "Older persons without papers are not counted." in page


def test_nobody_is_printed_by_guess():
    for wanted, code in (
        (ReportOptions("en", Edition.PARTICIPANT), "R-107"),
        (own(77), "R-108"),
    ):
        with pytest.raises(Problem) as refused:
            participant_context(Desk.lay(coresia(seats()), "en"), wanted)
        assert refused.value.code == code


def test_the_receipt_stands_on_the_copy_in_both_languages():
    words = {"en": ("brave",) * 8, "fr": ("abaisser",) * 8}
    given = replace(coresia(seats()), own=FIRST, receipts={FIRST: words})
    page = html(given, ReportOptions("fr", Edition.PARTICIPANT))
    assert page.count("brave") == page.count("abaisser") == 8
    assert '<p class="eight" lang="en">' in page


def test_what_was_left_blank_is_told_as_such():
    given = coresia(seats(), change=lambda item, _who, _answer: Answer(item.id))
    context = participant_context(
        Desk.lay(replace(given, own=FIRST), "en"),
        ReportOptions("en", Edition.PARTICIPANT),
    )
    questions = [one for section in context["sections"] for one in section["questions"]]
    for one in questions:
        told = [level["level"] for level in one["levels"]] or one["lines"]
        assert set(told) == {"Left blank"}, one["id"]


def test_an_observer_finds_comments_and_no_ratings_left_blank():
    observer = seat(9, OBSERVERS, PERSON, "Association of Older Persons")
    given = replace(coresia((*seats(), observer)), own=observer.who.id)
    page = html(given, ReportOptions("en", Edition.PARTICIPANT))
    assert "Older persons without papers are not counted." in page
    assert "Left blank" not in page
    assert "Questions commented" in page


@pytest.mark.parametrize("wanted", [OF_WORKERS, own()], ids=["group", "own"])
def test_no_page_of_these_editions_has_another_build_in_french(wanted):
    from spf_assess.report.facing import Facing
    from spf_assess.report.html import page

    given = replace(coresia(seats(consent_named=True), change=said), own=FIRST)
    album, layout = Album(), LAYOUTS[wanted.edition]
    pages = [
        page(
            layout.template,
            layout.build(Desk.lay(given, one, facing=True), wanted),
            album,
        )
        for one in ("en", "fr")
    ]
    facing = Facing(album.pictures)
    facing.page(*pages)
    assert facing.twice == []
