"""Every message says what to do, in words that a machine can find."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import errors  # noqa: E402 - a tool beside the package

# What a person is told to do: a verb at the beginning of a clause …
TO_DO = (
    "accept|add|agree|allow|answer|ask|begin|bring|change|check|choose|close|come|"
    "compare|complete|confirm|copy|correct|cut|decide|delete|do|enter|export|fill|"
    "find|free|give|go|hand|import|insert|install|keep|key|let|leave|look|make|mark|mend|"
    "merge|move|name|open|pass|pay|pick|plug|print|put|quote|read|record|remove|"
    "repeat|restart|return|save|say|see|send|set|shorten|show|sign|start|switch|take|"
    "tell|try|turn|type|use|wait|withdraw|work|write"
)
ORDER = re.compile(
    r"(?:^|[.;:,(!?}] |\b(?:and|or|then|first|please|otherwise) )"
    rf"(?:{TO_DO})\b",
    re.IGNORECASE,
)
# … or what is possible here, or happens by itself, so that nothing needs doing.
POSSIBLE = re.compile(
    r"\b(can(?! be so)|must|needs?|has to|have to|shows?|waits?|possible|belongs to"
    r"|between|are 1 to|in their order|asks the facilitator|report it)\b"
)
# Told with points that say it each, or below S-111 and S-110, which say what to do; and
# an end that was asked for.
DETAILS = {"C-135", "S-112", "S-113", "S-114", "S-115", "S-116", "S-117", "S-118"}
DONE = {"R-104", "L-130"}
# Form faults have a remedy of their own, which another test asks for.
FORMS = "Q"


def lacking(sentence: str) -> bool:
    """Whether a sentence says what is wrong and leaves it at that."""
    clauses = re.split(r"(?<=[.;:!?]) ", sentence)
    told = ORDER.search(sentence) or (
        len(clauses) > 1 and POSSIBLE.search(" ".join(clauses[1:]))
    )
    return not told


def told() -> list[tuple[str, str]]:
    return [
        (code, sentence)
        for code, sentences in sorted(errors.sentences().items())
        for sentence in sentences
        if code[0] != FORMS and code not in DETAILS | DONE
    ]


def test_every_message_says_what_to_do():
    found = told()
    assert len(found) > 150
    assert [f"{code}: {words}" for code, words in found if lacking(words)] == []


@pytest.mark.parametrize(
    "words",
    [
        "This file has no round {number}.",
        "No question is answered yet, so there is nothing to hand in.",
        "{file} is open for reading only; nothing was changed.",
    ],
)
def test_a_message_without_a_way_out_is_noticed(words):
    assert lacking(words)
