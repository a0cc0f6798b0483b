"""What is read as canonical is what RFC 8785 says, by another way of writing it."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from spf_assess.exchange import canonical, parse_strict
from spf_assess.exchange.canonical import parse_slowly
from spf_assess.exchange.clean import clean_text
from spf_assess.model import Problem

MOST = 1 << 20
ANY_TEXT = st.text(st.characters(), max_size=6)
ANYTHING = st.recursive(
    ANY_TEXT
    | st.booleans()
    | st.none()
    | st.integers(-(2**54), 2**54)
    | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner)
        | st.dictionaries(ANY_TEXT, inner, max_size=4)
    ),
    max_leaves=8,
)
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf")), max_size=8
).map(clean_text)
VALUE = st.recursive(
    TEXT | st.booleans() | st.none() | st.integers(-(10**14), 10**14),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)
    ),
    max_leaves=12,
)
WRONG = (
    b"",
    b"[" * 21,
    b"[" * 2000,
    b"]",
    b'"',
    b"\\",
    b"1",
    b"9" * 16,
    b".5",
    b"e1",
    b"-0",
    b'{"a":1,"a":1}',
    b"NaN",
    b"\x00",
    b"\xff",
    b"\xe2\x80\xae",
)
WHOLE = st.dictionaries(TEXT, VALUE, min_size=1, max_size=5)


def written(writer, plain):
    """Return what is written; None where it cannot be."""
    try:
        return writer(plain)
    except ValueError:
        return None


@given(ANYTHING)
def test_the_quick_way_writes_the_same_form(plain):
    assert written(canonical, plain) == written(rfc8785.dumps, plain)


@given(WHOLE)
def test_canonical_bytes_are_read_as_they_were_meant(plain):
    assert parse_strict(canonical(plain), MOST) == plain


@given(WHOLE)
def test_no_other_order_of_names_is_read(plain):
    names = list(reversed(json.loads(canonical(plain))))
    data = json.dumps(
        {name: plain[name] for name in names},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    if data == canonical(plain):
        return
    with pytest.raises(Problem, match="X-105"):
        parse_strict(data, MOST)


@given(WHOLE, st.data())
def test_the_quick_way_of_reading_lets_nothing_through_that_the_other_refuses(
    plain, data
):
    sound = canonical(plain)
    place = data.draw(st.integers(0, len(sound)))
    inserted = data.draw(st.sampled_from(WRONG))
    written = sound[:place] + inserted + sound[place + data.draw(st.integers(0, 2)) :]
    found = []
    for read in (lambda: parse_strict(written, MOST), lambda: parse_slowly(written)):
        try:
            found.append(read())
        except Problem as problem:
            found.append((problem.code, problem.facts))
    if written.startswith(b"{"):
        assert repr(found[0]) == repr(found[1])
