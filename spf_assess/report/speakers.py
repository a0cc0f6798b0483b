"""Who is quoted in a section, and which follow-up questions they answer: each once.

Names and questions recur under most questions of a section. The pages say a follow-up
question in full where it comes first and by its number from then on; who stands behind
``W2`` is told at the foot of the section.
"""

from collections.abc import Iterator, Sequence

from spf_assess.report.desk import Context


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
