import copy
import dataclasses
import json

import pytest
from support import packets

from spf_assess.exchange import (
    INVITATION_LIMIT,
    Invitation,
    build_invitation,
    canonical,
    read_invitation,
)
from spf_assess.model import Problem, Selection, Text

BODY = json.loads(packets.invitation())["body"]


def refusal(**fields) -> Problem:
    body = copy.deepcopy(BODY)
    for path, value in fields.items():
        *folders, last = path.split("__")
        place = body
        for folder in folders:
            place = place[folder]
        place[last] = value
    data = packets.signed(
        body, kind="spf-assess-invitation", seed=packets.CONSULTATION_SEED
    )
    with pytest.raises(Problem) as told:
        read_invitation(data)
    return told.value


def test_an_invitation_carries_the_consultation_and_one_seat():
    read = read_invitation(packets.invitation())
    assert read.header == packets.HEADER
    assert read.respondent == packets.INVITATION.respondent
    assert (read.round, read.languages) == (1, ("en", "fr"))
    assert len(read.digest) == 64


def test_an_invitation_must_be_signed_by_its_own_consultation():
    with pytest.raises(Problem) as told:
        build_invitation(packets.INVITATION, packets.RESPONDENT_SEED)
    assert told.value.code == "X-114"


def test_titles_are_cleaned_before_signing():
    header = dataclasses.replace(
        packets.HEADER, title=Text.of(en=" A\nB ", fr="e\u0301"), place="C\u202e"
    )
    read = read_invitation(
        packets.invitation(Invitation(header, 1, packets.RESPONDENT))
    )
    assert read.header.title == Text.of(en="A B", fr="é")
    assert read.header.place == "C"


def test_nobody_gives_consent_in_anothers_place():
    eager = dataclasses.replace(
        packets.RESPONDENT, consent_named=True, consent_quoted=True
    )
    read = read_invitation(
        packets.invitation(Invitation(packets.HEADER, 1, eager))
    ).respondent
    assert (read.consent_named, read.consent_quoted) == (False, False)
    for field in ("respondent__consent_named", "respondent__consent_quoted"):
        assert refusal(**{field: True}).code == "X-122"


def test_the_largest_real_invitation_fits():
    header = dataclasses.replace(
        packets.HEADER,
        title=Text.of(en="é" * 200, fr="é" * 200),
        country=Text.of(en="é" * 200, fr="é" * 200),
        place="é" * 200,
        selection=Selection("full", tuple(f"{n:040}" for n in range(200))),
    )
    person = dataclasses.replace(
        packets.RESPONDENT, name="é" * 200, organization="é" * 200
    )
    data = packets.invitation(Invitation(header, 99, person))
    assert len(data) < INVITATION_LIMIT / 2


@pytest.mark.parametrize("field", sorted(BODY["consultation"]))
def test_every_field_of_the_consultation_is_required(field):
    body = copy.deepcopy(BODY)
    del body["consultation"][field]
    data = packets.signed(
        body, kind="spf-assess-invitation", seed=packets.CONSULTATION_SEED
    )
    with pytest.raises(Problem) as told:
        read_invitation(data)
    assert told.value.code in ("X-120", "X-122")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("extra", 1, "X-121"),
        ("consultation__extra", 1, "X-121"),
        ("round", 0, "X-122"),
        ("languages", [], "X-122"),
        ("languages", ["de"], "X-122"),
        ("languages", ["en", "en"], "X-122"),
        ("languages", ["en", "fr", "de"], "X-122"),
        ("languages", "en", "X-122"),
        ("languages", [1], "X-122"),
        ("consultation__title", "A", "X-122"),
        ("consultation__title", {"en": "A"}, "X-120"),
        ("consultation__title", {"en": "", "fr": ""}, "X-122"),
        ("consultation__title", {"en": "x" * 201, "fr": ""}, "X-123"),
        ("consultation__country", {"en": "A", "fr": "B", "de": "C"}, "X-121"),
        ("consultation__selection__form", "short", "X-122"),
        ("consultation__selection__sections", ["3a", "3a"], "X-122"),
        ("consultation__selection__sections", [""], "X-122"),
        ("consultation__selection__sections", ["x" * 41], "X-123"),
        ("consultation__created_at", "2026", "X-122"),
        ("consultation__fictitious", 1, "X-122"),
        ("consultation__place", "x" * 201, "X-123"),
        ("consultation__id", "c0", "X-122"),
        ("respondent__id", "", "X-122"),
    ],
    ids=lambda value: repr(value)[:50],
)
def test_every_field_is_held_to_its_form(field, value, code):
    assert refusal(**{field: value}).code == code


def test_a_seat_changed_on_the_way_is_told():
    whole = json.loads(packets.invitation())
    whole["body"]["respondent"]["constituency"] = "employers"
    with pytest.raises(Problem) as told:
        read_invitation(canonical(whole))
    assert told.value.code == "X-114"
