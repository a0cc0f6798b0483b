"""A respondent answers, comes back, changes their mind: what is there stays there."""

import pytest
from support.offices import rated

from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    NoAnswer,
    PartAnswer,
    Problem,
    RespondentKind,
    Role,
)
from spf_assess.store.records import json_text


@pytest.fixture
def mine(offices):
    with offices.alone() as consultation:
        yield consultation


def said(mine):
    return dict(mine.response(mine.me().id).answers)


FULL = Answer(
    "3a.1",
    parts={
        "law": PartAnswer(4),
        "practice": PartAnswer(
            no_answer=NoAnswer.NOT_APPLICABLE, reason="Sans objet ici"
        ),
    },
    comment="Première ligne\nseconde « ligne » 😀",
    evidence=(
        Evidence(
            EvidenceKind.STATISTIC,
            Grade.B,
            title="Enquête",
            figure=Figure(women="12.5", total="30", year="2024"),
        ),
        Evidence(EvidenceKind.EXPERIENCE, Grade.D, who="12 membres"),
    ),
    follow_ups={"F1": "La loi de 2019"},
    flagged=True,
)
EVERY_KIND = (
    FULL,
    Answer("3a.2", parts={"value": PartAnswer("partly")}),
    Answer("3a.3", parts={"value": PartAnswer("Nos propres mots")}),
    Answer("3b.2", parts={"value": PartAnswer("two")}, specify="autre"),
    Answer("3b.3", parts={"value": PartAnswer(("red", "blue"))}),
    Answer("3b.4", parts={"value": PartAnswer(("z", "x", "y"))}),
    Answer("5a.2", parts={"value": PartAnswer(Figure(women="1", men="2", total="3"))}),
)


def test_every_kind_of_answer_is_there_after_closing_and_opening(offices, mine):
    me = mine.me().id
    for answer in EVERY_KIND:
        changes = mine.answer(me, answer)
        assert changes.answers == {(me, answer.item)}
    mine.close()
    with offices.open(mine.path) as again:
        assert said(again) == {answer.item: answer for answer in EVERY_KIND}
        assert again.role is Role.RESPONDENT


def test_the_same_answer_again_changes_nothing_and_writes_nothing(mine):
    me = mine.me().id
    mine.answer(me, FULL)
    before = mine.path.read_bytes()
    assert not mine.answer(me, FULL).answers
    assert mine.path.read_bytes() == before


def test_an_answer_can_be_cleared_and_the_clearing_undone(offices, mine):
    me = mine.me().id
    mine.answer(me, FULL)
    mine.answer(me, Answer("3a.1"))
    assert said(mine) == {}
    assert mine.undo(me) is not None
    assert said(mine) == {"3a.1": FULL}


def test_a_flag_or_a_comment_alone_is_an_answer_worth_keeping(mine):
    me = mine.me().id
    mine.answer(me, Answer("3a.1", flagged=True))
    mine.answer(me, Answer("3b.1", comment="later"))
    assert set(said(mine)) == {"3a.1", "3b.1"}


def test_undo_and_redo_go_back_and_forth_in_order(mine):
    me = mine.me().id
    assert mine.undo(me) is None
    assert mine.redo(me) is None
    first, second = rated("3a.1", 1), rated("3a.1", 2)
    mine.answer(me, first)
    mine.answer(me, second)
    mine.answer(me, rated("3b.1", 4))
    assert mine.can_undo(me)
    assert not mine.can_redo(me)
    undone = mine.undo(me)
    assert undone is not None
    assert undone.answers == {(me, "3b.1")}
    mine.undo(me)
    assert said(mine) == {"3a.1": first}
    mine.undo(me)
    assert said(mine) == {}
    assert mine.undo(me) is None
    for _ in range(3):
        assert mine.redo(me) is not None
    assert said(mine) == {"3a.1": second, "3b.1": rated("3b.1", 4)}
    assert mine.redo(me) is None


def test_a_new_answer_ends_what_could_be_redone(mine):
    me = mine.me().id
    mine.answer(me, rated("3a.1", 1))
    mine.undo(me)
    mine.answer(me, rated("3b.1", 2))
    assert not mine.can_redo(me)
    assert mine.redo(me) is None
    assert set(said(mine)) == {"3b.1"}


def test_undo_and_redo_outlast_closing(offices, mine):
    me = mine.me().id
    mine.answer(me, rated("3a.1", 1))
    mine.answer(me, rated("3a.1", 2))
    mine.undo(me)
    mine.close()
    with offices.open(mine.path) as again:
        assert again.redo(me) is not None
        assert said(again) == {"3a.1": rated("3a.1", 2)}
        again.undo(me)
        again.undo(me)
        assert said(again) == {}
        assert again.undo(me) is None


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (rated("9z.1", 1), "X-151"),
        (rated("3a.1", 5), "X-156"),
        (Answer("3a.1", parts={"law": PartAnswer("3")}), "X-155"),
        (Answer("3a.1", parts={"colour": PartAnswer(3)}), "X-152"),
        (Answer("3a.4", parts={"value": PartAnswer("x")}), "X-153"),
        (Answer("3b.2", parts={"value": PartAnswer("three")}), "X-157"),
        (rated("3a.1", 1, comment="x" * 4001), "C-105"),
        (rated("3a.1", 1, comment="half \ud83d a sign"), "X-130"),
        (
            Answer("5a.2", parts={"value": PartAnswer(Figure(total="about 12"))}),
            "C-105",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_changes(mine, answer, code):
    me = mine.me().id
    mine.answer(me, rated("3a.1", 2))
    before = mine.path.read_bytes()
    with pytest.raises(Problem) as caught:
        mine.answer(me, answer)
    assert caught.value.code == code
    assert str(caught.value)
    assert said(mine) == {"3a.1": rated("3a.1", 2)}
    assert mine.path.read_bytes() == before


def test_what_is_stored_is_clean(mine):
    me = mine.me().id
    mine.answer(me, Answer("3a.1", comment="e\u0301t\u202ee\x07\r\nligne"))
    assert said(mine)["3a.1"].comment == "éte\nligne"


def test_a_respondents_file_answers_for_nobody_else(mine):
    with pytest.raises(Problem, match="C-104"):
        mine.answer("0" * 32, FULL)
    with pytest.raises(Problem, match="C-101"):
        mine.invite(constituency=Constituency.WORKERS, kind=RespondentKind.PERSON)
    with pytest.raises(Problem, match="C-101"):
        mine.import_packet(mine.path)
    with pytest.raises(Problem, match="C-103"):
        mine.response("0" * 32)
    with pytest.raises(Problem, match="C-115"):
        mine.response(mine.me().id, 7)


def test_the_facilitators_file_answers_for_nobody(offices):
    with offices.found() as facilitator:
        seat, _ = facilitator.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
        )
        with pytest.raises(Problem, match="C-102"):
            facilitator.answer(seat.id, FULL)
        with pytest.raises(Problem, match="C-102"):
            facilitator.me()


def test_what_an_answer_holds_in_the_file_is_canonical(mine):
    """The body is RFC 8785, so that equal answers have equal bytes everywhere."""
    from spf_assess.exchange import canonical
    from spf_assess.model import answer_to_plain
    from spf_assess.store import ANSWERS

    me = mine.me().id
    for answer in EVERY_KIND:
        mine.answer(me, answer)
    for row in mine._database.rows(ANSWERS):
        body = row[3]
        answer = said(mine)[row[2]]
        assert body.encode() == canonical(answer_to_plain(answer))
        assert body == json_text(answer_to_plain(answer))


def test_each_save_leaves_one_line_with_before_and_after(mine):
    from spf_assess.store import JOURNAL

    me = mine.me().id
    mine.answer(me, rated("3a.1", 1))
    mine.answer(me, rated("3a.1", 2))
    mine.undo(me)
    lines = [row for row in mine._database.rows(JOURNAL) if row[5] == "3a.1"]
    one, two, back = lines
    assert [row[2] for row in lines] == ["answer", "answer", "undo"]
    assert one[6] == ""
    assert one[7] == two[6] == back[7]
    assert two[7] == back[6]
    assert back[8] == two[0]


def test_details_of_oneself_can_be_changed_but_not_the_group(mine, offices):
    import dataclasses

    me = mine.me()
    told = dataclasses.replace(
        me, name=" Ana \u202e Silva ", organization="CSN", consent_named=True, women=1
    )
    changes = mine.update_respondent(told)
    assert changes.respondents == {me.id}
    assert not mine.update_respondent(mine.me()).respondents
    with pytest.raises(Problem, match="C-113"):
        mine.update_respondent(
            dataclasses.replace(me, constituency=Constituency.EMPLOYERS)
        )
    with pytest.raises(Problem, match="C-106"):
        mine.update_respondent(dataclasses.replace(me, women=1, men=1))
    with pytest.raises(Problem, match="C-106"):
        mine.update_respondent(dataclasses.replace(me, men=-1))
    mine.close()
    with offices.open(mine.path) as again:
        assert again.me().name == "Ana Silva"
        assert again.me().consent_named


def test_progress_counts_what_is_answered(mine):
    me = mine.me().id
    assert mine.progress(me).answered == 0
    mine.answer(me, rated("3a.1", 3))
    assert mine.progress(me).answered == 1


def test_a_reader_sees_what_was_saved_while_the_window_is_open(offices, mine):
    me = mine.me().id
    for level in (1, 2, 3):
        mine.answer(me, rated("3a.1", level))
        with offices.open(mine.path, read_only=True) as reader:
            assert said(reader) == {"3a.1": rated("3a.1", level)}
            with pytest.raises(Problem, match="S-125"):
                reader.answer(me, rated("3a.1", 4))
            with pytest.raises(Problem, match="S-125"):
                reader.hand_in(me, mine.path.with_name("x.spfr"))
            assert not mine.path.with_name("x.spfr").exists()
