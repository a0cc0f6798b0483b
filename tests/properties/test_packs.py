"""Whatever comes as a national pack: it is read or refused, and nothing ends badly."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.packs import FILES, write_pack

from spf_assess.model import Problem
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import (
    check_pack,
    pack_document,
    read_document,
    read_pack,
    with_pack,
)

OTHER_VALUES = ["", "x", "[]", "{}", "[x]", "{x: y}", "[[]]", "true", '"3e.1"', "9"]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return pack_document(read_pack(write_pack(tmp_path_factory.mktemp("pack"))))


def outcome(data: bytes) -> str:
    """Read *data* as a pack and lay it over the form; return why it was refused."""
    try:
        with_pack(load_questionnaire(), read_document(data, "a.spfq"))
    except Problem as problem:
        str(problem).encode()  # the sentence can be told
        return problem.code
    return ""


@pytest.mark.parametrize(
    "step", [97, pytest.param(1, marks=pytest.mark.long)], ids=["thinned", "each byte"]
)
def test_no_truncated_document_is_accepted(document, step):
    for length in range(0, len(document), step):
        assert outcome(document[:length]) == "Q-871"


@pytest.mark.parametrize(
    "step", [41, pytest.param(1, marks=pytest.mark.long)], ids=["thinned", "every bit"]
)
def test_a_flipped_bit_never_passes_for_the_same_pack(document, step):
    known = read_document(document, "a.spfq").info.digest
    for bit in range(0, 8 * len(document), 8 * step + 1):
        changed = bytearray(document)
        changed[bit // 8] ^= 1 << bit % 8
        try:
            pack = read_document(bytes(changed), "a.spfq")
        except Problem:
            continue
        assert pack.info.digest != known
        assert pack_document(pack) == bytes(changed)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_random_bytes_are_refused(data):
    assert outcome(data) == "Q-871"


@given(JSON)
@settings(deadline=None)
def test_strange_json_is_refused(plain):
    assert outcome(json.dumps(plain).encode()) in {"Q-871", "Q-873"}


@given(st.dictionaries(st.sampled_from([*FILES, "x.yaml"]), JSON, max_size=4))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_strange_files_in_a_document_are_told(files):
    plain = {"files": files, "format": "spfq", "version": 1}
    data = json.dumps(
        plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode("utf-8", "surrogatepass")
    assert outcome(data)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"version":1}', b'"version":1 }', "Q-873"),
        (b'"version":1}', b'"version":1}\n', "Q-873"),
        (b'"version":1}', b'"version":2}', "Q-872"),
        (b'"version":1}', b'"version":true}', "Q-871"),
        (b'"version":1}', b'"version":"1"}', "Q-871"),
        (b'"version":1}', b'"version":1.0}', "Q-873"),
        (b'"version":1}', b'"version":1e0}', "Q-873"),
        (b'"version":1}', b'"version":NaN}', "Q-873"),
        (b'"version":1}', b'"version":' + b"9" * 5000 + b"}", "Q-873"),
        (b'"version":1}', b'"version":1,"version":1}', "Q-873"),
        (b'"version":1}', b'"version":1,"more":1}', "Q-871"),
        (b'"format":"spfq"', b'"format":"spfr"', "Q-871"),
        (b'"core":"true"', b'"core":true', "Q-873"),
        (b'"core":"true"', b'"core":null', "Q-873"),
        (b'"core":"true"', b'"core":"true","core":"true"', "Q-873"),
        (b"Islands Grant", b"Islands\\u0020Grant", "Q-873"),
        (b"Islands Grant", "Islands\u202eGrant".encode(), "Q-873"),
        (b"Islands Grant", "Islands Grante\u0301".encode(), "Q-873"),
        (b"Islands Grant", b"Islands \\ud800", "Q-873"),
        (b"Islands Grant", b"Islands \xff", "Q-871"),
        (b'{"files":', b'\xef\xbb\xbf{"files":', "Q-871"),
        (b'"schemes":[', b'"schemes":' + b"[" * 500, "Q-871"),
        (b'"schemes":[', b'"schemes":' + b"[" * 500_000, "Q-871"),
        (b'"items/3e.yaml"', b'"items/../3e.yaml"', "Q-842"),
        (b'"items/3e.yaml"', b'"/etc/passwd"', "Q-842"),
        (b'"items/3e.yaml"', b'"3e.yaml"', "Q-843"),
    ],
)
def test_each_way_of_changing_a_document_is_refused(document, old, new, code):
    assert old in document
    changed = document.replace(old, new, 1)
    if code.startswith("Q-84"):  # keys are sorted
        plain = json.loads(changed)
        changed = json.dumps(
            plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ).encode()
    assert outcome(changed) == code


def test_a_document_too_large_is_refused_before_it_is_read():
    assert outcome(b" " * (2 * 1024 * 1024 + 1)) == "Q-870"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_line_never_ends_in_an_exception(tmp_path, name):
    lines = FILES[name].splitlines(keepends=True)
    for number in range(len(lines)):
        spoiled = "".join(lines[:number] + lines[number + 1 :])
        survive(write_pack(tmp_path, **{name[:-5].replace("/", "_"): spoiled}))


@pytest.mark.parametrize("name", FILES)
@given(st.data())
@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_another_value_never_ends_in_an_exception(tmp_path, name, data):
    lines = FILES[name].splitlines(keepends=True)
    number = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.sampled_from(OTHER_VALUES))
    lines[number] = re.sub(
        r"(:|-) .*|:$", lambda found: f"{found[0][0]} {other}", lines[number], count=1
    )
    survive(write_pack(tmp_path, **{name[:-5].replace("/", "_"): "".join(lines)}))


def survive(folder):
    """Check a pack, and use it where nothing speaks against it."""
    faults = check_pack(folder)
    if not faults:
        pack = read_pack(folder)
        assert with_pack(load_questionnaire(), pack).pack == pack.info
        assert outcome(pack_document(pack)) == ""
