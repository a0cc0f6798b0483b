"""What the sample says: fits the questionnaire, and is written as its people write."""

import re

import pytest

from spf_assess.analysis import ProblemKind, asked_items, open_follow_ups, progress
from spf_assess.consultation.coresia import read_script
from spf_assess.exchange import check_against, is_clean
from spf_assess.model import COMMENT_LIMIT, Selection
from spf_assess.paths import data_folder
from spf_assess.questionnaire import load_questionnaire

NO_BREAK = "\u00a0"


@pytest.fixture(scope="module")
def questionnaire():
    return load_questionnaire()


@pytest.fixture(scope="module")
def script(questionnaire):
    return read_script(data_folder("forms") / "sample", questionnaire)


def texts(answer):
    yield answer.comment
    yield answer.specify
    yield from answer.follow_ups.values()
    for part in answer.parts.values():
        yield part.reason
    for source in answer.evidence:
        yield from (source.title, source.who)


def written(script, language):
    """Every text of the speakers of one language, with its place."""
    return [
        (speaker.key, answer.item, text)
        for speaker in script.speakers
        if speaker.respondent.language == language
        for answer in speaker.answers
        for text in texts(answer)
        if text
    ]


def test_every_answer_fits_its_question(script, questionnaire):
    for speaker in script.speakers:
        who = speaker.respondent
        check_against(speaker.answers, questionnaire, who.constituency, who.kind)


def test_only_what_is_asked_is_answered(script, questionnaire):
    stray = [
        (speaker.key, item)
        for speaker in script.speakers
        if speaker.respondent.constituency.rates
        for answers in [{one.item: one for one in speaker.answers}]
        for item in set(answers)
        - {
            one.id
            for one in asked_items(
                questionnaire,
                Selection(),
                speaker.respondent.constituency,
                answers,
            )
        }
    ]
    assert stray == []


def test_only_follow_up_questions_that_open_are_answered(script, questionnaire):
    stray = [
        (speaker.key, answer.item, name)
        for speaker in script.speakers
        for answer in speaker.answers
        for name in set(answer.follow_ups)
        - {
            one.name
            for one in open_follow_ups(
                questionnaire, questionnaire.item(answer.item), answer
            )
        }
    ]
    assert stray == []


def test_the_check_page_would_show_blanks_and_one_missing_sex_only(
    script, questionnaire
):
    found = [
        (speaker.key, one.item, one.kind)
        for speaker in script.speakers
        for one in progress(
            questionnaire,
            Selection(),
            speaker.respondent.constituency,
            {answer.item: answer for answer in speaker.answers},
        ).problems
        if one.kind is not ProblemKind.BLANK
    ]
    assert found == [("gov_group", "5c.3", ProblemKind.SEX_MISSING)]


def test_shares_of_financing_add_up_to_a_hundred(script):
    from decimal import Decimal

    sums = [
        sum(Decimal(part.value.total) for part in answer.parts.values())
        for speaker in script.speakers
        for answer in speaker.answers
        if answer.item == "3h.2" and all(part.value for part in answer.parts.values())
    ]
    assert sums == [100, 100]


def test_totals_lie_between_women_and_men(script, questionnaire):
    from decimal import Decimal

    wrong = []
    for speaker in script.speakers:
        for answer in speaker.answers:
            for name, part in answer.parts.items():
                figure = part.value
                women = getattr(figure, "women", "")
                if not women:
                    continue
                sexes = sorted((Decimal(women), Decimal(figure.men)))
                total = Decimal(figure.total)
                counted = answer.item == "3c.4"
                if not (
                    total == sum(sexes) if counted else sexes[0] <= total <= sexes[1]
                ):
                    wrong.append((speaker.key, answer.item, name))
    assert wrong == []


def test_every_text_is_clean_and_short_enough(script):
    for language in ("en", "fr"):
        for place in written(script, language):
            assert is_clean(place[2]), place
            assert len(place[2]) <= COMMENT_LIMIT, place
            assert "  " not in place[2], place


def test_french_keeps_the_house_typography(script):
    wrong = [
        place
        for place in written(script, "fr")
        if re.search(rf"[^{NO_BREAK}][;:?!»]", place[2])
        or re.search(rf"«[^{NO_BREAK}]", place[2])
        or re.search(r"\d pour cent", place[2])
        or "’" in place[2]
    ]
    assert wrong == []


def test_english_is_spelt_as_the_ilo_does(script):
    wrong = [
        place
        for place in written(script, "en")
        if re.search(r"\b(program|labor|percent|center)\b|%", place[2])
        or NO_BREAK in place[2]
    ]
    assert wrong == []


def test_each_writes_in_its_own_language(script):
    french = re.compile(r"\b(le|la|les|des|une|un|est|du|et)\b", re.IGNORECASE)
    english = re.compile(r"\b(the|and|of|is|are|was|for|to)\b", re.IGNORECASE)
    wrong = [
        place
        for language, theirs, other in (
            ("en", english, french),
            ("fr", french, english),
        )
        for place in written(script, language)
        if len(other.findall(place[2])) > len(theirs.findall(place[2]))
    ]
    assert wrong == []
