"""Who is covered: the groups' figures for women and men, against what is aimed at.

Of the figures asked, those marked as coverage in the questionnaire: shares of the
people concerned, in per cent (Paragraphs 19 and 21).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from spf_assess.i18n.formats import SEMICOLON
from spf_assess.model import LANGUAGES, Action, Constituency, Item, Part, Section
from spf_assess.report.coverage_picture import Shares, axis_picture, shares_picture
from spf_assess.report.desk import Context, Desk
from spf_assess.report.figures import figure_row, figures_given

_ALL = 100
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)[\s\u00a0\u202f]*(?:%|per cent|pour cent)")


def coverage_context(desk: Desk, sections: Sequence[Section]) -> Context | None:
    """Return the page on coverage; None where nobody gave such a figure."""
    rows = [row for section in sections for row in _of_section(desk, section)]
    if not rows:
        return None
    return {
        "lead": _lead(desk, rows),
        "axis": axis_picture(
            desk.wording.say("picture-coverage-scale", lambda: f"0 – {_ALL}")
        ),
        "rows": rows,
        "aimed": any(row["target"] for row in rows),
    }


def _of_section(desk: Desk, section: Section) -> Iterator[Context]:
    for item in section.items:
        if desk.given.selection.includes(item):
            for part in item.parts:
                if part.coverage:
                    target = target_of(part, desk.given.actions)
                    yield from _of_part(desk, section, item, part, target)


def _of_part(
    desk: Desk, section: Section, item: Item, part: Part, target: Decimal | None
) -> Iterator[Context]:
    first = True
    for group in desk.order:
        for one, given, figure in figures_given(desk, item, group):
            if given is not part:
                continue
            shares = Shares(
                women=share(figure.women) if part.by_sex else None,
                men=share(figure.men) if part.by_sex else None,
                total=share(figure.total),
                target=target,
            )
            if not shares.drawn:
                continue
            told = figure_row(desk, part, figure, one)
            yield {
                "reference": section.label(desk.language) if first else "",
                "name": desk.text(part.label) if first else "",
                "bench": desk.bench(group),
                "both": shares.women is not None and shares.men is not None,
                "lower": shares.lower,
                "picture": shares_picture(
                    shares,
                    _title(desk, part, group, told, target),
                    (desk.words.context("sex", "W"), desk.words.context("sex", "M")),
                ),
                **{name: told[name] for name in ("women", "men", "total", "year")},
                "target": "" if target is None else f"{target.normalize():f}",
            }
            first = False


def share(number: str) -> Decimal | None:
    """Return a share in per cent; None of what is no number from 0 to 100."""
    try:
        found = Decimal(number)
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= _ALL else None


def target_of(part: Part, actions: Sequence[Action]) -> Decimal | None:
    """Return the share that actions aim at; None where none aims at this figure.

    An action aims at a figure where its indicator bears the figure's own name, in
    either language, and its target names one share in per cent. Of several the highest
    counts.
    """
    names = {_bare(part.label[language]) for language in LANGUAGES}
    found = []
    for one in actions:
        for language in LANGUAGES:
            indicator, _tongue = one.told("indicator", language)
            told, _tongue = one.told("target", language)
            named = _SHARE.findall(told)
            if _bare(indicator) in names and len(named) == 1:
                aim = share(named[0].replace(",", "."))
                found += [] if aim is None else [aim]
    return max(found, default=None)


def _bare(name: str) -> str:
    return name.strip().rstrip(".").casefold()


def _title(
    desk: Desk,
    part: Part,
    group: Constituency,
    told: Context,
    target: Decimal | None,
) -> str:
    """Return what the picture of one figure shows, in words."""
    aim = "" if target is None else f"{target:f}"
    shares = {
        "women": told["women"] if told["by_sex"] else "",
        "men": told["men"] if told["by_sex"] else "",
        "total": told["total"],
        "target": aim,
    }
    counts = SEMICOLON[desk.language].join(
        desk.wording.piece("picture-share", one, share=name, number=one)
        for name, one in shares.items()
        if one
    )
    question, name = desk.text(part.label), desk.bench(group)["name"]
    return desk.wording.say(
        "picture-coverage",
        f"{question}, {name}, {counts}",
        question=question,
        name=name,
        counts=counts,
    )


def _lead(desk: Desk, rows: Sequence[Context]) -> str:
    """Return how many figures there are, for how many both sexes, and who is behind."""
    both = [row for row in rows if row["both"]]
    counts = {"coverage-given": len(rows), "coverage-by-sex": len(both)}
    if both:
        counts["coverage-fewer-women"] = sum(row["lower"] for row in both)
    return " ".join(
        desk.wording.say(name, f"{number}.", number=number)
        for name, number in counts.items()
    )
