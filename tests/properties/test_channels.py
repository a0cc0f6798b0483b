"""Whichever way the same answers come in, the results are the same (R-304)."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.offices import Offices

from spf_assess.consultation.keying import cells, keyed, typed_of
from spf_assess.model import (
    Answer,
    Channel,
    Constituency,
    Problem,
    RespondentKind,
)

PIN = "246810"
BENCHES = (Constituency.GOVERNMENT, Constituency.EMPLOYERS, Constituency.WORKERS)
TYPED = st.sampled_from(["1", "2", "3", "4", "D", "N", "P", "", "2 1", "Nos mots"])


def brought(offices, file, seat, answers, channel):
    """Bring the answers of a seat in by one of the four ways."""
    if channel is Channel.PAPER:
        boxes = file.paper_cells(seat.id)
        typed = {box.id: typed_of(answers.get(box.item.id), box) for box in boxes}
        file.key_in(seat.id, 1, typed)
        file.key_in(seat.id, 2, typed)
        return file.take_in_keyed(seat.id)
    if channel is Channel.PACKET:
        name = seat.constituency.value
        with offices.accept(name, file.invitation_of(seat.id)) as own:
            for answer in answers.values():
                own.answer(seat.id, answer)
            own.hand_in(seat.id, offices.folder / f"{name}.spfr")
        return file.import_packet(offices.folder / f"{name}.spfr")
    sheet = file.begin_sheet(seat.id, PIN)
    for answer in answers.values():
        sheet.consultation.answer(seat.id, answer)
    _done, record = file.hand_in_sheet(sheet)
    file.close_sheet(sheet)
    return record


def collected(answers, channels):
    """Return responses and results of a consultation that three seats answered."""
    folder = Path(tempfile.mkdtemp(prefix="channels-"))
    offices = Offices(folder)
    try:
        with offices.found() as file:
            for bench, said, channel in zip(BENCHES, answers, channels, strict=True):
                in_turn = channel is Channel.IN_TURN
                kind = RespondentKind.PERSON if in_turn else RespondentKind.BENCH
                seat, _ = file.invite(constituency=bench, kind=kind)
                record = brought(offices, file, seat, said, channel)
                assert record.channel is channel
                assert not record.reason
            given_ = [dict(one.answers) for one in file.responses()]
            return given_, file.results().comparisons
    finally:
        shutil.rmtree(folder)


@st.composite
def answers(draw):
    """Answers of one seat, made from what could stand on its paper."""
    from support.miniature import miniature

    from spf_assess.model import Respondent, Selection

    bench = Respondent("", Constituency.WORKERS, RespondentKind.PERSON)
    found = {"3a.1": Answer("3a.1", comment="Seen")}
    for cell in cells(miniature(), Selection(form="full"), bench):
        before = found.get(cell.item.id, Answer(cell.item.id))
        try:
            answer = keyed(before, cell, draw(TYPED))
        except Problem:
            continue
        if not answer.empty:
            found[cell.item.id] = answer
    return found


@given(
    said=st.tuples(answers(), answers(), answers()),
    channels=st.permutations(list(Channel)).map(lambda found: found[:3]),
)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_way_gives_the_same_answers_and_results(said, channels):
    by_packets = collected(said, [Channel.PACKET] * 3)
    assert collected(said, channels)[0] == by_packets[0]
    if Channel.IN_TURN not in channels:  # a person is no bench: another position
        assert collected(said, channels)[1] == by_packets[1]
