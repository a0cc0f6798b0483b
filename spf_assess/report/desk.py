"""What all pages of one report share: the input, the language, the groups' order."""

from dataclasses import dataclass, field
from typing import Any

from spf_assess.i18n import (
    COLON,
    Words,
    constituency_letter,
    constituency_name,
    date_text,
)
from spf_assess.model import Constituency, Questionnaire, Respondent, Text, rotated
from spf_assess.report import charts
from spf_assess.report.given import ReportInput
from spf_assess.report.scribe import Scribe
from spf_assess.report.wording import Wording

Context = dict[str, Any]
ROW_MM = 8.0
# A group's mark within a line, in ink: the same shapes as its pictures.
SIGNS = {
    Constituency.GOVERNMENT: "●",
    Constituency.EMPLOYERS: "■",
    Constituency.WORKERS: "▲",
    Constituency.OBSERVERS: "◆",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """One report in one language, on the table.

    *order* is the order of the groups on every page: it follows from the consultation's
    id, so that over many countries none is always first. *facing* says that the page
    will be laid over the same page in the other language (``facing.py``): what both
    have in common must then be told in the same way, and in the same order. *row* is
    how high the rows of the profile are, in millimetres, so that it fits on its page.
    """

    given: ReportInput
    words: Words
    wording: Wording
    scribe: Scribe
    order: tuple[Constituency, ...]
    facing: bool = False
    row: float = ROW_MM
    bench_contexts: dict[Constituency, Context] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def lay(
        cls,
        given: ReportInput,
        language: str,
        *,
        facing: bool = False,
        row: float = ROW_MM,
    ) -> "Desk":
        """Return a desk for *given* in *language*, for a page of its own or facing."""
        turn = int(given.header.id[:8] or "0", 16)
        order, own = rotated(turn), given.wording.get(language, {})
        words, scribe = Words(language), Scribe(language)
        wording = Wording(language, own, scribe.told)
        return cls(given, words, wording, scribe, order, facing, row)

    @property
    def language(self) -> str:
        """Return the report's language."""
        return self.words.language

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the questionnaire that was answered."""
        return self.given.questionnaire

    def text(self, text: Text) -> str:
        """Return a text of the questionnaire in the report's language."""
        return text[self.language]

    def day(self, moment: str) -> str:
        """Return a date as the language writes it; one for both, where they face."""
        return moment[:10] if self.facing else date_text(moment, self.language)

    def tongue(self, language: str) -> Context:
        """Return how words in *language* are marked, and named where it is another."""
        if self.facing or language == self.language:
            return {"marked": self.facing, "other": ""}
        other = {
            "fr": self.words.context("language of a quotation", "in French"),
            "en": self.words.context("language of a quotation", "in English"),
        }.get(language, "")
        return {"marked": bool(other), "other": other}

    def named(self, name: str, rest: str) -> str:
        """Return ``name: rest`` with the language's own colon."""
        return f"{name}{COLON[self.language]}{rest}"

    def bench(self, constituency: Constituency) -> Context:
        """Return a group's name, letter and mark, made once."""
        if constituency not in self.bench_contexts:
            name = constituency_name(self.words, constituency)
            self.bench_contexts[constituency] = {
                "id": constituency.value,
                "name": name,
                "letter": constituency_letter(self.words, constituency),
                "sign": SIGNS[constituency],
                "mark": charts.mark(constituency, name),
            }
        return self.bench_contexts[constituency]

    def speaker(self, who: Respondent) -> str:
        """Return what stands for a quoted person in the pages: ``W2``.

        One who did not agree to be named has no such sign; it would tell who said
        several things. Signs are the same throughout a report.
        """
        if not self.speakers:
            counts: dict[Constituency, int] = {}
            for one in (response.respondent for response in self.given.responses):
                named = one.consent_named and (one.name or one.organization)
                if named and one.id not in self.speakers:
                    number = counts[one.constituency] = (
                        counts.get(one.constituency, 0) + 1
                    )
                    letter = constituency_letter(self.words, one.constituency)
                    self.speakers[one.id] = f"{letter}{number}"
        return self.speakers.get(who.id, "")
