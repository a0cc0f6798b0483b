"""What is refused at the beginning, so that it does not fail later."""

import dataclasses

import pytest
from support.miniature import miniature

from spf_assess.consultation import Consultation
from spf_assess.exchange import read_invitation
from spf_assess.model import Constituency, Problem, RespondentKind, Text


@pytest.mark.parametrize("field", ["title", "country", "place"])
def test_a_consultation_that_could_invite_nobody_is_not_begun(tmp_path, field):
    asked = {
        "title": Text.of(en="T", fr="T"),
        "country": Text.of(en="C", fr="C"),
        "place": "P",
        "questionnaire": miniature(),
    }
    long = "é" * 201
    told = long if field == "place" else Text.of(en="T", fr=long)
    with pytest.raises(Problem) as caught:
        Consultation.create(tmp_path / "a.spfa", **asked | {field: told})
    assert caught.value.code == "C-117"
    assert caught.value.facts["most"] == 200
    assert not (tmp_path / "a.spfa").exists()
    fits = long[:-1] if field == "place" else Text.of(en="T", fr=long[:-1])
    with Consultation.create(tmp_path / "a.spfa", **asked | {field: fits}) as made:
        _seat, data = made.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.BENCH
        )
        header = read_invitation(data).header
        assert getattr(header, field) == fits


@pytest.mark.parametrize("field", ["title", "country"])
def test_a_consultation_without_title_or_country_is_not_begun(tmp_path, field):
    asked = {"title": Text.of(en="T", fr="T"), "country": Text.of(en="C", fr="C")}
    blank = Text.of(en=" ", fr="\u202e")
    with pytest.raises(Problem) as caught:
        Consultation.create(
            tmp_path / "a.spfa", questionnaire=miniature(), **asked | {field: blank}
        )
    assert caught.value.code == "C-118"
    assert not (tmp_path / "a.spfa").exists()


@pytest.mark.parametrize("field", ["name", "organization"])
def test_a_seat_whose_name_fits_into_no_packet_is_refused(facilitator, ana, field):
    before = facilitator.respondents()
    seat = {"constituency": Constituency.WORKERS, "kind": RespondentKind.BENCH}
    with pytest.raises(Problem) as caught:
        facilitator.invite(**seat, **{field: "é" * 201})
    assert caught.value.code == "C-117"
    assert facilitator.respondents() == before
    me = ana.me()
    with pytest.raises(Problem) as caught:
        ana.update_respondent(dataclasses.replace(me, **{field: "é" * 201}))
    assert caught.value.code == "C-117"
    assert ana.me() == me
