"""A national pack travels with the consultation: file, invitation, packet, export."""

import json
import shutil

import pytest
from support import packets
from support.offices import rated
from support.packs import FILES, HELPED, write_pack
from support.yaml_files import spoiled

from spf_assess.consultation import Consultation
from spf_assess.exchange import INVITATION_LIMIT, canonical, read_invitation
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    PacketState,
    PartAnswer,
    Problem,
    RespondentKind,
    Text,
)
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import read_pack, with_pack
from spf_assess.questionnaire.packs.contents import LARGEST_PACK
from spf_assess.store import SETTINGS


def asked(folder, **changed):
    return with_pack(load_questionnaire(), read_pack(write_pack(folder, **changed)))


@pytest.fixture
def questionnaire(tmp_path):
    return asked(tmp_path / "coresia")


@pytest.fixture
def facilitator(tmp_path, questionnaire):
    with begun(tmp_path / "f.spfa", questionnaire) as consultation:
        yield consultation


def begun(path, questionnaire):
    return Consultation.create(
        path,
        title=Text.of(en="Coresia", fr="Corésie"),
        country=Text.of(en="Coresia", fr="Corésie"),
        questionnaire=questionnaire,
    )


def invited(facilitator):
    return facilitator.invite(
        constituency=Constituency.WORKERS, kind=RespondentKind.BENCH, members=3
    )[1]


def handed_in(consultation, path, *answers):
    me = consultation.me().id
    for answer in answers:
        consultation.answer(me, answer)
    consultation.hand_in(me, path)
    return path


def test_help_on_national_questions_goes_with_the_invitation(tmp_path):
    helped = asked(tmp_path / "coresia", **HELPED)
    with begun(tmp_path / "f.spfa", helped) as facilitator:
        invitation = invited(facilitator)
    shutil.rmtree(tmp_path / "coresia")
    with Consultation.accept(tmp_path / "mine.spfa", invitation) as mine:
        found = mine.questionnaire.item("3e.n1").guidance
        assert found.why["fr"] == "Les bateaux sont rares."
        official = load_questionnaire().item("3e.1").guidance
        assert mine.questionnaire.item("3e.1").guidance == official
    with Consultation.open(tmp_path / "f.spfa") as again:
        assert again.questionnaire.item("3e.n1").guidance == found


PAID = Answer("n1.1", parts={"value": PartAnswer("region")})


def test_the_folder_of_the_pack_is_not_needed_any_more(
    tmp_path, facilitator, questionnaire
):
    shutil.rmtree(tmp_path / "coresia")
    facilitator.close()
    with Consultation.open(tmp_path / "f.spfa") as again:
        assert again.questionnaire == questionnaire
        assert not again.read_only
        invitation = invited(again)
        with Consultation.accept(tmp_path / "w.spfa", invitation) as mine:
            assert mine.questionnaire == questionnaire
            assert mine.header == again.header
    with Consultation.open(tmp_path / "w.spfa") as mine:
        assert mine.questionnaire == questionnaire
        assert not mine.read_only


def test_answers_to_national_questions_come_back(tmp_path, facilitator):
    with Consultation.accept(tmp_path / "w.spfa", invited(facilitator)) as mine:
        packet = handed_in(mine, tmp_path / "w.spfr", PAID, rated("3e.n1", 3, 2))
        seat = mine.me().id
        assert mine.progress(seat).asked > 0
    record = facilitator.import_packet(packet)
    assert (record.state, record.reason) == (PacketState.ACCEPTED, "")
    assert facilitator.response(seat).answers["n1.1"] == PAID
    compared = facilitator.results().comparisons
    assert "3e.n1" in compared


def test_the_invitation_carries_the_pack_under_the_signature(
    facilitator, questionnaire
):
    data = invited(facilitator)
    assert read_invitation(data).pack == questionnaire.pack.document
    changed = data.replace(b"Islands Grant", b"Islands Grand")
    with pytest.raises(Problem, match="X-114"):
        read_invitation(changed)
    seat = facilitator.respondents()[0]
    assert facilitator.invitation_of(seat.id) == data


def test_an_invitation_without_a_pack_is_written_as_before(tmp_path):
    with begun(tmp_path / "plain.spfa", load_questionnaire()) as plain:
        data = invited(plain)
        assert "pack" not in json.loads(data)["body"]
        assert read_invitation(data).pack == b""
        assert plain.export_json()["pack"] is None
    with Consultation.open(tmp_path / "plain.spfa") as again:
        assert again.questionnaire is load_questionnaire()


def test_a_packet_for_another_pack_is_kept_aside_with_the_reason(tmp_path, facilitator):
    with Consultation.accept(tmp_path / "w.spfa", invited(facilitator)) as mine:
        good = handed_in(mine, tmp_path / "w.spfr", PAID)
    text = spoiled(FILES["sections/n1.yaml"], "Who pays", "Who pays out")
    other = asked(tmp_path / "other", sections_n1=text)
    body = json.loads(good.read_bytes())["body"]
    body["questionnaire"]["digest"] = other.digest
    with Consultation.open(tmp_path / "w.spfa") as mine:
        seed = mine._contents.key("respondent")
    foreign = tmp_path / "foreign.spfr"
    foreign.write_bytes(packets.signed(body, seed=seed))
    record = facilitator.import_packet(foreign)
    assert (record.state, record.reason) == (PacketState.QUARANTINED, "C-207")
    told = Words("fr").tell(Problem(record.reason, record.says, **record.facts))
    assert "« Questions de la Corésie », version 1" in told.replace("\u00a0", " ")
    assert facilitator.import_packet(good).state is PacketState.ACCEPTED


def test_a_packet_without_the_national_questions_is_kept_aside(tmp_path, facilitator):
    with (
        begun(tmp_path / "plain.spfa", load_questionnaire()) as plain,
        Consultation.accept(tmp_path / "w.spfa", invited(plain)) as mine,
    ):
        packet = handed_in(mine, tmp_path / "w.spfr", rated("3a.1", 3, 3))
    body = json.loads(packet.read_bytes())["body"]
    body["consultation"] = facilitator.header.id
    with Consultation.open(tmp_path / "w.spfa") as mine:
        seed = mine._contents.key("respondent")
    packet.write_bytes(packets.signed(body, seed=seed))
    assert facilitator.import_packet(packet).reason == "C-207"


def resent(facilitator, change):
    """Return an invitation whose body was changed, signed by the consultation."""
    body = json.loads(invited(facilitator))["body"]
    change(body)
    seed = facilitator._contents.key("facilitator")
    return packets.signed(body, kind="spf-assess-invitation", seed=seed)


def without_pack(body):
    del body["pack"]


def with_other_pack(body):
    body["pack"]["files"]["schemes.yaml"]["schemes"][0]["label"]["en"] = "Other"


@pytest.mark.parametrize("change", [without_pack, with_other_pack])
def test_an_invitation_whose_pack_is_not_the_one_asked_is_refused(
    tmp_path, facilitator, change
):
    with pytest.raises(Problem, match="C-112"):
        Consultation.accept(tmp_path / "w.spfa", resent(facilitator, change))
    assert not (tmp_path / "w.spfa").exists()


def with_stolen_name(body):
    body["pack"]["files"]["items/3e.yaml"]["items"][0]["name"] = "3e.1"


def with_strange_file(body):
    body["pack"]["files"]["../../x"] = {}


def with_nothing(body):
    body["pack"] = {}


@pytest.mark.parametrize("change", [with_stolen_name, with_strange_file, with_nothing])
def test_an_invitation_with_an_unsound_pack_is_refused_with_the_reason(
    tmp_path, facilitator, change
):
    with pytest.raises(Problem) as refused:
        Consultation.accept(tmp_path / "w.spfa", resent(facilitator, change))
    assert refused.value.code == "C-119"
    for language in ("en", "fr"):
        assert Words(language).tell(refused.value)
    assert not (tmp_path / "w.spfa").exists()


def test_a_pack_that_is_no_object_is_refused(tmp_path, facilitator):
    def change(body):
        body["pack"] = "text"

    with pytest.raises(Problem, match="X-122"):
        Consultation.accept(tmp_path / "w.spfa", resent(facilitator, change))


def test_a_file_for_another_questionnaire_is_shown_for_reading(tmp_path, facilitator):
    from dataclasses import replace

    facilitator.close()
    newer = replace(load_questionnaire(), version="2030.1", digest="ab" * 32)
    with Consultation.open(tmp_path / "f.spfa", questionnaire=newer) as again:
        assert again.read_only_because.code == "C-111"
        assert again.questionnaire is newer


@pytest.mark.parametrize("kept", ["", "no pack", '{"files":{}}'])
def test_a_file_whose_pack_cannot_be_read_is_shown_for_reading(
    tmp_path, facilitator, kept
):
    facilitator._database.write(
        lambda: facilitator._database.put(SETTINGS, "pack", kept)
    )
    facilitator.close()
    with Consultation.open(tmp_path / "f.spfa") as again:
        assert again.read_only
        assert again.read_only_because.code == "C-111"


def test_the_export_names_the_pack(facilitator, questionnaire):
    pack = facilitator.export_json()["pack"]
    assert pack == {
        "id": "coresia",
        "version": "1",
        "title": {"en": "Questions of Coresia", "fr": "Questions de la Corésie"},
        "digest": questionnaire.pack.digest,
        "items": ["3e.n1", "3e.n2", "n1.1"],
    }


def test_a_self_assessment_can_ask_national_questions(tmp_path, questionnaire):
    with Consultation.alone(
        tmp_path / "a.spfa",
        constituency=Constituency.WORKERS,
        questionnaire=questionnaire,
    ) as alone:
        alone.answer(alone.me().id, PAID)
    with Consultation.open(tmp_path / "a.spfa") as again:
        assert again.questionnaire == questionnaire
        assert again.response(again.me().id).answers["n1.1"] == PAID


def test_a_saved_copy_and_a_salvaged_file_keep_the_pack(
    tmp_path, facilitator, questionnaire
):
    facilitator.save_copy(tmp_path / "copy.spfa")
    facilitator.salvage(tmp_path / "saved.spfa")
    for name in ("copy", "saved"):
        with Consultation.open(tmp_path / f"{name}.spfa") as again:
            assert again.questionnaire == questionnaire


def test_an_invitation_has_room_for_the_largest_pack():
    assert INVITATION_LIMIT >= LARGEST_PACK + 64 * 1024


def test_the_pack_in_an_invitation_is_the_document_byte_for_byte(questionnaire):
    document = questionnaire.pack.document
    assert canonical(json.loads(document)) == document
