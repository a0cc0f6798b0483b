"""Positions as an SPSS file (.sav), a row for each group and round."""

import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spf_assess.model import (
    LAW,
    N_,
    PRACTICE,
    Item,
    NoAnswer,
    Part,
    Plain,
    Problem,
    Questionnaire,
)
from spf_assess.report.data.codes import (
    HANDED_IN_NOTHING,
    codes,
    no_answer_of,
    words_in,
)
from spf_assess.report.data.tables import variable

MISSING: dict[str, int] = {
    NoAnswer.DONT_KNOW: -1,
    NoAnswer.NOT_APPLICABLE: -2,
    NoAnswer.PREFERS_NOT: -3,
    NoAnswer.NOT_ASKED: -8,
    NoAnswer.BLANK: -9,
    HANDED_IN_NOTHING: -10,
}
_LABEL, _VALUE_LABEL = 255, 120  # bytes the format has room for


def spss_file(plain: Plain, questionnaire: Questionnaire, language: str) -> bytes:
    """Return the file: levels in halves, with labels and user-missing codes.

    Args:
        plain: what ``Consultation.export_json`` returns.
        questionnaire: the one of the consultation.
        language: of the labels.

    Raises:
        Problem: R-150 the library that writes it is not installed.
    """
    if find_spec("pyreadstat") is None:
        raise Problem(
            "R-150",
            N_(
                "SPSS files need the library pyreadstat, which is not installed here."
                " Install it with “pip install spf-assess[spss]”, or export CSV"
                " instead."
            ),
        )
    import pandas as pd
    import pyreadstat

    parts = [
        (item, part)
        for item in questionnaire.items()
        if item.compared
        for part in item.parts
        if any(item.id in one["comparisons"] for one in plain["results"])
    ]
    names = [variable(item.id, part.name) for item, part in parts]
    groups = list(codes()["constituency"])
    rows = _rows(plain, parts, groups)
    frame = pd.DataFrame(rows, columns=["round", "group", "responses", *names])
    labels = {
        float(code): _cut(codes()["no_answer"][kind][language], _VALUE_LABEL)
        for kind, code in MISSING.items()
    }
    with tempfile.TemporaryDirectory(prefix="spf-assess-") as folder:
        path = Path(folder) / "positions.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            file_label=_cut(plain["consultation"]["title"][language], 64),
            column_labels=["", "", "", *(_label(*one, language) for one in parts)],
            variable_value_labels={
                "group": {
                    float(number): codes()["constituency"][name][language]
                    for number, name in enumerate(groups, start=1)
                },
                **{
                    name: {**_levels(part, language), **labels}
                    for name, (_item, part) in zip(names, parts, strict=True)
                },
            },
            missing_ranges={name: [{"lo": -10, "hi": -1}] for name in names},
            variable_measure=dict.fromkeys(names, "ordinal") | {"group": "nominal"},
            variable_format={"round": "F2.0", "group": "F2.0", "responses": "F6.0"}
            | dict.fromkeys(names, "F4.1"),
        )
        return path.read_bytes()


def _rows(
    plain: Plain, parts: Sequence[tuple[Item, Part]], groups: Sequence[str]
) -> list[list[float]]:
    rows = []
    for one in plain["results"]:
        responses = {
            group["constituency"]: group["respondents"]
            for group in one["participation"]
        }
        for number, group in enumerate(groups, start=1):
            if group == "observers":
                continue
            rows.append(
                [
                    float(one["round"]),
                    float(number),
                    float(responses.get(group, 0)),
                    *(_level(one, item, part, group) for item, part in parts),
                ]
            )
    return rows


def _level(results: Plain, item: Item, part: Part, group: str) -> float:
    found = results["comparisons"].get(item.id, {}).get(part.name)
    for position in () if found is None else found["positions"]:
        if position["constituency"] == group:
            return _number(position)
    return float(MISSING[NoAnswer.NOT_ASKED])


def _number(position: Any) -> float:
    kind = no_answer_of(position)
    return float(position["level"]) if kind is None else float(MISSING[kind])


def _label(item: Item, part: Part, language: str) -> str:
    words = words_in(language)
    where = {LAW: words("In law"), PRACTICE: words("In practice")}.get(part.name, "")
    what = part.label[language] or item.label[language]
    named = words("{name}: {text}", name=where, text=what) if where else what
    return _cut(f"{item.id} {named}", _LABEL)


def _levels(part: Part, language: str) -> dict[float, str]:
    return {
        float(number): _cut(level[language], _VALUE_LABEL)
        for number, level in enumerate(part.levels, start=1)
    }


def _cut(text: str, most: int) -> str:
    """Return *text* in no more than *most* bytes of UTF-8, cut between letters."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - 3].decode(errors="ignore").rstrip() + "…"
