"""The report's terms, in the order of each language's alphabet.

What they mean stands in ``forms/r202/glossary`` alone, for screen and paper.
"""

import unicodedata
from collections.abc import Sequence

from spf_assess.model import LANGUAGES
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


def glossary(
    terms: Sequence[Definition], language: str, *, facing: bool = False
) -> list[tuple[str, str]]:
    """Return terms and what they mean here, sorted as a reader looks them up.

    Where both languages face one another, the order is that of the left column.
    """
    sorting = LANGUAGES[0] if facing else language
    own = sorted(terms, key=lambda one: _bare(_title(one, sorting)))
    return [(_title(one, language), one.means[language]) for one in own]


def _title(term: Definition, language: str) -> str:
    word = term.word[language]
    title = f"{word[:1].upper()}{word[1:]}"
    return f"{title} ({_SIGNS[term.name]})" if term.name in _SIGNS else title


def _bare(term: str) -> str:
    spread = unicodedata.normalize("NFKD", term.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
