"""Text safe to sign, show and print: NFC, no invisible commands (R-206)."""

import dataclasses
import re
import unicodedata
from types import MappingProxyType

from spf_assess.model import (
    N_,
    Answer,
    Evidence,
    Figure,
    PartAnswer,
    Problem,
    Respondent,
    Text,
    Value,
)
from spf_assess.model.signs import SURROGATE, UNSAFE

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Far beyond every limit of a field. Normalizing takes time by the square of the length
# when a text is one long run of accents.
_LONGEST = 20_000
_SPACES = re.compile("[ \n]+")


def clean_text(text: str) -> str:
    """Return *text* as it is stored, signed and shown.

    Line ends become a line feed and tabs a space; control characters, bidirectional
    embeddings, overrides and isolates, and non-characters are removed; what is left is
    brought to Unicode normalization form C. Cleaning twice changes nothing more.

    Raises:
        Problem: X-130 half of a surrogate pair, which no text can contain; X-131 longer
            than any field holds.
    """
    if len(text) > _LONGEST:
        raise Problem(
            "X-131",
            N_(
                "The text is longer than {most} characters, more than any field holds."
                " Shorten it; nothing of it was saved yet."
            ),
            most=_LONGEST,
        )
    if SURROGATE.search(text):
        raise Problem(
            "X-130",
            N_(
                "The text holds half a character, which cannot be saved. Type the text"
                " again instead of pasting it."
            ),
        )
    with_line_feeds = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    # Removal comes first: it may bring a letter and its accent together.
    return unicodedata.normalize("NFC", UNSAFE.sub("", with_line_feeds))


def clean_line(text: str) -> str:
    """Return *text* cleaned, on one line, without space at its ends: names, titles.

    Raises:
        Problem: X-130 half of a surrogate pair.
    """
    return _SPACES.sub(" ", clean_text(text)).strip()


def clean_answer(answer: Answer) -> Answer:
    """Return *answer* with every text in it cleaned.

    Raises:
        Problem: X-130 half of a surrogate pair.
    """
    return dataclasses.replace(
        answer,
        parts=MappingProxyType(
            {name: _clean_part(part) for name, part in answer.parts.items()}
        ),
        specify=clean_text(answer.specify),
        comment=clean_text(answer.comment),
        minority=clean_text(answer.minority),
        evidence=tuple(_clean_source(source) for source in answer.evidence),
        follow_ups=MappingProxyType(
            {name: clean_text(words) for name, words in answer.follow_ups.items()}
        ),
    )


def clean_respondent(respondent: Respondent) -> Respondent:
    """Return *respondent* with a clean one-line name and organization.

    Raises:
        Problem: X-130 half of a surrogate pair.
    """
    return dataclasses.replace(
        respondent,
        name=clean_line(respondent.name),
        organization=clean_line(respondent.organization),
    )


def clean_title(text: Text) -> Text:
    """Return a title or name in every language, each cleaned to one line.

    Raises:
        Problem: X-130 half of a surrogate pair.
    """
    return Text.of(
        **{language: clean_line(said) for language, said in text.by_language.items()}
    )


def _clean_part(part: PartAnswer) -> PartAnswer:
    return dataclasses.replace(
        part, value=_clean_value(part.value), reason=clean_text(part.reason)
    )


def _clean_value(value: Value | None) -> Value | None:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Figure):
        return _clean_figure(value)
    return value


def _clean_figure(figure: Figure) -> Figure:
    return dataclasses.replace(
        figure,
        **{
            field.name: clean_text(getattr(figure, field.name))
            for field in dataclasses.fields(figure)
        },
    )


def _clean_source(source: Evidence) -> Evidence:
    return dataclasses.replace(
        source,
        title=clean_text(source.title),
        place=clean_text(source.place),
        date=clean_text(source.date),
        who=clean_text(source.who),
        figure=None if source.figure is None else _clean_figure(source.figure),
    )
