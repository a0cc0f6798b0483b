"""The report's terms, in the order of each language's alphabet.

What they mean stands in ``forms/r202/glossary`` alone, for screen and paper.
"""

import unicodedata
from collections.abc import Sequence

from spf_assess.report.given import Definition

# Which terms of the glossary a reader of the report needs, by name.
TERMS = (
    "social_protection_floor",
    "basic_guarantees",
    "principle",
    "bench",
    "observers",
    "headline",
    "position",
    "range",
    "convergence",
    "near_convergence",
    "divergence",
    "verdicts_differ",
    "joint_level",
    "law_practice",
    "grade",
    "response_packet",
)
_SIGNS = {"range": "R"}  # what stands for a term in the report's tables


def glossary(terms: Sequence[Definition], language: str) -> list[tuple[str, str]]:
    """Return terms and what they mean here, sorted as a reader looks them up."""
    entries = [(_title(one, language), one.means[language]) for one in terms]
    return sorted(entries, key=lambda entry: _bare(entry[0]))


def _title(term: Definition, language: str) -> str:
    word = term.word[language]
    title = f"{word[:1].upper()}{word[1:]}"
    return f"{title} ({_SIGNS[term.name]})" if term.name in _SIGNS else title


def _bare(term: str) -> str:
    spread = unicodedata.normalize("NFKD", term.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
