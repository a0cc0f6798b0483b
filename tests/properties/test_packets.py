import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import packets, strategies

from spf_assess.exchange import (
    Invitation,
    build_invitation,
    build_packet,
    canonical,
    clean_line,
    clean_text,
    is_clean,
    new_key,
    public_key,
    read_invitation,
    read_packet,
    receipt_words,
    words_to_bits,
)
from spf_assess.model import Problem, Response

SEED = new_key()


def refused(reader, data: bytes) -> str:
    """The code with which *data* is refused; anything else fails the test."""
    with pytest.raises(Problem) as told:
        reader(data)
    str(told.value).encode()  # the sentence can be told
    assert told.value.code.startswith("X-1")
    return told.value.code


@pytest.fixture(scope="module", params=["packet", "invitation"])
def document(request):
    if request.param == "packet":
        return read_packet, packets.packet()
    return read_invitation, packets.invitation()


def flips(data: bytes, step: int):
    for bit in range(0, 8 * len(data), step):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


@pytest.mark.parametrize(
    "step", [11, pytest.param(1, marks=pytest.mark.long)], ids=["thinned", "every bit"]
)
def test_no_flipped_bit_is_accepted(document, step):
    reader, data = document
    codes = {refused(reader, changed) for changed in flips(data, step)}
    assert "X-114" in codes  # most flips leave a well-formed text, wrongly signed


def test_no_truncation_is_accepted(document):
    reader, data = document
    codes = {length: refused(reader, data[:length]) for length in range(len(data))}
    assert codes.pop(0) == "X-102"
    assert set(codes.values()) == {"X-103"}


@pytest.mark.parametrize(
    "tail", [b"\n", b" ", b"\x00", b"}", b"{}", b"\xef\xbb\xbf", b"\xff", b"\x1a"]
)
def test_nothing_may_be_added_at_the_end_or_the_beginning(document, tail):
    reader, data = document
    refused(reader, data + tail)
    refused(reader, tail + data)


@pytest.mark.parametrize(
    "examples",
    [300, pytest.param(2000, marks=pytest.mark.long)],
    ids=["few", "many"],
)
def test_no_random_blob_is_accepted(document, examples):
    reader, _ = document

    @settings(max_examples=examples, deadline=None)
    @given(st.binary(max_size=400))
    def sweep(blob):
        refused(reader, blob)

    sweep()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | strategies.wild_texts,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(strategies.wild_texts, inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(strategies.wild_texts, json_values, max_size=4))
def test_no_other_document_is_accepted(plain):
    refused(read_packet, canonical(plain))
    refused(read_invitation, json.dumps(plain).encode())


@settings(max_examples=200, deadline=None)
@given(json_values)
def test_a_properly_signed_strange_body_is_refused(body):
    refused(read_packet, packets.signed(body))
    refused(read_invitation, packets.signed(body, kind="spf-assess-invitation"))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.data_too_large]
)
@given(st.data())
def test_a_signed_packet_with_one_strange_value_is_read_exactly_or_refused(data):
    """Put any JSON value in any place: no exception but Problem, nothing invented."""
    body = json.loads(packets.packet())["body"]
    place: dict | list = body
    while True:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[key] = data.draw(json_values)
    raw = packets.signed(body)
    try:
        read = read_packet(raw)
    except Problem:
        return
    again = build_packet(
        dataclasses.replace(
            packets.HEADER,
            id=read.consultation_id,
            questionnaire_id=read.questionnaire_id,
            questionnaire_version=read.questionnaire_version,
            questionnaire_digest=read.questionnaire_digest,
        ),
        Response(
            read.respondent,
            read.round,
            {answer.item: answer for answer in read.answers},
            read.seq,
            read.claimed_at,
        ),
        prev=read.prev,
        seed=packets.RESPONDENT_SEED,
        nonce=read.nonce,
    )
    assert again == raw


@settings(max_examples=150, deadline=None)
@given(strategies.headers, strategies.responses, strategies.hexadecimal(64))
def test_what_is_handed_in_is_what_is_read(header, response, before):
    prev = "" if response.seq == 1 else before
    read = read_packet(build_packet(header, response, prev=prev, seed=SEED))
    assert {answer.item: answer for answer in read.answers} == response.answers
    assert read.respondent == response.respondent
    assert (read.round, read.seq, read.prev) == (response.round, response.seq, prev)
    assert read.claimed_at == response.handed_in_at
    assert read.consultation_id == header.id
    assert read.questionnaire_digest == header.questionnaire_digest
    assert read.public_key == public_key(SEED)


@settings(max_examples=100, deadline=None)
@given(strategies.headers, strategies.respondents())
def test_an_invitation_says_what_was_put_into_it(header, respondent):
    seat = dataclasses.replace(respondent, consent_named=False, consent_quoted=False)
    sample = Invitation(
        dataclasses.replace(header, public_key=public_key(SEED)), 2, seat
    )
    read = read_invitation(build_invitation(sample, SEED))
    assert dataclasses.replace(read, digest="") == sample


@given(strategies.wild_texts)
def test_cleaning_once_is_enough(text):
    clean = clean_text(text)
    assert is_clean(clean)
    assert clean_text(clean) == clean
    line = clean_line(text)
    assert "\n" not in line
    assert clean_line(line) == line == clean_text(line)


@given(strategies.hexadecimal(64))
def test_words_lead_back_to_the_digest(digest):
    for language in ("en", "fr"):
        words = receipt_words(digest, language)
        assert digest.startswith(words_to_bits(words, language))
        assert words_to_bits(" ".join(words).upper(), language) == digest[:22]
