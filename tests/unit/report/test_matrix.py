"""The assessment matrix on paper: a row a text, a column a group, nobody's secrets."""

from dataclasses import replace

import pytest
from support.coresia_results import (
    BENCH,
    EMPLOYERS,
    GOVERNMENT,
    PERSON,
    WORKERS,
    coresia,
    everyone,
    seat,
)

from spf_assess.analysis.matrix import Column
from spf_assess.model import Answer, ItemKind, NoAnswer, PartAnswer
from spf_assess.report.context import build
from spf_assess.report.desk import Desk
from spf_assess.report.matrix import matrix

EXISTS, PLANNED, DESIGN, ISSUES, OPTIONS = (column.value for column in Column)
ITEM = "abnd.5b"


def said(group, **parts):
    """Return what lets *group* give these parts of the matrix and nothing else."""
    told = {
        name: part if isinstance(part, PartAnswer) else PartAnswer(part)
        for name, part in parts.items()
    }

    def change(item, who, answer):
        if item.kind is not ItemKind.TEXTS or who.constituency is not group:
            return answer
        return Answer(item.id, told) if item.id == ITEM else Answer(item.id)

    return change


def report(seats=None, change=None):
    return coresia(seats, ("abnd",), change=change)


def table(given, language="en"):
    desk = Desk.lay(given, language)
    return matrix(desk, given.questionnaire.item(ITEM))


def cell(rows, row, group):
    found = next(one for one in rows[row]["cells"] if one["id"] == group.value)
    return [one["text"] for one in found["quotes"]], found["lines"]


def test_rows_are_the_methods_five_columns_and_columns_the_groups():
    rows = table(report())
    assert [row["name"] for row in rows] == [
        "What exists",
        "What is planned",
        "Gaps in design",
        "Implementation issues",
        "Options",
    ]
    groups = {one["id"] for one in rows[0]["cells"]}
    assert groups == {group.value for group in (GOVERNMENT, EMPLOYERS, WORKERS)}
    assert table(report(), "fr")[0]["name"] == "Ce qui existe"


def test_a_group_is_quoted_text_by_text():
    rows = table(report(change=said(GOVERNMENT, exists="One scheme", options="None")))
    assert cell(rows, 0, GOVERNMENT) == (["“One scheme”"], [])
    assert cell(rows, 4, GOVERNMENT) == (["“None”"], [])
    assert cell(rows, 1, GOVERNMENT) == ([], ["Left blank"])


def test_a_stated_no_answer_stands_with_its_reason():
    reason = PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE, reason="No such plan")
    rows = table(report(change=said(EMPLOYERS, planned=reason)))
    assert cell(rows, 1, EMPLOYERS) == ([], ["Not applicable: No such plan"])


def test_members_are_quoted_with_consent_and_never_otherwise():
    shy = replace(seat(7, WORKERS, PERSON).who, consent_quoted=False)
    seats = (seat(1, GOVERNMENT), replace(seat(7, WORKERS, PERSON), who=shy))
    rows = table(report(seats, said(WORKERS, exists="Our secret")))
    assert cell(rows, 0, WORKERS) == ([], ["single answers, not shown"])
    assert cell(rows, 0, EMPLOYERS) == ([], ["no answer handed in"])
    open_ = (seat(1, GOVERNMENT), seat(7, WORKERS, PERSON))
    rows = table(report(open_, said(WORKERS, exists="Our words")))
    assert cell(rows, 0, WORKERS) == (["“Our words”"], [])


def test_a_member_without_an_answer_cannot_be_made_out():
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    seats = (seat(1, GOVERNMENT), seat(7, WORKERS, PERSON))
    rows = table(report(seats, said(WORKERS, exists=unknown)))
    assert cell(rows, 0, WORKERS) == ([], ["Left blank"])


def test_members_stand_aside_where_their_group_agreed_an_answer():
    seats = (seat(6, WORKERS, BENCH), *everyone())

    def change(item, who, answer):
        if item.kind is not ItemKind.TEXTS:
            return answer
        text = "Agreed" if who.kind is BENCH else "Alone"
        return Answer(item.id, {EXISTS: PartAnswer(text)})

    rows = table(report(seats, change))
    assert cell(rows, 0, WORKERS) == (["“Agreed”"], [])


def test_the_annex_counts_the_texts_and_does_not_repeat_them():
    given = report(change=said(GOVERNMENT, exists="One scheme", options="None"))
    annex = build(given, "en")["annex"][0]
    row = next(one for one in annex["rows"] if one["id"] == ITEM)
    lines = {one["id"]: one["lines"] for one in row["groups"]}
    assert lines[GOVERNMENT.value] == ["texts: 2 of 5"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_matrix_is_printed(papers, language):
    long = "Une zibeline – « pour tous » – n'existe pas. " * 60
    change = said(GOVERNMENT, exists=long, design_gaps="Girls", options="A pilot")
    paper = papers(language, "matrix", report(change=change))
    names = {
        "en": ["What exists", "Gaps in design"],
        "fr": ["Ce qui existe", "Lacunes"],
    }
    for name in names[language]:
        assert name in paper.text
    assert paper.text.count("zibeline") == 60
