"""Reading an object field by field: exact names, types, lengths and forms."""

import re
from datetime import datetime

from spf_assess.exchange.canonical import shown
from spf_assess.model import N_, Plain, Problem

_HEX = re.compile(r"[0-9a-f]*")
_MOMENT_FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


class Fields:
    """One object of a document; every getter checks what it returns.

    Raises:
        Problem: X-120 a field is missing, X-121 a field is unknown, X-122 a field has
            not the form it must have, X-123 a text is too long.
    """

    def __init__(self, plain: object, place: str, names: frozenset[str]) -> None:
        self._place = place
        if not isinstance(plain, dict):
            raise malformed(place)
        if missing := sorted(names - plain.keys()):
            raise Problem(
                "X-120",
                N_(
                    "The field {place} is missing. The program that made this file is"
                    " at fault; ask for the file to be made again."
                ),
                place=self.at(missing[0]),
            )
        if unknown := sorted(plain.keys() - names):
            raise Problem(
                "X-121",
                N_(
                    "The field {place} is not known. The program that made this file"
                    " is at fault; ask for the file to be made again."
                ),
                place=self.at(shown(unknown[0])),
            )
        self._plain: Plain = plain

    def at(self, name: str) -> str:
        """Return where a field stands, for a sentence: ``respondent.name``."""
        return f"{self._place}.{name or repr('')}".lstrip(".")

    def inner(self, name: str, names: frozenset[str]) -> "Fields":
        """Return an object inside this one."""
        return Fields(self._plain[name], self.at(name), names)

    def line(self, name: str, most: int, *, blank: bool = True) -> str:
        """Return a text of one line with at most *most* characters."""
        return _line(self._plain[name], self.at(name), most, blank=blank)

    def hexadecimal(self, name: str, digits: int, *, blank: bool = False) -> str:
        """Return exactly *digits* lower-case hexadecimal digits, or none at all."""
        value = self._plain[name]
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise malformed(self.at(name))
        if len(value) != digits and not (blank and not value):
            raise malformed(self.at(name))
        return value

    def integer(self, name: str, least: int, most: int) -> int:
        """Return an integer from *least* to *most*."""
        value = self._plain[name]
        if isinstance(value, bool) or not isinstance(value, int):
            raise malformed(self.at(name))
        if not least <= value <= most:
            raise malformed(self.at(name))
        return value

    def truth(self, name: str) -> bool:
        """Return true or false."""
        value = self._plain[name]
        if not isinstance(value, bool):
            raise malformed(self.at(name))
        return value

    def moment(self, name: str) -> str:
        """Return a time in UTC with whole seconds: ``2026-11-18T10:42:07Z``."""
        value = self._plain[name]
        if not isinstance(value, str) or not _MOMENT_FORM.fullmatch(value):
            raise malformed(self.at(name))
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise malformed(self.at(name)) from None
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return one of the *allowed* words."""
        value = self._plain[name]
        if not isinstance(value, str) or value not in allowed:
            raise malformed(self.at(name))
        return value

    def items(self, name: str, most: int) -> list[object]:
        """Return a list of at most *most* things."""
        value = self._plain[name]
        if not isinstance(value, list) or len(value) > most:
            raise malformed(self.at(name))
        return value

    def names(self, name: str, most: int, longest: int) -> tuple[str, ...]:
        """Return different one-line names."""
        found = tuple(
            _line(one, f"{self.at(name)}[{number}]", longest, blank=False)
            for number, one in enumerate(self.items(name, most))
        )
        if len(set(found)) != len(found):
            raise malformed(self.at(name))
        return found


def _line(value: object, place: str, most: int, *, blank: bool) -> str:
    if not isinstance(value, str) or "\n" in value or value != value.strip():
        raise malformed(place)
    if len(value) > most:
        raise Problem(
            "X-123",
            N_(
                "The text at {place} is longer than {most} characters. Ask for it"
                " to be shortened and the file to be made again."
            ),
            place=place,
            most=most,
        )
    if not value and not blank:
        raise malformed(place)
    return value


def malformed(place: str) -> Problem:
    """Return the problem of a field that has not the form it must have."""
    return Problem(
        "X-122",
        N_(
            "The field {place} does not have the form it must have. The program that"
            " made this file is at fault; ask for the file to be made again."
        ),
        place=place,
    )
