"""One item on paper: what is ticked, what is written, and where."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from spf_assess.i18n import (
    SEMICOLON,
    Words,
    evidence_kind_name,
    national_question,
    no_answer_name,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    STATED,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    Questionnaire,
    Text,
)
from spf_assess.report.desk import Context
from spf_assess.report.voices import Voice, Voices

Kind = TypeVar("Kind")
_ANSWERING = "answering"
_TOLD_ONCE = frozenset({"F4"})  # asks for a source; the cover says it for all questions
_ASKED_BELOW = "F10"  # the figures' own table asks it, right below its rows


def paper_item(questionnaire: Questionnaire, words: Voices, item: Item) -> Context:
    """Return what the templates print of an item."""
    return {
        "anchor": f"i-{item.id}",
        "id": item.id,
        "kind": item.kind.value,
        "headline": item.headline,
        "own_experience": item.own_experience,
        "national": words.each(national_question) if item.national else (),
        "label": words.text(item.label),
        "hints": [
            words.text(text) for text in (item.hint, item.definition) if _filled(text)
        ],
        "when": words.text(item.when),
        "instruction": _instruction(words, item),
        "blocks": _blocks(questionnaire, words, item),
        "choices": _choices(words, item),
        "figures": _figures(words, item),
        "by_sex": any(part.by_sex for part in item.parts),
        "texts": [
            {"name": words.text(part.label) if len(item.parts) > 1 else ()}
            for part in item.parts
            if item.kind in (ItemKind.TEXT, ItemKind.TEXTS)
        ],
        "no_answers": [
            {
                "name": words.each(partial(_named, no_answer_name, kind)),
                "reason": kind is NoAnswer.NOT_APPLICABLE,
            }
            for kind in STATED
        ],
        "follow_ups": [
            {
                "when": words.text(one.condition(item.kind)),
                "label": words.text(one.label),
            }
            for name in item.follow_ups
            if (one := questionnaire.follow_ups[name]).stage == _ANSWERING
            and name not in _TOLD_ONCE
            and not (name == _ASKED_BELOW and item.kind is ItemKind.FIGURES)
        ],
        "evidence": words.each(partial(_evidence, item)),
    }


def _named(tell: Callable[[Words, Kind], str], kind: Kind, words: Words) -> str:
    return tell(words, kind)


def _evidence(item: Item, words: Words) -> str:
    """Return which sources serve best, and what is to be written of one."""
    names = [evidence_kind_name(words, kind) for kind in item.evidence]
    kinds = ", ".join(
        name if place == 0 else f"{name[:1].lower()}{name[1:]}"
        for place, name in enumerate(names)
    )
    wanted = words("title, article or page, date, where it can be found")
    return f"{kinds}{SEMICOLON[words.language]}{wanted}" if kinds else wanted


def _filled(text: Text) -> bool:
    return any(text.by_language.values())


def _instruction(words: Voices, item: Item) -> Voice:
    """Return how this kind of question is answered by hand."""
    if item.kind.rated:
        return (
            words("Tick one level.")
            if len(item.parts) == 1
            else words("Tick one level in each block.")
        )
    told = {
        ItemKind.YES_PARTLY_NO: words("Tick one box."),
        ItemKind.SELECT_ONE: words("Tick one box."),
        ItemKind.SELECT_MULTIPLE: words("Tick every box that applies."),
        ItemKind.RANK: words("Number the boxes: 1 for the first, and so on."),
        ItemKind.DATE: words("Write day, month and year."),
        ItemKind.FIGURES: words("Fill in what is known; give the year and the source."),
    }
    return told.get(item.kind) or words("Write in your own words.")


def _blocks(questionnaire: Questionnaire, words: Voices, item: Item) -> list[Context]:
    if not item.kind.rated:
        return []
    return [
        {
            "name": _block_name(words, item, part),
            "rows": [
                {
                    "number": number,
                    "name": words.text(questionnaire.level_names[number - 1]),
                    "text": words.text(level),
                }
                for number, level in enumerate(
                    questionnaire.levels(item, part), start=1
                )
            ],
        }
        for part in item.parts
    ]


def _block_name(words: Voices, item: Item, part: Part) -> Voice:
    if part.name == LAW:
        return words("In law")
    if part.name == PRACTICE:
        return words("In practice")
    return words.text(part.label) if item.kind is ItemKind.RATINGS else ()


def _choices(words: Voices, item: Item) -> list[Context]:
    if item.kind is ItemKind.YES_PARTLY_NO:
        return [
            {"text": words("Yes"), "more": (), "specify": False},
            {
                "text": words("Partly"),
                "more": words.text(item.partly),
                "specify": False,
            },
            {"text": words("No"), "more": (), "specify": False},
        ]
    return [
        {
            "text": words.text(choice.label),
            "more": words("stands alone") if choice.exclusive else (),
            "specify": choice.specify,
        }
        for choice in item.choices
    ]


def _figures(words: Voices, item: Item) -> list[Context]:
    if item.kind is not ItemKind.FIGURES:
        return []
    return [
        {
            "name": words.text(part.label),
            "unit": words.text(part.unit),
            "by_sex": part.by_sex,
        }
        for part in item.parts
    ]
