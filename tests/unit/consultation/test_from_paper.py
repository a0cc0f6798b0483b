"""Keyed from paper: twice, compared, and only then a packet."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.offices import rated

from spf_assess.consultation.keying import (
    Cell,
    cell_of,
    cells,
    keyed,
    rows_of,
    typed_of,
)
from spf_assess.model import (
    Answer,
    Channel,
    Constituency,
    Figure,
    NoAnswer,
    PacketState,
    Problem,
    RespondentKind,
    Selection,
)


@pytest.fixture
def who(facilitator):
    return facilitator.invite(
        constituency=Constituency.WORKERS, kind=RespondentKind.BENCH, name="Union"
    )[0].id


SHEET = {
    ("3a.1", "law"): "3",
    ("3a.1", "practice"): "d",
    ("3a.1", "comment"): "Voir l'article 4",
    ("3a.1", "minority"): "Deux d'entre nous : 2",
    ("3a.2", "value"): "2",
    ("3a.3", "value"): "Nos propres mots",
    ("3b.1", "law"): "n",
    ("3b.1", "practice"): "P",
    ("3b.2", "value"): "1",
    ("3b.3", "value"): "2 1",
    ("3b.4", "value"): "3, 1",
    ("5a.2", "value.women"): "41,5",
    ("5a.2", "value.men"): "0",
    ("5a.2", "value.year"): "2024",
}


def code(call, *given_):
    with pytest.raises(Problem) as told:
        call(*given_)
    return told.value.code


def test_what_is_typed_becomes_answers(facilitator, who):
    facilitator.key_in(who, 1, SHEET)
    answers = facilitator.keyed_answers(who, 1)
    assert answers["3a.1"].part("law").value == 3
    assert answers["3a.1"].part("practice").no_answer is NoAnswer.DONT_KNOW
    assert answers["3a.1"].minority == "Deux d'entre nous : 2"
    assert answers["3a.2"].part("value").value == "partly"
    assert answers["3b.1"].part("law").no_answer is NoAnswer.NOT_APPLICABLE
    assert answers["3b.2"].part("value").value == "one"
    assert answers["3b.3"].part("value").value == ("red", "blue")
    assert answers["3b.4"].part("value").value == ("z", "x")
    figure = Figure(women="41.5", men="0", year="2024")
    assert answers["5a.2"].part("value").value == figure


@pytest.mark.parametrize(
    ("item", "name", "typed", "told"),
    [
        ("3a.1", "law", "5", "C-153"),
        ("3a.1", "law", "1 2", "C-153"),
        ("3a.1", "law", "٣", "C-153"),
        ("3a.2", "value", "yes", "C-153"),
        ("3b.2", "value", "3", "C-153"),
        ("3b.3", "value", "1 1", "C-156"),
        ("3b.4", "value", "1 4", "C-153"),
        ("5a.2", "value.women", "many", "C-154"),
        ("3a.1", "comment", "x" * 4001, "C-290"),
        ("3a.3", "value", "x" * 4001, "C-290"),
        ("3a.4", "value", "not for us", "C-158"),
        ("3a.1", "nonsense", "1", "C-158"),
        ("9z.9", "law", "1", "C-158"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_of_the_list_is_saved(
    facilitator, who, item, name, typed, told
):
    more = {("3b.1", "law"): "2", (item, name): typed}
    assert code(facilitator.key_in, who, 1, more) == told
    assert not facilitator.keyed_answers(who, 1)


def test_no_packet_before_both_passes_agree(facilitator, who):
    assert code(facilitator.take_in_keyed, who) == "C-152"
    facilitator.key_in(who, 1, SHEET)
    assert code(facilitator.take_in_keyed, who) == "C-151"
    facilitator.key_in(who, 2, {**SHEET, ("3a.1", "law"): "4", ("3b.2", "value"): ""})
    found = facilitator.compare_keyed(who)
    assert [(one.cell.id, one.first, one.second) for one in found] == [
        (("3a.1", "law"), "3", "4"),
        (("3b.2", "value"), "1", ""),
    ]
    assert code(facilitator.take_in_keyed, who) == "C-151"
    assert facilitator.packets() == ()
    facilitator.settle_keyed(who, "3a.1", "law", "4")
    facilitator.settle_keyed(who, "3b.2", "value", "1")
    assert facilitator.compare_keyed(who) == ()
    record = facilitator.take_in_keyed(who)
    assert (record.state, record.channel) == (PacketState.ACCEPTED, Channel.PAPER)
    (response,) = facilitator.responses()
    assert response.answers["3a.1"].part("law").value == 4
    assert response.answers["3b.2"].part("value").value == "one"


def test_keying_goes_on_after_closing(offices, facilitator, who):
    facilitator.key_in(who, 1, SHEET)
    facilitator.close()
    with offices.open() as again:
        assert not again.damaged
        again.key_in(who, 2, SHEET)
        assert again.compare_keyed(who) == ()
        again.take_in_keyed(who)


def test_a_correction_makes_the_next_packet_with_the_same_key(facilitator, who):
    for number in (1, 2):
        facilitator.key_in(who, number, SHEET)
    facilitator.take_in_keyed(who)
    for number in (1, 2):
        facilitator.key_in(who, number, {("3a.1", "law"): "1"})
    facilitator.take_in_keyed(who)
    first, second = facilitator.packets()
    assert (first.state, second.state) == (
        PacketState.SUPERSEDED,
        PacketState.ACCEPTED,
    )
    assert second.seq == 2
    assert facilitator.responses()[0].answers["3a.1"].part("law").value == 1


def test_the_same_paper_taken_in_twice_changes_nothing(facilitator, who):
    for number in (1, 2):
        facilitator.key_in(who, number, SHEET)
    facilitator.take_in_keyed(who)
    assert facilitator.take_in_keyed(who).state is PacketState.KNOWN
    assert len(facilitator.packets()) == 1


def test_a_seat_that_answers_another_way_is_not_keyed(offices, facilitator, who):
    facilitator.close_sheet(facilitator.begin_sheet(who, "246810"))
    assert code(facilitator.key_in, who, 1, SHEET) == "C-145"
    with offices.respondent(facilitator, "ana") as ana:
        me = ana.me().id
        ana.answer(me, rated("3a.1", 1, 1))
        ana.hand_in(me, offices.folder / "ana.spfr")
    facilitator.import_packet(offices.folder / "ana.spfr")
    assert code(facilitator.key_in, me, 1, SHEET) == "C-145"


def test_clearing_a_cell_takes_the_answer_back(facilitator, who):
    facilitator.key_in(who, 1, {("3a.1", "law"): "3"})
    facilitator.key_in(who, 1, {("3a.1", "law"): ""})
    assert facilitator.keyed_answers(who, 1) == {}


def test_a_table_that_is_none_says_where():
    assert code(rows_of, "") == "C-159"
    assert code(rows_of, "a,b,c\n") == "C-159"
    with pytest.raises(Problem) as told:
        rows_of("item,part,value\n3a.1,law,3\n3a.1,law\n")
    assert told.value.facts["number"] == 3
    assert rows_of('item,part,value\n3a.1,comment,"a, b"\n\n') == [
        ("3a.1", "comment", "a, b")
    ]


def boxes() -> tuple[Cell, ...]:
    from support.miniature import miniature

    from spf_assess.model import Respondent

    bench = Respondent("", Constituency.GOVERNMENT, RespondentKind.BENCH)
    return cells(miniature(), Selection(form="full"), bench)


@given(data=st.data())
@settings(max_examples=200, suppress_health_check=list(HealthCheck))
def test_what_was_accepted_is_said_again_in_a_form_that_is_accepted(data):
    cell = data.draw(st.sampled_from(boxes()))
    numbers = st.lists(st.integers(0, 5), max_size=4).map(
        lambda found: " ".join(map(str, found))
    )
    typed = data.draw(
        numbers
        | st.sampled_from(["d", "N", "P", "0", "12,5"])
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    )
    before = Answer(cell.item.id)
    try:
        answer = keyed(before, cell, typed)
    except Problem:
        return
    said = typed_of(answer, cell)
    assert keyed(before, cell, said) == answer
    assert typed_of(keyed(before, cell, said), cell) == said
    assert bool(said) == (not answer.empty)
    assert cell_of(boxes(), *cell.id) == cell


def test_observers_have_boxes_for_comments_only(facilitator):
    seat, _ = facilitator.invite(
        constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON, name="Obs"
    )
    assert {one.name for one in facilitator.paper_cells(seat.id)} == {"comment"}
