"""References to paragraphs of the Recommendation: ``3(a)``, ``11(2)``, ``13(1)(b)``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import total_ordering

_FORM = re.compile(
    r"(?P<number>[1-9]\d?)(?:\((?P<sub>\d)\))?(?:\((?P<letter>[a-z])\))?"
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph, sub-paragraph or lettered clause.

    Attributes:
        number: paragraph, 1 to 24.
        sub: numbered sub-paragraph, 0 where there is none.
        letter: lettered clause, empty where there is none.
    """

    number: int
    sub: int = 0
    letter: str = ""

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read ``13(1)(b)``.

        Raises:
            ValueError: *text* is not written like a reference.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match["number"]), int(match["sub"] or 0), match["letter"] or "")

    def __str__(self) -> str:
        sub = f"({self.sub})" if self.sub else ""
        letter = f"({self.letter})" if self.letter else ""
        return f"{self.number}{sub}{letter}"

    def __lt__(self, other: "Reference") -> bool:
        return (self.number, self.sub, self.letter) < (
            other.number,
            other.sub,
            other.letter,
        )

    def label(self, language: str) -> str:
        """Return the reference as each language writes it: ``3(a)``, ``3 a)``."""
        if language != "fr":
            return str(self)
        sub = f"\u00a0({self.sub})" if self.sub else ""
        letter = f"\u00a0{self.letter})" if self.letter else ""
        return f"{self.number}{sub}{letter}"


_RUN = 3  # so many paragraphs in a row are written as a range


def references_label(references: Sequence[Reference], language: str) -> str:
    """Return references in short: ``3(a)``, ``1, 2, 4, 6``, ``13–18``."""
    told: list[str] = []
    for run in references_in_runs(references):
        labels = [one.label(language) for one in run]
        told += [f"{labels[0]}–{labels[-1]}"] if len(run) > 1 else labels
    return ", ".join(told)


def references_in_runs(references: Sequence[Reference]) -> list[list[Reference]]:
    """Return references with three or more whole paragraphs in a row put together."""
    runs: list[list[Reference]] = []
    for one in references:
        whole = not one.sub and not one.letter
        if runs and whole and one.number == runs[-1][-1].number + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        part for run in runs for part in ([run] if len(run) >= _RUN else _each(run))
    ]


def _each(run: list[Reference]) -> list[list[Reference]]:
    return [[one] for one in run]
