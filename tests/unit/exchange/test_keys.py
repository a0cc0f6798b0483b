import pytest

from spf_assess.exchange import new_key, public_key, sign, verify
from spf_assess.exchange.keys import digest, usable

PRIME = 2**255 - 19
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME
ORDER = 2**252 + 27742317777372353535851937790883648493


def encoded(y: int, sign_bit: int = 0) -> str:
    return (y | sign_bit << 255).to_bytes(32, "little").hex()


def small_order_points() -> set[tuple[int, int]]:
    """The eight points found from the curve's equation, not from a list."""
    root = pow(2, (PRIME - 1) // 4, PRIME)

    def add(one, two):
        (x1, y1), (x2, y2) = one, two
        product = CURVE * x1 * x2 * y1 * y2
        return (
            (x1 * y2 + x2 * y1) * pow(1 + product, -1, PRIME) % PRIME,
            (y1 * y2 + x1 * x2) * pow(1 - product, -1, PRIME) % PRIME,
        )

    def times(number, point):
        total = (0, 1)
        while number:
            if number & 1:
                total = add(total, point)
            point, number = add(point, point), number >> 1
        return total

    found = set()
    for y in range(2, 60):
        square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
        x = pow(square, (PRIME + 3) // 8, PRIME)
        for candidate in (x, x * root % PRIME):
            if candidate * candidate % PRIME == square:
                found.add(times(ORDER, (candidate, y)))
    return found


def test_a_signature_holds_for_its_document_key_and_purpose_only():
    seed = new_key()
    signature = sign(seed, "spf-assess-response/1", b"body")
    public = public_key(seed)
    assert verify(public, "spf-assess-response/1", b"body", signature)
    assert not verify(public, "spf-assess-response/1", b"Body", signature)
    assert not verify(public, "spf-assess-invitation/1", b"body", signature)
    assert not verify(
        public_key(new_key()), "spf-assess-response/1", b"body", signature
    )


def test_keys_are_those_of_the_standard():
    # RFC 8032 section 7.1, test 1.
    seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    known = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert public_key(seed) == known
    assert usable(known)


def test_every_key_is_new():
    assert len({new_key() for _ in range(20)}) == 20


def test_a_digest_tells_purpose_and_body_apart():
    assert digest("a", b"b") != digest("ab", b"") != digest("", b"ab")
    assert len(digest("a", b"")) == 64


@pytest.mark.parametrize("sign_bit", [0, 1])
def test_keys_under_which_anything_holds_are_refused(sign_bit):
    points = small_order_points()
    assert len(points) == 8
    for _x, y in points:
        assert not usable(encoded(y, sign_bit))


def test_a_signature_that_holds_for_everything_is_refused():
    identity = encoded(1)
    forged = identity + "00" * 32
    assert not verify(identity, "spf-assess-response/1", b"any body", forged)


@pytest.mark.parametrize("y", [PRIME, PRIME + 1, PRIME + 18])
def test_a_key_has_one_form(y):
    assert not usable(encoded(y))


@pytest.mark.parametrize("key", ["", "ab", "AB" * 32, "ab" * 33, "zz" * 32, "é" * 64])
def test_what_is_no_key_verifies_nothing(key):
    assert not verify(key, "d", b"", "00" * 64)


def test_a_malleable_signature_is_refused():
    seed = new_key()
    signature = bytes.fromhex(sign(seed, "d", b"body"))
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    other = (signature[:32] + scalar.to_bytes(32, "little")).hex()
    assert verify(public_key(seed), "d", b"body", signature.hex())
    assert not verify(public_key(seed), "d", b"body", other)
    assert not verify(public_key(seed), "d", b"body", signature.hex().upper())
