"""Consultations whose members answered one by one, so many at each level."""

from dataclasses import replace

from support.coresia_results import (
    EMPLOYERS,
    GOVERNMENT,
    PERSON,
    WORKERS,
    coresia,
    seat,
)

from spf_assess.analysis.disclosure import OPEN
from spf_assess.model import NoAnswer, PartAnswer

SECTION, HEADLINE = "3a", "3a.1"
DONT_KNOW, PREFERS_NOT = NoAnswer.DONT_KNOW, NoAnswer.PREFERS_NOT


def rated(law, *, final=True, sections=(SECTION,), **more):
    """A consultation of which the members rated so, by group and level, on 3a.1."""
    seats, said = [], {}
    for group, cells in law.items():
        for cell, number in cells.items():
            for _ in range(number):
                who = seat(len(seats) + 1, group, PERSON)
                seats.append(who)
                said[who.who.id] = cell

    def change(item, who, answer):
        if item.id != HEADLINE:
            return replace(answer, comment="")
        cell = said[who.id]
        told = (
            PartAnswer(value=cell)
            if isinstance(cell, int)
            else PartAnswer(no_answer=cell)
        )
        return replace(answer, parts=dict.fromkeys(answer.parts, told), comment="")

    given = coresia(seats, sections, change=change)
    return replace(given, **more) if final else replace(given, final=OPEN, **more)


def large():
    """Three groups: one told by level, one by halves in dots, one not at all."""
    return rated(
        {
            GOVERNMENT: {1: 60, 2: 40, 3: 30, 4: 20, DONT_KNOW: 24, PREFERS_NOT: 6},
            EMPLOYERS: {1: 2, 2: 2, 3: 2, 4: 3},
            WORKERS: {1: 1, 2: 1, 4: 9, DONT_KNOW: 3},
        }
    )
