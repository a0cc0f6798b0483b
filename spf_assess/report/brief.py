"""Two pages for a minister: what was asked, where the groups stand, what follows."""

from collections.abc import Sequence

from spf_assess.i18n import vague_date_text
from spf_assess.model import Action, PaperSize, ReportOptions, Section
from spf_assess.report import charts
from spf_assess.report.comparisons import compared
from spf_assess.report.context import asked_sections, ornament, shown_sections
from spf_assess.report.desk import Context, Desk
from spf_assess.report.evidence import evidence_context
from spf_assess.report.front import front
from spf_assess.report.outcome import outcome_context
from spf_assess.report.remarks import short_remark
from spf_assess.report.scribe import whole_words
from spf_assess.report.since import moves_since
from spf_assess.report.summary import Shown, summary_context

_GAPS, _FIRST, _ACTIONS = 3, 4, 6
_CLIPPED = {"what": 165, "responsible": 75}
_PICTURE_MM, _ROW_MM, _BAR_MM = 30.0, 6.2, 52.0
_LINE, _WIDE = 112, {"what": 62, "responsible": 34}  # letters that a line holds
_AGREED, _REMARKED = " " * 200, " " * 560  # what these take, however long they are
# What the second page has room for beside the sources of the positions.
_ROOM_MM = {PaperSize.A4: 118.0, PaperSize.LETTER: 100.0}


def brief_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what the two pages print; nothing on them grows with the answers."""
    sections = asked_sections(desk)
    shown = shown_sections(desk, sections)
    summary = summary_context(desk, shown)
    outcome = outcome_context(desk, sections)
    context: Context = {
        **front(desk, wanted),
        "document": desk.words(
            "{country}: joint self-assessment of the social protection floor, in brief",
            country=desk.scribe.line(desk.text(desk.given.header.country)),
        ),
        "counted": len(shown),
        "picture": _profile(desk, shown),
        "moves": moves_since(desk),
        "summary": {**summary, "gaps": summary["gaps"][:_GAPS]},
        "remark_told": short_remark(desk),
        "outcome": outcome,
        "urgent": _urgent(desk, shown),
        "unranked": _unranked(desk),
        "actions": [_action(desk, one) for one in desk.given.actions[:_ACTIONS]],
        "all_actions": len(desk.given.actions),
        "evidence": None,
    }
    if not desk.facing and _millimetres(context) <= _ROOM_MM[wanted.paper]:
        context["evidence"] = evidence_context(desk, shown, width=_BAR_MM)
    return context


def _millimetres(context: Context) -> float:
    """Return about how high is what may be more or less on the second page."""
    actions = sum(
        1.4 + 3.9 * max(_lines(one[name]["text"], most) for name, most in _WIDE.items())
        for one in context["actions"]
    )
    urgent = 5 + _ROW_MM * len(context["urgent"])
    told = [*context["summary"]["gaps"], context["summary"]["unsupported"]]
    told += [context["moves"], _REMARKED if context["remark_told"] else ""]
    told.append(_AGREED if context["outcome"] else "")
    return actions + urgent + sum(4.8 * _lines(one, _LINE) + 1.2 for one in told if one)


def _lines(text: str, most: int) -> int:
    return -(-len(text) // most)


def _profile(desk: Desk, shown: Shown) -> charts.Picture:
    """Return the profile, small, with the letters of the paragraphs below it."""
    return ornament(
        desk,
        shown,
        height=_PICTURE_MM,
        labels=[column_letter(one) for one, _result in shown],
    )


def column_letter(section: Section) -> str:
    """Return what stands below a section's column: ``3a``."""
    reference = section.reference
    return f"{reference.number}{reference.letter}"


def _urgent(desk: Desk, shown: Shown) -> list[Context]:
    """Return sections at a low level that are a high priority of all three groups."""
    found = desk.given.priorities
    if found is None:
        return []
    by_id = {section.id: (section, result) for section, result in shown}
    ranks = {row.section: row.ranks for row in found.rows}
    return [
        {
            "reference": by_id[name][0].label(desk.language),
            "short": desk.text(by_id[name][0].short),
            **compared(desk, by_id[name][1].practice, height=_ROW_MM),
            "ranks": [
                {**desk.bench(bench), "rank": ranks[name][bench]}
                for bench in desk.order
                if bench in ranks[name]
            ],
        }
        for name in found.low_and_high[:_FIRST]
        if name in by_id
    ]


def _unranked(desk: Desk) -> Sequence[str]:
    """Return the groups that gave no priorities."""
    found = desk.given.priorities
    missing = desk.order if found is None else found.missing
    return [desk.bench(bench)["name"] for bench in desk.order if bench in missing]


def _action(desk: Desk, action: Action) -> Context:
    return {
        "number": action.sequence,
        **{name: _words(desk, action, name) for name in _CLIPPED},
        "ends": vague_date_text(desk.scribe.line(action.ends_on), desk.language),
    }


def _words(desk: Desk, action: Action, name: str) -> Context:
    """Return a field of an action on a line, shortened where it is very long."""
    text, language = action.told(name, desk.language)
    line, most = desk.scribe.line(text), _CLIPPED[name]
    told = line if len(line) <= most else f"{whole_words(line[:most])}…"
    return {"text": told, "language": language, "marked": language != desk.language}
