"""The salted digests of the packets that count, for a report and its signatures."""

from typing import TYPE_CHECKING

from spf_assess.exchange.manifest import nonce_of, salted
from spf_assess.model import PacketState, Problem

if TYPE_CHECKING:
    from spf_assess.consultation.held import Held


def salted_packets(held: "Held", until: int) -> dict[str, str]:
    """Return the salted digest of each packet that counts up to a round, by digest.

    One whose bytes are lost in a damaged file is left out: its salt is lost too.
    """
    counted = {}
    for one in held.packets():
        if one.state is PacketState.ACCEPTED and one.round <= until:
            try:
                nonce = nonce_of(held.packet_bytes(one.digest))
            except Problem:
                continue
            counted[one.digest] = salted(held.header.id, one.digest, nonce)
    return counted
