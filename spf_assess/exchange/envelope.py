"""The signed envelope that packets and invitations share.

A file is ``{"body": …, "format": …, "signature": …, "version": 1}`` in canonical form.
Format and version are signed through the domain tag.
"""

from dataclasses import dataclass

from spf_assess.exchange import keys
from spf_assess.exchange.canonical import canonical, parse_listed
from spf_assess.exchange.fields import malformed
from spf_assess.model import N_, Plain, Problem

RESPONSE_FORMAT, INVITATION_FORMAT = "spf-assess-response", "spf-assess-invitation"
_FORMATS = (RESPONSE_FORMAT, INVITATION_FORMAT)
_NAMES = {"body", "format", "signature", "version"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of signed document.

    Attributes:
        format: as the file names itself.
        version: the newest this program reads, and the one it writes.
        most: greatest number of bytes.
        signer: path to the public key within the body.
    """

    format: str
    version: int
    most: int
    signer: tuple[str, ...]

    @property
    def domain(self) -> str:
        """What is hashed before the body: ``spf-assess-response/1``."""
        return f"{self.format}/{self.version}"


RESPONSE = Kind(RESPONSE_FORMAT, 1, 4 * 1024 * 1024, ("public_key",))
# An invitation may carry a whole national pack.
INVITATION = Kind(INVITATION_FORMAT, 1, 4 * 1024 * 1024, ("consultation", "public_key"))


def seal(kind: Kind, body: Plain, seed: str) -> bytes:
    """Return the bytes of a signed file."""
    return canonical(
        {
            "body": body,
            "format": kind.format,
            "signature": keys.sign(seed, kind.domain, canonical(body)),
            "version": kind.version,
        }
    )


def unseal(kind: Kind, data: bytes) -> tuple[Plain, str]:
    """Return the body of a file and its digest, once the signature holds.

    Raises:
        Problem: as ``unseal_listed``.
    """
    return unseal_listed(kind, data, "")[:2]


def unseal_listed(
    kind: Kind, data: bytes, listed: str
) -> tuple[Plain, str, tuple[str, ...] | None]:
    """Return body and digest, and how each thing of a list in the body is written.

    The signature is checked against the key that the body names; whether that key is
    the right one is for the reader of the body to know.

    Raises:
        Problem: X-101 to X-109 as ``parse_strict``, X-110 no file of this program,
            X-111 an invitation where a packet is wanted, X-112 a packet where an
            invitation is wanted, X-113 a newer format, X-114 changed after signing,
            X-115 an unusable key, X-122 no readable key.
    """
    place = ("body", listed) if listed else ()
    plain, apart = parse_listed(data, kind.most, place)
    _check_format(kind, plain)
    body: Plain = plain["body"]  # an object, for the signer's key is found in it
    public = _signer(kind, body)
    written = _body_bytes(plain, data)
    signature = plain["signature"]
    if not isinstance(signature, str) or not keys.verify(
        public, kind.domain, written, signature
    ):
        raise Problem(
            "X-114",
            N_(
                "This file was changed after it was signed, or damaged on its way. Ask"
                " for the original file."
            ),
        )
    return body, keys.digest(kind.domain, written), apart


def _body_bytes(plain: Plain, data: bytes) -> bytes:
    """Return the body as it stands in *data*, which is canonical: no second writing."""
    rest = {name: value for name, value in plain.items() if name != "body"}
    tail = canonical(rest)[1:]
    return data[len(b'{"body":') : -len(b"," + tail)]


def _check_format(kind: Kind, plain: Plain) -> None:
    found, version = plain.get("format"), plain.get("version")
    if found not in _FORMATS and found != kind.format:
        raise _unknown()
    if found != kind.format:
        raise _other_kind(kind)
    if isinstance(version, int):
        _check_version(kind, version)
    if version is True or version != kind.version or plain.keys() != _NAMES:
        raise _unknown()


def _check_version(kind: Kind, version: int) -> None:
    if version > kind.version:
        raise Problem(
            "X-113",
            N_(
                "This file was made by a newer version of this program (format"
                " {version}; this one reads up to {known}). Install the newer version"
                " to read it."
            ),
            version=version,
            known=kind.version,
        )


def _signer(kind: Kind, body: object) -> str:
    value = body
    for name in kind.signer:
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, str):
        raise malformed(".".join(kind.signer))
    if not keys.usable(value):
        raise Problem(
            "X-115",
            N_(
                "This file is signed with a key that cannot be relied upon. The program"
                " that made it is at fault; ask for the file to be made again."
            ),
        )
    return value


def _other_kind(kind: Kind) -> Problem:
    if kind is RESPONSE:
        return Problem(
            "X-111",
            N_(
                "This is an invitation, not a response packet. Let a respondent open it"
                " to answer, and import the packet that comes back."
            ),
        )
    return Problem(
        "X-112",
        N_(
            "This is a response packet, not an invitation. The facilitator imports it"
            " into the consultation; to answer, open the invitation."
        ),
    )


def _unknown() -> Problem:
    return Problem(
        "X-110",
        N_(
            "This file is neither a response packet nor an invitation of this program."
            " Check that it is the right file."
        ),
    )
