"""What the questions of a consultation meant, kept in its file for a later one."""

from collections.abc import Mapping
from typing import Any

from spf_assess.analysis.meaning import meanings
from spf_assess.model import Plain, Questionnaire
from spf_assess.model.meaning import Meaning
from spf_assess.store import SETTINGS, Database
from spf_assess.store.records import json_text

MEANINGS = "meanings"


def keep_meanings(database: Database, questionnaire: Questionnaire) -> None:
    """Put the meanings of all questions into a new file; only within a transaction."""
    text = json_text(meanings_to(meanings(questionnaire)))
    database.put(SETTINGS, MEANINGS, text)


def meanings_to(found: Mapping[str, Meaning]) -> Plain:
    """Return meanings as JSON values."""
    return {item: [one.judged, one.worded] for item, one in found.items()}


def meanings_from(plain: Mapping[str, Any]) -> dict[str, Meaning]:
    """Read what ``meanings_to`` made."""
    return {item: Meaning(*digests) for item, digests in plain.items()}
