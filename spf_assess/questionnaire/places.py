"""Every text of a questionnaire by its place: ``3e.1/label``, ``3e.1/levels/law/1``.

A place never depends on the wording, so that a translation stays where it belongs when
the official text is mended. Numbers of levels begin with 1.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from spf_assess.model import (
    LAW,
    PRACTICE,
    Choice,
    FollowUp,
    Item,
    Part,
    Questionnaire,
    Section,
    Text,
)

Change = Callable[[str, Text], Text]


def texts(questionnaire: Questionnaire) -> Iterator[tuple[str, Text]]:
    """Yield the place of every text that is not empty, and the text, in order."""
    found: list[tuple[str, Text]] = []

    def note(place: str, text: Text) -> Text:
        found.append((place, text))
        return text

    changed(questionnaire, note)
    yield from found


def with_language(
    questionnaire: Questionnaire, language: str, said: Mapping[str, str]
) -> Questionnaire:
    """Return *questionnaire* with texts in one more language, where there are any."""

    def add(place: str, text: Text) -> Text:
        if place not in said:
            return text
        return Text(MappingProxyType({**text.by_language, language: said[place]}))

    return changed(questionnaire, add)


def changed(questionnaire: Questionnaire, change: Change) -> Questionnaire:
    """Return *questionnaire* with what *change* makes of each text at its place."""

    def at(place: str, text: Text) -> Text:
        filled = any(text.by_language.values())
        return change(place, text) if filled else text

    def each(place: str, several: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(
            at(f"{place}/{number}", text) for number, text in enumerate(several, 1)
        )

    return _with(
        questionnaire,
        title=at("title", questionnaire.title),
        level_names=each("level", questionnaire.level_names),
        rules_of_thumb=MappingProxyType(
            {
                dimension: each(f"rule/{dimension}", levels)
                for dimension, levels in questionnaire.rules_of_thumb.items()
            }
        ),
        groups=MappingProxyType(
            {
                name: at(f"group/{name}", title)
                for name, title in questionnaire.groups.items()
            }
        ),
        sections=tuple(_section(one, at, each) for one in questionnaire.sections),
        follow_ups=MappingProxyType(
            {
                name: _follow_up(one, at)
                for name, one in questionnaire.follow_ups.items()
            }
        ),
    )


Each = Callable[[str, tuple[Text, ...]], tuple[Text, ...]]


def _follow_up(follow_up: FollowUp, at: Change) -> FollowUp:
    place = f"follow-up/{follow_up.name}"
    return _with(
        follow_up,
        label=at(f"{place}/label", follow_up.label),
        when=at(f"{place}/when", follow_up.when),
        when_one=at(f"{place}/when-one", follow_up.when_one),
        when_several=at(f"{place}/when-several", follow_up.when_several),
    )


def _section(section: Section, at: Change, each: Each) -> Section:
    place = f"section/{section.id}"
    return _with(
        section,
        title=at(f"{place}/title", section.title),
        short=at(f"{place}/short", section.short),
        brings=MappingProxyType(
            {
                who: at(f"{place}/brings/{who.value}", text)
                for who, text in section.brings.items()
            }
        ),
        items=tuple(_item(item, at, each) for item in section.items),
    )


def _item(item: Item, at: Change, each: Each) -> Item:
    label = at(f"{item.id}/label", item.label)
    return _with(
        item,
        label=label,
        short=at(f"{item.id}/short", item.short),
        hint=at(f"{item.id}/hint", item.hint),
        definition=at(f"{item.id}/definition", item.definition),
        partly=at(f"{item.id}/partly", item.partly),
        when=at(f"{item.id}/when", item.when),
        constraint_message=at(f"{item.id}/constraint_message", item.constraint_message),
        choices=tuple(_choice(item, one, at) for one in item.choices),
        parts=tuple(_part(item, label, one, at, each) for one in item.parts),
    )


def _choice(item: Item, choice: Choice, at: Change) -> Choice:
    label = at(f"{item.id}/choices/{choice.name}", choice.label)
    return _with(choice, label=label)


def _part(item: Item, label: Text, part: Part, at: Change, each: Each) -> Part:
    place = f"{item.id}/parts/{part.name}"
    own = part.label != item.label  # where it has none of its own, it is the item's
    levels = (
        f"{item.id}/levels/{part.name}"
        if part.name in (LAW, PRACTICE)
        else f"{place}/levels"
    )
    return _with(
        part,
        label=at(f"{place}/label", part.label) if own else label,
        unit=at(f"{place}/unit", part.unit),
        levels=each(levels, part.levels),
    )


_Piece = TypeVar("_Piece", Questionnaire, FollowUp, Section, Item, Choice, Part)


def _with(piece: _Piece, **values: Any) -> _Piece:
    """Return *piece* with those values that are other ones; else the very same."""
    others = {
        name: value
        for name, value in values.items()
        if not _same(getattr(piece, name), value)
    }
    return replace(piece, **others) if others else piece


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Mapping):
        return all(_same(one[key], value) for key, value in other.items())
    return one is other
