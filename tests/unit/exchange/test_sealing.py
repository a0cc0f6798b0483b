"""A sheet behind a PIN: opens with it or its words, with nothing else, unchanged."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spf_assess.exchange import sealing
from spf_assess.model import Problem

ABOUT = "seat/1"


@pytest.fixture(scope="module")
def made():
    return sealing.new_lock("246810", ABOUT)


def test_the_pin_opens_however_the_keyboard_writes_its_digits(made):
    lock, key, _words = made
    assert sealing.key_by_pin(lock, "246810", ABOUT) == key
    assert sealing.key_by_pin(lock, " ２４６８１０ ", ABOUT) == key


def test_another_pin_or_another_sheet_opens_nothing(made):
    lock, _key, _words = made
    assert sealing.key_by_pin(lock, "246811", ABOUT) is None
    assert sealing.key_by_pin(lock, "", ABOUT) is None
    assert sealing.key_by_pin(lock, "246810", "seat/2") is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_open_in_either_language_typed_without_care(made, language):
    lock, key, words = made
    typed = ", ".join(words[language]).upper()
    assert sealing.key_by_words(lock, typed, ABOUT) == key


def test_one_word_wrong_opens_nothing(made):
    lock, _key, words = made
    said = list(words["en"])
    said[0] = "zoo" if said[0] != "zoo" else "abandon"
    assert sealing.key_by_words(lock, " ".join(said), ABOUT) is None
    assert sealing.key_by_words(lock, "not even words", ABOUT) is None


def test_the_lock_alone_says_neither_key_nor_pin_nor_words(made):
    lock, key, words = made
    kept = json.dumps(list(_values(lock.plain)))  # "salt" is a word of the list too
    for secret in ("246810", key.hex(), *words["en"], *words["fr"]):
        assert f'"{secret}"' not in kept
    assert key.hex() not in kept


def _values(plain):
    """Yield everything that is kept, without the names under which it is."""
    for one in plain.values() if isinstance(plain, dict) else plain:
        if isinstance(one, dict | list):
            yield from _values(one)
        else:
            yield one


def test_another_pin_replaces_the_first_and_the_words_stay(made):
    lock, key, words = made
    changed = sealing.with_pin(lock, key, "abcdef", ABOUT)
    assert sealing.key_by_pin(changed, "246810", ABOUT) is None
    assert sealing.key_by_pin(changed, "abcdef", ABOUT) == key
    assert sealing.key_by_words(changed, " ".join(words["en"]), ABOUT) == key


@pytest.mark.parametrize("pin", ["", "12345", "     12345    ", "1" * 65])
def test_a_pin_too_short_or_too_long_is_refused(pin):
    with pytest.raises(Problem) as told:
        sealing.new_lock(pin, ABOUT)
    assert told.value.code == "C-140"


@given(data=st.binary(max_size=300), place=st.integers(0, 10_000))
@settings(max_examples=60)
def test_what_was_sealed_comes_back_and_any_flipped_bit_is_told(made, data, place):
    _lock, key, _words = made
    sealed = sealing.seal(data, key, ABOUT)
    assert sealing.unseal(sealed, key, ABOUT) == data
    assert data not in sealed or len(data) < 4
    spoilt = bytearray(sealed)
    spoilt[place % len(spoilt)] ^= 1
    with pytest.raises(Problem) as told:
        sealing.unseal(bytes(spoilt), key, ABOUT)
    assert told.value.code == "C-141"
    with pytest.raises(Problem):
        sealing.unseal(sealed, key, "seat/2")
    with pytest.raises(Problem):
        sealing.unseal(sealed[:7], key, ABOUT)


def test_a_lock_that_asks_for_all_memory_is_not_tried(made):
    lock, _key, _words = made
    for told in ({"n": 2**40}, {"r": 2**20}, {"p": 2**20}, {"n": 3}, {"n": -2}):
        greedy = sealing.Lock({"pin": {**lock.plain["pin"], **told}})
        assert sealing.key_by_pin(greedy, "246810", ABOUT) is None
