"""What a report carries so that others can check it: files, eight words, a code."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from spf_assess.model import Edition, ReportOptions
from spf_assess.report import charts

if TYPE_CHECKING:
    from spf_assess.report.desk import Context, Desk

# One participant's answers are theirs alone, and a blank matrix says nothing.
_PRIVATE = frozenset({Edition.PARTICIPANT, Edition.MATRIX})


@dataclass(frozen=True, slots=True)
class Attached:
    """A file within the PDF.

    Attributes:
        about: what it holds, for the list of files that a reader's program shows.
        relationship: ``Data`` or ``Supplement``, as PDF/A-3 calls it.
        text: what stands in it.
    """

    name: str
    about: str
    relationship: str
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What one edition carries.

    Attributes:
        digest: of the manifest, which names the digests of all other files.
        words: its eight words, by language.
        code: its QR code, an SVG element.
        files: the manifest first.
        open_record: whether the answers are among them.
    """

    digest: str
    words: Mapping[str, Sequence[str]]
    code: str
    files: Sequence[Attached]
    open_record: bool = False


Prover = Callable[[ReportOptions], Proof]


def proof_of(prover: Prover | None, options: ReportOptions) -> Proof | None:
    """Return what an edition carries; None where it carries nothing."""
    if prover is None or options.edition in _PRIVATE:
        return None
    return prover(options)


def proof_context(desk: "Desk", proof: Proof | None) -> "Context | None":
    """Return what the first page and the page on method tell of the proof."""
    if proof is None:
        return None
    words = desk.words
    name = words("Code of the eight words")
    titled = proof.code.replace("<title></title>", f"<title>{escape(name)}</title>", 1)
    return {
        "words": " ".join(proof.words[desk.language]),
        "code": charts.Picture("proofcode", name, titled),
        "open_record": proof.open_record,
        "files": [one.name for one in proof.files],
        "digest": proof.digest,
    }
