"""Every table that a consultation publishes, in the order of a workbook's sheets."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spf_assess.i18n import Words
from spf_assess.model import EMPTY, Item, Plain, Questionnaire, Text
from spf_assess.report.data.codes import both, codes, no_answer_of
from spf_assess.report.data.labels import label
from spf_assess.report.data.table import NO_CODES, Cell, Column, Kind, Table

_NUMBERS = {
    "level", "spread", "range", "before", "after", "figure_women", "figure_men",
    "figure_total",
}  # fmt: skip
_INTEGERS = {
    "round", "members", "women", "men", "respondents", "rated", "joint_level", "rank",
    "sequence", "law", "practice", "rated_1", "rated_2", "rated_3", "rated_4",
    "rated_1_2", "rated_3_4",
}  # fmt: skip
_TRUTHS = {
    "consent_named", "consent_quoted", "headline", "core", "national", "divided",
    "unsupported", "verdicts_differ", "joint_agreed", "settled",
}  # fmt: skip
_AND = "; "
Rows = Iterable[Mapping[str, Any]]


def tables(plain: Plain, questionnaire: Questionnaire) -> tuple[Table, ...]:
    """Return the tables of a public export.

    Args:
        plain: what ``Consultation.export_json`` returns.
        questionnaire: the one of the consultation, with its national pack.
    """
    builders = (_results(plain), _said(plain, questionnaire), _decided(plain))
    found = [one for group in builders for one in group]
    found += _questions(questionnaire)
    return (*found, _code_list(found))


def _results(plain: Plain) -> list[Table]:
    rounds = plain["results"]
    return [
        _table(
            "sections",
            lambda words: words("Profile by section"),
            "round section outcome_law outcome_practice",
            (
                {
                    "round": one["round"],
                    "section": section["section"],
                    "outcome_law": section["law"]["outcome"],
                    "outcome_practice": section["practice"]["outcome"],
                }
                for one in rounds
                for section in one["sections"]
            ),
        ),
        _table(
            "comparisons",
            lambda words: words("Convergence by question"),
            "round item part range outcome verdicts_differ pattern apart joint_level"
            " joint_agreed",
            ({**found, "round": number} for number, found in _compared(rounds)),
        ),
        _table(
            "positions",
            lambda words: words("Positions of the groups"),
            "round item part constituency level source no_answer respondents rated"
            " rated_1 rated_2 rated_3 rated_4 rated_1_2 rated_3_4 spread divided grade"
            " unsupported",
            (
                {
                    **position,
                    **_rated(position),
                    "no_answer": no_answer_of(position),
                    "round": number,
                    "item": found["item"],
                    "part": found["part"],
                }
                for number, found in _compared(rounds)
                for position in found["positions"]
            ),
        ),
        _table(
            "movements",
            lambda words: words("Change between rounds"),
            "round item part constituency before after course",
            plain["outcome"]["movements"],
        ),
        _table(
            "participation",
            lambda words: words("Who took part"),
            "round constituency respondents members women men",
            (
                {**group, "round": one["round"]}
                for one in rounds
                for group in one["participation"]
            ),
        ),
        _table(
            "respondents",
            lambda words: words("Respondents"),
            "respondent constituency kind organization name language members women men"
            " consent_named consent_quoted",
            ({**one, "respondent": one["id"]} for one in plain["respondents"]),
        ),
    ]


def _rated(position: Plain) -> Plain:
    """Return how many rated each level, or two together, by column."""
    return {
        f"rated_{name.replace('-', '_')}": number
        for name, number in position["ratings"].items()
    }


def _compared(rounds: Iterable[Plain]) -> Iterable[tuple[int, Plain]]:
    for one in rounds:
        for by_part in one["comparisons"].values():
            for found in by_part.values():
                yield one["round"], found


def _said(plain: Plain, questionnaire: Questionnaire) -> list[Table]:
    places = {
        item.id: section.id
        for section in questionnaire.sections
        for item in section.items
    }
    answers = [
        {
            **{name: one[name] for name in _WHOSE},
            **answer,
            "section": places.get(answer["item"]),
        }
        for one in plain["responses"]
        for answer in one["answers"]
    ]
    return [
        _table(
            "answers",
            lambda words: words("Answers"),
            "round constituency kind respondent section item part value value_en"
            " value_fr no_answer reason specify comment minority",
            (row for one in answers for row in _parts(one, questionnaire)),
        ),
        _table(
            "figures",
            lambda words: words("Figures"),
            "round constituency kind respondent item part figure_women figure_men"
            " figure_total year source_text note no_sex_reason",
            (
                {**one, **_figure(part["figure"]), "part": name}
                for one in answers
                for name, part in one.get("parts", {}).items()
                if "figure" in part
            ),
        ),
        _table(
            "evidence",
            lambda words: words("Sources"),
            "round constituency kind respondent item evidence_kind grade title place"
            " date figure_women figure_men figure_total year who",
            (
                {
                    **one,
                    **source,
                    **_figure(source.get("figure", {})),
                    "kind": one["kind"],
                    "evidence_kind": source["kind"],
                }
                for one in answers
                for source in one.get("evidence", ())
            ),
        ),
        _table(
            "follow_ups",
            lambda words: words("Follow-up questions"),
            "round constituency kind respondent item follow_up text",
            (
                {**one, "follow_up": name, "text": text}
                for one in answers
                for name, text in one.get("follow_ups", {}).items()
            ),
        ),
    ]


def _figure(figure: Mapping[str, str]) -> dict[str, Cell]:
    return {
        **{f"figure_{sex}": _number(figure.get(sex, "")) for sex in _SEXES},
        **{name: figure.get(name) for name in _OF_FIGURES},
        "source_text": figure.get("source"),
    }


def _number(text: str) -> int | float | None:
    """Return a decimal in text as a number; None where there is none."""
    if not text:
        return None
    return float(text) if "." in text else int(text)


_WHOSE = ("round", "constituency", "kind", "respondent")
_SEXES = ("women", "men", "total")
_OF_FIGURES = ("year", "note", "no_sex_reason")


def _parts(answer: Plain, questionnaire: Questionnaire) -> Rows:
    """Yield a row for each part; words on the whole answer stand in the first."""
    item = questionnaire.item(answer["item"])
    once = {name: answer.get(name) for name in ("specify", "comment", "minority")}
    for name, part in _of_parts(answer):
        value = part.get("value")
        in_words = _in_words(item, name, value)
        yield {
            **answer,
            **once,
            "part": name,
            "value": _AND.join(value) if isinstance(value, list) else _text(value),
            "value_en": in_words["en"],
            "value_fr": in_words["fr"],
            "no_answer": part.get("no_answer"),
            "reason": part.get("reason"),
        }
        once = dict.fromkeys(once)


def _of_parts(answer: Plain) -> Iterable[tuple[str, Plain]]:
    """Return the parts of an answer; one without a name where only words are left."""
    parts: dict[str, Plain] = answer.get("parts", {})
    return parts.items() or (("", {}),)


def _in_words(item: Item, part_name: str, value: object) -> Text:
    """Return what a level or a choice means; empty for what is words already."""
    if isinstance(value, int):
        for part in item.parts:
            if part.name == part_name and len(part.levels) >= value:
                return part.levels[value - 1]
        return EMPTY
    labels = {one.name: one.label for one in item.choices}
    chosen = value if isinstance(value, list) else [value]
    known = [labels[one] for one in chosen if one in labels]
    return Text.of(
        en=_AND.join(one["en"] for one in known),
        fr=_AND.join(one["fr"] for one in known),
    )


def _decided(plain: Plain) -> list[Table]:
    outcome, results = plain["outcome"], plain["sign_off"]["results"]
    last = results[-1] if results else {"priorities": [], "actions": []}
    return [
        _table(
            "stances",
            lambda words: words("What groups stated after the discussion"),
            "round item constituency decision levels reason reservation language",
            ({**one, "levels": _levels(one["levels"])} for one in outcome["stances"]),
        ),
        _table(
            "remarks",
            lambda words: words("Facilitator's remarks"),
            "section text_en text_fr",
            (
                {
                    "section": one["section"],
                    "text_en": one["text"]["en"],
                    "text_fr": one["text"]["fr"],
                }
                for one in plain["remarks"]
            ),
        ),
        _table(
            "agreements",
            lambda words: words("What was agreed"),
            "round item levels statement_en statement_fr agreed_by why",
            (
                {
                    **one,
                    "levels": _levels(one["levels"]),
                    "statement_en": one["statement"]["en"],
                    "statement_fr": one["statement"]["fr"],
                    "agreed_by": _AND.join(one["agreed_by"]),
                }
                for one in outcome["agreements"]
            ),
        ),
        _table(
            "notes",
            lambda words: words("New evidence and unresolved points"),
            "round item constituency note_kind text settled",
            ({**one, "note_kind": one["kind"]} for one in outcome["notes"]),
        ),
        _table(
            "priorities",
            lambda words: words("Priorities of each group"),
            "constituency rank section",
            (
                {**one, "rank": place, "section": section}
                for one in last["priorities"]
                for place, section in enumerate(one["order"], start=1)
            ),
        ),
        _table(
            "actions",
            lambda words: words("Actions"),
            "id sequence objective barrier what responsible support resources financing"
            " begins_on ends_on indicator baseline target sections paragraphs status"
            " agreed_by became language",
            (
                {
                    **one,
                    **{
                        name: _AND.join(one[name])
                        for name in ("sections", "paragraphs", "agreed_by")
                    },
                }
                for one in last["actions"]
            ),
        ),
    ]


def _levels(levels: Mapping[str, int]) -> str:
    return _AND.join(f"{part}: {level}" for part, level in sorted(levels.items()))


def _questions(questionnaire: Questionnaire) -> list[Table]:
    return [
        _table(
            "codebook",
            lambda words: words("Codebook"),
            "variable section item part item_kind headline core national asked_of"
            " label_en label_fr part_en part_fr unit_en unit_fr",
            (
                {
                    "variable": variable(item.id, part.name),
                    "section": section.id,
                    "item": item.id,
                    "part": part.name,
                    "item_kind": item.kind.value,
                    "headline": item.headline,
                    "core": item.core,
                    "national": item.national,
                    "asked_of": _AND.join(sorted(one.value for one in item.asked_of)),
                    "label_en": item.label["en"],
                    "label_fr": item.label["fr"],
                    "part_en": part.label["en"],
                    "part_fr": part.label["fr"],
                    "unit_en": part.unit["en"],
                    "unit_fr": part.unit["fr"],
                }
                for section in questionnaire.sections
                for item in section.items
                for part in item.parts
            ),
        ),
        _table(
            "levels",
            lambda words: words("Levels and choices"),
            "variable item part code meaning_en meaning_fr",
            (
                {
                    "variable": variable(item.id, part.name),
                    "item": item.id,
                    "part": part.name,
                    "code": code,
                    "meaning_en": meaning["en"],
                    "meaning_fr": meaning["fr"],
                }
                for item in questionnaire.items()
                for part in item.parts
                for code, meaning in _meanings(item, part.levels)
            ),
        ),
    ]


def _meanings(item: Item, levels: Iterable[Text]) -> Iterable[tuple[str, Text]]:
    for number, meaning in enumerate(levels, start=1):
        yield str(number), meaning
    for choice in item.choices:
        yield choice.name, choice.label


def _code_list(found: Iterable[Table]) -> Table:
    """Return what all codes mean that the other tables use."""
    used = {
        column.name: column.codes
        for table in found
        for column in table.columns
        if column.codes
    }
    return _table(
        "codes",
        lambda words: words("Codes"),
        "list code meaning_en meaning_fr",
        (
            {
                "list": name,
                "code": code,
                "meaning_en": meaning["en"],
                "meaning_fr": meaning["fr"],
            }
            for name, meanings in used.items()
            for code, meaning in meanings.items()
        ),
    )


def variable(item: str, part: str) -> str:
    """Return the name of a part in SPSS: ``q3a_1_law``; letters, digits, underscore."""
    kept = "".join(one if one.isascii() and one.isalnum() else "_" for one in item)
    return f"q{kept}" if part == "value" else f"q{kept}_{part}"


def _table(name: str, title: Callable[[Words], str], columns: str, rows: Rows) -> Table:
    names = columns.split()
    return Table(
        name,
        both(title),
        tuple(_column(one) for one in names),
        [tuple(_cell(row.get(one)) for one in names) for row in rows],
    )


def _column(name: str) -> Column:
    kind = Kind.TEXT
    for names, found in (
        (_NUMBERS, Kind.NUMBER),
        (_INTEGERS, Kind.INTEGER),
        (_TRUTHS, Kind.TRUTH),
    ):
        if name in names:
            kind = found
    return Column(name, label(name), kind, codes().get(name, NO_CODES))


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return _text(value) or None


def _text(value: object) -> str:
    return "" if value is None else str(value)
