"""The manifest of a published report, and the salted digests of what was counted.

A report carries files. The manifest names their digests and is signed with the key of
the consultation; its own digest is told on the first page as eight words (R-305). What
was counted stands in it as salted digests: the salt is the packet's own nonce, so that
only who has the packet can tell that it is in the list.
"""

import re

from spf_assess.exchange import keys
from spf_assess.exchange.canonical import canonical
from spf_assess.exchange.envelope import Kind, seal
from spf_assess.model import Plain

MANIFEST_FORMAT = "spf-assess-manifest"
MANIFEST = Kind(MANIFEST_FORMAT, 1, 16 * 1024 * 1024, ("consultation", "public_key"))
COUNTED_DOMAIN = "spf-assess-counted/1"
REPORT_PREFIX = "SPFM1:"
# Within texts a quotation mark is never without its backslash: this is the field.
_NONCE = re.compile(rb'"nonce":"([0-9a-f]{32})"')


def salted(consultation_id: str, packet: str, nonce: str) -> str:
    """Return the salted digest by which a counted packet is listed.

    Args:
        consultation_id: so that lists of two consultations have nothing in common.
        packet: its digest.
        nonce: that stands within it; who has not got the packet does not know it.
    """
    plain = {"consultation": consultation_id, "nonce": nonce, "packet": packet}
    return keys.digest(COUNTED_DOMAIN, canonical(plain))


def nonce_of(packet: bytes) -> str:
    """Return the nonce within a packet's bytes; empty where there is none."""
    found = _NONCE.search(packet)
    return found[1].decode("ascii") if found else ""


def build_manifest(body: Plain, seed: str) -> tuple[bytes, str]:
    """Return the manifest, signed, and the digest that is told in words."""
    return seal(MANIFEST, body, seed), keys.digest(MANIFEST.domain, canonical(body))


def manifest_qr_text(digest: str) -> str:
    """Return what the QR code on a report's first page holds."""
    return REPORT_PREFIX + digest.upper()
