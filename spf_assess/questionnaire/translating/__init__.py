"""Translating a questionnaire in a workbook: handing it out, taking it back."""

from spf_assess.questionnaire.translating.export import workbook
from spf_assess.questionnaire.translating.keeping import keep, kept
from spf_assess.questionnaire.translating.reading import Returned, read_workbook
from spf_assess.questionnaire.translating.sheets import Tongue, Work

__all__ = ["Returned", "Tongue", "Work", "keep", "kept", "read_workbook", "workbook"]
