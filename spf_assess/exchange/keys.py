"""Signatures: Ed25519 over a domain-tagged SHA-256 of the canonical body (R-301).

The tag says what kind of document is signed, so that a signature under one kind never
holds for another.
"""

import hashlib
import re

_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_PRIME = 2**255 - 19
# The y coordinates of the eight points of small order: under such a key one signature
# holds for many documents, and OpenSSL lets it pass.
_SMALL_ORDER = frozenset(
    {
        0,
        1,
        _PRIME - 1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    }
)


def new_key() -> str:
    """Return a fresh private key: the 32-byte seed as 64 lower-case hex digits."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key(seed: str) -> str:
    """Return the public key, 64 lower-case hex digits, that belongs to *seed*.

    Raises:
        ValueError: *seed* is not 64 hex digits.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    return private.public_key().public_bytes_raw().hex()


def digest(domain: str, body: bytes) -> str:
    """Return SHA-256 over *domain* in ASCII, one zero byte and *body*, in hex."""
    return hashlib.sha256(domain.encode("ascii") + b"\x00" + body).hexdigest()


def sign(seed: str, domain: str, body: bytes) -> str:
    """Return the signature over the digest, 128 lower-case hex digits.

    Raises:
        ValueError: *seed* is not 64 hex digits.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    return private.sign(bytes.fromhex(digest(domain, body))).hex()


def verify(public: str, domain: str, body: bytes, signature: str) -> bool:
    """Whether *signature* over *body* was made by the holder of the key *public*."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not (usable(public) and _SIGNATURE.fullmatch(signature)):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(
            bytes.fromhex(signature), bytes.fromhex(digest(domain, body))
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def usable(public: str) -> bool:
    """Whether *public* is a key in its one proper form and not of small order."""
    if not _KEY.fullmatch(public):
        return False
    y = int.from_bytes(bytes.fromhex(public), "little") & (2**255 - 1)
    return y < _PRIME and y not in _SMALL_ORDER
