import contextlib
import json
import time

import pytest

from spf_assess.exchange import canonical, parse_strict
from spf_assess.exchange.canonical import parse_listed, written_apart
from spf_assess.model import Problem

MOST = 4 * 1024 * 1024


def code(data: bytes, most: int = MOST) -> str:
    with pytest.raises(Problem) as told:
        parse_strict(data, most)
    str(told.value).encode()
    return told.value.code


def nested(depth: int) -> bytes:
    return b'{"a":' * (depth - 1) + b"{}" + b"}" * (depth - 1)


def test_canonical_bytes_are_those_of_the_rfc():
    # RFC 8785 section 3.2.3, the sorting example.
    plain = {
        "€": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "😀": "Emoji: Grinning Face",
        "\x80": "Control",
        "ö": "Latin Small Letter O With Diaeresis",
    }
    names = list(json.loads(canonical(plain)))
    assert names == ["\r", "1", "\x80", "ö", "€", "😀", "\ufb33"]
    assert canonical({"b": 'é\n\x0f"\\/', "a": [1, True, None]}) == (
        '{"a":[1,true,null],"b":"é\\n\\u000f\\"\\\\/"}'.encode()
    )


def test_what_is_canonical_is_read():
    plain = {"a": [1, -5, "é", True, None, {}, []], "b": {"c": "line\nbreak"}}
    assert parse_strict(canonical(plain), MOST) == plain


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", "X-102"),
        (b"{", "X-103"),
        (b'{"a":"unfinished', "X-103"),
        (b'{"a":"b\\"', "X-103"),
        (b'{"a":"b\\', "X-103"),
        ('{"a":"é"}'.encode()[:7], "X-103"),
        (b"hello", "X-104"),
        (b"[]", "X-104"),
        (b'"text"', "X-104"),
        (b"1", "X-104"),
        (b"\xef\xbb\xbf{}", "X-104"),
        (b"\xff\xfe{\x00}\x00", "X-104"),
        (b'{"a":"\xff"}', "X-104"),
        (b'{"a":"\xed\xa0\x80"}', "X-104"),
        (b'{"a":"\xc0\xaf"}', "X-104"),
        (b"{}{}", "X-104"),
        (b"{}x", "X-104"),
        (b"{}}", "X-104"),
        (b"{'a':1}", "X-104"),
        (b'{"a":1,}', "X-104"),
        (b'{"a":01}', "X-104"),
        (b'{"a":+1}', "X-104"),
        (b'{"a":"\t"}', "X-104"),
        (b"{/**/}", "X-104"),
        (b"PK\x03\x04", "X-104"),
        (b"%PDF-1.7", "X-104"),
        (b"{}\n", "X-105"),
        (b'{"a": 1}', "X-105"),
        (b'{"b":1,"a":2}', "X-105"),
        (b'{"a":"\\u00e9"}', "X-105"),
        (b'{"a":"\\/"}', "X-105"),
        (b'{"a":-0}', "X-105"),
        (b'{"a":1,"a":1}', "X-106"),
        (b'{"a":1,"\\u0061":2}', "X-106"),
        (b'{"x":{"a":1,"b":2,"a":3}}', "X-106"),
        (b'{"a":1.0}', "X-107"),
        (b'{"a":1e3}', "X-107"),
        (b'{"a":1E400}', "X-107"),
        (b'{"a":-0.0}', "X-107"),
        (b'{"a":NaN}', "X-107"),
        (b'{"a":Infinity}', "X-107"),
        (b'{"a":-Infinity}', "X-107"),
        (b'{"a":1000000000000000}', "X-107"),
        (b'{"a":-9007199254740993}', "X-107"),
        (b'{"a":' + b"9" * 100_000 + b"}", "X-107"),
        (nested(21), "X-108"),
        (b'{"a":' * 200_000, "X-108"),
        (b'{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "X-108"),
        (b'{"a":[' + b"[]," * 200_000 + b"[]]}", "X-108"),
        (b'{"a":"\\ud800"}', "X-109"),
        (b'{"a":"\\udc00\\ud800"}', "X-109"),
        (b'{"\\udfff":1}', "X-109"),
        ('{"a":"e\u0301"}'.encode(), "X-109"),
        ('{"e\u0301":1}'.encode(), "X-109"),
        ('{"a":"\u202egnp.exe"}'.encode(), "X-109"),
        ('{"a":["\u0085"]}'.encode(), "X-109"),
        (b'{"a":"\\u0000"}', "X-109"),
        ('{"a":"\U0010ffff"}'.encode(), "X-109"),
        (b'{"a":"' + b"x" * MOST + b'"}', "X-101"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_each_strangeness_is_refused_with_its_own_reason(data, wanted):
    assert code(data) == wanted


def test_depth_twenty_is_the_last_allowed():
    assert parse_strict(nested(20), MOST) is not None


def test_the_limits_are_the_last_allowed_values():
    assert parse_strict(b'{"a":1}', 7) == {"a": 1}
    assert code(b'{"a":1}', 6) == "X-101"
    for number in (999_999_999_999_999, -999_999_999_999_999):
        assert parse_strict(canonical({"a": number}), MOST) == {"a": number}
    most = canonical({"a": [[] for _ in range(99_998)]})
    assert len(parse_strict(most, MOST)["a"]) == 99_998
    assert code(canonical({"a": [[] for _ in range(99_999)]})) == "X-108"


def test_brackets_in_texts_are_no_nesting():
    plain = {"a": "[{" * 1000, "b": '"[\\"'}
    assert parse_strict(canonical(plain), MOST) == plain


def test_size_is_the_first_thing_looked_at():
    assert code(b"\xff" * 101, most=100) == "X-101"


def test_a_place_is_told_where_text_is_unclean():
    with pytest.raises(Problem) as told:
        parse_strict('{"a":[{},{"b":"\u202e"}]}'.encode(), MOST)
    assert told.value.facts["place"] == "a[1].b"


def test_a_name_is_quoted_whole_as_long_as_it_is_short():
    for length, quoted in ((80, "x" * 80), (81, "x" * 80 + "…")):
        with pytest.raises(Problem) as told:
            parse_strict(canonical({"x" * length: "\u202e"}), MOST)
        assert told.value.facts["place"] == quoted


def test_a_hostile_name_is_quoted_short_and_harmless():
    name = "\u202e" + "x" * 500
    with pytest.raises(Problem) as told:
        parse_strict(canonical({name: "a"}), MOST)
    place = told.value.facts["place"]
    assert len(place) < 100
    assert place.isprintable()


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":' + b'"\\' * (MOST // 2 - 10),
        b'{"a":"' + b'\\"' * (MOST // 2 - 10),
        b'{"a":' + b'"' * (MOST - 10),
        b'{"a":[' + b"0," * (MOST // 2 - 10) + b"0]}",
        b'{"' + b"a" * (MOST - 20) + b'":1}',
        b"{" + b",".join(b'"%d":1' % number for number in range(300_000)) + b"}",
        b"{" + b",".join(b'"%d":1' % number for number in range(300_000)) + b',"9":1}',
    ],
    ids=[
        "escapes",
        "escaped quotes",
        "quotes",
        "zeros",
        "long name",
        "many names",
        "one of many names twice",
    ],
)
def test_the_largest_hostile_file_is_dealt_with_in_seconds(data):
    """Linear time: a quadratic reading of four megabytes would take hours."""
    started = time.process_time()
    with contextlib.suppress(Problem):
        parse_strict(data, MOST)
    assert time.process_time() - started < 20


def test_what_cannot_be_canonical_is_no_output():
    for plain in ({"a": float("nan")}, {"a": 2**53}, {"a": "\ud800"}):
        with pytest.raises(ValueError, match=r"."):
            canonical(plain)


@pytest.mark.parametrize(
    "plain",
    [
        {"body": {"answers": [{"item": "1a", "n": 1}, {"item": "é"}, [1, []]], "b": 1}},
        {"body": {"a": {"answers": []}, "answers": [{"item": "1a"}]}},
        {"body": {"answers": ["\\u0000", '"answers":[]', "\\", '"'], "z": "x"}},
    ],
)
def test_things_of_a_list_are_told_as_they_are_written(plain):
    found, written = parse_listed(canonical(plain), MOST, ("body", "answers"))
    assert found == plain
    if written is not None:  # whoever asks writes them alone then
        assert [json.loads(one) for one in written] == plain["body"]["answers"]
    told = [canonical({"x": one})[5:-1].decode() for one in plain["body"]["answers"]]
    assert written in (None, tuple(told))
    assert list(written_apart(plain["body"]["answers"])) == told


@pytest.mark.parametrize(
    "plain",
    [
        {"body": {"answers": []}},
        {"body": {"answers": "x"}},
        {"body": 1},
        {"a": "\U0001f600"},
    ],
)
def test_where_no_list_stands_nothing_is_told_of_one(plain):
    data = canonical(plain)
    assert parse_listed(data, MOST, ("body", "answers")) == (plain, None)


def test_a_list_that_is_not_written_canonically_is_refused():
    for data in (b'{"body":{"answers":[ 1]}}', b'{"body":{"answers":[{"b":1,"a":2}]}}'):
        with pytest.raises(Problem) as told:
            parse_listed(data, MOST, ("body", "answers"))
        assert told.value.code == "X-105"
