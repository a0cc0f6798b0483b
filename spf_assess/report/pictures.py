"""The pictures of a consultation by themselves, each part with its numbers as a table.

They are those of the report, drawn by the same functions from the same results: a
window shows them before anything is printed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from spf_assess.analysis.trend import Trend
from spf_assess.i18n import level_text, outcome_name
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Outcome,
    Shift,
)
from spf_assess.report import charts
from spf_assess.report.brief import column_letter
from spf_assess.report.comparisons import dimension_name, part_place
from spf_assess.report.context import asked_sections, ornament, shown_sections
from spf_assess.report.coverage import coverage_context
from spf_assess.report.desk import Context, Desk
from spf_assess.report.evidence import evidence_context
from spf_assess.report.given import ReportInput
from spf_assess.report.movement import movement_picture
from spf_assess.report.ratings import ratings_context
from spf_assess.report.since import levels_then_and_now, since_context
from spf_assess.report.summary import Shown, summary_context

_HIGH = 52.0
Key = tuple[charts.Picture, str]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture and what stands beside it: whose or of what it is."""

    name: str
    picture: charts.Picture


@dataclass(frozen=True, slots=True)
class Part:
    """Pictures of one kind, their signs, and the table of their numbers.

    Attributes:
        lead: sentences above the pictures.
        columns: heads of the table; the first names the row.
        under: how the pictures are read.
    """

    lead: str
    drawn: Sequence[Drawn]
    columns: Row
    rows: Sequence[Row]
    keys: Sequence[Key] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The parts of one consultation in one language; each is drawn when asked for."""

    desk: Desk
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls, given: ReportInput, language: str, order: Sequence[Constituency]
    ) -> "Gallery":
        """Return the gallery of *given*, the groups in this order."""
        desk = replace(Desk.lay(given, language), order=tuple(order))
        words = desk.words
        names = {
            "profile": words("Positions of the three groups, section by section"),
            "outcomes": words("Sections by result"),
            "ratings": words("How members rated"),
            "movement": words("Positions that changed between the rounds"),
            "evidence": words("Sources behind the positions, by grade"),
            "coverage": words("Coverage of women and men, as each group gives it"),
            "trend": words("Positions then and now"),
        }
        return cls(desk, MappingProxyType(names))

    def part(self, name: str) -> Part | None:
        """Return a part; None where there is nothing to draw.

        Raises:
            KeyError: there is no such part.
        """
        return _PARTS[name](self.desk)


def _shown(desk: Desk) -> Shown:
    return shown_sections(desk, asked_sections(desk))


def _profile(desk: Desk) -> Part | None:
    shown = _shown(desk)
    if not shown:
        return None
    labels = [column_letter(section) for section, _result in shown]
    return Part(
        lead=desk.words(
            "Level 1 is the bottom line, level 4 the top. Below: the paragraph of the"
            " Recommendation, as 3a for Paragraph 3(a)."
        ),
        drawn=[
            Drawn(
                dimension_name(desk, one),
                ornament(desk, shown, height=_HIGH, labels=labels, dimension=one),
            )
            for one in (PRACTICE, LAW)
        ],
        columns=(
            desk.words("Section"),
            *(
                f"{desk.bench(group)['letter']}, {place}"
                for place in (desk.words("in practice"), desk.words("in law"))
                for group in desk.order
            ),
        ),
        rows=[
            (
                f"{section.label(desk.language)} {desk.text(section.short)}",
                *(
                    _level(of, group)
                    for of in (result.practice, result.law)
                    for group in desk.order
                ),
            )
            for section, result in shown
        ],
        keys=_groups(desk),
    )


def _level(comparison: Comparison, group: Constituency) -> str:
    levels = {one.constituency: one.level for one in comparison.positions}
    level = levels.get(group)
    return "–" if level is None else level_text(level)


def _groups(desk: Desk) -> list[Key]:
    benches = map(desk.bench, desk.order)
    return [(one["mark"], f"{one['letter']} {one['name']}") for one in benches]


def _outcomes(desk: Desk) -> Part | None:
    shown = _shown(desk)
    if not shown:
        return None
    summary = summary_context(desk, shown)
    counts = desk.given.results.outcomes
    return Part(
        lead=" ".join(summary["sentences"]),
        drawn=[Drawn(one["name"], one["picture"]) for one in summary["bars"]],
        columns=(
            desk.words("Part"),
            *(outcome_name(desk.words, one) for one in Outcome),
        ),
        rows=[
            (
                dimension_name(desk, one),
                *(str(counts[one].get(outcome, 0)) for outcome in Outcome),
            )
            for one in (PRACTICE, LAW)
        ],
        keys=summary["key"],
    )


def _ratings(desk: Desk) -> Part | None:
    found = [
        (section, told)
        for section, _result in _shown(desk)
        if section.headline is not None
        and (told := ratings_context(desk, section.headline)) is not None
    ]
    if not found:
        return None
    keys = {key["name"]: key["picture"] for _, told in found for key in told["keys"]}
    words = desk.words
    return Part(
        lead=words(
            "Left of the thick line levels 1 and 2, right of it 3 and 4; apart, who"
            " gave no level. Where the answer of one or two members could follow,"
            " nothing is told."
        ),
        drawn=[
            Drawn(_named(row, section.label(desk.language)), row["picture"])
            for section, told in found
            for row in told["rows"]
        ],
        columns=(
            words("Section"),
            *(str(level) for level in range(1, 5)),
            words("Don't know"),
            words("No level"),
            "n",
        ),
        rows=[
            (
                _named(row, section.label(desk.language)),
                *_cells(row),
                row["dont_know"],
                row["silent"],
                row["members"],
            )
            for section, told in found
            for row in told["rows"]
        ],
        keys=[(picture, name) for name, picture in keys.items()],
    )


def _named(row: Context, reference: str) -> str:
    return f"{reference} {row['place']}, {row['bench']['letter']}"


def _cells(row: Context) -> Iterator[str]:
    """Yield four cells: where two levels are counted together, both say so."""
    halves = iter(("1–2", "3–4"))
    for cell in row["cells"]:
        if cell["span"] == 1:
            yield cell["text"]
        else:
            yield from [f"{cell['text']} ({next(halves)})"] * cell["span"]


def _movement(desk: Desk) -> Part | None:
    changed = [one for one in desk.given.shifts if one.changed]
    if not changed:
        return None
    words = desk.words
    drawn, rows = [], []
    for shift in changed:
        own = {
            one.constituency: Trend(
                one.item,
                one.part,
                one.constituency,
                one.before.level,
                one.after.level,
            )
            for one in shift.movements
        }
        name = _question(desk, shift)
        title = desk.named(name, levels_then_and_now(desk, own))
        lanes = [(group, own.get(group)) for group in desk.order]
        drawn.append(Drawn(name, movement_picture(lanes, title)))
        rows.append((name, *(_moved(own.get(group)) for group in desk.order)))
    return Part(
        lead=words.plural(
            "{number} position of a group changed.",
            "{number} positions of groups changed.",
            sum(_differ(one) for shift in changed for one in _trends(shift)),
        ),
        drawn=drawn,
        columns=(
            words("Question"),
            *(desk.bench(group)["name"] for group in desk.order),
        ),
        rows=rows,
        keys=_groups(desk),
        under=_ring(desk),
    )


def _ring(desk: Desk) -> str:
    """Tell how a picture of levels then and now is read."""
    words = desk.words
    return " ".join(
        (
            words("From left to right: levels 1 to 4."),
            words(
                "A white ring: the level then. A group's own mark: the level now."
                " Dashed: 2.5."
            ),
        )
    )


def _trends(shift: Shift) -> Iterable[tuple[float | None, float | None]]:
    return [(one.before.level, one.after.level) for one in shift.movements]


def _differ(levels: tuple[float | None, float | None]) -> bool:
    return levels[0] != levels[1]


def _question(desk: Desk, shift: Shift) -> str:
    item = desk.questionnaire.item(shift.item)
    part = next(one for one in item.parts if one.name == shift.part)
    return f"{item.id} {desk.text(item.short)}, {part_place(desk, item, part)}"


def _moved(one: Trend | None) -> str:
    if one is None:
        return "–"
    before, after = (
        "–" if level is None else level_text(level) for level in (one.before, one.after)
    )
    return before if before == after else f"{before} → {after}"


def _evidence(desk: Desk) -> Part | None:
    found = evidence_context(desk, _shown(desk))
    if found is None:
        return None
    words = desk.words
    return Part(
        lead=found["lead"],
        drawn=[Drawn(one["name"], one["picture"]) for one in found["bars"]],
        columns=(words("Group"), *"ABCD", words("no source"), words("Total"), "*"),
        rows=[
            (
                one["name"],
                *map(str, one["counts"]),
                str(one["total"]),
                str(one["unsupported"]),
            )
            for one in found["bars"]
        ],
        keys=[(one["picture"], one["name"]) for one in found["keys"]],
        under=words(
            "A position is a group's level in one part of one compared question; it"
            " counts under the best grade among its sources. *: level 3 or 4 that rests"
            " on grade D or on no source."
        ),
    )


def _coverage(desk: Desk) -> Part | None:
    found = coverage_context(desk, asked_sections(desk))
    if found is None:
        return None
    words = desk.words
    rows = _with_names(found["rows"])
    return Part(
        lead=found["lead"],
        drawn=[Drawn("", found["axis"])]
        + [Drawn(name, row["picture"]) for name, row in rows],
        columns=(
            words("Share of the people concerned, in per cent"),
            words("Women"),
            words("Men"),
            words("Total"),
            words("Year"),
            words.context("action", "Target"),
        ),
        rows=[
            (
                name,
                row["women"],
                row["men"],
                row["total"],
                row["year"],
                row["target"] or "–",
            )
            for name, row in rows
        ],
        under=words(
            "Bar: women and men together. W above: women; M below: men. –: not given;"
            " the reason stands with the question."
        ),
    )


def _with_names(rows: Sequence[Context]) -> list[tuple[str, Context]]:
    """Return each figure with its whole name, which the page gives once for several."""
    found, name = [], ""
    for row in rows:
        name = f"{row['reference']} {row['name']}" if row["name"] else name
        found.append((f"{name}, {row['bench']['letter']}", row))
    return found


def _trend(desk: Desk) -> Part | None:
    found = since_context(desk)
    if found is None:
        return None
    words = desk.words
    changed = [
        (f"{one['reference']} {one['short']}, {one['part']}", one)
        for one in found["changed"]
    ]
    return Part(
        lead=f"{found['lead']} {found['moves']}",
        drawn=[
            *(Drawn(one["name"], one["bar"]) for one in found["groups"]),
            *(Drawn(name, one["picture"]) for name, one in changed),
        ],
        columns=(
            words("Question"),
            *(desk.bench(group)["name"] for group in desk.order),
        ),
        rows=[
            *_directions(desk, found["groups"]),
            *(
                (name, *(cell["text"] for cell in one["cells"]))
                for name, one in changed
            ),
        ],
        keys=_groups(desk),
        under=_ring(desk),
    )


def _directions(desk: Desk, groups: Sequence[Context]) -> Iterator[Row]:
    """Yield how many positions of each group went where."""
    words = desk.words
    names = words("Lower"), words("The same"), words("Higher"), words("Not both")
    for place, name in enumerate(names):
        yield name, *(str(one["numbers"][place]) for one in groups)


_PARTS: Mapping[str, Callable[[Desk], Part | None]] = {
    "profile": _profile,
    "outcomes": _outcomes,
    "ratings": _ratings,
    "movement": _movement,
    "evidence": _evidence,
    "coverage": _coverage,
    "trend": _trend,
}
