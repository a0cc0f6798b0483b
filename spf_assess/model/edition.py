"""What is to be printed of a consultation: which edition, how, and of whom."""

from dataclasses import dataclass
from enum import StrEnum

from spf_assess.model.constituency import Constituency
from spf_assess.model.text import LANGUAGES

BOTH = "both"


class Edition(StrEnum):
    """What is made from one consultation, each for another reader.

    The blank matrix is for the wall of the room and holds nobody's answer; the answers
    of one participant are theirs alone.
    """

    FULL = "full"
    BRIEF = "brief"
    CONSTITUENCY = "constituency"
    ACTIONS = "actions"
    RECORD = "record"
    PARTICIPANT = "participant"
    MATRIX = "matrix"

    @property
    def narrows(self) -> bool:
        """Whether it can be of some sections alone; else it chooses by itself."""
        return self in (Edition.FULL, Edition.CONSTITUENCY, Edition.PARTICIPANT)


class PaperSize(StrEnum):
    """The paper that pages are set for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """One edition as it is asked for.

    Attributes:
        language: ``en``, ``fr``, or ``both`` in facing columns.
        sections: ids of the sections that are printed; all where there is none.
        draft: the word stands behind every page, and on the first.
        group: whose edition it is; for the edition of a constituency.
        respondent: whose answers are printed; for the edition of a participant.
        early: made although the round is open and answers are awaited, which its first
            page says then.
    """

    language: str
    edition: Edition = Edition.FULL
    sections: tuple[str, ...] = ()
    paper: PaperSize = PaperSize.A4
    draft: bool = False
    group: Constituency | None = None
    respondent: str = ""
    early: bool = False

    @classmethod
    def of(cls, options: "ReportOptions | str") -> "ReportOptions":
        """Return *options*; a language alone stands for the full report on A4."""
        return cls(options) if isinstance(options, str) else options

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that stand on its pages, in their order."""
        return LANGUAGES if self.language == BOTH else (self.language,)

    @property
    def name(self) -> str:
        """Return what tells this from other editions of the same consultation.

        The full report on A4 is told by its language alone.
        """
        pieces = (
            self.language,
            "" if self.edition is Edition.FULL else self.edition.value,
            self.group.value if self.group is not None else "",
            self.respondent,
            "+".join(self.sections),
            "" if self.paper is PaperSize.A4 else self.paper.value,
            "draft" if self.draft else "",
        )
        return "-".join(piece for piece in pieces if piece)
