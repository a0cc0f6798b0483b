"""What answers bring to the assessment matrix: sorted, never invented, never lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.miniature import both, item

from spf_assess.analysis.matrix import (
    Column,
    Piece,
    filled,
    guarantee_of,
    sorted_pieces,
)
from spf_assess.model import (
    COMMENT_LIMIT,
    LAW,
    PRACTICE,
    VALUE,
    Answer,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
)
from spf_assess.questionnaire import load_questionnaire

EXISTS, PLANNED, DESIGN, ISSUES, OPTIONS = Column
QUESTIONNAIRE = load_questionnaire()
MATRIX = QUESTIONNAIRE.item("abnd.5b")
ACT = Evidence(EvidenceKind.LAW, Grade.A, "Children's Act", "art. 4", "2019")


def rated(item_id, law, practice, **more):
    return Answer(
        item_id, {LAW: PartAnswer(law), PRACTICE: PartAnswer(practice)}, **more
    )


def pieces(*answers, asked=None):
    return sorted_pieces(
        QUESTIONNAIRE,
        MATRIX,
        tuple(QUESTIONNAIRE.items()) if asked is None else asked,
        {answer.item: answer for answer in answers},
    )


def where(found, what):
    """Return the columns in which *what* stands."""
    return {
        column
        for column, kept in found.items()
        for piece in kept
        if what in (piece.value, piece.words, piece.source)
    }


@pytest.mark.parametrize("letter", "abcd")
def test_each_question_of_the_matrix_is_about_its_own_guarantee(letter):
    section = guarantee_of(QUESTIONNAIRE, QUESTIONNAIRE.item(f"abnd.5{letter}"))
    assert section is not None
    assert section.id == f"5{letter}"


def test_no_other_question_is_a_matrix():
    others = [one for one in QUESTIONNAIRE.items() if one.section != "abnd"]
    assert [one.id for one in others if guarantee_of(QUESTIONNAIRE, one)] == []


@pytest.mark.parametrize(
    ("law", "practice", "columns"),
    [
        (4, 3, {LAW: EXISTS, PRACTICE: EXISTS}),
        (3, 2, {LAW: EXISTS, PRACTICE: ISSUES}),
        (2, 1, {LAW: DESIGN, PRACTICE: ISSUES}),
        (1, 4, {LAW: DESIGN, PRACTICE: EXISTS}),
    ],
)
def test_levels_are_what_exists_or_a_gap_or_an_issue(law, practice, columns):
    found = pieces(rated("5b.1", law, practice))
    for part, column in columns.items():
        named = [piece.part.name for piece in found[column] if piece.part]
        assert part in named


def test_who_is_left_out_stands_where_the_weakness_lies():
    asked = {"F1": "Rural areas"}
    by_design = pieces(rated("5b.1", 2, 2, follow_ups=asked))
    assert where(by_design, "Rural areas") == {DESIGN}
    by_practice = pieces(rated("5b.1", 3, 2, follow_ups=asked))
    assert where(by_practice, "Rural areas") == {ISSUES}
    chosen = Answer("5b.4", {VALUE: PartAnswer(("migrant",))}, follow_ups=asked)
    assert where(pieces(chosen), "Rural areas") == {DESIGN}
    assert where(pieces(chosen), ("migrant",)) == {DESIGN}


def test_every_follow_up_question_has_its_column():
    said = {"F2": "No staff", "F3": "Nothing", "F4": "No source", "F8": "In 2027"}
    found = pieces(rated("5b.1", 4, 1, follow_ups=said))
    assert where(found, "No staff") == {ISSUES}
    assert where(found, "Nothing") == {DESIGN}
    assert where(found, "In 2027") == {PLANNED}
    assert where(found, "No source") == set()


def test_comments_figures_and_sources_tell_what_exists_and_sources_stand_last():
    figure = Figure(total="34.5", year="2024")
    answers = (
        rated("5b.1", 4, 4, comment="  Since 2019. ", evidence=(ACT,)),
        Answer("5b.3", {VALUE: PartAnswer(figure)}, evidence=(ACT,)),
    )
    found = pieces(*answers)
    assert where(found, "Since 2019.") == {EXISTS}
    assert where(found, figure) == {EXISTS}
    assert [piece.source for piece in found[EXISTS]][-1:] == [ACT]
    assert sum(piece.source is not None for piece in found[EXISTS]) == 1


def test_options_are_drafted_from_nothing():
    follow_ups = {f"F{number}": "Words" for number in range(1, 11)}
    every = [
        Answer(
            one.id,
            {part.name: PartAnswer(2) for part in one.parts if one.kind.rated},
            comment="Words",
            follow_ups=follow_ups,
        )
        for one in QUESTIONNAIRE.items()
    ]
    assert pieces(*every)[OPTIONS] == ()


def test_no_answers_blanks_and_other_guarantees_bring_nothing():
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    found = pieces(
        Answer("5b.1", {LAW: unknown}, comment=" ", follow_ups={"F1": "\n"}),
        rated("5a.1", 4, 4, comment="Health", evidence=(ACT,)),
        Answer("abnd.5b", {"exists": PartAnswer("Written already")}),
    )
    assert not any(found.values())


def test_what_is_not_asked_brings_nothing():
    answer = rated("5b.1", 4, 4, comment="Hidden")
    assert not any(pieces(answer, asked=()).values())


def test_nothing_is_sorted_for_another_question():
    answer = rated("5b.1", 4, 4)
    other = QUESTIONNAIRE.item("3a.1")
    found = sorted_pieces(
        QUESTIONNAIRE, other, QUESTIONNAIRE.items(), {answer.item: answer}
    )
    assert not any(found.values())


def test_only_empty_boxes_are_filled():
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    before = Answer(
        "abnd.5b",
        {"exists": PartAnswer("Ours"), "planned": unknown, "options": PartAnswer(" ")},
        comment="Kept",
    )
    after = filled(before, {name.value: "Draft" for name in Column})
    assert after.part("exists") == PartAnswer("Ours")
    assert after.part("planned") == unknown
    assert after.part("options") == PartAnswer("Draft")
    assert after.part("design_gaps") == PartAnswer("Draft")
    assert after.comment == "Kept"
    assert filled(before, {"design_gaps": ""}) == before


TEXTS = st.dictionaries(
    st.sampled_from([one.value for one in Column]), st.text(max_size=9)
)


@given(TEXTS, TEXTS)
def test_what_is_written_is_never_changed(written, draft):
    before = Answer(
        "abnd.5b", {name: PartAnswer(text) for name, text in written.items()}
    )
    after = filled(before, draft)
    for name, text in written.items():
        if text.strip():
            assert after.part(name) == PartAnswer(text)
    assert filled(after, draft) == after


def test_a_draft_is_never_too_long_to_be_handed_in():
    after = filled(Answer("abnd.5b"), {"exists": "x" * (COMMENT_LIMIT + 1)})
    assert len(str(after.part("exists").value)) == COMMENT_LIMIT


def test_a_text_of_five_parts_without_a_guarantee_of_its_own_is_no_matrix():
    parts = tuple(Part(name.value, both(name.value)) for name in Column)
    assert guarantee_of(QUESTIONNAIRE, item("3x.1", ItemKind.TEXTS, parts)) is None
    national = replace(MATRIX, id="n1.1", section="n1", national=True)
    assert guarantee_of(QUESTIONNAIRE, national) is QUESTIONNAIRE.section("5b")


def test_a_piece_tells_of_which_question_it_is():
    found = pieces(rated("5b.1", 4, 4))
    assert found[EXISTS][0] == Piece(
        QUESTIONNAIRE.item("5b.1"), QUESTIONNAIRE.item("5b.1").part(LAW), 4
    )
