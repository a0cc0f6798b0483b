"""What a room may come to see of one question at the worst."""

import dataclasses

from spf_assess.analysis.positions import compare
from spf_assess.desktop.models.projected import Subject
from spf_assess.model import (
    BENCHES,
    Agreement,
    Course,
    Decision,
    Movement,
    NoAnswer,
    Stance,
    Text,
    rotated,
)
from spf_assess.report import ReportInput

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
ITEM = "3e.1"


def beyond_the_longest(given: ReportInput) -> Subject:
    """The longest question, a group that is missing, one that moved, one reserved."""
    item = max(given.questionnaire.items(), key=lambda one: len(one.label["fr"]))
    assert len(item.label["fr"]) > 250
    first = next(iter(given.results.comparisons[ITEM].values())).positions

    def at_levels(*levels):
        none = (NoAnswer.DONT_KNOW,) * 3
        positions = [
            dataclasses.replace(one, level=level, no_answer=kind)
            for one, level, kind in zip(first, levels, none, strict=True)
        ]
        return {
            part.name: compare(item.id, part.name, positions) for part in item.parts
        }

    before, after = at_levels(2.0, 2.5, None), at_levels(2.0, 1.0, None)
    stances = {
        EMPLOYERS: Stance(
            2, item.id, EMPLOYERS, Decision.MOVE, reason="Nous avons lu le décret. " * 4
        ),
        GOVERNMENT: Stance(
            2,
            item.id,
            GOVERNMENT,
            Decision.KEEP,
            reservation="Pas en zone rurale. " * 9,
        ),
    }
    movements = tuple(
        Movement(
            item.id,
            name,
            bench,
            before[name].position(bench),
            after[name].position(bench),
            Course.MOVED if bench is EMPLOYERS else Course.KEPT,
            stances.get(bench),
        )
        for name in before
        for bench in BENCHES
    )
    agreement = Agreement(
        2,
        item.id,
        levels={"practice": 2},
        statement=Text.of(en="Agreed so. " * 30, fr="Convenu ainsi. " * 30),
        agreed_by=(GOVERNMENT, EMPLOYERS),
        why="After the break.",
    )
    return Subject(
        given.questionnaire,
        item,
        1,
        rotated(2),
        before,
        (WORKERS,),
        movements,
        agreement,
    )
