"""The actions that were decided under Paragraph 14: a table, and a picture of time."""

from collections.abc import Iterable, Sequence

from spf_assess.i18n import vague_date_text
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import BENCHES, LANGUAGES, Action, Constituency, Reference
from spf_assess.report.action_plan import days_of
from spf_assess.report.crossing import address_of
from spf_assess.report.desk import Context, Desk
from spf_assess.report.sections import anchor
from spf_assess.report.timeline import Axis, axis_picture, bar_picture

_PICTURE_MM = 94.0
_WORDS = (
    "objective",
    "barrier",
    "what",
    "responsible",
    "support",
    "resources",
    "financing",
    "indicator",
    "baseline",
    "target",
    "became",
)


def plan_context(desk: Desk) -> Context | None:
    """Return the pages on the actions; None where none was decided."""
    actions = desk.given.actions
    if not actions:
        return None
    days = [day for one in actions for day in days_of(one) or ()]
    axis = Axis.over(days, _PICTURE_MM)
    return {
        "lead": _lead(desk, actions),
        "actions": [
            {
                **action_context(desk, one, number),
                "bar": bar_picture(
                    axis,
                    days_of(one),
                    one.status,
                    _bar_title(desk, one, number),
                    open_end=not one.ends_on,
                ),
            }
            for number, one in enumerate(actions, start=1)
        ],
        "timed": bool(days),
        "years": (axis.first, axis.last),
        "axis": axis_picture(axis, _years(desk, axis)),
    }


def action_context(desk: Desk, action: Action, number: int) -> Context:
    """Return one action; each of its words with the language it is in."""
    sections = [desk.questionnaire.section(one) for one in action.sections]
    return {
        "number": number,
        **{name: told(desk, action, name) for name in _WORDS},
        "period": period_text(desk, action),
        "begins": day_text(desk, action.begins_on),
        "ends": day_text(desk, action.ends_on),
        "places": [
            *((section.label(desk.language), anchor(section)) for section in sections),
            *(
                (one.label(desk.language), address_of(one, desk.questionnaire.sections))
                for one in map(Reference.parse, action.paragraphs)
            ),
        ],
        "agreed": [
            {**desk.bench(bench), "yes": bench in action.agreed_by}
            for bench in desk.order
        ],
        "by": agreed_by(desk, action.agreed_by),
        "status": action_status_name(desk.words, action.status),
    }


def told(desk: Desk, action: Action, name: str) -> Context:
    """Return one field of an action, in the report's language where there is one."""
    text, language = action.told(name, desk.language)
    marks = desk.tongue(language) if language in LANGUAGES else _UNMARKED
    return {"text": desk.scribe.told(text), "language": language, **marks}


_UNMARKED: Context = {"marked": False, "other": ""}


def agreed_by(desk: Desk, groups: Sequence[Constituency]) -> str:
    """Say in two or three words who agreed to an action."""
    found = [bench for bench in desk.order if bench in groups]
    if len(found) == len(BENCHES):
        return desk.words("all three groups")
    if not found:
        return desk.words.context("agreed by", "nobody recorded")
    return ", ".join(desk.bench(bench)["name"] for bench in found)


def period_text(desk: Desk, action: Action) -> str:
    """Return from when to when an action lasts, as far as that was said."""
    begins = day_text(desk, action.begins_on)
    ends = day_text(desk, action.ends_on)
    if not action.begins_on and not action.ends_on:
        return desk.words("no date")
    if not action.ends_on:
        return desk.words("{begins}, no end fixed", begins=begins)
    if not action.begins_on:
        return desk.words("until {ends}", ends=ends)
    return f"{begins} – {ends}" if begins != ends else begins


def day_text(desk: Desk, text: str) -> str:
    """Return a day, a month or a year; one for both languages where they face."""
    if not text:
        return "–"
    return text if desk.facing else vague_date_text(text, desk.language)


def _bar_title(desk: Desk, one: Action, number: int) -> str:
    """Say when an action is to be carried out and how far it is, as its bar shows."""
    facts = {
        "number": number,
        "period": period_text(desk, one),
        "status": action_status_name(desk.words, one.status),
    }
    return desk.wording.say("picture-action", lambda: _plain(facts.values()), **facts)


def _plain(told: Iterable[object]) -> str:
    """Return the numbers without a sentence, where there is none for them."""
    return ", ".join(str(one) for one in told)


def _lead(desk: Desk, actions: Sequence[Action]) -> str:
    together = sum(len(one.agreed_by) == len(BENCHES) for one in actions)
    return " ".join(
        desk.wording.say(name, f"{number}.", number=number)
        for name, number in (
            ("plan-decided", len(actions)),
            ("plan-together", together),
        )
    )


def _years(desk: Desk, axis: Axis) -> str:
    begin, end = str(axis.first), str(axis.last)
    return desk.wording.say("picture-years", f"{begin} – {end}", begin=begin, end=end)
