"""What the facilitator says beside the numbers: printed as theirs, never as found."""

from spf_assess.model import Remark, Section
from spf_assess.report.desk import Context, Desk

_BRIEF = 400  # letters that the two pages have room for


def remark_beside(desk: Desk, section: str = "") -> Context | None:
    """Return the remark on a section, or on the summary; None where there is none."""
    found = next((one for one in desk.given.remarks if one.section == section), None)
    return None if found is None else _told(desk, found)


def short_remark(desk: Desk) -> Context | None:
    """Return the remark on the summary for the brief; only told of where it is long."""
    found = remark_beside(desk)
    if found is not None and len(found["text"]) > _BRIEF:
        return {**found, "text": ""}
    return found


def all_remarks(desk: Desk) -> list[Context]:
    """Return every remark with the name of its section, the summary's first."""
    sections = {one.id: one for one in desk.questionnaire.sections}
    return [
        {**_told(desk, one), "place": _place(desk, sections.get(one.section))}
        for one in desk.given.remarks
    ]


def _told(desk: Desk, remark: Remark) -> Context:
    text, language = remark.told(desk.language)
    return {
        "lead": "",
        "text": desk.scribe.told(text),
        "language": language,
        "by": "",
        **desk.tongue(language),
    }


def _place(desk: Desk, section: Section | None) -> str:
    if section is None:
        return desk.words("Summary")
    return f"{section.label(desk.language)} {desk.text(section.short)}"
