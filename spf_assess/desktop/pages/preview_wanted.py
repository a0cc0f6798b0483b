"""What other pages ask the preview for."""

from dataclasses import dataclass

from spf_assess.model import ReportOptions


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edition to look at, and the section of the positions that one came from.

    Attributes:
        back: the page to go back to.
    """

    options: ReportOptions
    section: str = ""
    back: str = "facilitator"
