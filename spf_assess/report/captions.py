"""Numbers and names of the report's figures and tables, and the lists of them.

A figure has a picture, with its numbers beside it; a table has none. The pages of the
sections are all alike and their tables bear the questions' numbers: none is listed.
"""

from collections.abc import Callable, Iterator

from spf_assess.i18n import Words
from spf_assess.report.desk import Context

FIGURE, TABLE = "figure", "table"
_Told = Callable[[Words], str]
_There = Callable[[Context], object]


def captions_context(words: Words, context: Context) -> Context:
    """Return the captions by name, and the lists of figures and of tables.

    *context* is that of the report's pages: what has no page has no caption.
    """
    captions: Context = {}
    lists: dict[str, list[Context]] = {FIGURE: [], TABLE: []}
    for name, kind, text in _present(words, context):
        number = len(lists[kind]) + 1
        made = {
            "id": f"{kind}-{number}",
            "number": number,
            "label": _label(words, kind, number),
            "text": text,
        }
        captions[name] = made
        lists[kind].append(made)
    return {"captions": captions, "figures": lists[FIGURE], "tables": lists[TABLE]}


def _label(words: Words, kind: str, number: int) -> str:
    if kind == FIGURE:
        return words("Figure {number}", number=number)
    return words("Table {number}", number=number)


def _present(words: Words, context: Context) -> Iterator[tuple[str, str, str]]:
    """Yield name, kind and words of what the pages hold, in their order."""
    outcome, plan, since = context["outcome"], context["plan"], context["since"]
    profile, evidence = context["profile"], context["evidence"] and context["profile"]
    for there, name, kind, text in (
        (True, "people", TABLE, words("Who took part, by group and sex")),
        (context["counted"], "outcomes", FIGURE, words("Sections by result")),
        (
            profile,
            "profile",
            FIGURE,
            words("Positions of the three groups, section by section"),
        ),
        (evidence, "grades", FIGURE, words("Sources behind the positions, by grade")),
        (evidence, "sources", TABLE, words("Best source behind each headline level")),
        (
            context["coverage"],
            "coverage",
            FIGURE,
            words("Coverage of women and men, as each group gives it"),
        ),
        (
            outcome and outcome["rounds"],
            "tallied",
            TABLE,
            words("Results by round"),
        ),
        (
            outcome and outcome["rounds"] and outcome["changed"],
            "moved",
            TABLE,
            words("Positions that changed between the rounds"),
        ),
        (context["priorities"], "orders", TABLE, words("Priorities of the groups")),
        (plan, "plan", TABLE, words("Actions decided")),
        (plan and plan["timed"], "timeline", FIGURE, words("The actions over time")),
        (
            since and since["actions"],
            "became",
            TABLE,
            words("What became of the last plan"),
        ),
        (since, "trends", FIGURE, words("Positions then and now")),
        (
            since and since["changed"],
            "changed",
            FIGURE,
            words("Headline questions whose level changed"),
        ),
        (True, "answers", TABLE, words("All answers")),
        (profile, "figures", TABLE, words("Figures of the profile")),
        (
            context["concordance"],
            "places",
            TABLE,
            words("Places that the groups gave to sections"),
        ),
    ):
        if there:
            yield name, kind, text
