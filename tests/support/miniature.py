"""A questionnaire of a few items with one of each kind, for tests of other rooms."""

from types import MappingProxyType

from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    VALUE,
    Choice,
    Constituency,
    EvidenceKind,
    FollowUp,
    Item,
    ItemKind,
    Part,
    Questionnaire,
    Reference,
    Section,
    Text,
)

LEVELS = tuple(Text.of(en=f"Level {n}", fr=f"Niveau {n}") for n in range(1, 5))


def both(english: str) -> Text:
    """Return a text whose French is told from its English."""
    return Text.of(en=english, fr=f"{english} (fr)")


def item(item_id: str, kind: ItemKind, parts: tuple[Part, ...], **more: object) -> Item:
    """Return an item asked of all three benches, core, of the section in its id."""
    section = item_id.partition(".")[0]
    fields: dict[str, object] = {
        "section": section,
        "label": both(f"Question {item_id}"),
        "short": both(item_id),
        "references": (Reference.parse(f"{section[0]}({section[1]})"),),
        "asked_of": frozenset(BENCHES),
        "core": True,
        **more,
    }
    return Item(id=item_id, kind=kind, parts=parts, **fields)  # type: ignore[arg-type]


def rating(item_id: str, **more: object) -> Item:
    """Return a law-and-practice rating."""
    parts = tuple(Part(name, both(name), LEVELS) for name in (LAW, PRACTICE))
    return item(item_id, ItemKind.LAW_PRACTICE, parts, **more)


def value(item_id: str, kind: ItemKind, **more: object) -> Item:
    """Return an item with the single part ``value``."""
    return item(item_id, kind, (Part(VALUE),), **more)


def choices(*names: str) -> tuple[Choice, ...]:
    """Return choices called *names*."""
    return tuple(Choice(name, both(name)) for name in names)


def section(section_id: str, *items: Item) -> Section:
    """Return a section of the principles or guarantees."""
    return Section(
        id=section_id,
        reference=Reference.parse(f"{section_id[0]}({section_id[1]})"),
        group="principles" if section_id.startswith("3") else "guarantees",
        title=both(f"Section {section_id}"),
        short=both(section_id),
        items=items,
        brings={bench: both(bench.value) for bench in Constituency},
    )


def miniature(version: str = "1.0", digest: str = "ab" * 32) -> Questionnaire:
    """Return the questionnaire: two principles and one guarantee, ten items."""
    figures = Part(VALUE, both("Coverage"), unit=both("per cent"), by_sex=True)
    return Questionnaire(
        id="mini",
        version=version,
        digest=digest,
        title=both("Miniature"),
        level_names=LEVELS,
        rules_of_thumb=MappingProxyType({LAW: LEVELS, PRACTICE: LEVELS}),
        groups=MappingProxyType(
            {"principles": both("Principles"), "guarantees": both("Guarantees")}
        ),
        sections=(
            section(
                "3a",
                rating(
                    "3a.1",
                    headline=True,
                    evidence=(EvidenceKind.LAW,),
                    follow_ups=("F1",),
                ),
                value("3a.2", ItemKind.YES_PARTLY_NO),
                value("3a.3", ItemKind.TEXT, own_experience=True),
                value(
                    "3a.4",
                    ItemKind.TEXT,
                    asked_of=frozenset({Constituency.GOVERNMENT}),
                ),
            ),
            section(
                "3b",
                rating("3b.1", headline=True),
                value("3b.2", ItemKind.SELECT_ONE, choices=choices("one", "two")),
                value(
                    "3b.3",
                    ItemKind.SELECT_MULTIPLE,
                    choices=choices("red", "blue", "none"),
                ),
                value("3b.4", ItemKind.RANK, choices=choices("x", "y", "z")),
            ),
            section(
                "5a",
                rating("5a.1", headline=True),
                item("5a.2", ItemKind.FIGURES, (figures,), core=False),
            ),
        ),
        follow_ups=MappingProxyType({"F1": FollowUp("F1", "", both("Which text?"))}),
    )
