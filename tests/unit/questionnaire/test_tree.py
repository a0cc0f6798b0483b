"""Strict YAML: texts stay texts, lines are known, surprises are remarked."""

import pytest

from spf_assess.questionnaire.tree import Trouble, read_tree


def read(text):
    root, remarks = read_tree(text.encode())
    return root, [(one.trouble, one.line, one.words) for one in remarks]


@pytest.mark.parametrize(
    "word", ["no", "on", "NO", "1:30", "0x10", "1e3", "~", "null", "2024-01-01", ".inf"]
)
def test_no_word_turns_into_something_else(word):
    root, remarks = read(f"field: {word}\n")
    assert root.at("field").text == word
    assert remarks == []


def test_every_piece_knows_its_line():
    root, _ = read("a: 1\nb:\n  - x\n  - c: y\n")
    assert root.at("b").entries[1].at("c").line == 4
    assert root.lines == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("text", "trouble", "line", "words"),
    [
        ("a: 1\na: 2\n", Trouble.DUPLICATE_KEY, 2, "a"),
        ("a: &x 1\n", Trouble.ALIAS, 1, "&x"),
        ("a: &x 1\nb: *x\n", Trouble.ALIAS, 2, "*x"),
        ("a: !!int 1\n", Trouble.ALIAS, 1, "tag:yaml.org,2002:int"),
        ("a: !secret 1\n", Trouble.ALIAS, 1, "!secret"),
        ("a: 1\n<<: {b: 2}\n", Trouble.ALIAS, 2, "<<"),
        ("a: 1\n---\nb: 2\n", Trouble.SYNTAX, 2, "---"),
        ("a: 1\n  b: 2\n", Trouble.SYNTAX, 2, "b: 2"),
        ("a:\n\t- 1\n", Trouble.SYNTAX, 2, "- 1"),
        ("[a]: 1\n", Trouble.SYNTAX, 1, "[a]: 1"),
        ("", Trouble.SYNTAX, 1, ""),
    ],
)
def test_a_surprise_is_remarked_with_its_line(text, trouble, line, words):
    _, remarks = read(text)
    assert (trouble, line, words) in remarks


def test_the_first_of_two_equal_fields_is_kept():
    root, _ = read("a: 1\na: 2\n")
    assert root.at("a").text == "1"


def test_a_bomb_of_aliases_stays_small():
    lines = ["a: &a [x, x]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    root, remarks = read("\n".join(lines))
    assert len(root.at("i").entries) == 2
    assert {trouble for trouble, _, _ in remarks} == {Trouble.ALIAS}


def test_nesting_without_end_is_refused():
    root, remarks = read("a: " + "[" * 5000)
    assert root is None
    assert [trouble for trouble, _, _ in remarks] == [Trouble.SYNTAX]


def test_other_encodings_are_told_with_the_line():
    root, remarks = read_tree("a: 1\nb: é\n".encode("latin-1"))
    assert root is None
    assert [(one.trouble, one.line) for one in remarks] == [(Trouble.UNREADABLE, 2)]


def test_a_byte_order_mark_does_no_harm():
    root, remarks = read_tree("\ufeffa: é\n".encode())
    assert root.at("a").text == "é"
    assert remarks == []


@pytest.mark.parametrize(
    "junk", [b"\x00", b"a: \x07", b"%YAML 3.0\n---\na: 1", b"a: 'x"]
)
def test_junk_is_told_and_never_an_exception(junk):
    root, remarks = read_tree(junk)
    assert root is None or remarks
