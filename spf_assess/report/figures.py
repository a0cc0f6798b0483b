"""Figures by sex: as a line, and as rows of a table (Paragraph 21)."""

from spf_assess.i18n import decimal_text
from spf_assess.model import Constituency, Figure, Item
from spf_assess.report.desk import Context, Desk
from spf_assess.report.reading import leading, said


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
    semicolon = "\u00a0; " if desk.language == "fr" else "; "
    return semicolon.join(piece for piece in [line, *rest] if piece)


def figure_rows(desk: Desk, item: Item, group: Constituency) -> list[Context]:
    """Return the figures that a group gave, one row a part.

    A member's figures are the member's own words and are printed with consent only.
    """
    return [
        _row(desk, desk.text(part.label), desk.text(part.unit), value, part.by_sex)
        for one in leading(list(said(desk.given, item, group)))
        if one.agreed or one.quotable
        for part in item.parts
        if isinstance(value := one.answer.part(part.name).value, Figure)
        and value != Figure()
    ]


def _row(desk: Desk, name: str, unit: str, figure: Figure, by_sex: bool) -> Context:  # noqa: FBT001 - a flag of the form
    told = desk.scribe.line
    lacks = by_sex and not (figure.women and figure.men)
    notes = [told(figure.note)]
    if lacks:
        reason = told(figure.no_sex_reason)
        notes.append(
            desk.words("No figures for women and men: {reason}", reason=reason)
            if reason
            else desk.words("No figures for women and men; no reason given.")
        )
    return {
        "name": name,
        "unit": unit,
        "women": _number(desk, figure.women) or "–",
        "men": _number(desk, figure.men) or "–",
        "total": _number(desk, figure.total) or "–",
        "by_sex": by_sex,
        "year": told(figure.year),
        "source": told(figure.source),
        "notes": [note for note in notes if note],
    }


def _number(desk: Desk, number: str) -> str:
    return decimal_text(desk.scribe.line(number), desk.language)
