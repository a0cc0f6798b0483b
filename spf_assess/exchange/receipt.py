"""The receipt: eight words and a QR code by which a packet is recognized (R-302).

The words are the first 88 bits of the packet's digest in the lists of BIP-39, 11 bits a
word; the English and the French word of one receipt have the same index.
"""

import difflib
import unicodedata
from collections.abc import Sequence
from functools import cache
from html import escape

from spf_assess.exchange.canonical import shown
from spf_assess.model import N_, Problem

WORDS_IN_RECEIPT = 8
_BITS_A_WORD = 11
_DIGITS = WORDS_IN_RECEIPT * _BITS_A_WORD // 4
_LISTS = {"en": "english", "fr": "french"}
_QUIET_ZONE = 4
QR_PREFIX, INVITATION_PREFIX = "SPFR1:", "SPFI1:"


def receipt_words(digest: str, language: str) -> tuple[str, ...]:
    """Return the eight words for a digest of 64 hex digits."""
    bits = int(digest[:_DIGITS], 16)
    words = _words(language)
    return tuple(
        words[(bits >> shift) & (2**_BITS_A_WORD - 1)]
        for shift in range((WORDS_IN_RECEIPT - 1) * _BITS_A_WORD, -1, -_BITS_A_WORD)
    )


def words_to_bits(words: str | Sequence[str], language: str) -> str:
    """Return the 22 hex digits that eight words stand for: a digest's beginning.

    The words may be typed in either case, with or without accents, separated by spaces,
    commas or dashes.

    Raises:
        Problem: X-140 not eight words, X-141 a word that is not in the list.
    """
    typed = words if isinstance(words, str) else " ".join(words)
    found = "".join(sign if sign.isalpha() else " " for sign in _bare(typed)).split()
    if len(found) != WORDS_IN_RECEIPT:
        raise Problem(
            "X-140",
            N_("A receipt has {wanted} words; {number} were typed. Type all of them."),
            wanted=WORDS_IN_RECEIPT,
            number=len(found),
        )
    bits = 0
    for place, word in enumerate(found, start=1):
        bits = bits << _BITS_A_WORD | _index(word, place, language)
    return f"{bits:0{_DIGITS}x}"


def receipt_matches(words: str | Sequence[str], language: str, digest: str) -> bool:
    """Whether typed *words* are the receipt of the packet with this *digest*.

    Raises:
        Problem: X-140, X-141 as ``words_to_bits``.
    """
    return digest.startswith(words_to_bits(words, language))


def receipt_qr_matrix(digest: str) -> tuple[tuple[bool, ...], ...]:
    """Return the QR code's modules, row by row, dark ones true, without quiet zone.

    It holds ``SPFR1:`` and the digest in upper-case hex digits.
    """
    return qr_matrix(QR_PREFIX + digest.upper())


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of the QR code of any text, as ``receipt_qr_matrix``."""
    import segno

    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def invitation_qr_text(digest: str, file_name: str) -> str:
    """Return what the QR code on a printed invitation holds: it is not the invitation.

    The file is far too large for a code; what is there tells it from any other.
    """
    return f"{INVITATION_PREFIX}{digest.upper()}:{file_name}"


def receipt_qr_svg(digest: str, title: str = "") -> str:
    """Return the QR code as one SVG element with quiet zone and ``<title>``.

    Args:
        digest: 64 hex digits.
        title: what a screen reader says; the code's content when left empty.
    """
    text = QR_PREFIX + digest.upper()
    return qr_svg(text, title or text)


def qr_svg(text: str, title: str) -> str:
    """Return the QR code of any text as ``receipt_qr_svg`` does a receipt's."""
    rows = qr_matrix(text)
    size = len(rows) + 2 * _QUIET_ZONE
    path = "".join(
        f"M{left + _QUIET_ZONE} {top + _QUIET_ZONE}h{length}v1h-{length}z"
        for top, row in enumerate(rows)
        for left, length in _runs(row)
    )
    said = escape(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' role="img"><title>{said}</title>'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path fill="#000" d="{path}"/></svg>'
    )


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where dark runs begin and how long they are."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if dark and column and row[column - 1]:
            start, length = runs[-1]
            runs[-1] = (start, length + 1)
        elif dark:
            runs.append((column, 1))
    return runs


def _index(word: str, place: int, language: str) -> int:
    indices = _indices(language)
    if word not in indices:
        near = difflib.get_close_matches(word, indices, n=1)
        meant = _words(language)[indices[near[0]]] if near else "?"
        raise Problem(
            "X-141",
            N_(
                "Word {place}, {word}, is not one of the words of receipts in this"
                " language (the nearest is {meant}). Compare it with the receipt."
            ),
            place=place,
            word=shown(word),
            meant=meant,
        )
    return indices[word]


@cache
def _words(language: str) -> tuple[str, ...]:
    from mnemonic import Mnemonic

    words = Mnemonic(_LISTS[language]).wordlist
    return tuple(unicodedata.normalize("NFC", word) for word in words)


@cache
def _indices(language: str) -> dict[str, int]:
    return {_bare(word): index for index, word in enumerate(_words(language))}


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
