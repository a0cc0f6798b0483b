from xml.etree import ElementTree as ET

import pytest
import segno
from mnemonic import Mnemonic

from spf_assess.exchange import (
    receipt_matches,
    receipt_qr_matrix,
    receipt_qr_svg,
    receipt_words,
    words_to_bits,
)
from spf_assess.model import Problem

DIGEST = "a6f442330829e10935fc90" + "0" * 42
FRENCH = ("nouveau", "nageur", "légume", "aqueduc")


def test_the_words_are_the_first_88_bits_by_eleven():
    bits = f"{int(DIGEST, 16):0256b}"
    for language, name in (("en", "english"), ("fr", "french")):
        known = Mnemonic(name).wordlist
        expected = [known[int(bits[at : at + 11], 2)] for at in range(0, 88, 11)]
        bare = [Mnemonic.normalize_string(word) for word in expected]
        words = receipt_words(DIGEST, language)
        assert [Mnemonic.normalize_string(word) for word in words] == bare


def test_both_languages_say_the_same():
    english, french = (receipt_words(DIGEST, one) for one in ("en", "fr"))
    assert english[:4] == ("plunge", "pear", "mimic", "aware")
    assert french[:4] == FRENCH
    assert words_to_bits(english, "en") == words_to_bits(french, "fr") == DIGEST[:22]


def test_extremes_have_words():
    assert receipt_words("0" * 64, "en") == ("abandon",) * 8
    assert receipt_words("f" * 64, "fr") == ("zoologie",) * 8
    assert words_to_bits("abandon " * 8, "en") == "0" * 22


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1} {2} {3} {4} {5} {6} {7}",
        "  {0},{1}; {2} - {3}\n{4} {5} {6} {7}. ",
        "1. {0} 2. {1} 3. {2} 4. {3} 5. {4} 6. {5} 7. {6} 8. {7}",
    ],
)
def test_words_may_be_typed_as_people_type(typed):
    words = receipt_words(DIGEST, "fr")
    for spelled in (
        words,
        [word.upper() for word in words],
        [word.replace("é", "e") for word in words],
        [word.replace("é", "e\u0301") for word in words],
    ):
        assert receipt_matches(typed.format(*spelled), "fr", DIGEST)


def test_another_packet_is_not_matched():
    assert not receipt_matches(receipt_words(DIGEST, "en"), "en", "b" + DIGEST[1:])


def test_words_missing_are_counted():
    with pytest.raises(Problem) as told:
        words_to_bits("abandon ability able", "en")
    assert (told.value.code, told.value.facts["number"]) == ("X-140", 3)


def test_a_mistyped_word_is_named_with_the_nearest_one():
    with pytest.raises(Problem) as told:
        words_to_bits("nouveau nageur legumme" + " aqueduc" * 5, "fr")
    assert told.value.code == "X-141"
    assert told.value.facts == {"place": 3, "word": "legumme", "meant": "légume"}


def test_words_of_the_other_language_are_not_guessed():
    with pytest.raises(Problem):
        words_to_bits(receipt_words(DIGEST, "fr"), "en")


def test_the_code_holds_the_whole_digest():
    expected = segno.make_qr("SPFR1:" + DIGEST.upper(), error="m")
    matrix = receipt_qr_matrix(DIGEST)
    assert matrix == tuple(tuple(map(bool, row)) for row in expected.matrix)
    assert {len(row) for row in matrix} == {len(matrix)}


def test_the_picture_shows_exactly_the_dark_modules():
    picture = ET.fromstring(receipt_qr_svg(DIGEST, "Reçu & <code>"))  # noqa: S314
    space = {"s": "http://www.w3.org/2000/svg"}
    assert picture[0].tag.endswith("}title")
    assert picture[0].text == "Reçu & <code>"
    _background, dark = picture.findall("s:path", space)
    painted = set()
    for run in dark.attrib["d"].split("M")[1:]:
        start, _, rest = run.partition("h")
        left, top = map(int, start.split())
        length = int(rest.split("v")[0])
        painted |= {(left + column, top) for column in range(length)}
    assert painted == {
        (column + 4, row + 4)
        for row, modules in enumerate(receipt_qr_matrix(DIGEST))
        for column, dark_module in enumerate(modules)
        if dark_module
    }
    _, _, width, height = map(int, picture.attrib["viewBox"].split())
    assert width == height == len(receipt_qr_matrix(DIGEST)) + 8


def test_the_picture_has_a_title_even_when_none_is_given():
    assert f"<title>SPFR1:{DIGEST.upper()}</title>" in receipt_qr_svg(DIGEST)
