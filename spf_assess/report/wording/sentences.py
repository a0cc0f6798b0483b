"""Which sentences there are, and which names in braces each may use."""

from collections.abc import Mapping
from types import MappingProxyType

_PAIR = ("dimension", "outcome", "level", "first", "second")
_ENDS = ("dimension", "outcome", "low", "high", "lowest", "highest")
_WHY = ("missing", "reason")
_SECTIONS = ("dimension", "total", "close", "apart", "none")
_GAP = ("reference", "question", "part", "groups")
_ROUNDS = ("total", "earlier", "later", "begin", "end")
_SIDES = ("lower", "same", "higher")

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
            "evidence-strong": ("strong", "total"),
            "evidence-none": ("number",),
            "coverage-given": ("number",),
            "coverage-by-sex": ("number",),
            "coverage-fewer-women": ("number",),
            "plan-decided": ("number",),
            "plan-together": ("number",),
            "positions-moved": ("number",),
            "positions-kept": ("number",),
            "positions-first": ("number",),
            "positions-withdrawn": ("number",),
            "course-moved": ("before", "after"),
            "course-kept": ("before",),
            "course-first": ("after",),
            "course-withdrawn": ("before",),
            "course-kept-all": (),
            "course-answered": ("level",),
            "levels-since": ("total", *_SIDES),
            "picture-strip": ("positions", "outcome"),
            "picture-profile": ("dimension", "total", "positions"),
            "picture-outcomes": ("dimension", "counts"),
            "picture-grade": ("grade", "number"),
            "picture-grades": ("name", "total", "counts"),
            "picture-share": ("share", "number"),
            "picture-coverage": ("question", "name", "counts"),
            "picture-ratings": ("name", "dimension", "counts", "people"),
            "picture-rating": ("rated", "number"),
            "picture-coverage-scale": (),
            "picture-action": ("number", "period", "status"),
            "picture-years": ("begin", "end"),
            "picture-sides": ("name", *_SIDES),
            "picture-then-now": ("name", "before", "after"),
            "caption-people": ("people", "women", "men"),
            "caption-outcomes": ("total", "practice", "law"),
            "caption-profile": ("total",),
            "caption-grades": ("total", "strong"),
            "caption-sources": ("total",),
            "caption-coverage": ("number", "both"),
            "caption-tallied": _ROUNDS,
            "caption-moved": ("number",),
            "caption-orders": ("number",),
            "caption-plan": ("number",),
            "caption-timeline": ("number", "years", "begin", "end"),
            "caption-became": ("number",),
            "caption-trends": _SIDES,
            "caption-changed": ("number",),
            "caption-answers": ("number",),
            "caption-figures": ("total",),
            "caption-places": ("total",),
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
        "evidence-strong": "strong",
        "coverage-given": "number",
        "coverage-by-sex": "number",
        "plan-decided": "number",
        "plan-together": "number",
        "positions-moved": "number",
        "positions-kept": "number",
        "positions-first": "number",
        "positions-withdrawn": "number",
        "levels-since": "total",
        "picture-grade": "number",
        "picture-ratings": "people",
        "caption-people": "people",
        "caption-profile": "total",
        "caption-sources": "total",
        "caption-coverage": "number",
        "caption-moved": "number",
        "caption-timeline": "number",
        "caption-became": "number",
        "caption-answers": "number",
        "caption-figures": "total",
        "caption-places": "total",
    }
)
# Facts that are numbers; everything else is a word.
NUMBERS = frozenset(
    {
        *("number", "total", "close", "apart", "none", "distance"),
        *("strong", "lower", "same", "higher", "people", "women", "men"),
        *("practice", "law", "both", "earlier", "later", "years"),
    }
)
