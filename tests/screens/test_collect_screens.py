"""Pictures of collecting on the facilitator's computer, in both languages."""

import pytest
from support.desk import desk
from support.golden import check_picture

from spf_assess.consultation import Consultation
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind, Selection, Text

__all__ = ["desk"]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


@pytest.fixture
def room(desk, tmp_path):
    """A consultation with a group and a person, neither of whom has a computer."""
    file = Consultation.create(
        tmp_path / "coresia.spfa",
        title=Text.of(en="Coresia 2026", fr="Corésie 2026"),
        country=Text.of(en="Coresia", fr="Corésie"),
        selection=Selection(form="core"),
        fictitious=True,
    )
    for bench, kind, name in (
        (Constituency.WORKERS, RespondentKind.BENCH, "Trade Union Congress"),
        (Constituency.EMPLOYERS, RespondentKind.PERSON, "Chamber of Small Trades"),
    ):
        file.invite(constituency=bench, kind=kind, organization=name)
    desk.open(file)
    desk.window.resize(1366, 768)
    desk.window.show()
    return desk


def shown(room, name, language, number=0):
    room.hub.speak(Words(language))
    seat = room.hub.consultation.respondents()[number].id
    room.window.show_page(name, seat)
    room.settle()
    return seat


@BOTH
def test_choosing_a_pin(room, tmp_path, language):
    shown(room, "sheet", language)
    check_picture(room.window, f"collect-sheet-{language}", tmp_path)


@BOTH
def test_who_is_next(room, tmp_path, language):
    shown(room, "turn", language)
    check_picture(room.window, f"collect-turn-{language}", tmp_path)


@BOTH
def test_keying_a_paper(room, tmp_path, language):
    seat = shown(room, "keying", language)
    cells = [one for one in room.hub.consultation.paper_cells(seat) if one.most][:5]
    typed = {cell.id: str(1 + place % 4) for place, cell in enumerate(cells)}
    room.hub.consultation.key_in(seat, 1, typed)
    shown(room, "keying", language)
    check_picture(room.window, f"collect-keying-{language}", tmp_path)


@BOTH
def test_what_differs(room, tmp_path, language):
    seat = shown(room, "keying", language)
    cells = [one for one in room.hub.consultation.paper_cells(seat) if one.most][:3]
    for number in (1, 2):
        typed = {cell.id: str(number + 1) for cell in cells}
        room.hub.consultation.key_in(seat, number, typed)
    page = room.window.page("keying")
    page.step.select("compare")
    page.step.chosen.emit("compare")
    room.settle()
    check_picture(room.window, f"collect-differs-{language}", tmp_path)
