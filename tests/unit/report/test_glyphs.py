"""What cannot be printed is told by its code; what has no shape leaves no trace."""

import pytest

from spf_assess.report.glyphs import covered, printable


def test_letters_of_both_languages_are_printed_as_they_are():
    words = "Élément probant, œuvre, naïve, « 2½ », “quoted” – n°\u00a0202 … €"
    replaced: set[str] = set()
    assert printable(words, replaced) == words
    assert not replaced


def test_a_sign_without_glyph_becomes_its_code_point_and_is_listed():
    replaced: set[str] = set()
    assert printable("agreed 🤝, ok 漢", replaced) == "agreed [U+1F91D], ok [U+6F22]"
    assert replaced == {"[U+1F91D]", "[U+6F22]"}


@pytest.mark.parametrize(
    "shapeless",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u200b",
        "\ufeff",
        "\ufffe",
    ],
)
def test_control_and_bidi_characters_leave_no_trace(shapeless):
    replaced: set[str] = set()
    assert printable(f"a{shapeless}b", replaced) == "ab"
    assert not replaced


def test_letters_written_right_to_left_are_told_by_code():
    replaced: set[str] = set()
    assert printable("שלום", replaced) == "[U+05E9][U+05DC][U+05D5][U+05DD]"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_is_one_line_end(end):
    assert printable(f"one{end}two", set()) == "one\ntwo"


def test_accents_typed_apart_are_joined_before_they_are_looked_up():
    assert printable("e\u0301", set()) == "é"


def test_the_fonts_cover_what_the_two_languages_need():
    assert {
        ord(sign) for sign in "½«»“”’–—…éèêëàâçîïôùûüÿœæŒÆÉÈÀÇ€°•\u00a0"
    } <= covered()
