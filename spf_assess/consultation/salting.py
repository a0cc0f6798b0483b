"""The salted digests of the packets that count, for a report and its signatures."""

from contextlib import suppress
from typing import TYPE_CHECKING

from spf_assess.exchange.manifest import nonce_of, salted
from spf_assess.model import PacketState, Problem

if TYPE_CHECKING:
    from spf_assess.consultation.held import Held


def salted_packets(held: "Held", until: int) -> dict[str, str]:
    """Return the salted digest of each packet that counts up to a round, by digest.

    One whose bytes are lost in a damaged file is left out: its salt is lost too.
    """
    counted = [
        one.digest
        for one in held.packets()
        if one.state is PacketState.ACCEPTED and one.round <= until
    ]
    known = held.salted
    for digest in counted:
        if digest not in known:
            with suppress(Problem):
                nonce = nonce_of(held.packet_bytes(digest))
                known[digest] = salted(held.header.id, digest, nonce)
    return {digest: known[digest] for digest in counted if digest in known}
