"""Who is quoted and what was asked further is said once a section, by signs then."""

import pytest
from support.coresia_results import EMPLOYERS, PERSON, WORKERS, coresia, seat

from spf_assess.report.context import build
from spf_assess.report.desk import Desk
from spf_assess.report.scribe import Scribe
from spf_assess.report.speakers import settle


@pytest.mark.parametrize(
    ("words", "language", "printed"),
    [
        (
            "Ils disent : « revenez avec votre époux ».",
            "fr",
            "«\u00a0Ils disent : “revenez avec votre époux”.\u00a0»",
        ),
        ("« Tout est payé. »", "fr", "«\u00a0Tout est payé.\u00a0»"),
        ("It covers “rent or food”.", "en", "“It covers ‘rent or food’.”"),
        ("“Not both.”", "en", "“Not both.”"),
        ("One « left open", "fr", "«\u00a0One « left open\u00a0»"),
    ],
)
def test_a_quotation_within_a_quotation_has_marks_of_its_own(words, language, printed):
    assert Scribe(language).quoted(words, language) == printed


def test_signs_are_the_same_throughout_and_belong_to_those_who_may_be_named():
    silent = seat(1, WORKERS, PERSON, "Union A", name="Ada Silent")
    spoken = seat(2, WORKERS, PERSON, "Union B", name="Bo Open", consent_named=True)
    other = seat(3, EMPLOYERS, name="", organization="Works", consent_named=True)
    given = coresia((silent, spoken, other), ("3e", "3f"))
    desk = Desk.lay(given, "fr")
    assert desk.speaker(silent.who) == ""
    assert desk.speaker(spoken.who) == "T1"
    assert desk.speaker(other.who) == "E1"
    sections = build(given, "fr")["sections"]
    for section in sections:
        assert [line.partition("\u00a0")[0] for line in section["speakers"]] == [
            "E1",
            "T1",
        ]
        assert "T1\u00a0Bo Open, Union B" in section["speakers"]


def test_a_follow_up_question_is_asked_in_full_once():
    def follow(name: str) -> dict:
        quote = {"by": "W2", "who": "Bo, Union B"}
        return {"name": name, "question": f"Why {name}?", "quotes": [quote]}

    def column(*follows: dict) -> dict:
        return {"texts": [], "comments": [], "follow_ups": list(follows)}

    questions = [
        {"observers": [], "matrix": [], "columns": [column(follow("F1"))]},
        {
            "observers": [{"by": "W10", "who": "Cy"}],
            "matrix": [],
            "columns": [column(follow("F1"), follow("F2"))],
        },
    ]
    assert settle(questions) == ["W2\u00a0Bo, Union B", "W10\u00a0Cy"]
    labels = [
        one["label"]
        for question in questions
        for part in question["columns"]
        for one in part["follow_ups"]
    ]
    assert labels == ["→\u00a0F1 Why F1?", "→\u00a0F1", "→\u00a0F2 Why F2?"]
