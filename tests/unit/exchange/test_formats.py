"""What docs/formats.md and the schemas say is what the program does."""

import dataclasses
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support import packets, strategies
from support.miniature import miniature
from support.packs import HELPED, write_pack
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, Plenary, keeps, moves
from support.schemas import DOCS, SCHEMAS, faults

from spf_assess.consultation import Consultation
from spf_assess.exchange import (
    build_packet,
    new_key,
    read_invitation,
    read_packet,
    receipt_words,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Agreement,
    Answer,
    Constituency,
    NoAnswer,
    Note,
    NoteKind,
    PacketState,
    PartAnswer,
    Problem,
    RespondentKind,
    Response,
    Text,
)
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import (
    check_pack,
    new_pack,
    pack_document,
    read_pack,
    with_pack,
)
from spf_assess.store.schema import APPLICATION_ID, TABLES

FORMATS = (DOCS / "formats.md").read_text(encoding="utf-8")
# What a schema cannot see: text, calendar, sums, order.
UNSEEN = {"X-109", "X-124"}
UNSEEN_PLACES = {"respondent.members", "claimed_at"}


def section(title: str) -> str:
    return FORMATS.split(f"\n## {title}\n")[1].split("\n## ")[0]


def fenced(text: str) -> list[str]:
    return re.findall(r"```\w*\n(.*?)\n```", text, re.DOTALL)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_a_real_packet_and_a_real_invitation_keep_to_their_schemas():
    assert faults("spfr", json.loads(packets.packet())) == []
    assert faults("spfi", json.loads(packets.invitation())) == []
    assert faults("spfr", json.loads(packets.invitation()))
    assert faults("spfi", json.loads(packets.packet()))


SEED = new_key()


@settings(max_examples=60, deadline=None)
@given(strategies.headers, strategies.responses, strategies.hexadecimal(64))
def test_every_packet_keeps_to_its_schema(header, response, before):
    prev = "" if response.seq == 1 else before
    plain = json.loads(build_packet(header, response, prev=prev, seed=SEED))
    assert faults("spfr", plain) == []


PLACES = [
    (),
    ("answers", 0),
    ("answers", 0, "parts", "law"),
    ("answers", 0, "parts", "practice"),
    ("answers", 0, "evidence", 0),
    ("answers", 0, "follow_ups"),
    ("answers", 1, "parts", "value", "figure"),
    ("answers", 2, "parts", "value"),
    ("questionnaire",),
    ("respondent",),
]
TEXTS = ["", "a", " a", "a\nb", "x" * 201, "x" * 4001, "2026-11-18T10:42:07Z"]
DIGITS = ["ab" * 16, "CD" * 32, "ab" * 32, "5", "5.0", "5,0", "1e3", "-0"]
LISTS = [[], ["a"], ["a", "a"], {}, {"a": 1}, {"value": 2}, {"total": "5"}, {"F1": ""}]
NUMBERS = [0, 1, 4, 5, -1, 10**6 + 1]
STRANGE = st.sampled_from([None, True, False, *NUMBERS, *TEXTS, *DIGITS, *LISTS])


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_the_schema_and_the_reader_refuse_the_same(data):
    """Put, add or remove one value: whatever the one lets through the other does."""
    body = packets.read_body()
    place = body
    for step in data.draw(st.sampled_from(PLACES)):
        place = place[step]
    name = data.draw(st.sampled_from([*sorted(place), "extra"]))
    if data.draw(st.integers(0, 4)) and name:
        place[name] = data.draw(STRANGE)
    else:
        place.pop(name, None)
    if body.get("public_key") != packets.read_body()["public_key"]:
        return  # refused for its signature, which a schema cannot see
    if name == "value" and place.get(name) in NUMBERS:
        return  # which levels there are is left to the questionnaire
    raw = packets.signed(body)
    found = faults("spfr", json.loads(raw))
    refusal = None
    try:
        read_packet(raw)
    except Problem as problem:
        refusal = problem
    if refusal is None:
        assert found == []
    elif refusal.code not in UNSEEN:
        assert found or refusal.facts["place"] in UNSEEN_PLACES, refusal


def run_example(folder: Path, invitation: bytes) -> str:
    """Do what the example's reader does; return what the script prints."""
    (folder / "workers.spfi").write_bytes(invitation)
    script = fenced(section("Worked example"))[0]
    (folder / "example.py").write_text(script, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", "example.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    ).stdout


def test_the_worked_example_gives_the_printed_numbers(tmp_path):
    _, invited, printed, receipt = fenced(section("Worked example"))
    assert json.loads(invited) == json.loads(packets.invitation())
    assert run_example(tmp_path, packets.invitation()).rstrip("\n") == printed
    packet = read_packet((tmp_path / "workers.spfr").read_bytes())
    assert packet.digest in printed
    assert packet.respondent == read_invitation(packets.invitation()).respondent
    spoken = [
        f"{language}: {' '.join(receipt_words(packet.digest, language))}"
        for language in ("en", "fr")
    ]
    assert receipt.splitlines() == spoken


@pytest.fixture
def consultation(tmp_path):
    with Consultation.create(
        tmp_path / "coresia.spfa",
        title=packets.HEADER.title,
        country=packets.HEADER.country,
        questionnaire=load_questionnaire(),
    ) as opened:
        yield opened


def test_a_packet_written_by_the_worked_example_is_imported(consultation, tmp_path):
    seat, invitation = consultation.invite(
        constituency=Constituency.WORKERS, kind=RespondentKind.BENCH, members=3
    )
    assert faults("spfi", json.loads(invitation)) == []
    run_example(tmp_path, invitation)
    record = consultation.import_packet(tmp_path / "workers.spfr")
    assert (record.state, record.reason) == (PacketState.ACCEPTED, "")
    response = consultation.response(seat.id)
    assert response.answers["3a.1"].part("law").value == 3


def test_the_export_keeps_to_its_schema(consultation, tmp_path):
    assert faults("export", consultation.export_json()) == []
    levels = {"government": 4, "employers": 2, "workers": 1}
    for who in Constituency:
        seat, invitation = consultation.invite(
            constituency=who, kind=RespondentKind.PERSON, name="A", organization="B"
        )
        told = dataclasses.replace(seat, consent_quoted=who == Constituency.WORKERS)
        parts = {name: PartAnswer(levels.get(who.value)) for name in (LAW, PRACTICE)}
        if who is Constituency.GOVERNMENT:
            parts[LAW] = PartAnswer(no_answer=NoAnswer.DONT_KNOW, reason="Words")
        rated = {
            section.headline.id: Answer(
                section.headline.id,
                parts=parts if who.rates else {},
                comment="Words",
                evidence=packets.ANSWERS[0].evidence,
            )
            for section in load_questionnaire().sections
            if section.headline
        }
        rated["3a.2"] = Answer("3a.2", comment="Words")
        response = Response(told, 1, rated, 1, "2026-11-18T10:42:07Z")
        header = read_invitation(invitation).header
        path = tmp_path / f"{who.value}.spfr"
        path.write_bytes(build_packet(header, response, prev="", seed=SEED))
        consultation.import_packet(path)
    (tmp_path / "stranger.spfr").write_bytes(packets.packet())
    consultation.import_packet(tmp_path / "stranger.spfr")
    (tmp_path / "broken.spfr").write_bytes(packets.packet()[:-5])
    consultation.import_packet(tmp_path / "broken.spfr")
    plain = json.loads(json.dumps(consultation.export_json()))
    assert len(plain["responses"]) > 4  # each answer of an unnamed person by itself
    assert {one["state"] for one in plain["packets"]} == {"accepted", "quarantined"}
    assert any(one["gaps"] for one in plain["results"])
    assert faults("export", plain) == []


def test_an_export_with_a_number_too_many_is_found_out(consultation):
    plain = consultation.export_json()
    plain["results"][0]["sections"][0]["law"]["average"] = 2.4
    assert faults("export", plain)


@pytest.fixture
def pack(tmp_path):
    """Return a pack with help, as its document holds it."""
    folder = write_pack(tmp_path / "pack", **HELPED)
    return json.loads(pack_document(read_pack(folder)))


def test_what_a_meeting_made_of_positions_keeps_to_the_schema(tmp_path):
    plenary = Plenary(tmp_path, {GOVERNMENT: 4, EMPLOYERS: 2})
    plenary.second_round("3a.1")
    plenary.file.state(moves(GOVERNMENT, 3, reservation="Not in law.", language="en"))
    plenary.file.state(keeps(WORKERS, "We were not heard."))
    level = {"practice": 2}
    words, both = Text.of(fr="Nous en convenons."), (GOVERNMENT, EMPLOYERS)
    plenary.file.agree(Agreement(0, "3a.1", level, words, both, "At noon."))
    for kind in NoteKind:
        plenary.file.note(Note("", 0, kind, f"Said: {kind}", "", "3a.1", WORKERS))
    plain = json.loads(json.dumps(plenary.file.export_json()))
    plenary.close()
    assert faults("export", plain) == []
    told = plain["outcome"]
    assert told["missing"] == ["workers"]
    assert [one["item"] for one in told["reveals"]] == ["3a.1"]
    assert {one["kind"] for one in told["notes"]} == {"evidence", "parked"}
    assert told["agreements"][0]["statement"] == {"en": "", "fr": "Nous en convenons."}
    assert [one["course"] for one in told["movements"][3:6]] == [
        "moved",
        "kept",
        "none",
    ]
    assert plain["results"][0]["round"] == 1


def test_packs_keep_to_their_schema(pack, tmp_path):
    assert faults("spfq", pack) == []
    new_pack(tmp_path / "new", "fr")
    begun = json.loads(pack_document(read_pack(tmp_path / "new")))
    assert "guidance/n1.yaml" in begun["files"]
    assert faults("spfq", begun) == []


def test_an_invitation_with_a_pack_keeps_to_its_schema(pack, tmp_path):
    asked = with_pack(load_questionnaire(), read_pack(tmp_path / "pack"))
    with Consultation.create(
        tmp_path / "coresia.spfa",
        title=packets.HEADER.title,
        country=packets.HEADER.country,
        questionnaire=asked,
    ) as consultation:
        _, invitation = consultation.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.BENCH, members=3
        )
    plain = json.loads(invitation)
    assert plain["body"]["pack"] == pack
    assert faults("spfi", plain) == []
    del plain["body"]["pack"]["files"]["pack.yaml"]
    assert faults("spfi", plain)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("guidance/3e.yaml", "items", "3e.1"), None),  # official: not for a pack
        (("guidance/3e.yaml", "items", "3e.n1", "sources"), []),
        (("guidance/3e.yaml", "items", "3e.n1", "to_be_verified"), ["place"]),
        (("guidance/3e.yaml", "items", "3e.n1", "brings", "observers"), {}),
        (("guidance/3e.yaml", "items", "3e.n1", "why"), {"en": "Alone"}),
        (("guidance/3e.yaml", "items", "3e.n1", "more"), {"en": "A", "fr": "B"}),
        (("guidance/3e.yaml", "group"), "national"),
        (("guidance/3 e.yaml",), {}),
        (("items/3e.yaml", "items", 0, "name"), "3e.1"),
        (("schemes.yaml", "schemes", 0, "sections"), []),
        (("pack.yaml", "pack"), "Coresia!"),
        (("sections/n1.yaml", "group"), "principles"),
        (("notes.txt",), "x"),
    ],
)
def test_the_schema_of_packs_and_their_reader_refuse_the_same(
    pack, tmp_path, place, value
):
    inner = pack["files"]
    for step in place[:-1]:
        inner = inner[step]
    if value is None:
        value = inner["3e.n1"]
    inner[place[-1]] = value
    assert faults("spfq", pack)
    data = json.dumps(pack, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    file = tmp_path / "given.spfq"
    file.write_text(data, encoding="utf-8")
    assert check_pack(file)


def test_every_field_of_the_signed_files_is_described():
    for name, described in (
        ("spfi", section("Invitation (`.spfi`)")),
        ("spfr", section("Response packet (`.spfr`)")),
    ):
        for field in SCHEMAS[name]["properties"]["body"]["properties"]:
            assert f"`{field}" in described
    definitions = SCHEMAS["shared"]["$defs"]
    for field in definitions["answer"]["properties"]:
        assert f"| `{field}` |" in FORMATS
    for name in ("figure", "evidence", "respondent"):
        for field in definitions[name]["properties"]:
            assert f"`{field}`" in FORMATS


def test_every_table_and_column_of_the_consultation_file_is_described(tmp_path):
    described = section("Consultation file (`.spfa`)")
    assert f"0x{APPLICATION_ID:X}" in described
    for table in TABLES.values():
        line = next(
            line
            for line in described.splitlines()
            if line.startswith(f"| `{table.name}` |")
        )
        for column in table.columns:
            assert f"`{column}`" in line, (table.name, column)
    rows = re.findall(r"^\| `(\w+)` \|", described, re.MULTILINE)
    assert set(rows) == {*TABLES, "tallies", "_sqlite_migrations"}
    Consultation.create(
        tmp_path / "a.spfa",
        title=Text.of(en="T", fr="T"),
        country=Text.of(en="C", fr="C"),
        questionnaire=miniature(),
    ).close()
    with closing(sqlite3.connect(tmp_path / "a.spfa")) as connection:
        made = connection.execute("SELECT name, strict FROM pragma_table_list")
        found = {name: strict for name, strict in made if name[:7] != "sqlite_"}
    assert set(found) == set(rows)
    assert [name for name in rows if not found[name]] == ["_sqlite_migrations"]


def headings(text: str) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }


def test_every_link_within_the_documentation_leads_somewhere():
    for target in re.findall(r"\]\(([^)]+)\)", FORMATS):
        file, _, heading = target.partition("#")
        assert not file or (DOCS / file).is_file(), target
        there = (DOCS / file).read_text(encoding="utf-8") if file else FORMATS
        assert not heading or heading in headings(there), target
