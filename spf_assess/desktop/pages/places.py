"""Where files are proposed to be kept."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from spf_assess.model import ReportOptions

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_ID_LETTERS = 8  # of a respondent's id, as the lists of seats show it


def documents() -> Path:
    """Return the person's folder for documents: never the stick a file came on."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def report_place(consultation: "Consultation", options: ReportOptions) -> Path:
    """Return where an edition is proposed to be kept.

    A facilitator's beside the consultation; that of a participant among their own
    documents, as their sheet may lie in a folder of the program's.
    """
    own = consultation.role.value == "respondent"
    folder = documents() if own else consultation.path.parent
    short = replace(options, respondent=options.respondent[:_ID_LETTERS])
    return folder / f"{consultation.path.stem}.report.{short.name}.pdf"
