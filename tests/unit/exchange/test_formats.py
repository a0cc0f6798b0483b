"""What docs/formats.md and the schemas say is what the program does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from support import packets, strategies

from spf_assess.exchange import (
    build_packet,
    new_key,
    read_invitation,
    read_packet,
    receipt_words,
)
from spf_assess.model import Problem
from spf_assess.store.schema import APPLICATION_ID, TABLES

DOCS = Path(__file__).parents[3] / "docs"
FORMATS = (DOCS / "formats.md").read_text(encoding="utf-8")
SCHEMAS = {
    path.name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((DOCS / "schemas").glob("*.json"))
}
REGISTRY = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)
# What a schema cannot see: text, calendar, sums, order.
UNSEEN = {"X-109", "X-124"}
UNSEEN_PLACES = {"respondent.members", "claimed_at"}


def faults(name: str, plain: object) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    return [
        f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(plain)
    ]


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


def test_the_worked_example_gives_the_printed_numbers(tmp_path):
    script, invited, printed, receipt = fenced(section("Worked example"))
    (tmp_path / "workers.spfi").write_bytes(packets.invitation())
    assert json.loads(invited) == json.loads(packets.invitation())
    (tmp_path / "example.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "example.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout.rstrip("\n") == printed
    packet = read_packet((tmp_path / "workers.spfr").read_bytes())
    assert packet.digest in printed
    assert packet.respondent == read_invitation(packets.invitation()).respondent
    spoken = [
        f"{language}: {' '.join(receipt_words(packet.digest, language))}"
        for language in ("en", "fr")
    ]
    assert receipt.splitlines() == spoken


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


def test_every_table_and_column_of_the_consultation_file_is_described():
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
    assert set(rows) == {*TABLES, "tallies"}


def test_every_link_within_the_documentation_leads_somewhere():
    headings = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in FORMATS.splitlines()
        if line.startswith("#")
    }
    for target in re.findall(r"\]\(([^)]+)\)", FORMATS):
        file, _, heading = target.partition("#")
        assert not heading or heading in headings, target
        assert not file or (DOCS / file).is_file(), target
