"""Whether a question asked before is the one asked now, by its id and its meaning.

A question keeps its id for as long as it means the same. Two digests tell whether it
does: one over what is answered and how it is judged, one over the words around it. They
are kept in a consultation's file, so that a later questionnaire can be held against it.
"""

import hashlib
import json
from collections.abc import Mapping

from spf_assess.model import LANGUAGES, Item, Questionnaire, Text
from spf_assess.model.meaning import Fate, Meaning

_CHARACTERS = 16  # of each digest: enough to tell apart, short enough to keep for all


def meanings(questionnaire: Questionnaire) -> dict[str, Meaning]:
    """Return what each question of a questionnaire means, by its id."""
    return {item.id: _meaning(questionnaire, item) for item in questionnaire.items()}


def fates(
    before: Mapping[str, Meaning], after: Mapping[str, Meaning]
) -> dict[str, Fate]:
    """Return what became of every question of either, those of *after* first."""
    found = {
        item: _fate(before[item], meaning) if item in before else Fate.ADDED
        for item, meaning in after.items()
    }
    dropped = {item: Fate.DROPPED for item in before if item not in after}
    return found | dropped


def _fate(before: Meaning, after: Meaning) -> Fate:
    if before.judged != after.judged:
        return Fate.REDEFINED
    return Fate.SAME if before.worded == after.worded else Fate.REWORDED


def _meaning(questionnaire: Questionnaire, item: Item) -> Meaning:
    judged = {
        "kind": item.kind.value,
        "asked_of": sorted(item.asked_of),
        "own_experience": item.own_experience,
        "reversed": item.reversed,
        "definition": _said(item.definition),
        "partly": _said(item.partly),
        "choices": [[one.name, _said(one.label)] for one in item.choices],
        "parts": [
            [
                part.name,
                _said(part.unit),
                part.by_sex,
                [_said(level) for level in questionnaire.levels(item, part)],
            ]
            for part in item.parts
        ],
    }
    worded = [
        _said(item.label),
        _said(item.hint),
        [_said(part.label) for part in item.parts],
    ]
    return Meaning(_digest(judged), _digest(worded))


def _said(text: Text) -> list[str]:
    return [text.by_language.get(language, "") for language in LANGUAGES]


def _digest(plain: object) -> str:
    written = json.dumps(plain, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_CHARACTERS]
