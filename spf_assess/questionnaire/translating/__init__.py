"""Translating a questionnaire in a workbook: handing it out, taking it back."""

from spf_assess.questionnaire.translating.export import workbook
from spf_assess.questionnaire.translating.keeping import keep, keep_before, kept
from spf_assess.questionnaire.translating.later import (
    KEEP,
    REPLACE,
    kept_later,
    later,
    taken_away,
)
from spf_assess.questionnaire.translating.reading import Returned, read_workbook
from spf_assess.questionnaire.translating.sheets import Tongue, Work

__all__ = [
    "KEEP",
    "REPLACE",
    "Returned",
    "Tongue",
    "Work",
    "keep",
    "keep_before",
    "kept",
    "kept_later",
    "later",
    "read_workbook",
    "taken_away",
    "workbook",
]
