"""What is read as canonical is what RFC 8785 says, by another way of writing it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spf_assess.exchange import canonical, parse_strict
from spf_assess.exchange.clean import clean_text
from spf_assess.model import Problem

MOST = 1 << 20
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
WHOLE = st.dictionaries(TEXT, VALUE, min_size=1, max_size=5)


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
