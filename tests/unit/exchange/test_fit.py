import pytest

from spf_assess.exchange import check_against
from spf_assess.model import (
    EMPTY,
    Answer,
    Choice,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    FollowUp,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Problem,
    Questionnaire,
    Reference,
    RespondentKind,
    Section,
)

BENCH = frozenset(Constituency) - {Constituency.OBSERVERS}
CHOICES = (
    Choice("cash", EMPTY),
    Choice("kind", EMPTY),
    Choice("none", EMPTY, exclusive=True),
)


def item(id_: str, kind: ItemKind, *parts: str, **more) -> Item:
    return Item(
        id=id_,
        section="3a",
        kind=kind,
        label=EMPTY,
        short=EMPTY,
        references=(Reference(3, letter="a"),),
        asked_of=more.pop("asked_of", BENCH),
        parts=tuple(Part(name) for name in parts or ("value",)),
        **more,
    )


ITEMS = (
    item("law", ItemKind.LAW_PRACTICE, "law", "practice", follow_ups=("F1",)),
    item("practice", ItemKind.PRACTICE, "practice"),
    item("ratings", ItemKind.RATINGS, "design", "delivery"),
    item("yes", ItemKind.YES_PARTLY_NO),
    item("one", ItemKind.SELECT_ONE, choices=CHOICES),
    item("several", ItemKind.SELECT_MULTIPLE, choices=CHOICES),
    item("rank", ItemKind.RANK, choices=CHOICES),
    item("figures", ItemKind.FIGURES),
    item("date", ItemKind.DATE),
    item("text", ItemKind.TEXT),
    item("texts", ItemKind.TEXTS, "exists", "planned"),
    item("workers", ItemKind.TEXT, asked_of=frozenset({Constituency.WORKERS})),
    item("national", ItemKind.TEXT, asked_of=frozenset(Constituency)),
)
QUESTIONNAIRE = Questionnaire(
    id="r202",
    version="1",
    digest="0" * 64,
    title=EMPTY,
    level_names=(),
    rules_of_thumb={},
    groups={},
    sections=(Section("3a", Reference(3, letter="a"), "p", EMPTY, EMPTY, ITEMS),),
    follow_ups={name: FollowUp(name, "", EMPTY) for name in ("F1", "F2")},
)


def check(
    answer: Answer,
    who: Constituency = Constituency.EMPLOYERS,
    kind: RespondentKind = RespondentKind.BENCH,
) -> None:
    check_against([answer], QUESTIONNAIRE, who, kind)


def code(answer: Answer, who: Constituency = Constituency.EMPLOYERS) -> str:
    with pytest.raises(Problem) as told:
        check(answer, who)
    str(told.value).encode()
    return told.value.code


def said(item_id: str, value, part: str = "value") -> Answer:
    return Answer(item_id, parts={part: PartAnswer(value)})


@pytest.mark.parametrize(
    "answer",
    [
        said("law", 1, "law"),
        said("law", 4, "practice"),
        said("ratings", 2, "delivery"),
        said("yes", "partly"),
        said("one", "cash"),
        said("several", ("cash", "kind")),
        said("several", ("none",)),
        said("rank", ("none", "kind", "cash")),
        said("rank", ("kind",)),
        said("figures", Figure(total="5")),
        said("date", "2024"),
        said("date", "2024-02"),
        said("date", "2024-02-29"),
        said("text", "Words"),
        said("texts", "Words", "planned"),
        Answer("law", parts={"law": PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE)}),
        Answer("law", parts={"law": PartAnswer()}),
        Answer("law", comment="Words", follow_ups={"F1": "Words"}, specify="Words"),
        Answer("law", evidence=(Evidence(EvidenceKind.EXPERIENCE, Grade.D),)),
    ],
    ids=str,
)
def test_what_was_asked_may_be_answered(answer):
    check(answer)


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (said("9z.9", 1), "X-151"),
        (said("law", 1), "X-152"),
        (said("text", "Words", "law"), "X-152"),
        (said("texts", "Words", "value"), "X-152"),
        (said("texts", ("Words",), "planned"), "X-155"),
        (said("workers", "Words"), "X-153"),
        (Answer("workers", comment="Words"), "X-153"),
        (said("law", 0, "law"), "X-156"),
        (said("law", 5, "law"), "X-156"),
        (said("practice", -1, "practice"), "X-156"),
        (said("ratings", 10**14, "design"), "X-156"),
        (said("law", bool(1), "law"), "X-155"),
        (said("law", "3", "law"), "X-155"),
        (said("law", ("3",), "law"), "X-155"),
        (said("law", Figure(total="3"), "law"), "X-155"),
        (said("yes", 1), "X-155"),
        (said("yes", "Yes"), "X-157"),
        (said("one", "yes"), "X-157"),
        (said("one", ("cash",)), "X-155"),
        (said("several", "cash"), "X-155"),
        (said("several", ("cash", "gold")), "X-157"),
        (said("several", ("cash", "none")), "X-158"),
        (said("rank", ("gold",)), "X-157"),
        (said("figures", 5), "X-155"),
        (said("figures", "5"), "X-155"),
        (said("date", "2024-02-30"), "X-155"),
        (said("date", "2024-13"), "X-155"),
        (said("date", "May 2024"), "X-155"),
        (said("date", "٢٠٢٤"), "X-155"),
        (said("date", 2024), "X-155"),
        (said("text", 3), "X-155"),
        (Answer("law", follow_ups={"F2": "Words"}), "X-159"),
        (Answer("law", follow_ups={"F9": "Words"}), "X-159"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_with_its_reason(answer, wanted):
    assert code(answer) == wanted


def test_observers_comment_on_anything_and_rate_nothing():
    observers = Constituency.OBSERVERS
    for one in ITEMS:
        check(Answer(one.id, comment="Words", flagged=True), observers)
    assert code(said("law", 3, "law"), observers) == "X-154"
    assert code(said("text", "Words"), observers) == "X-154"
    no_answer = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    assert code(Answer("law", parts={"law": no_answer}), observers) == "X-154"


def test_observers_answer_a_national_question_that_is_put_to_them():
    check(said("national", "Words"), Constituency.OBSERVERS)
    rated = item("n", ItemKind.PRACTICE, "practice", asked_of=frozenset(Constituency))
    section = Section("3a", Reference(3, letter="a"), "p", EMPTY, EMPTY, (rated,))
    questionnaire = Questionnaire("n", "1", "0" * 64, EMPTY, (), {}, {}, (section,), {})
    answers, who = [said("n", 3, "practice")], Constituency.OBSERVERS
    with pytest.raises(Problem) as told:
        check_against(answers, questionnaire, who, RespondentKind.PERSON)
    assert told.value.code == "X-154"


def test_the_first_fault_among_several_answers_is_told():
    answers = [said("text", "Words"), said("law", 9, "law"), said("yes", "no")]
    with pytest.raises(Problem) as told:
        check_against(
            answers, QUESTIONNAIRE, Constituency.WORKERS, RespondentKind.BENCH
        )
    assert told.value.facts["item"] == "law"


def test_only_a_group_has_a_minority_note():
    noted = Answer("law", minority="Two of us hold that the law says less.")
    check(noted)
    with pytest.raises(Problem) as told:
        check(noted, kind=RespondentKind.PERSON)
    assert told.value.code == "X-160"
    assert told.value.facts["item"] == "law"
