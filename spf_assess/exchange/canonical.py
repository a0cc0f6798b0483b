"""One byte form for every document: canonical JSON (RFC 8785), read strictly (R-205).

Whoever signs bytes must be sure that everybody reads the same thing in them. So nothing
is repaired on the way in: duplicate names, floats, deep nesting, unclean text, or a
single byte that differs from the canonical form is refused.
"""

import itertools
import json
import re
from typing import Any, NoReturn

from spf_assess.model import N_, Plain, Problem
from spf_assess.model.signs import is_clean

DEEPEST = 20
_MOST_CONTAINERS = 100_000
_MOST_DIGITS = 15  # so that every integer is exact in every JSON reader
_EXACT = 2**53
_PLACE_SHOWN = 80
# An unfinished string runs to the end of the data: without this the search would begin
# anew at every quotation mark of a hostile file.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:(?P<end>")|\\?\Z)', re.DOTALL)
_FOUR_BYTES = re.compile(rb"[\xf0-\xf4]")
_BRACKET = re.compile(rb"[\[\]{}]")
_NO_BRACKETS = bytes(sign for sign in range(256) if sign not in b"[]{}")
_LONG_NUMBER = re.compile(rb"\d{%d}" % (_MOST_DIGITS + 1))


# What was read holds nothing twice, so nothing in it can hold itself. As
# ``store.records.json_text`` writes.
_WRITER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)
_LAST_NAMES = re.compile("[\U00010000-\U0010ffff]")
_BETWEEN, _BETWEEN_WRITTEN = "\0", ',"\\u0000"'


def canonical(plain: Plain) -> bytes:
    """Return the RFC 8785 bytes of *plain*.

    Raises:
        ValueError: a value that canonical JSON cannot carry (NaN, an integer beyond
            2**53, half of a surrogate pair).
    """
    if _is_simple(plain):
        return _WRITER.encode(plain).encode()  # the same, in a tenth of the time
    import rfc8785

    return rfc8785.dumps(plain)


def _is_simple(value: Any) -> bool:
    """Whether the standard library writes a value as RFC 8785 has it.

    It orders names beyond U+FFFF otherwise, and writes other numbers otherwise.
    """
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return bool(-_EXACT < value < _EXACT)
    if kind is list or kind is tuple:
        return all(map(_is_simple, value))
    return kind is dict and all(
        type(name) is str and name.isascii() and _is_simple(inner)
        for name, inner in value.items()
    )


def parse_strict(data: bytes, most: int) -> Plain:
    """Read canonical JSON bytes into plain values, or refuse them.

    Args:
        data: the whole file.
        most: greatest number of bytes such a file can have.

    Raises:
        Problem: X-101 too large, X-102 empty, X-103 cut short, X-104 not JSON in UTF-8,
            X-105 saved by another program (not canonical), X-106 a name twice, X-107 a
            number that is no short integer, X-108 nested too deep, X-109 unclean text.
    """
    return parse_listed(data, most, ())[0]


def parse_listed(
    data: bytes, most: int, place: tuple[str, ...]
) -> tuple[Plain, tuple[str, ...] | None]:
    """Read like ``parse_strict`` and return along how each thing of a list is written.

    Whether the bytes are canonical is found out by writing what they say, so this costs
    nothing more.

    Args:
        data: the whole file.
        most: greatest number of bytes such a file can have.
        place: names that lead to the list, or none.

    Returns:
        the plain values, and the JSON text of each thing in the list; None where there
        is no list or its things were not written one by one.

    Raises:
        Problem: as ``parse_strict``.
    """
    _check_size(data, most)
    if not data.startswith(b"{"):
        raise _not_ours()
    sound = _sound(data, place)
    return (parse_slowly(data), None) if sound is None else sound


def _sound(
    data: bytes, place: tuple[str, ...]
) -> tuple[Plain, tuple[str, ...] | None] | None:
    """Return what sound data says; None where something may be wrong with it.

    Nearly every file is sound, and the standard library tells so without a call back
    for every object and number: names that stand twice are gone when it is written
    again. What is wrong with the others, ``parse_slowly`` tells.
    """
    outside = _outside_texts(data)
    if not _is_flat(outside) or _LONG_NUMBER.search(outside):
        return None
    try:
        text = data.decode("utf-8")
        plain: Plain = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError, Problem):
        return None
    if not (is_clean(text) if "\\" not in text else _is_clean(plain)):
        return None
    written = _written_at(plain, place, text)
    if written is not None:
        return plain, written
    return (plain, None) if _is_canonical(plain, data) else None


def _written_at(
    plain: Plain, place: tuple[str, ...], text: str
) -> tuple[str, ...] | None:
    """Return how each thing of a list is written in a canonical *text*, else None."""
    inner: Any = plain
    for name in place[:-1]:
        inner = inner.get(name) if isinstance(inner, dict) else None
    listed = inner.get(place[-1]) if place and isinstance(inner, dict) else None
    if not isinstance(listed, list) or not listed or _LAST_NAMES.search(text):
        return None
    written = written_apart(listed)
    inner[place[-1]] = []
    around = _WRITER.encode(plain)
    inner[place[-1]] = listed
    opening = f'"{place[-1]}":['
    before, _, after = around.partition(opening + "]")
    whole = "".join((before, opening, ",".join(written), "]", after))
    return written if whole == text else None


def written_apart(listed: list[Any]) -> tuple[str, ...]:
    """Return the JSON of each, written in one go with a text between that none holds.

    No clean text holds a NUL, and its escape stands nowhere else behind a quotation
    mark.
    """
    if not listed:
        return ()
    between = itertools.repeat(_BETWEEN, len(listed))
    pairs = itertools.chain.from_iterable(zip(listed, between, strict=True))
    whole = _WRITER.encode(list(pairs))
    return tuple(whole[1 : -len(_BETWEEN_WRITTEN) - 1].split(_BETWEEN_WRITTEN + ","))


def _outside_texts(data: bytes) -> bytes:
    """Return sound JSON without its texts: brackets, commas, numbers."""
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(data.split(b'"')[::2])


def _is_flat(outside: bytes) -> bool:
    """Whether brackets match, not nested too deep, not too many."""
    brackets = outside.translate(None, _NO_BRACKETS)
    if len(brackets) > 2 * _MOST_CONTAINERS:
        return False
    for _depth in range(DEEPEST):
        if not brackets:
            break
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return not brackets


def parse_slowly(data: bytes) -> Plain:
    """Read data of which something may be wrong, and tell what.

    Raises:
        Problem: X-103 to X-109, as ``parse_strict``.
    """
    whole = _check_nesting(data)
    try:
        text = data.decode("utf-8")
        plain = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_float=_no_float,
            parse_int=_short_integer,
            parse_constant=_no_float,
        )
    except ValueError as error:
        raise (_not_ours() if whole else _cut_short()) from error
    # Without escapes every text in it is a piece of the whole; a piece of what is clean
    # and normalized is so too.
    if ("\\" in text or not is_clean(text)) and not _is_clean(plain):
        _check_texts(plain, "")
    if not _is_canonical(plain, data):
        raise Problem(
            "X-105",
            N_(
                "This file has been opened and saved by another program, which changed"
                " its form. Ask for the original file, unopened."
            ),
        )
    return plain  # type: ignore[no-any-return]  # it began with a brace


def _is_canonical(plain: Any, data: bytes) -> bool:
    """Whether *data* is the RFC 8785 form of *plain*.

    The standard library writes that form ten times faster, but for the order of names
    beyond U+FFFF; those have four bytes in UTF-8. Numbers are short integers by now.
    """
    if _FOUR_BYTES.search(data):
        return canonical(plain) == data
    return _WRITER.encode(plain).encode() == data


def _check_size(data: bytes, most: int) -> None:
    if len(data) > most:
        raise Problem(
            "X-101",
            N_(
                "This file is larger than {most} kilobytes, which no such file can be."
                " Check that it is the right file."
            ),
            most=most // 1024,
        )
    if not data:
        raise Problem(
            "X-102",
            N_("This file is empty. Copy it again from where it was made."),
        )


def _check_nesting(data: bytes) -> bool:
    """Refuse deep or countless nesting; tell whether everything is closed."""
    depth = containers = 0
    for match in _BRACKET.finditer(_STRING.sub(_emptied, data)):
        if match[0] in b"[{":
            depth += 1
            containers += 1
        else:
            depth -= 1
        if depth > DEEPEST or containers > _MOST_CONTAINERS:
            raise Problem(
                "X-108",
                N_(
                    "This file is nested more deeply than any file of this program."
                    " It was not made by it; ask for the original file."
                ),
            )
    return depth <= 0


def _emptied(match: re.Match[bytes]) -> bytes:
    # What stands for an unfinished string is a bracket that is never closed.
    return b"" if match["end"] else b"["


def _unique(pairs: list[tuple[str, Any]]) -> Plain:
    found: Plain = {}
    for name, value in pairs:
        if name in found:
            raise Problem(
                "X-106",
                N_(
                    "This file says {name} twice in one place, so that two programs"
                    " could read two things in it. Ask for the original file."
                ),
                name=shown(name),
            )
        found[name] = value
    return found


def _no_float(written: str) -> NoReturn:
    raise Problem(
        "X-107",
        N_(
            "This file holds the number {number}; files of this program hold whole"
            " numbers of at most 15 digits. Ask for the original file."
        ),
        number=shown(written),
    )


def _short_integer(written: str) -> int:
    if len(written.lstrip("-")) > _MOST_DIGITS:
        _no_float(written)
    return int(written)


def _is_clean(plain: Any) -> bool:
    """Whether every text is clean; where one is not, ``_check_texts`` says which."""
    if isinstance(plain, str):
        return is_clean(plain)
    if isinstance(plain, dict):
        return all(map(is_clean, plain)) and all(map(_is_clean, plain.values()))
    if isinstance(plain, list):
        return all(map(_is_clean, plain))
    return True


def _check_texts(plain: Any, place: str) -> None:
    """Refuse text that is not clean, anywhere; depth is bounded by now."""
    if isinstance(plain, str):
        if not is_clean(plain):
            raise Problem(
                "X-109",
                N_(
                    "The text at {place} holds characters that are not allowed there"
                    " (invisible, unpaired or not normalized). The program that made"
                    " this file is at fault; ask for the file to be made again."
                ),
                place=place,
            )
    elif isinstance(plain, dict):
        for name, value in plain.items():
            inner = f"{place}.{shown(name)}".lstrip(".")
            _check_texts(name, inner)
            _check_texts(value, inner)
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            _check_texts(value, f"{place}[{number}]")


def shown(text: str) -> str:
    """Return a foreign text short and harmless enough to be quoted in a sentence."""
    harmless = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return harmless if len(harmless) <= _PLACE_SHOWN else harmless[:_PLACE_SHOWN] + "…"


def _cut_short() -> Problem:
    return Problem(
        "X-103",
        N_(
            "This file ends too early: it was cut short while being copied. Copy it"
            " again, and remove the USB stick only when the copy has finished."
        ),
    )


def _not_ours() -> Problem:
    return Problem(
        "X-104",
        N_(
            "This is not a file of this program, or it is damaged. Check that it is"
            " the right file, or copy it again."
        ),
    )
