"""How provisions of the Recommendation are named and printed, wherever they are."""

from collections.abc import Iterator

from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Provision, Recommendation, Reference, Text
from spf_assess.reading.index import ParagraphIndex


def paragraph_name(reference: Reference) -> Text:
    """Return ``Paragraph 3(a)``, ``Paragraphe 3 a)``."""
    labels = Text.of(**{language: reference.label(language) for language in LANGUAGES})
    return told(N_("Paragraph {reference}"), reference=labels)


def told(message: str, **facts: object) -> Text:
    """Return a message of the interface in all its languages."""
    return Text.of(
        **{language: Words(language)(message, **facts) for language in LANGUAGES}
    )


def lead(provision: Provision, language: str) -> str:
    """Return the number or letter before a provision, as each language prints it."""
    reference = provision.reference
    if reference is None:
        return ""
    if reference.letter:
        return f"{reference.letter}) " if language == "fr" else f"({reference.letter}) "
    if reference.sub:
        number = f"{reference.number}. " if reference.sub == 1 else ""
        return f"{number}({reference.sub}) "
    return f"{reference.number}. "


def not_from_record(words: Words, provision: Provision, language: str) -> str:
    """Return the remark on a text that was added from the adopted Recommendation.

    Empty where all of it is in the record.
    """
    if language not in provision.not_from_record:
        return ""
    if provision.added[language]:
        return words(
            "The closing words are not in the Provisional Record used here; they were"
            " added from the adopted text."
        )
    return words(
        "Not in the Provisional Record used here; added from the adopted text."
    )


def in_context(
    reference: Reference, recommendation: Recommendation, index: ParagraphIndex
) -> Iterator[tuple[Provision, bool]]:
    """Yield what introduces a paragraph or clause, itself, and all that stands in it.

    With each whether it is the one that was asked for; of a whole paragraph no part is
    more so than another.

    Raises:
        KeyError: the Recommendation has no such paragraph.
    """
    part = bool(reference.sub or reference.letter)
    if part:
        for provision in recommendation.context(reference):
            yield provision, provision.reference == reference
    for row in index.within(reference)[1 if part else 0 :]:
        if row.provision is not None:
            yield row.provision, False
