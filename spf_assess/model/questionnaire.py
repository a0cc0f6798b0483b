"""The questionnaire: sections, items, their parts and levels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from spf_assess.model.constituency import Constituency
from spf_assess.model.guidance import Guidance
from spf_assess.model.pack import PackInfo, Scheme
from spf_assess.model.reference import Reference, references_label
from spf_assess.model.text import EMPTY, Text

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 4
LAW, PRACTICE, VALUE = "law", "practice", "value"


class ItemKind(StrEnum):
    """What kind of answer an item asks for, named as ``type`` in the forms."""

    LAW_PRACTICE = "law_practice"
    PRACTICE = "practice"
    RATINGS = "ratings"
    YES_PARTLY_NO = "yes_partly_no"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    FIGURES = "figures"
    DATE = "date"
    TEXT = "text"
    TEXTS = "texts"

    @property
    def rated(self) -> bool:
        """Whether the answer is one or several levels from 1 to 4."""
        return self in _RATED


_RATED = frozenset({ItemKind.LAW_PRACTICE, ItemKind.PRACTICE, ItemKind.RATINGS})
YES, PARTLY, NO = "yes", "partly", "no"


class EvidenceKind(StrEnum):
    """What kind of source stands behind an answer (DOMAIN: L, S, D, X)."""

    LAW = "law"
    STATISTIC = "statistic"
    DOCUMENT = "document"
    EXPERIENCE = "experience"


class Grade(StrEnum):
    """How far a source carries.

    A: official text, or statistic not older than three years; B: older or unpublished
    administrative source; C: the organization's own records or survey; D: statement.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing answered within an item.

    Attributes:
        name: ``law``, ``practice``, a column's name, or ``value`` where the item has a
            single part.
        label: what is rated or measured; for law and practice the item's own words.
        levels: the four descriptions, lowest first; empty unless rated.
        unit: for figures.
        by_sex: whether women and men are asked beside the total (Paragraph 21).
        coverage: whether it is a share of people covered, in per cent (Paragraph 19).
        minimum: least plausible figure, a decimal in text, or None.
        maximum: greatest plausible figure, a decimal in text, or None.
    """

    name: str
    label: Text = EMPTY
    levels: tuple[Text, ...] = ()
    unit: Text = EMPTY
    by_sex: bool = False
    coverage: bool = False
    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One option; *exclusive* stands alone (none), *specify* asks for words (other)."""

    name: str
    label: Text
    exclusive: bool = False
    specify: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question asked when *relevant* holds for the item it belongs to.

    *stage* is ``answering`` or ``discussion`` (needs the other benches' positions).
    *when* says *relevant* in words, for those who answer on paper; *when_one* and
    *when_several* say it of questions with one choice and with several, where *when*
    does not fit these.
    """

    name: str
    relevant: str
    label: Text
    stage: str = "answering"
    when: Text = EMPTY
    when_one: Text = EMPTY
    when_several: Text = EMPTY

    def condition(self, kind: ItemKind) -> Text:
        """Return in words when it is asked of a question of this *kind*."""
        own = {
            ItemKind.SELECT_ONE: self.when_one,
            ItemKind.SELECT_MULTIPLE: self.when_several,
        }.get(kind, EMPTY)
        return own if any(own.by_language.values()) else self.when


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked; *id* is stable and never depends on the wording.

    Attributes:
        references: paragraphs asked about, the section's own first.
        headline: the section's one law-and-practice rating shown in the profile.
        parts: what is answered; ratings carry their four level descriptions here.
        relevant: XLSForm expression, empty when always asked.
        when: *relevant* in words, for those who answer on paper.
        constraint: XLSForm expression on the item's own values, empty when none.
        own_experience: an organization's answer about itself, kept out of comparison.
        reversed: "yes" is the weak side.
        partly: what "partly" means here (yes/partly/no items).
        national: added by a country, not part of the official core.
        guides: help by item, which may be read only when asked for.
    """

    id: str
    section: str
    kind: ItemKind
    label: Text
    short: Text
    references: tuple[Reference, ...]
    asked_of: frozenset[Constituency]
    parts: tuple[Part, ...]
    core: bool = False
    headline: bool = False
    hint: Text = EMPTY
    definition: Text = EMPTY
    partly: Text = EMPTY
    choices: tuple[Choice, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()
    follow_ups: tuple[str, ...] = ()
    relevant: str = ""
    when: Text = EMPTY
    constraint: str = ""
    constraint_message: Text = EMPTY
    required: bool = False
    own_experience: bool = False
    reversed: bool = False
    national: bool = False
    guides: Mapping[str, Guidance] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def guidance(self) -> Guidance | None:
        """The help with this item, as far as there is some."""
        return self.guides.get(self.id)

    @property
    def helped(self) -> bool:
        """Whether there is help with this item; cheaper than to read it."""
        return self.id in self.guides

    def part(self, name: str) -> Part:
        """Return the part called *name*.

        Raises:
            KeyError: the item has no such part.
        """
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)

    @property
    def compared(self) -> bool:
        """Whether positions on this item are compared between the benches."""
        return (
            self.kind.rated
            and not self.own_experience
            and sum(who.rates for who in self.asked_of) > 1
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One principle, one guarantee or one group of paragraphs.

    Attributes:
        reference: the clause it is about, or the first of its paragraphs.
        paragraphs: all of them, where it is about several.
        national: added by a country, not part of the official questionnaire.
    """

    id: str
    reference: Reference
    group: str
    title: Text
    short: Text
    items: tuple[Item, ...]
    brings: Mapping[Constituency, Text] = field(default_factory=dict)
    paragraphs: tuple[Reference, ...] = ()
    national: bool = False

    @property
    def references(self) -> tuple[Reference, ...]:
        """The paragraphs or the clause it is about."""
        return self.paragraphs or (self.reference,)

    @property
    def headline(self) -> Item | None:
        """The section's headline item; only principles and guarantees have one."""
        return next((item for item in self.items if item.headline), None)

    def label(self, language: str) -> str:
        """Return the paragraphs in short: ``3(a)``, ``1, 2, 4, 6``, ``13–18``."""
        return references_label(self.references, language)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire in one version.

    Attributes:
        digest: lower-case hex SHA-256 over the canonical JSON of everything in it.
        level_names: four names, lowest first.
        rules_of_thumb: ``law`` and ``practice``: what each level means in general; used
            where an extended rating has no descriptions of its own.
        groups: id and title of each group of sections, in order.
        pack: what a country added; None for the official questionnaire alone.
        schemes: the country's schemes by the section they are shown with.
    """

    id: str
    version: str
    digest: str
    title: Text
    level_names: tuple[Text, ...]
    rules_of_thumb: Mapping[str, tuple[Text, ...]]
    groups: Mapping[str, Text]
    sections: tuple[Section, ...]
    follow_ups: Mapping[str, FollowUp]
    pack: PackInfo | None = None
    schemes: Mapping[str, tuple[Scheme, ...]] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """Yield every item in order."""
        for section in self.sections:
            yield from section.items

    def item(self, item_id: str) -> Item:
        """Return an item by id.

        Raises:
            KeyError: no item has this id.
        """
        for item in self.items():
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def section(self, section_id: str) -> Section:
        """Return a section by id.

        Raises:
            KeyError: no section has this id.
        """
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def levels(self, item: Item, part: Part) -> tuple[Text, ...]:
        """Return four level descriptions for a rated part, its own or the general."""
        if part.levels:
            return part.levels
        dimension = LAW if part.name == LAW else PRACTICE
        if not item.kind.rated:
            return ()
        return self.rules_of_thumb[dimension]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the questionnaire a consultation asks.

    Attributes:
        form: ``core`` or ``full``.
        sections: ids of the sections asked; empty means all.
    """

    form: str = "full"
    sections: tuple[str, ...] = ()

    def includes(self, item: Item) -> bool:
        """Whether *item* belongs to the selection."""
        return (not self.sections or item.section in self.sections) and (
            self.form == "full" or item.core
        )
