"""Figures as people write them, and as they are kept: decimals in text."""

import re

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_KEPT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?P<sign>[.,])[0-9]{3}(?:(?P=sign)[0-9]{3})*")
_YEAR = re.compile(r"(19|20|21)[0-9]{2}")


def read_number(text: str, language: str) -> str | None:
    """Return a figure as it is kept (``1234.5``), None where it is no number.

    Spaces and apostrophes may group thousands; comma and point are both read. Where
    both occur, the last one is the decimal sign. One that occurs several times groups
    thousands, and so does a single comma before three digits in English (``1,234``).

    >>> read_number("1 234,5", "fr"), read_number("1,234", "en")
    ('1234.5', '1234')
    """
    bare = _SPACES.sub("", text).removesuffix("%").replace("\u2212", "-")
    if "," in bare and "." in bare:
        decimal = max(",.", key=bare.rfind)
        bare = bare.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif _groups(bare, language):
        bare = bare.replace(",", "").replace(".", "")
    bare = bare.replace(",", ".")
    if bare.startswith("."):
        bare = f"0{bare}"
    bare = bare.removesuffix(".")
    return bare if _KEPT.fullmatch(bare) else None


def _groups(bare: str, language: str) -> bool:
    """Whether the only sign in *bare* groups thousands."""
    found = _GROUPED.fullmatch(bare)
    if found is None:
        return False
    several = bare.count(found["sign"]) > 1
    return several or (language == "en" and found["sign"] == ",")


def is_year(text: str) -> bool:
    """Whether *text* is a year, or a span such as ``2023-24``."""
    return bool(_YEAR.fullmatch(re.split("[-/–]", text)[0].strip()))
