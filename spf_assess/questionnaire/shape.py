"""Which fields a form has, and of which shape: the vocabulary of the files.

``docs/forms.md`` explains it in words. The builder relies on it; the rules on fields in
``checks`` tell where a file departs from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.model import BENCHES, LANGUAGES, ItemKind
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Listing, Node, Record, Scalar


class Shape(StrEnum):
    """What a piece of a form may be."""

    WORD = "word"
    FLAG = "flag"
    TEXT = "text"
    LIST = "list"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Kind:
    """A shape and, within it, the fields or the entries.

    Fields with an *entry* and no names of their own may bear any name.
    """

    shape: Shape
    fields: Mapping[str, "Kind"] | None = None
    entry: "Kind | None" = None
    needed: bool = True


def _optional(kind: Kind) -> Kind:
    return Kind(kind.shape, kind.fields, kind.entry, needed=False)


def _fields(**fields: Kind) -> Kind:
    return Kind(Shape.FIELDS, fields)


def _list(entry: Kind) -> Kind:
    return Kind(Shape.LIST, entry=entry)


WORD = Kind(Shape.WORD)
MAYBE_WORD = _optional(WORD)
FLAG = _optional(Kind(Shape.FLAG))
TEXT = Kind(Shape.TEXT, dict.fromkeys(LANGUAGES, WORD))
MAYBE_TEXT = _optional(TEXT)
WORDS = _list(WORD)
LEVELS = _list(TEXT)

CHOICE = _fields(name=WORD, label=TEXT, exclusive=FLAG, specify=FLAG)
PART = _fields(
    name=WORD,
    label=TEXT,
    levels=_optional(LEVELS),
    unit=MAYBE_TEXT,
    by_sex=FLAG,
    coverage=FLAG,
    minimum=MAYBE_WORD,
    maximum=MAYBE_WORD,
)
ITEM = _fields(
    name=WORD,
    type=WORD,
    headline=FLAG,
    core=FLAG,
    asked_of=WORDS,
    references=WORDS,
    label=TEXT,
    short=TEXT,
    hint=MAYBE_TEXT,
    definition=MAYBE_TEXT,
    partly=MAYBE_TEXT,
    levels=_optional(_fields(law=_optional(LEVELS), practice=_optional(LEVELS))),
    parts=_optional(_list(PART)),
    choices=_optional(_list(CHOICE)),
    evidence=_optional(WORDS),
    follow_ups=_optional(WORDS),
    relevant=MAYBE_WORD,
    when=MAYBE_TEXT,
    constraint=MAYBE_WORD,
    constraint_message=MAYBE_TEXT,
    required=FLAG,
    own_experience=FLAG,
    reversed=FLAG,
    national=FLAG,
)
SECTION = _fields(
    section=WORD,
    reference=MAYBE_WORD,
    paragraphs=_optional(WORDS),
    group=WORD,
    title=TEXT,
    short=TEXT,
    brings=_optional(_fields(**{bench.value: TEXT for bench in BENCHES})),
    items=_list(ITEM),
)
QUESTIONNAIRE = _fields(
    questionnaire=WORD,
    version=WORD,
    title=TEXT,
    levels=_list(_fields(name=TEXT, law=TEXT, practice=TEXT)),
    groups=_list(
        _fields(
            name=WORD,
            title=TEXT,
            headlines=FLAG,
            covers=_optional(WORDS),
            fewest=MAYBE_WORD,
            most=MAYBE_WORD,
        )
    ),
    sections=WORDS,
    follow_ups=_list(
        _fields(
            name=WORD,
            relevant=WORD,
            label=TEXT,
            when=MAYBE_TEXT,
            when_one=MAYBE_TEXT,
            when_several=MAYBE_TEXT,
            stage=MAYBE_WORD,
            belongs_to=MAYBE_WORD,
        )
    ),
)

TOLD = ("why", "counts", "found", "brings", "misread", "sources")
GUIDANCE = _fields(
    section=WORD,
    items=Kind(
        Shape.FIELDS,
        entry=_fields(
            why=TEXT,
            counts=TEXT,
            found=TEXT,
            brings=_fields(**{bench.value: MAYBE_TEXT for bench in BENCHES}),
            misread=TEXT,
            sources=_list(TEXT),
            to_be_verified=_optional(WORDS),
        ),
    ),
)

# Fields that only some types have; those marked True every item of the type needs.
BY_TYPE: Mapping[ItemKind, Mapping[str, bool]] = {
    ItemKind.LAW_PRACTICE: {"levels": False},
    ItemKind.PRACTICE: {"levels": False},
    ItemKind.RATINGS: {"parts": True},
    ItemKind.YES_PARTLY_NO: {"partly": True, "reversed": False},
    ItemKind.SELECT_ONE: {"choices": True, "reversed": False},
    ItemKind.SELECT_MULTIPLE: {"choices": True},
    ItemKind.RANK: {"choices": True},
    ItemKind.FIGURES: {"parts": True, "definition": False},
    ItemKind.DATE: {},
    ItemKind.TEXT: {},
    ItemKind.TEXTS: {"parts": True},
}
TYPED_FIELDS = frozenset(field for fields in BY_TYPE.values() for field in fields)
# The same for the entries of their lists.
ENTRY_FIELDS: Mapping[str, Mapping[ItemKind, frozenset[str]]] = {
    "parts": {
        ItemKind.RATINGS: frozenset({"levels"}),
        ItemKind.TEXTS: frozenset(),
        ItemKind.FIGURES: frozenset(
            {"unit", "by_sex", "coverage", "minimum", "maximum"}
        ),
    },
    "choices": {
        ItemKind.SELECT_ONE: frozenset({"specify"}),
        ItemKind.SELECT_MULTIPLE: frozenset({"specify", "exclusive"}),
    },
}


class Departure(StrEnum):
    """How a file departs from the vocabulary."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG_SHAPE = "wrong_shape"
    NO_FLAG = "no_flag"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Finding:
    """One departure; *within* is the field around it, *wanted* what belongs there."""

    file: str
    line: int
    departure: Departure
    field: str
    within: str
    wanted: Shape


def departures(form: Form) -> Iterator[Finding]:
    """Yield every departure from the vocabulary in every file that can be read."""
    if not form.main.broken:
        yield from _compare(form.main.file, form.main.root, QUESTIONNAIRE, "")
    for section in form.sections():
        yield from _compare(section.source.file, section.node, SECTION, "")
    for found in form.helps():
        yield from _compare(found.source.file, found.node, GUIDANCE, "")
    for source, kind in form.others:
        if not (source.broken and source.remarks):
            yield from _compare(source.file, source.root, kind, "")


def _compare(file: str, node: Node, kind: Kind, field: str) -> Iterator[Finding]:
    if not _fits(node, kind.shape):
        departure = (
            Departure.NO_FLAG if kind.shape is Shape.FLAG else Departure.WRONG_SHAPE
        )
        yield Finding(file, node.line, departure, field, field, kind.shape)
    elif isinstance(node, Record):
        yield from _compare_fields(file, node, kind, field)
    elif kind.entry is not None:
        for entry in node:
            yield from _compare(file, entry, kind.entry, field)


def _compare_fields(
    file: str, node: Record, kind: Kind, within: str
) -> Iterator[Finding]:
    known = kind.fields or {}
    if kind.entry is not None:
        known = dict.fromkeys(node.fields, kind.entry)
    for name, value in node.fields.items():
        if name in known:
            yield from _compare(file, value, known[name], name)
        else:
            line = node.lines[name]
            yield Finding(file, line, Departure.UNKNOWN, name, within, kind.shape)
    absent = Departure.LANGUAGE if kind.shape is Shape.TEXT else Departure.MISSING
    for name, wanted in known.items():
        if wanted.needed and name not in node.fields:
            yield Finding(file, node.line, absent, name, within, wanted.shape)


def _fits(node: Node, shape: Shape) -> bool:
    match shape:
        case Shape.WORD:
            return isinstance(node, Scalar)
        case Shape.FLAG:
            return isinstance(node, Scalar) and node.plain and node.text in FLAGS
        case Shape.LIST:
            return isinstance(node, Listing)
        case Shape.TEXT | Shape.FIELDS:
            return isinstance(node, Record)


FLAGS = ("true", "false")
