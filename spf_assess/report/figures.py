"""Figures by sex: as a line, and as rows of a table (Paragraph 21)."""

from collections.abc import Iterator

from spf_assess.i18n.formats import SEMICOLON, figure_text
from spf_assess.model import Answer, Constituency, Figure, Item, Part
from spf_assess.report.desk import Context, Desk
from spf_assess.report.reading import Said, leading, said

_YEARS = "year"  # the unit of which thousands are not set apart


def figure_line(desk: Desk, figure: Figure, unit: str) -> str:
    """Return a figure in one line: women, men, total (unit); year; source."""
    pieces = [
        name
        for name, value in (
            (desk.words("women {number}", number=_number(desk, figure.women)), "women"),
            (desk.words("men {number}", number=_number(desk, figure.men)), "men"),
            (desk.words("total {number}", number=_number(desk, figure.total)), "total"),
        )
        if getattr(figure, value)
    ]
    line = ", ".join(pieces)
    if unit and line:
        line = f"{line} ({unit})"
    rest = [desk.scribe.line(one) for one in (figure.year, figure.source, figure.note)]
    semicolon = SEMICOLON[desk.language]
    return semicolon.join(piece for piece in [line, *rest] if piece)


def figure_rows(desk: Desk, item: Item, group: Constituency) -> list[Context]:
    """Return the figures that a group gave, one row a part.

    A member's figures are the member's own words and are printed with consent only.
    """
    return [
        figure_row(desk, part, value, one)
        for one, part, value in figures_given(desk, item, group)
    ]


def figures_given(
    desk: Desk, item: Item, group: Constituency
) -> Iterator[tuple[Said, Part, Figure]]:
    """Yield who said which figure of which part, as far as it may be printed."""
    for one in leading(list(said(desk.given, item, group))):
        if not (one.agreed or one.quotable):
            continue
        for part in item.parts:
            value = one.answer.part(part.name).value
            if isinstance(value, Figure) and value != Figure():
                yield one, part, value


def figure_row(desk: Desk, part: Part, figure: Figure, one: Said) -> Context:
    """Return one figure as a row of a table; what is not there is a dash."""
    told, dated = desk.scribe.line, part.unit["en"] == _YEARS
    notes = [told(figure.note)]
    if part.by_sex and not (figure.women and figure.men):
        notes.append(_no_sex(desk, told(figure.no_sex_reason), one))
    return {
        "name": desk.text(part.label),
        "unit": desk.text(part.unit),
        "women": _number(desk, figure.women, dated=dated) or "–",
        "men": _number(desk, figure.men, dated=dated) or "–",
        "total": _number(desk, figure.total, dated=dated) or "–",
        "by_sex": part.by_sex,
        "year": told(figure.year),
        "source": told(figure.source),
        "notes": [note for note in notes if note],
    }


def _no_sex(desk: Desk, reason: str, one: Said) -> str:
    """Say that figures by sex are missing, and why, where that was said."""
    if reason:
        return desk.words("No figures for women and men: {reason}", reason=reason)
    if _explained(desk, one.answer):
        if one.quotable:
            return desk.words("No figures for women and men; the reason stands below.")
        return desk.words("No figures for women and men.")
    return desk.words("No figures for women and men; no reason given.")


def _explained(desk: Desk, answer: Answer) -> bool:
    """Return whether a follow-up question that asks for the reason was answered."""
    return any(
        answer.follow_ups.get(follow.name, "").strip()
        for follow in desk.questionnaire.follow_ups.values()
        if ".sex_missing" in follow.relevant
    )


def _number(desk: Desk, number: str, *, dated: bool = False) -> str:
    told = desk.scribe.line(number)
    return told if dated else figure_text(told, desk.language)
