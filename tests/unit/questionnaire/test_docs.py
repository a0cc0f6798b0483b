"""docs/forms.md tells what the code knows: every code, field, name and function."""

import re
from pathlib import Path

import pytest

from spf_assess.analysis.expressions import FUNCTIONS, LONGEST
from spf_assess.analysis.variables import DISCUSSION_NAMES, OWN_NAMES
from spf_assess.model import EvidenceKind, ItemKind
from spf_assess.questionnaire.checks import RULES
from spf_assess.questionnaire.checks.help_too_long import (
    MOST_EACH,
)
from spf_assess.questionnaire.checks.help_too_long import (
    MOST_WORDS as MOST_HELP,
)
from spf_assess.questionnaire.checks.level_too_long import MOST_WORDS
from spf_assess.questionnaire.checks.text_too_long import (
    ITEM_SHORT,
    LABEL,
    SCHEME,
    SECTION_SHORT,
    SECTION_TITLE,
)
from spf_assess.questionnaire.packs import DOCUMENT_RULES, PACK_RULES
from spf_assess.questionnaire.packs.contents import LARGEST_PACK, MOST_FILES
from spf_assess.questionnaire.packs.shapes import ADDED, PACK, SCHEMES, TEXTS
from spf_assess.questionnaire.shape import GUIDANCE, QUESTIONNAIRE, SECTION
from spf_assess.reading.whole_check import MISSING

DOCS = (Path(__file__).parents[3] / "docs" / "forms.md").read_text(encoding="utf-8")


def fields(kind):
    for name, inner in (kind.fields or {}).items():
        yield name
        yield from fields(inner)
    if kind.entry is not None:
        yield from fields(kind.entry)


def test_every_code_is_listed_once_and_none_is_invented():
    listed = re.findall(r"^\| (Q-\d{3}) \|", DOCS, re.MULTILINE)
    assert listed == sorted(listed)
    rules = (*RULES, *PACK_RULES, *DOCUMENT_RULES)
    assert set(listed) == {rule.code for rule in rules} | {MISSING.code, "Q-110"}


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *fields(QUESTIONNAIRE),
            *fields(SECTION),
            *fields(GUIDANCE),
            *fields(PACK),
            *fields(ADDED),
            *fields(SCHEMES),
            *fields(TEXTS),
            *ItemKind,
            *EvidenceKind,
            *FUNCTIONS,
            *(f"${{.{name}}}" for name in (*OWN_NAMES, *DISCUSSION_NAMES)),
        }
        - {"en", "fr"}
    ),
)
def test_every_word_of_the_vocabulary_is_explained(word):
    assert f"`{word}`" in DOCS


def test_no_function_is_promised_that_the_parser_does_not_know():
    line = re.search(r"\* functions (.+?);", DOCS, re.DOTALL)[1]
    assert tuple(re.findall(r"`(.+?)`", line)) == FUNCTIONS


def test_limits_are_told_as_they_are():
    for limit in (SECTION_TITLE, SECTION_SHORT, ITEM_SHORT, LABEL, SCHEME, LONGEST):
        assert f"at most {limit} characters" in DOCS
    assert f"at most {MOST_WORDS} words" in DOCS
    assert f"at most {LARGEST_PACK // 1024} kilobytes" in DOCS
    assert f"at most {MOST_FILES} files" in DOCS
    assert f"at most {MOST_EACH} words" in DOCS
    for field, most in MOST_HELP.items():
        row = next(line for line in DOCS.splitlines() if f"| `{field}` |" in line)
        assert f"at most {most} words" in row
