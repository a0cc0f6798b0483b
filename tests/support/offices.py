"""A facilitator's and respondents' files in a folder, as people would have them."""

from dataclasses import dataclass, field
from pathlib import Path

from support.miniature import both, miniature

from spf_assess.consultation import Consultation
from spf_assess.model import (
    Answer,
    Constituency,
    NoAnswer,
    PartAnswer,
    Questionnaire,
    RespondentKind,
)


def rated(item: str, law: int, practice: int | None = None, **more: object) -> Answer:
    """Return a law-and-practice answer; practice unknown where it is None."""
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    parts = {
        "law": PartAnswer(law),
        "practice": unknown if practice is None else PartAnswer(practice),
    }
    return Answer(item, parts=parts, **more)  # type: ignore[arg-type]


@dataclass
class Offices:
    """A folder with one facilitator's file and any number of respondents' files."""

    folder: Path
    questionnaire: Questionnaire = field(default_factory=miniature)

    @property
    def file(self) -> Path:
        """The facilitator's file."""
        return self.folder / "Consultation Corésie.spfa"

    def found(self) -> Consultation:
        """Make the facilitator's file."""
        return Consultation.create(
            self.file,
            title=both("Assessment"),
            country=both("Coresia"),
            questionnaire=self.questionnaire,
            fictitious=True,
        )

    def open(
        self, path: Path | None = None, *, read_only: bool = False
    ) -> Consultation:
        """Open a file again, the facilitator's unless another is named."""
        return Consultation.open(
            path or self.file, read_only=read_only, questionnaire=self.questionnaire
        )

    def respondent(
        self,
        facilitator: Consultation,
        name: str,
        constituency: Constituency = Constituency.WORKERS,
        kind: RespondentKind = RespondentKind.PERSON,
    ) -> Consultation:
        """Invite a person or a group, who accepts in a file of its own."""
        _seat, invitation = facilitator.invite(
            constituency=constituency, kind=kind, name=name
        )
        return self.accept(name, invitation)

    def accept(self, name: str, invitation: bytes) -> Consultation:
        """Accept an invitation in the file called *name*."""
        return Consultation.accept(
            self.folder / f"{name}.spfa", invitation, questionnaire=self.questionnaire
        )

    def alone(self, name: str = "alone") -> Consultation:
        """Begin a self-assessment for the workers."""
        return Consultation.alone(
            self.folder / f"{name}.spfa",
            constituency=Constituency.WORKERS,
            questionnaire=self.questionnaire,
        )
