"""Cross references: to what stands elsewhere in the same edition, with its page.

The page number itself is the typesetter's (``target-counter`` in the style sheet; a
field in a document). Here is only told what has an address in an edition: a reference
without one is printed as plain words, never with a wrong or empty number.
"""

from collections.abc import Iterable

from spf_assess.model import Reference, Section
from spf_assess.report.desk import Context
from spf_assess.report.sections import anchor

# pages of the full report that are always there, beside those a part may lack
_ALWAYS = ("participants", "summary", "method", "annex-a")
_BY_PART = {
    "profile": ("profile", "annex-b"),
    "outcome": ("outcome",),
    "priorities": ("priorities",),
    "plan": ("plan",),
    "since": ("since",),
}


def addresses(context: Context, sections: Iterable[Section]) -> frozenset[str]:
    """Return what can be referred to in the report that *context* fills."""
    named = [
        one for part, names in _BY_PART.items() if context.get(part) for one in names
    ]
    return frozenset([*_ALWAYS, *named, *map(anchor, sections)])


def address_of(reference: Reference, sections: Iterable[Section]) -> str:
    """Return where a paragraph is assessed; empty where no section is about it.

    That is the section of the clause, or of the whole paragraph.
    """
    found = {one: anchor(section) for section in sections for one in section.references}
    return found.get(reference) or found.get(Reference(reference.number), "")
