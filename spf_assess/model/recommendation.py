"""The text of the Recommendation, addressable by paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass

from spf_assess.model.reference import Reference
from spf_assess.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph, an introductory phrase, a sub-paragraph or a lettered clause.

    Attributes:
        reference: None for the preamble, headings and the enacting formula.
        kind: ``heading``, ``recital``, ``formula``, ``paragraph``, ``sub``, ``clause``.
        text: without its number or letter, as printed in each language.
        not_from_record: languages whose text is absent from the Provisional Record and
            was added from the adopted Recommendation (shown marked wherever it is).
        added: the closing words that were added, where only the beginning of the text
            is in the record.
    """

    kind: str
    text: Text
    reference: Reference | None = None
    not_from_record: frozenset[str] = frozenset()
    added: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Both authoritative texts, provision by provision, in reading order."""

    title: Text
    provisions: tuple[Provision, ...]
    by_reference: Mapping[Reference, Provision]

    def context(self, reference: Reference) -> tuple[Provision, ...]:
        """Return the introductory phrase, if any, and the provision itself.

        For a paragraph with clauses and no text of its own beyond the introduction,
        the clauses follow; one that has numbered parts alone is those parts.

        Raises:
            KeyError: the Recommendation has no such paragraph.
        """
        whole = not (reference.letter or reference.sub)
        if whole and reference not in self.by_reference:
            parts = [
                provision
                for provision in self.provisions
                if provision.reference is not None
                and provision.reference.number == reference.number
            ]
            if not parts:
                raise KeyError(reference)
            return tuple(parts)
        found = [self.by_reference[reference]]
        if reference.letter or reference.sub:
            above = Reference(
                reference.number, reference.sub if reference.letter else 0
            )
            if above in self.by_reference:
                found.insert(0, self.by_reference[above])
        else:
            found += [
                provision
                for provision in self.provisions
                if provision.reference is not None
                and provision.reference.number == reference.number
                and provision.reference != reference
            ]
        return tuple(found)
