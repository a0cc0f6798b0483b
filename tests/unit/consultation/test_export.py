"""What leaves as JSON: the results' own numbers, and only words people agreed to."""

import dataclasses
import json

import pytest
from support.offices import Offices, rated

from spf_assess.consultation.export import plain_of
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Grade,
    NoAnswer,
    PartAnswer,
    RespondentKind,
)


@pytest.fixture
def gathered(tmp_path):
    """Three benches' packets in one file; only the employers agreed to be quoted."""
    yield from gather(tmp_path, RespondentKind.BENCH)


@pytest.fixture
def persons(tmp_path):
    """The same from one person of each bench."""
    yield from gather(tmp_path, RespondentKind.PERSON)


def gather(tmp_path, kind):
    offices = Offices(tmp_path)
    with offices.found() as facilitator:
        for number, bench in enumerate(
            (Constituency.GOVERNMENT, Constituency.EMPLOYERS, Constituency.WORKERS)
        ):
            with offices.respondent(
                facilitator, f"Name-{bench.value}", bench, kind
            ) as one:
                agrees = bench is Constituency.EMPLOYERS
                one.update_respondent(
                    dataclasses.replace(
                        one.me(), consent_named=agrees, consent_quoted=agrees
                    )
                )
                me = one.me().id
                one.answer(me, rated("3b.1", number + 2))
                one.answer(
                    me,
                    Answer(
                        "3a.1",
                        parts={
                            "law": PartAnswer(2),
                            "practice": PartAnswer(
                                no_answer=NoAnswer.NOT_APPLICABLE,
                                reason=f"Reason-{bench.value}",
                            ),
                        },
                        comment=f"Comment-{bench.value}",
                        evidence=(
                            Evidence(EvidenceKind.LAW, Grade.A, title="Act 12"),
                            Evidence(
                                EvidenceKind.EXPERIENCE,
                                Grade.D,
                                who=f"Who-{bench.value}",
                            ),
                        ),
                        follow_ups={"F1": f"More-{bench.value}"},
                    ),
                )
                own = PartAnswer(f"Text-{bench.value}")
                one.answer(me, Answer("3a.3", parts={"value": own}))
                if kind is RespondentKind.BENCH:
                    note = f"Minority-{bench.value}"
                    one.answer(me, rated("5a.1", 1, minority=note))
                one.hand_in(me, tmp_path / f"{bench.value}.spfr")
            facilitator.import_packet(tmp_path / f"{bench.value}.spfr")
        yield facilitator


def without_counts(plain):
    """Leave out what depends on thresholds: numbers, spreads, kinds of no-answer."""
    if isinstance(plain, list):
        return [without_counts(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    hidden = {"rated", "ratings", "spread", "no_answers"} if "rated" in plain else set()
    return {key: without_counts(one) for key, one in plain.items() if key not in hidden}


def test_the_numbers_are_the_results_own(gathered):
    plain = json.loads(json.dumps(gathered.export_json()))
    whole = json.loads(json.dumps(plain_of(gathered.results())))
    assert without_counts(plain["results"][0]) == without_counts(whole)
    law = plain["results"][0]["comparisons"]["3b.1"]["law"]
    assert [one["level"] for one in law["positions"]] == [2, 3, 4]
    assert law["range"] == 2
    assert law["outcome"] == "divergence"


def test_words_leave_only_with_consent(gathered):
    text = json.dumps(gathered.export_json(), ensure_ascii=False)
    for kind in ("Comment", "Minority", "Reason", "Who", "More", "Text", "Name"):
        assert f"{kind}-employers" in text, kind
        assert f"{kind}-government" not in text, kind
        assert f"{kind}-workers" not in text, kind
    assert text.count("Act 12") == 3


def test_levels_and_no_answers_leave_always(gathered):
    plain = gathered.export_json()
    assert len(plain["responses"]) == 3
    for response in plain["responses"]:
        parts = {one["item"]: one.get("parts") for one in response["answers"]}
        assert parts["3a.1"]["law"] == {"value": 2}
        assert parts["3a.1"]["practice"]["no_answer"] == "not_applicable"


def test_what_persons_answered_one_by_one_does_not_leave(persons):
    plain = persons.export_json()
    law = plain["results"][0]["comparisons"]["3b.1"]["law"]
    assert [one["level"] for one in law["positions"]] == [2, 3, 4]
    told = [answer for one in plain["responses"] for answer in one["answers"]]
    assert {one["item"] for one in told} == {"3a.1", "3a.3"}
    assert [one.get("parts") for one in told if one["item"] == "3a.1"] == [None]
    text = json.dumps(plain, ensure_ascii=False)
    assert "Comment-employers" in text
    for kind in ("Comment", "Reason", "Who", "More", "Text", "Name"):
        assert f"{kind}-workers" not in text, kind


def test_whose_words_they_are_is_told_only_with_consent(persons):
    named = {
        one["constituency"]: one["respondent"]
        for one in (persons.export_json()["responses"])
    }
    assert named["employers"] != ""
    assert named["government"] == named["workers"] == ""


def quoted(folder, saying):
    """What the export tells of persons who may be quoted and not named, in turn."""
    folder.mkdir()
    offices = Offices(folder)
    with offices.found() as facilitator:
        for number, (who, (first, second)) in enumerate(saying):
            with offices.respondent(facilitator, f"Name-{who}") as one:
                one.update_respondent(
                    dataclasses.replace(one.me(), consent_quoted=True)
                )
                for item, words in (("3a.1", first), ("3b.1", second)):
                    one.answer(one.me().id, Answer(item, comment=words))
                for _time in range(number + 1):  # each packet has another number
                    one.hand_in(one.me().id, folder / f"{who}.spfr")
            facilitator.import_packet(folder / f"{who}.spfr")
        return facilitator.export_json()["responses"]


def test_nothing_leads_from_quoted_words_to_a_person_who_is_not_named(tmp_path):
    saying = [("A", ("one", "two")), ("B", ("three", "four")), ("C", ("five", "six"))]
    told = quoted(tmp_path / "as they are", saying)
    assert told == quoted(tmp_path / "the other way round", saying[::-1])
    assert all(len(one["answers"]) == 1 for one in told)
    assert {(one["seq"], one["handed_in_at"]) for one in told} == {(0, "")}
    assert len(told) == 6


def test_the_export_says_which_consultation_and_which_packets(gathered):
    plain = gathered.export_json()
    assert plain["format"] == "spf-assess-export"
    assert plain["consultation"]["id"] == gathered.header.id
    assert [one["digest"] for one in plain["packets"]] == [
        one.digest for one in gathered.packets()
    ]
    assert {one["state"] for one in plain["packets"]} == {"accepted"}


def test_private_keys_never_leave(gathered):
    text = json.dumps(gathered.export_json())
    assert gathered._contents.key("facilitator")
    assert gathered._contents.key("facilitator") not in text
