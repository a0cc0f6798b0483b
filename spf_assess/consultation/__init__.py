"""The open consultation: one file, its commands, and what each of them changed."""

from spf_assess.consultation.board import BoardRow
from spf_assess.consultation.handing_in import HandIn
from spf_assess.consultation.opened import Consultation

__all__ = ["BoardRow", "Consultation", "HandIn"]
