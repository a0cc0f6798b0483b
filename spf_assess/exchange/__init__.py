"""What travels between computers: invitations, packets, receipts."""

from spf_assess.exchange.canonical import canonical, parse_strict
from spf_assess.exchange.clean import (
    clean_answer,
    clean_line,
    clean_respondent,
    clean_text,
    clean_title,
)
from spf_assess.exchange.fit import Fitting, check_against
from spf_assess.exchange.invitation import (
    CONSENT_LIMIT,
    INVITATION_LIMIT,
    Invitation,
    build_invitation,
    header_to_plain,
    invitation_digest,
    read_invitation,
)
from spf_assess.exchange.keys import new_key, public_key, sign, verify
from spf_assess.exchange.packet import (
    PACKET_LIMIT,
    Packet,
    build_packet,
    read_packet,
)
from spf_assess.exchange.people import respondent_to_plain
from spf_assess.exchange.receipt import (
    invitation_qr_text,
    qr_svg,
    receipt_matches,
    receipt_qr_matrix,
    receipt_qr_svg,
    receipt_words,
    words_to_bits,
)
from spf_assess.model.signs import is_clean

__all__ = [
    "CONSENT_LIMIT",
    "INVITATION_LIMIT",
    "PACKET_LIMIT",
    "Fitting",
    "Invitation",
    "Packet",
    "build_invitation",
    "build_packet",
    "canonical",
    "check_against",
    "clean_answer",
    "clean_line",
    "clean_respondent",
    "clean_text",
    "clean_title",
    "header_to_plain",
    "invitation_digest",
    "invitation_qr_text",
    "is_clean",
    "new_key",
    "parse_strict",
    "public_key",
    "qr_svg",
    "read_invitation",
    "read_packet",
    "receipt_matches",
    "receipt_qr_matrix",
    "receipt_qr_svg",
    "receipt_words",
    "respondent_to_plain",
    "sign",
    "verify",
    "words_to_bits",
]
