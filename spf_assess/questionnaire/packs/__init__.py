"""National packs: what a country adds to the official questionnaire."""

from spf_assess.questionnaire.packs.checks import PACK_RULES
from spf_assess.questionnaire.packs.document import RULES as DOCUMENT_RULES
from spf_assess.questionnaire.packs.document import SUFFIX
from spf_assess.questionnaire.packs.reading import (
    Pack,
    check_pack,
    is_pack,
    pack_document,
    read_document,
    read_pack,
    with_pack,
)
from spf_assess.questionnaire.packs.skeleton import new_pack

__all__ = [
    "DOCUMENT_RULES",
    "PACK_RULES",
    "SUFFIX",
    "Pack",
    "check_pack",
    "is_pack",
    "new_pack",
    "pack_document",
    "read_document",
    "read_pack",
    "with_pack",
]
