import copy
import dataclasses
import json

import pytest
from support import packets

from spf_assess.exchange import (
    PACKET_LIMIT,
    build_packet,
    canonical,
    new_key,
    public_key,
    read_invitation,
    read_packet,
)
from spf_assess.i18n import Words
from spf_assess.model import Answer, PartAnswer, Problem, answer_to_plain

BODY = json.loads(packets.packet())["body"]


def problem(data: bytes) -> Problem:
    with pytest.raises(Problem) as told:
        read_packet(data)
    return told.value


def changed(**fields) -> dict:
    """The sample's body with other values; a path is written ``a__b__0``."""
    body = copy.deepcopy(BODY)
    for path, value in fields.items():
        *folders, last = path.split("__")
        place = body
        for folder in folders:
            place = place[int(folder)] if folder.isdigit() else place[folder]
        place[last] = value
    return body


def test_a_packet_says_what_the_respondent_said():
    packet = read_packet(packets.packet())
    assert packet.answers == packets.ANSWERS
    assert packet.respondent == packets.RESPONDENT
    assert packet.consultation_id == packets.HEADER.id
    assert packet.public_key == public_key(packets.RESPONDENT_SEED)
    assert (packet.round, packet.seq, packet.prev) == (1, 1, "")
    assert packet.nonce == packets.NONCE


def test_each_answer_comes_as_it_is_kept_also_when_it_was_read_before():
    first, second = (read_packet(packets.packet()) for _turn in range(2))
    kept = tuple(canonical(answer_to_plain(one)).decode() for one in packets.ANSWERS)
    assert first.written == second.written == kept
    assert second.answers == packets.ANSWERS


def test_an_answer_in_another_form_is_refused_though_its_like_was_read_before():
    read_packet(packets.packet())
    sound = answer_to_plain(packets.ANSWERS[0])
    for other in ({**sound, "comment": ""}, {**sound, "flagged": 1}):
        assert problem(packets.signed(changed(answers=[other]))).code == "X-125"


def test_equal_answers_have_different_digests_each_time():
    digests = {read_packet(packets.packet(nonce="")).digest for _ in range(5)}
    assert len(digests) == 5


def test_texts_are_cleaned_and_empty_answers_left_out_before_signing():
    dirty = {
        "3a.1": Answer("3a.1", comment="photo\u202egnp.exe e\u0301"),
        "3a.2": Answer("3a.2", parts={"law": PartAnswer()}),
    }
    respondent = dataclasses.replace(packets.RESPONDENT, organization=" A\nB ")
    response = dataclasses.replace(
        packets.RESPONSE, answers=dirty, respondent=respondent
    )
    packet = read_packet(packets.packet(response))
    assert [answer.comment for answer in packet.answers] == ["photognp.exe é"]
    assert packet.respondent.organization == "A B"


def test_a_packet_without_answers_can_be_handed_in():
    response = dataclasses.replace(packets.RESPONSE, answers={})
    assert read_packet(packets.packet(response)).answers == ()


def test_a_comment_of_4000_characters_is_handed_in_and_one_more_is_told():
    def response(length: int):
        answer = Answer("3a.1", comment="é" * length)
        return dataclasses.replace(packets.RESPONSE, answers={"3a.1": answer})

    assert len(read_packet(packets.packet(response(4000))).answers[0].comment) == 4000
    with pytest.raises(Problem) as told:
        packets.packet(response(4001))
    assert told.value.code == "X-127"
    assert told.value.facts["place"] == "3a.1.comment"


def test_a_packet_that_nobody_could_import_is_not_written():
    answers = {
        f"3a.{number}": Answer(f"3a.{number}", comment="é" * 4000)
        for number in range(600)
    }
    response = dataclasses.replace(packets.RESPONSE, answers=answers)
    with pytest.raises(Problem) as told:
        packets.packet(response)
    assert told.value.code == "X-126"
    assert told.value.facts["most"] * 1024 == PACKET_LIMIT


def test_a_second_packet_names_the_first():
    second = dataclasses.replace(packets.RESPONSE, seq=2)
    before = read_packet(packets.packet()).digest
    assert read_packet(packets.packet(second, prev=before)).prev == before
    for response, prev in ((second, ""), (packets.RESPONSE, before)):
        with pytest.raises(Problem) as told:
            packets.packet(response, prev=prev)
        assert told.value.facts["place"] == "prev"


def test_each_kind_of_file_is_recognized_in_the_wrong_place():
    assert problem(packets.invitation()).code == "X-111"
    with pytest.raises(Problem) as told:
        read_invitation(packets.packet())
    assert told.value.code == "X-112"


@pytest.mark.parametrize(
    ("envelope", "code"),
    [
        ({"version": 2}, "X-113"),
        ({"version": 2, "extra": [], "signature": {"new": "kind"}}, "X-113"),
        ({"version": 0}, "X-110"),
        ({"version": True}, "X-110"),
        ({"version": "1"}, "X-110"),
        ({"version": None}, "X-110"),
        ({"format": "spf-assess-response "}, "X-110"),
        ({"format": []}, "X-110"),
        ({"format": {}}, "X-110"),
        ({"extra": 1}, "X-110"),
        ({"signature": "00" * 64}, "X-114"),
        ({"signature": ""}, "X-114"),
        ({"signature": None}, "X-114"),
        ({"signature": ["00" * 64]}, "X-114"),
    ],
    ids=str,
)
def test_an_envelope_is_checked_before_its_contents(envelope, code):
    assert problem(packets.signed(BODY, **envelope)).code == code


@pytest.mark.parametrize("body", [[], "text", {}, None, {"public_key": 7}], ids=str)
def test_a_body_without_a_key_is_refused(body):
    assert problem(packets.signed(body)).code == "X-122"


def test_a_newer_format_is_told_with_its_number():
    facts = problem(packets.signed(BODY, version=7)).facts
    assert facts == {"version": 7, "known": 1}


def test_other_json_is_no_packet():
    assert problem(b"{}").code == "X-110"
    assert problem(canonical({"answers": []})).code == "X-110"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("answers__0__comment", "Tout va bien."),
        ("answers__0__parts__law__value", 4),
        ("round", 2),
        ("seq", 3),
        ("respondent__constituency", "employers"),
        ("claimed_at", "2026-11-18T10:42:08Z"),
        ("nonce", "f" * 32),
    ],
)
def test_a_change_after_signing_is_told_whatever_was_changed(field, value):
    whole = json.loads(packets.packet())
    whole["body"] = changed(**{field: value})
    assert problem(canonical(whole)).code == "X-114"


def test_a_packet_signed_again_by_another_has_another_key():
    """Anybody can sign; the consultation compares the key with the one it knows."""
    other = new_key()
    body = changed(public_key=public_key(other), answers__0__comment="Autre")
    read = read_packet(packets.signed(body, seed=other))
    assert read.public_key != read_packet(packets.packet()).public_key
    assert problem(packets.signed(body)).code == "X-114"


def test_a_signature_of_an_invitation_holds_for_no_packet():
    invitation_style = packets.signed(BODY, kind="spf-assess-invitation")
    whole = json.loads(invitation_style)
    whole["format"] = "spf-assess-response"
    assert problem(canonical(whole)).code == "X-114"


def test_a_key_under_which_anything_holds_is_refused():
    weak = "01" + "00" * 31
    data = packets.signed(changed(public_key=weak), signature=weak + "00" * 32)
    assert problem(data).code == "X-115"


@pytest.mark.parametrize(
    "field",
    sorted(BODY)
    + [f"respondent__{name}" for name in sorted(BODY["respondent"])]
    + [f"questionnaire__{name}" for name in sorted(BODY["questionnaire"])],
)
def test_every_field_is_required(field):
    body = copy.deepcopy(BODY)
    *folders, last = field.split("__")
    del (body[folders[0]] if folders else body)[last]
    told = problem(packets.signed(body))
    if field == "public_key":
        assert told.code == "X-122"
    else:
        assert told.code == "X-120"
    assert told.facts["place"] == field.replace("__", ".")


def test_a_field_without_a_name_can_be_told():
    told = problem(packets.signed(changed(**{"": 1})))
    assert told.facts["place"] == "''"


@pytest.mark.parametrize("prev", ["ab" * 16, "ab" * 33, "AB" * 32])
def test_the_packet_before_is_named_by_a_whole_digest(prev):
    told = problem(packets.signed(changed(seq=2, prev=prev)))
    assert told.facts["place"] == "prev"


@pytest.mark.parametrize(
    "field", ["extra", "respondent__extra", "questionnaire__extra", "", "respondent__"]
)
def test_no_other_field_is_let_through(field):
    assert problem(packets.signed(changed(**{field: 1}))).code == "X-121"


HEX_FIELDS = (
    "consultation",
    "questionnaire__digest",
    "respondent__id",
    "nonce",
    "prev",
)


@pytest.mark.parametrize("field", HEX_FIELDS)
@pytest.mark.parametrize(
    "value", ["ab", "AB" * 16, "g" * 32, "ab" * 33, "é" * 32, 7, None, [], {}, True]
)
def test_hexadecimal_is_lower_case_and_of_one_length(field, value):
    told = problem(packets.signed(changed(**{field: value})))
    assert told.code == "X-122"
    assert told.facts["place"] == field.replace("__", ".")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("round", 0, "X-122"),
        ("round", 100, "X-122"),
        ("round", True, "X-122"),
        ("round", "1", "X-122"),
        ("seq", 0, "X-122"),
        ("seq", -1, "X-122"),
        ("seq", 10**6 + 1, "X-122"),
        ("seq", None, "X-122"),
        ("claimed_at", "2026-11-18", "X-122"),
        ("claimed_at", "2026-11-18T10:42:07+00:00", "X-122"),
        ("claimed_at", "2026-11-18T10:42:07.5Z", "X-122"),
        ("claimed_at", "2026-02-30T10:42:07Z", "X-122"),
        ("claimed_at", "2026-11-18T24:00:00Z", "X-122"),
        ("claimed_at", "٢٠٢٦-11-18T10:42:07Z", "X-122"),
        ("claimed_at", "0000-11-18T10:42:07Z", "X-122"),
        ("claimed_at", 5, "X-122"),
        ("questionnaire", [], "X-122"),
        ("questionnaire__id", "", "X-122"),
        ("questionnaire__id", "x" * 41, "X-123"),
        ("questionnaire__version", 1, "X-122"),
        ("respondent", "workers", "X-122"),
        ("respondent__constituency", "Workers", "X-122"),
        ("respondent__constituency", ["workers"], "X-122"),
        ("respondent__kind", "group", "X-122"),
        ("respondent__language", "de", "X-122"),
        ("respondent__name", "x" * 201, "X-123"),
        ("respondent__name", "a\nb", "X-122"),
        ("respondent__name", " a", "X-122"),
        ("respondent__name", None, "X-122"),
        ("respondent__organization", "x" * 201, "X-123"),
        ("respondent__members", 0, "X-122"),
        ("respondent__members", 10**5 + 1, "X-122"),
        ("respondent__women", -1, "X-122"),
        ("respondent__women", 3, "X-122"),
        ("respondent__kind", "person", "X-122"),
        ("respondent__consent_named", 1, "X-122"),
        ("respondent__consent_quoted", "true", "X-122"),
        ("answers", {}, "X-122"),
        ("answers", None, "X-122"),
        (
            "answers",
            [{"item": f"a{n:04}", "flagged": True} for n in range(2001)],
            "X-122",
        ),
        ("answers", [{}], "X-125"),
        ("answers", [7], "X-125"),
        ("answers", [{"item": "3a.1"}], "X-125"),
        ("answers", [{"item": "", "comment": "a"}], "X-125"),
        ("answers", [{"item": "x" * 41, "comment": "a"}], "X-125"),
        ("answers", [{"item": 3, "comment": "a"}], "X-125"),
        ("answers", [{"item": "3a.1", "comment": ""}], "X-125"),
        ("answers", [{"item": "3a.1", "comment": "a", "specify": ""}], "X-125"),
        ("answers", [{"item": "3a.1", "comment": "a", "extra": ""}], "X-125"),
        ("answers", [{"item": "3a.1", "flagged": False}], "X-125"),
        ("answers", [{"item": "3a.1", "flagged": 1}], "X-125"),
        ("answers", [{"item": "3a.1", "evidence": {}}], "X-125"),
        ("answers", [{"item": "3a.1", "evidence": [{"kind": []}]}], "X-125"),
        (
            "answers",
            [{"item": "3a.1", "evidence": [{"kind": "law", "grade": {}}]}],
            "X-125",
        ),
        (
            "answers",
            [{"item": "3a.1", "evidence": [{"kind": "law", "grade": "E"}]}],
            "X-125",
        ),
        ("answers", [{"item": "3a.1", "follow_ups": {"F1": ""}}], "X-125"),
        ("answers", [{"item": "3a.1", "follow_ups": {"F1": []}}], "X-125"),
        ("answers__0__comment", "x" * 4001, "X-125"),
    ],
    ids=lambda value: repr(value)[:50],
)
def test_every_field_is_held_to_its_form(field, value, code):
    told = problem(packets.signed(changed(**{field: value})))
    assert told.code == code


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"value": None},
        {"value": ""},
        {"value": []},
        {"value": True},
        {"value": {}},
        {"value": [1]},
        {"value": ["a", "a"]},
        {"value": 3, "no_answer": "dont_know"},
        {"value": 3, "figure": {"total": "1"}},
        {"value": 3, "reason": ""},
        {"no_answer": "blank"},
        {"no_answer": "not_asked"},
        {"no_answer": []},
        {"no_answer": {}},
        {"no_answer": None},
        {"figure": {}},
        {"figure": {"total": 5}},
        {"figure": {"total": "5,5"}},
        {"figure": {"total": "1e3"}},
        {"figure": {"total": "NaN"}},
        {"figure": {"total": "٥"}},
        {"figure": {"women": ""}},
        {"figure": {"sum": "5"}},
        {"reason": "because"},
        "3",
        None,
    ],
    ids=str,
)
def test_a_part_has_one_form(part):
    answers = [{"item": "3a.1", "parts": {"law": part}}]
    told = problem(packets.signed(changed(answers=answers)))
    assert told.code == "X-125"
    assert told.facts["number"] == 1
    assert "3a.1" in told.facts["place"]


@pytest.mark.parametrize("order", [(0, 0), (1, 0), (0, 1, 1)])
def test_no_question_is_answered_twice_or_out_of_order(order):
    answers = [BODY["answers"][number] for number in order]
    assert problem(packets.signed(changed(answers=answers))).code == "X-124"


def test_every_reason_can_be_told_in_both_languages():
    """No placeholder is left open and nothing of the packet's format shows through."""
    told = [
        problem(data)
        for data in (
            b"",
            b"x",
            packets.packet()[:-9],
            packets.packet() + b"\n",
            packets.signed(BODY, version=2),
            packets.signed(BODY, signature="00"),
            packets.signed(changed(seq=0)),
            packets.signed(changed(answers=[7])),
        )
    ]
    for one in told:
        sentences = {Words(language).tell(one) for language in ("en", "fr")}
        assert len(sentences) == 2, one.code
        assert not any("{" in sentence for sentence in sentences)


def test_a_wrong_seed_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match=r"."):
        build_packet(packets.HEADER, packets.RESPONSE, prev="", seed="short")
