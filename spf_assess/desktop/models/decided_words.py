"""An action said line by line, with the name of every field."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from spf_assess.desktop.models.decided import period_text, sections_text, soft
from spf_assess.i18n import COLON, Words, constituency_name, list_text
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import Reference

if TYPE_CHECKING:
    from spf_assess.model import Action, Questionnaire

_FRENCH = re.compile(r"(?<!\()([a-z])\)")


FIELDS = (
    "objective",
    "barrier",
    "what",
    "responsible",
    "support",
    "resources",
    "financing",
    "indicator",
    "baseline",
    "target",
)
"""The fields for words, in the order of the form."""


def text_fields(words: Words) -> Mapping[str, str]:
    """Return what the fields for words are called, in the order of the form."""
    return {
        "objective": words.context("action", "Objective"),
        "barrier": words.context("action", "Gap or barrier"),
        "what": words.context("action", "What is done"),
        "responsible": words.context("action", "Responsible body"),
        "support": words.context("action", "Support"),
        "resources": words.context("action", "Resources"),
        "financing": words.context("action", "Financing"),
        "indicator": words.context("action", "Indicator"),
        "baseline": words.context("action", "Baseline"),
        "target": words.context("action", "Target"),
    }


def in_language(words: Words, name: str, language: str) -> str:
    """Return the name of a field that holds words in a language."""
    if language == "fr":
        return words("{name}, in French", name=name)
    return words("{name}, in English", name=name) if language else name


def action_lines(
    words: Words, action: "Action", questionnaire: "Questionnaire"
) -> list[str]:
    """Return everything an action says; fields without words are out."""
    names = text_fields(words)
    groups = tuple(constituency_name(words, one) for one in action.agreed_by)
    told = [(name, getattr(action, field)) for field, name in names.items()]
    other = {"en": "fr", "fr": "en"}.get(action.language, "")
    told += [
        (in_language(words, names.get(field, field), other), text)
        for field, text in action.translated.items()
    ]
    told += [
        (words.context("action", "When"), period_text(words, action)),
        (
            words.context("action", "Principles and guarantees"),
            sections_text(words, questionnaire, action.sections),
        ),
        (words.context("action", "Paragraphs"), labelled(words, action.paragraphs)),
        (words.context("action", "Agreed by"), list_text(groups, words.language)),
        (
            words.context("action", "Status"),
            action_status_name(words, action.status),
        ),
        (words.context("action", "What became of it"), action.became),
    ]
    return [f"{name}{words.text(COLON)}{soft(text)}" for name, text in told if text]


def listed(text: str) -> tuple[str, ...]:
    """Return what stands between commas, semicolons and line ends: ``14(b)``.

    In French one writes ``14 b)``.
    """
    for mark in (";", "\n"):
        text = text.replace(mark, ",")
    found = ("".join(one.split()) for one in text.split(","))
    plain = (_FRENCH.sub(r"(\1)", one) for one in found if one)
    return tuple(dict.fromkeys(plain))


def labelled(words: Words, paragraphs: Sequence[str]) -> str:
    """Return paragraphs as the language writes them, with commas between."""
    return ", ".join(_label(words, one) for one in paragraphs)


def _label(words: Words, paragraph: str) -> str:
    try:
        return Reference.parse(paragraph).label(words.language)
    except ValueError:
        return paragraph
