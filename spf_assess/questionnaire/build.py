"""From the tree of a checked form to the values of the model."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from spf_assess.model import (
    BENCHES,
    EMPTY,
    LANGUAGES,
    LAW,
    PRACTICE,
    VALUE,
    Choice,
    Constituency,
    EvidenceKind,
    FollowUp,
    Guidance,
    Item,
    ItemKind,
    Part,
    Questionnaire,
    Reference,
    Section,
    Text,
)
from spf_assess.questionnaire.digest import digest_of
from spf_assess.questionnaire.form import (
    Form,
    ItemView,
    SectionView,
    read_help,
    written_on,
)
from spf_assess.questionnaire.guidance import LateGuidance, ReadHelp
from spf_assess.questionnaire.tree import Node

LISTED, RATED, COMPARED = "listed", "rated", "compared"
ANSWERING, DISCUSSION = "answering", "discussion"


def build(form: Form, help_on: ReadHelp | None = None) -> Questionnaire:
    """Return the questionnaire that *form* describes, with its digest.

    The form has passed the rules in ``checks.NEEDED``; otherwise this fails anyhow.
    *help_on* reads the guidance on a section, by default from the form's folder.
    """
    root = form.main.root
    guides = LateGuidance(
        help_on or (lambda section: read_help(form.folder, section).root),
        {item.id: item.section.id for item in form.items()},
        None if help_on else (lambda section: written_on(form.folder, section)),
    )
    levels = root.at("levels").entries
    belonging = {
        node.at("name").text: node.at("belongs_to").text or LISTED
        for node in form.follow_ups()
    }
    return Questionnaire(
        id=root.at("questionnaire").text,
        version=root.at("version").text,
        digest=digest_of(form),
        title=_text(root.at("title")),
        level_names=tuple(_text(level.at("name")) for level in levels),
        rules_of_thumb=MappingProxyType(
            {
                dimension: tuple(_text(level.at(dimension)) for level in levels)
                for dimension in (LAW, PRACTICE)
            }
        ),
        groups=MappingProxyType(
            {
                node.at("name").text: _text(node.at("title"))
                for node in root.at("groups")
            }
        ),
        sections=tuple(
            _section(section, belonging, guides) for section in form.sections()
        ),
        follow_ups=MappingProxyType(
            {node.at("name").text: _follow_up(node) for node in form.follow_ups()}
        ),
    )


def _text(node: Node) -> Text:
    if node.get(LANGUAGES[0]) is None:
        return EMPTY
    return Text.of(**{language: node.at(language).text for language in LANGUAGES})


def _texts(node: Node) -> tuple[Text, ...]:
    return tuple(_text(entry) for entry in node)


def _flag(node: Node) -> bool:
    return node.text == "true"


def _follow_up(node: Node) -> FollowUp:
    return FollowUp(
        name=node.at("name").text,
        relevant=node.at("relevant").text,
        label=_text(node.at("label")),
        stage=node.at("stage").text or ANSWERING,
        when=_text(node.at("when")),
        when_one=_text(node.at("when_one")),
        when_several=_text(node.at("when_several")),
    )


def _section(
    view: SectionView, belonging: Mapping[str, str], guides: Mapping[str, Guidance]
) -> Section:
    node = view.node
    places = tuple(map(Reference.parse, view.references()))
    return Section(
        id=node.at("section").text,
        reference=places[0],
        paragraphs=places if len(places) > 1 else (),
        group=node.at("group").text,
        title=_text(node.at("title")),
        short=_text(node.at("short")),
        items=tuple(
            replace(_item(item, belonging), guides=guides) for item in view.items()
        ),
        brings=MappingProxyType(
            {
                bench: _text(node.at("brings").at(bench.value))
                for bench in BENCHES
                if node.at("brings").get(bench.value) is not None
            }
        ),
    )


def _item(view: ItemView, belonging: Mapping[str, str]) -> Item:
    node, kind = view.node, ItemKind(view.node.at("type").text)
    label = _text(node.at("label"))
    item = Item(
        id=view.id,
        section=view.section.node.at("section").text,
        kind=kind,
        label=label,
        short=_text(node.at("short")),
        references=tuple(map(Reference.parse, view.tokens("references"))),
        asked_of=frozenset(map(Constituency, view.tokens("asked_of"))),
        parts=_PARTS.get(kind, _single)(node, label),
        core=view.flag("core"),
        headline=view.flag("headline"),
        hint=_text(node.at("hint")),
        definition=_text(node.at("definition")),
        partly=_text(node.at("partly")),
        choices=tuple(map(_choice, node.at("choices"))),
        evidence=tuple(map(EvidenceKind, view.tokens("evidence"))),
        relevant=node.at("relevant").text,
        when=_text(node.at("when")),
        constraint=node.at("constraint").text,
        constraint_message=_text(node.at("constraint_message")),
        required=view.flag("required"),
        own_experience=view.flag("own_experience"),
        reversed=view.flag("reversed"),
        national=view.flag("national"),
    )
    return replace(item, follow_ups=_follow_ups(item, view, belonging))


def _follow_ups(
    item: Item, view: ItemView, belonging: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the names of those listed and of those that every such item has."""
    listed = set(view.tokens("follow_ups"))
    return tuple(
        name
        for name, to in belonging.items()
        if name in listed
        or (to == RATED and item.kind.rated)
        or (to == COMPARED and item.compared)
    )


def _choice(node: Node) -> Choice:
    return Choice(
        name=node.at("name").text,
        label=_text(node.at("label")),
        exclusive=_flag(node.at("exclusive")),
        specify=_flag(node.at("specify")),
    )


def _single(node: Node, label: Text) -> tuple[Part, ...]:
    del node
    return (Part(VALUE, label),)


def _law_and_practice(node: Node, label: Text) -> tuple[Part, ...]:
    levels = node.at("levels")
    return tuple(Part(name, label, _texts(levels.at(name))) for name in (LAW, PRACTICE))


def _practice(node: Node, label: Text) -> tuple[Part, ...]:
    return (Part(PRACTICE, label, _texts(node.at("levels").at(PRACTICE))),)


def _several(node: Node, label: Text) -> tuple[Part, ...]:
    del label
    return tuple(_part(part) for part in node.at("parts"))


def _part(node: Node) -> Part:
    minimum, maximum = node.get("minimum"), node.get("maximum")
    return Part(
        name=node.at("name").text,
        label=_text(node.at("label")),
        levels=_texts(node.at("levels")),
        unit=_text(node.at("unit")),
        by_sex=_flag(node.at("by_sex")),
        coverage=_flag(node.at("coverage")),
        minimum=None if minimum is None else minimum.text,
        maximum=None if maximum is None else maximum.text,
    )


_PARTS: Mapping[ItemKind, Callable[[Node, Text], tuple[Part, ...]]] = {
    ItemKind.LAW_PRACTICE: _law_and_practice,
    ItemKind.PRACTICE: _practice,
    ItemKind.RATINGS: _several,
    ItemKind.FIGURES: _several,
    ItemKind.TEXTS: _several,
}
