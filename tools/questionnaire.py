"""Write ``docs/questionnaire.md`` from the forms: who is asked what about each clause.

``python tools/questionnaire.py`` rewrites the page; ``--check`` exits 1 when it is out
of date or a clause of the Recommendation is asked about by no item.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from spf_assess.model import BENCHES, Item, ItemKind, Questionnaire, Reference
from spf_assess.questionnaire import load_questionnaire, load_recommendation

PAGE = Path(__file__).resolve().parent.parent / "docs" / "questionnaire.md"
KINDS = {
    ItemKind.LAW_PRACTICE: "law and practice, rated",
    ItemKind.PRACTICE: "practice, rated",
    ItemKind.RATINGS: "several ratings",
    ItemKind.YES_PARTLY_NO: "yes, partly, no",
    ItemKind.SELECT_ONE: "one choice",
    ItemKind.SELECT_MULTIPLE: "several choices",
    ItemKind.RANK: "ranking",
    ItemKind.FIGURES: "figures",
    ItemKind.DATE: "date",
    ItemKind.TEXT: "text",
    ItemKind.TEXTS: "several texts",
}


def clauses() -> list[Reference]:
    """Return every lowest provision of the Recommendation, in order."""
    known = list(load_recommendation().by_reference)
    names = [str(reference) for reference in known]
    return sorted(
        reference
        for reference in known
        if not any(name.startswith(f"{reference}(") for name in names)
    )


def asked_about(questionnaire: Questionnaire) -> dict[str, list[Item]]:
    """Return the items by clause; who asks about a whole asks about its parts."""
    found: dict[str, list[Item]] = defaultdict(list)
    for clause in map(str, clauses()):
        for item in questionnaire.items():
            if any(_covers(str(reference), clause) for reference in item.references):
                found[clause].append(item)
    return found


def never_asked(questionnaire: Questionnaire) -> list[str]:
    """Return the clauses that no item asks about."""
    found = asked_about(questionnaire)
    return [str(clause) for clause in clauses() if not found[str(clause)]]


def page(questionnaire: Questionnaire) -> str:
    """Return the page as Markdown."""
    items = list(questionnaire.items())
    rated = [part for item in items if item.kind.rated for part in item.parts]
    described = sum(
        len(part.levels) == len(questionnaire.level_names) for part in rated
    )
    core = sum(item.core for item in items)
    found = asked_about(questionnaire)
    size = (
        f"Form {questionnaire.id}, version {questionnaire.version}:"
        f" {len(questionnaire.sections)} sections, {len(items)} items, {core} of them"
        f" in the core form. {described} of {len(rated)} ratings describe their four"
        " levels for the very thing rated. Written from the forms by"
        " `python tools/questionnaire.py`."
    )
    signs = (
        "G government, E employers, W workers. **Bold**: headline item of its section."
        " An item that asks about several clauses stands under each of them."
    )
    head = (
        "Paragraph|Item|What it is about|De quoi il s'agit|Asked of|Answer|Form|Levels"
    )
    cells = head.split("|")
    lines = ["# What is asked, paragraph by paragraph", "", size, "", signs, ""]
    lines += [f"| {' | '.join(cells)} |", "|---" * len(cells) + "|"]
    for clause in map(str, clauses()):
        place = clause
        for item in found[clause]:
            lines.append(f"| {place} | {' | '.join(_cells(item))} |")
            place = ""
    return "\n".join(lines) + "\n"


def _covers(reference: str, clause: str) -> bool:
    return clause == reference or clause.startswith(f"{reference}(")


def _cells(item: Item) -> Iterator[str]:
    yield f"**{item.id}**" if item.headline else item.id
    yield item.short["en"].replace("|", "/")
    yield item.short["fr"].replace("|", "/")
    yield "".join(bench.value[0].upper() for bench in BENCHES if bench in item.asked_of)
    yield KINDS.get(item.kind, item.kind.value.replace("_", " "))
    yield "core" if item.core else "full"
    yield str(sum(len(part.levels) for part in item.parts) or "")


def main() -> int:
    """Write or check the page."""
    questionnaire = load_questionnaire()
    if "--check" not in sys.argv:
        PAGE.write_text(page(questionnaire), encoding="utf-8")
        return 0
    faults = [
        f"No item asks about Paragraph {clause}."
        for clause in never_asked(questionnaire)
    ]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(questionnaire):
        faults.append(
            "docs/questionnaire.md is out of date: run python tools/questionnaire.py"
        )
    print("\n".join(faults) or "docs/questionnaire.md is up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
