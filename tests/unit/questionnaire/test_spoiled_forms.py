"""However a form is spoiled: faults are told, and nothing ends in an exception."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.forms import MAIN, SECTION, write_form
from support.yaml_files import spoiled

from spf_assess.model import Problem
from spf_assess.questionnaire import check_forms, load_questionnaire
from spf_assess.questionnaire.build import build
from spf_assess.questionnaire.checks import ALL, NEEDED, run
from spf_assess.questionnaire.form import read_form

OTHER_VALUES = [
    "",
    "x",
    '"x"',
    "[]",
    "{}",
    "[x]",
    "{x: y}",
    "[[]]",
    "true",
    "3(e)",
    "9",
]


def without(text, number):
    lines = text.splitlines(keepends=True)
    return "".join(lines[:number] + lines[number + 1 :])


def with_other_value(text, number, other):
    lines = text.splitlines(keepends=True)
    changed = re.sub(
        r"(:|-) .*|:$", lambda found: f"{found[0][0]} {other}", lines[number], count=1
    )
    return "".join([*lines[:number], changed, *lines[number + 1 :]])


def survive(folder):
    """Check, then build if nothing forbids it; only a Problem may come out."""
    form = read_form(folder)
    found = run(form, ALL)
    if not run(form, NEEDED):
        build(form)
    return found


@pytest.mark.parametrize("which", ["main", "section"])
def test_a_missing_line_never_ends_in_an_exception(tmp_path, which):
    text = MAIN if which == "main" else SECTION
    for number in range(len(text.splitlines())):
        changed = without(text, number)
        survive(
            write_form(tmp_path, changed, s3e=SECTION)
            if which == "main"
            else write_form(tmp_path, s3e=changed)
        )


@pytest.mark.parametrize("which", ["main", "section"])
@pytest.mark.parametrize("other", OTHER_VALUES)
def test_another_value_in_any_line_never_ends_in_an_exception(tmp_path, which, other):
    text = MAIN if which == "main" else SECTION
    for number in range(len(text.splitlines())):
        changed = with_other_value(text, number, other)
        survive(
            write_form(tmp_path, changed, s3e=SECTION)
            if which == "main"
            else write_form(tmp_path, s3e=changed)
        )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, len(SECTION) - 1),
    st.text("\x00\t {}[]:&*!|>-'\"#\u00e9\ud7ff", max_size=4),
)
def test_any_letters_anywhere_are_survived(tmp_path_factory, place, letters):
    folder = tmp_path_factory.mktemp("form")
    survive(write_form(folder, s3e=SECTION[:place] + letters + SECTION[place + 1 :]))


@pytest.mark.parametrize("size", [0, 1, 100, 700, 1500])
def test_a_file_cut_short_is_told(tmp_path, size):
    folder = write_form(tmp_path, s3e=SECTION[:size])
    assert check_forms(folder)
    with pytest.raises(Problem):
        load_questionnaire(folder)


def test_a_section_cannot_be_read_from_outside_the_folder(tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text(SECTION, encoding="utf-8")
    main = spoiled(MAIN, '"3e"]', '"3e", "../secret"]')
    found = check_forms(write_form(tmp_path / "form", main, s3e=SECTION))
    assert [fault.code for fault in found] == ["Q-101", "Q-310"]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    write_form(tmp_path)
    (tmp_path / "3e.yaml").unlink()
    (tmp_path / "3e.yaml").mkdir()
    assert [fault.code for fault in check_forms(tmp_path)] == ["Q-105"]
