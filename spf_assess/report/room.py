"""The blank assessment matrix for the wall of the room: a sheet for each guarantee.

It holds nobody's answer: what exists, what is planned, what is lacking and what could
be done, with a row for each group. A4 sheets fill A3 when they are printed at 141 %.
"""

from spf_assess.analysis.matrix import guarantee_of
from spf_assess.model import Item, ItemKind, ReportOptions, Section
from spf_assess.report import faults
from spf_assess.report.desk import Context, Desk
from spf_assess.report.front import front
from spf_assess.report.matrix import column_names
from spf_assess.report.sections import legal

Sheet = tuple[Section, Item]


def room_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return the sheets; with sections named, those of these guarantees.

    Raises:
        Problem: R-110 a section has no matrix.
    """
    return {
        **front(desk, wanted),
        "document": desk.words("Assessment matrix, to fill in together"),
        "sheets": [_sheet(desk, *one) for one in _chosen(desk, wanted.sections)],
    }


def _chosen(desk: Desk, sections: tuple[str, ...]) -> list[Sheet]:
    found = [
        (guarantee, item)
        for item in desk.questionnaire.items()
        if item.kind is ItemKind.TEXTS
        and (guarantee := guarantee_of(desk.questionnaire, item)) is not None
    ]
    known = [guarantee.id for guarantee, _item in found]
    for name in sections:
        if name not in known:
            raise faults.section_not_asked(section=name, known=", ".join(known))
    return [one for one in found if not sections or one[0].id in sections]


def _sheet(desk: Desk, guarantee: Section, item: Item) -> Context:
    names = column_names(desk, item)
    return {
        "anchor": f"m-{guarantee.id}",
        "reference": guarantee.label(desk.language),
        "title": desk.text(guarantee.title),
        "text": legal(desk, guarantee.reference, desk.language),
        "columns": [
            {
                "name": names.get(part.name) or desk.text(part.label),
                "question": desk.text(part.label) if part.name in names else "",
            }
            for part in item.parts
        ],
        "groups": [desk.bench(group) for group in desk.order if group in item.asked_of],
    }
