"""Where thousands may be quoted, a lot decides, and the report tells how many."""

from dataclasses import replace

import pytest
from support.coresia_results import BENCH, OBSERVERS, PERSON, WORKERS, coresia, seat

from spf_assess.model import Response
from spf_assess.report.context import build
from spf_assess.report.drawing import ALL_QUOTED, MOST_QUOTED, draw
from spf_assess.report.html import page

MEMBERS = MOST_QUOTED + 15


def words_of(item, who, answer):
    return replace(answer, comment=f"Said by {int(who.id, 16)} of {item.id}.")


def speaking(number: int, **more: object):
    seats = [seat(one + 1, WORKERS, PERSON, **more) for one in range(number)]
    given = coresia(seats, ("3e",), change=words_of)
    lot = draw(given.header.id, given.questionnaire, given.responses, given.asked)
    return replace(given, drawn=lot)


def printed(given) -> list[str]:
    """Return the comments on the section's pages."""
    (section,) = build(given, "en")["sections"]
    return [
        quote["text"]
        for question in (section["headline"], *section["further"])
        for column in question["columns"]
        for quote in column["comments"]
    ]


def test_a_section_quotes_so_many_answers_of_a_group_and_says_of_how_many():
    given = speaking(MEMBERS)
    (section,) = build(given, "en")["sections"]
    all_of_them = sum(len(one.answers) for one in given.responses)
    assert len(printed(given)) == MOST_QUOTED
    (line,) = section["drawn"]
    assert line == (
        f"Workers: of {all_of_them} answers that may be quoted, {MOST_QUOTED} were"
        " drawn by lot to stand here."
    )
    html = page("report.html.j2", build(given, "fr"))
    assert f"{MOST_QUOTED} ont été tirées au sort pour figurer ici." in html
    assert "(SHA-256)" in html


def test_every_question_is_heard_before_one_is_heard_twice():
    given = speaking(MEMBERS)
    questions = [one.rpartition(" of ")[2] for one in printed(given)]
    answered = {item for one in given.responses for item in one.answers}
    assert len(set(questions)) == min(len(answered), MOST_QUOTED)
    times = [questions.count(one) for one in set(questions)]
    assert max(times) - min(times) <= 1


def test_few_are_all_printed_and_nothing_is_said_of_a_lot():
    given = speaking(2)
    assert given.drawn == ALL_QUOTED
    assert "(SHA-256)" not in page("report.html.j2", build(given, "en"))


@pytest.mark.parametrize("more", [{}, {"consent_quoted": False}])
def test_no_consent_no_lot_and_nobodys_words_change_the_draw(more):
    given = speaking(MEMBERS, **more)
    if more:
        assert given.drawn == ALL_QUOTED
        return
    louder = [
        replace(
            one,
            answers={
                name: replace(answer, comment=answer.comment * 9)
                for name, answer in one.answers.items()
            },
        )
        for one in reversed(given.responses)
    ]
    again = draw(given.header.id, given.questionnaire, louder, given.asked)
    assert again == given.drawn
    other = draw("another", given.questionnaire, louder, given.asked)
    assert other.left_out != given.drawn.left_out


def test_what_is_agreed_or_hidden_is_in_no_lot():
    given = speaking(MEMBERS)
    hidden = draw(given.header.id, given.questionnaire, given.responses, {})
    assert hidden == ALL_QUOTED
    agreed = [replace(one, respondent=_as(one, BENCH)) for one in given.responses]
    assert draw(given.header.id, given.questionnaire, agreed, given.asked) == ALL_QUOTED


def test_observers_draw_lots_too_though_nothing_is_asked_of_them():
    seats = [seat(one + 1, OBSERVERS, PERSON) for one in range(MEMBERS)]
    given = coresia(seats, ("3e",), change=words_of)
    lot = draw(given.header.id, given.questionnaire, given.responses, {})
    (section,) = build(replace(given, drawn=lot), "en")["sections"]
    assert "Observers: of" in section["drawn"][0]
    observed = [section["headline"], *section["further"]]
    assert sum(len(one["observers"]) for one in observed) == MOST_QUOTED


def _as(response: Response, kind):
    return replace(response.respondent, kind=kind)
