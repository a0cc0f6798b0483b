"""From the YAML files in ``forms/`` to the model, and what is wrong with them."""

from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.load import check_forms, load_questionnaire
from spf_assess.questionnaire.recommendation import (
    known_references,
    load_recommendation,
)

__all__ = [
    "FormFault",
    "Rule",
    "check_forms",
    "known_references",
    "load_questionnaire",
    "load_recommendation",
]
