"""A remark on every report made from a damaged file: what is missing from it."""

from spf_assess.i18n.damage import damage_text
from spf_assess.report.desk import Context, Desk

_MOST = 12


def damage_context(desk: Desk) -> Context | None:
    """Return the remark and what was found; None of a file that is whole."""
    found = desk.given.damage
    if not found:
        return None
    lines = [
        desk.scribe.line(line)
        for line in dict.fromkeys(damage_text(desk.words, one) for one in found)
    ]
    more = len(lines) - _MOST
    return {
        "remark": desk.words(
            "This report was made from a damaged file. Something may be missing from"
            " it: part 3 says what was found."
        ),
        "brief": desk.words(
            "This report was made from a damaged file. Something may be missing from"
            " it: {found}",
            found=" ".join(lines[:2]),
        ),
        "lines": lines[:_MOST],
        "more": desk.words.plural(
            "{number} further place is damaged.",
            "{number} further places are damaged.",
            more,
        )
        if more > 0
        else "",
    }
