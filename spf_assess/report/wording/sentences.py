"""Which sentences there are, and which names in braces each may use."""

from collections.abc import Mapping
from types import MappingProxyType

_PAIR = ("dimension", "outcome", "level", "first", "second")
_ENDS = ("dimension", "outcome", "low", "high", "lowest", "highest")
_WHY = ("missing", "reason")
_SECTIONS = ("dimension", "total", "close", "apart", "none")
_GAP = ("reference", "question", "part", "groups")

SENTENCES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(facts)
        for name, facts in {
            "group-government": (),
            "group-employers": (),
            "group-workers": (),
            "in-dimension": ("dimension",),
            "outcome": ("outcome",),
            "steps": ("distance", "direction"),
            "none-given": _WHY,
            "finding-unanimous": ("dimension", "outcome", "level"),
            "finding-one-apart": (
                *("dimension", "outcome", "level", "own"),
                *("apart", "distance", "direction"),
            ),
            "finding-all-differ": _ENDS,
            "finding-two-agree": (*_PAIR, *_WHY),
            "finding-two-differ": (*_ENDS, *_WHY),
            "finding-two-asked-agree": _PAIR,
            "finding-two-asked-differ": _ENDS,
            "finding-one-only": ("dimension", "own", "apart"),
            "finding-none": ("dimension",),
            "finding-divided": ("number", "only", "groups"),
            "sections-none": _SECTIONS,
            "sections-close": _SECTIONS,
            "sections-apart": _SECTIONS,
            "sections-some-none": _SECTIONS,
            "sections-apart-none": _SECTIONS,
            "unsupported": ("number",),
            "gap-part": ("part",),
            "gap-sex": _GAP,
            "gap-dont-know": _GAP,
            "gap-blank": _GAP,
        }.items()
    }
)
# The numbers on which a sentence must choose between its singular and its plural.
COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "finding-divided": "number",
        "sections-close": "total",
        "sections-apart": "total",
        "sections-some-none": "total",
        "sections-apart-none": "total",
        "unsupported": "number",
    }
)
# Facts that are numbers; everything else is a word.
NUMBERS = frozenset({"number", "total", "close", "apart", "none", "distance"})
