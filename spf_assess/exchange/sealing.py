"""Sealing an answer sheet: behind a PIN, or words that are shown once.

The sheet is encrypted with a random key (ChaCha20-Poly1305). That key is wrapped twice:
under a key made from the PIN, and under one made from the recovery words, both by
scrypt. So the PIN may change, or be forgotten, without the sheet being written anew.

A PIN is short. It keeps an answer sheet from the next person at the same computer; who
copies the file and has time can try all PINs of six digits. ``docs/data-safety.md``
says so in plain words.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from spf_assess.model import N_, Plain, Problem

PIN_LEAST, PIN_MOST = 6, 64
WORDS_TO_RECOVER = 12
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES, _ENTROPY_BYTES = 32, 16, 12, 16
# 32 megabytes and about a tenth of a second on an office computer.
_COST, _BLOCK, _PARALLEL = 2**15, 8, 1
_MOST_ROOM, _MOST_PARALLEL = 2**21, 4  # a quarter of a gigabyte
_LISTS = {"en": "english", "fr": "french"}
_PIN, _WORDS = "pin", "words"


@dataclass(frozen=True, slots=True)
class Lock:
    """What opens a sheet: its key, wrapped under the PIN and under the words.

    Attributes:
        plain: as it is kept in the file, JSON values; nothing in it opens the sheet by
            itself.
    """

    plain: Plain


def new_lock(pin: str, about: str) -> tuple[Lock, bytes, dict[str, tuple[str, ...]]]:
    """Return a lock, the sheet's key, and the recovery words by language.

    The words of both languages stand for the same number; either opens the lock. They
    are nowhere kept.

    Args:
        pin: as typed.
        about: what the lock belongs to; it opens nothing else.

    Raises:
        Problem: C-140 the PIN is too short or too long.
    """
    check_pin(pin)
    key = secrets.token_bytes(_KEY_BYTES)
    entropy = secrets.token_bytes(_ENTROPY_BYTES)
    lock = Lock(
        {
            _PIN: _wrap(key, _spoken(pin), f"{about}/{_PIN}"),
            _WORDS: _wrap(key, entropy, f"{about}/{_WORDS}"),
        }
    )
    return lock, key, {name: _words(entropy, name) for name in _LISTS}


def with_pin(lock: Lock, key: bytes, pin: str, about: str) -> Lock:
    """Return the lock with another PIN; the words stay.

    Raises:
        Problem: C-140 the PIN is too short or too long.
    """
    check_pin(pin)
    return Lock({**lock.plain, _PIN: _wrap(key, _spoken(pin), f"{about}/{_PIN}")})


def key_by_pin(lock: Lock, pin: str, about: str) -> bytes | None:
    """Return the sheet's key, or None where this is not the PIN."""
    return _unwrap(lock.plain[_PIN], _spoken(pin), f"{about}/{_PIN}")


def key_by_words(lock: Lock, words: str, about: str) -> bytes | None:
    """Return the sheet's key, or None where these are not the words.

    They may be typed in either language and case, with or without accents.
    """
    for language in _LISTS:
        entropy = _entropy(words, language)
        if entropy is not None:
            return _unwrap(lock.plain[_WORDS], entropy, f"{about}/{_WORDS}")
    return None


def seal(data: bytes, key: bytes, about: str) -> bytes:
    """Return *data* encrypted; with another key or *about* it cannot be opened."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, data, about.encode())


def unseal(sealed: bytes, key: bytes, about: str) -> bytes:
    """Return what ``seal`` was given.

    Raises:
        Problem: C-141 it was changed, or belongs to something else.
    """
    data = _decrypt(sealed, key, about)
    if data is None:
        raise Problem(
            "C-141",
            N_(
                "The closed answer sheet was changed or damaged and cannot be opened."
                " Use a copy of the consultation's file from before."
            ),
        )
    return data


def check_pin(pin: str) -> None:
    """Refuse a PIN that is too short to keep anyone out.

    Raises:
        Problem: C-140.
    """
    if not PIN_LEAST <= len(_spoken(pin)) <= PIN_MOST:
        raise Problem(
            "C-140",
            N_(
                "A PIN has {least} to {most} digits or letters. Choose one that you can"
                " remember and nobody here can guess."
            ),
            least=PIN_LEAST,
            most=PIN_MOST,
        )


def _spoken(pin: str) -> bytes:
    """Return a PIN the same whichever keyboard typed it."""
    return unicodedata.normalize("NFKC", pin.strip()).encode()


def _wrap(key: bytes, secret: bytes, about: str) -> Plain:
    salt = secrets.token_bytes(_SALT_BYTES)
    made = _derived(secret, salt, _COST, _BLOCK, _PARALLEL)
    return {
        "kdf": "scrypt",
        "n": _COST,
        "r": _BLOCK,
        "p": _PARALLEL,
        "salt": salt.hex(),
        "wrapped": seal(key, made, about).hex(),
    }


def _unwrap(wrapped: Plain, secret: bytes, about: str) -> bytes | None:
    cost, block, parallel = (int(wrapped[name]) for name in ("n", "r", "p"))
    if cost * block > _MOST_ROOM or parallel > _MOST_PARALLEL:
        return None  # a hostile file must not take all memory
    salt = bytes.fromhex(wrapped["salt"])
    try:
        made = _derived(secret, salt, cost, block, parallel)
    except (OverflowError, ValueError):  # no such numbers
        return None
    return _decrypt(bytes.fromhex(wrapped["wrapped"]), made, about)


def _decrypt(sealed: bytes, key: bytes, about: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, rest, about.encode())
    except (InvalidTag, ValueError):
        return None


def _derived(secret: bytes, salt: bytes, cost: int, block: int, p: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=_KEY_BYTES, n=cost, r=block, p=p).derive(secret)


def _words(entropy: bytes, language: str) -> tuple[str, ...]:
    from mnemonic import Mnemonic

    said = Mnemonic(_LISTS[language]).to_mnemonic(entropy)
    return tuple(unicodedata.normalize("NFC", word) for word in said.split())


def _entropy(words: str, language: str) -> bytes | None:
    """Return what the words stand for; None where they are no such words."""
    from mnemonic import Mnemonic

    known = {_bare(word): word for word in Mnemonic(_LISTS[language]).wordlist}
    typed = "".join(sign if sign.isalpha() else " " for sign in _bare(words)).split()
    if len(typed) != WORDS_TO_RECOVER or not all(word in known for word in typed):
        return None
    try:
        entropy = Mnemonic(_LISTS[language]).to_entropy([known[word] for word in typed])
    except (ValueError, LookupError):  # the checksum within the words does not hold
        return None
    return bytes(entropy)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
