"""Who is quoted in a section, and which follow-up questions they answer: each once.

Names and questions recur under most questions of a section. The pages say a follow-up
question in full where it comes first and by its number from then on; who stands behind
``W2`` is told at the foot of the section.
"""

from collections.abc import Iterator, Sequence

from spf_assess.i18n.formats import figure_text
from spf_assess.model import Constituency, Section
from spf_assess.report.desk import Context, Desk
from spf_assess.report.drawing import MOST_QUOTED


def settle(questions: Sequence[Context]) -> list[str]:
    """Label the follow-ups of *questions*, which are in the order of print.

    Returns who is quoted, a line each, in the order of their signs.
    """
    asked: set[str] = set()
    quoted: dict[str, str] = {}
    for quote in _quotes(questions):
        if quote["by"]:
            quoted[quote["by"]] = quote["who"]
    for question in questions:
        for column in question["columns"]:
            for follow in column["follow_ups"]:
                name = follow["name"]
                full = "" if name in asked else f" {follow['question']}"
                follow["label"] = f"→\u00a0{name}{full}"
                asked.add(name)
    signs = sorted(quoted, key=lambda sign: (sign[0], int(sign[1:])))
    return [f"{sign}\u00a0{quoted[sign]}" for sign in signs]


def drawn_lines(
    desk: Desk, section: Section, groups: Sequence[Constituency]
) -> list[str]:
    """Return of which groups some answers are quoted only, and how many of how many."""
    counts = desk.given.drawn.counts
    return [
        desk.words(
            "{group}: of {all} answers that may be quoted, {number} were drawn by lot"
            " to stand here.",
            group=desk.bench(group)["name"],
            number=MOST_QUOTED,
            all=figure_text(str(counts[section.id, group]), desk.language),
        )
        for group in groups
        if (section.id, group) in counts
    ]


def _quotes(questions: Sequence[Context]) -> Iterator[Context]:
    for question in questions:
        yield from question["observers"]
        for row in question["matrix"]:
            for cell in row["cells"]:
                yield from cell["quotes"]
        for column in question["columns"]:
            yield from column["texts"]
            yield from column["comments"]
            for follow in column["follow_ups"]:
                yield from follow["quotes"]
