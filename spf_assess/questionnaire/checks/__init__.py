"""The rules a form must keep: one rule a module, gathered here."""

from collections.abc import Callable, Iterator
from types import ModuleType

from spf_assess.questionnaire.checks import (
    alias,
    blank_text,
    choice_without_label,
    core_levels,
    cycle,
    duplicate_choice,
    duplicate_id,
    duplicate_key,
    expression_audience,
    expression_syntax,
    expression_values,
    few_choices,
    flag,
    foreign_field,
    four_levels,
    french_typography,
    headline_count,
    headline_kind,
    help_brings,
    help_item,
    help_missing,
    help_place,
    help_sources,
    help_too_long,
    help_verified,
    item_count,
    level_too_long,
    missing_field,
    missing_file,
    missing_language,
    name_form,
    no_questionnaire,
    number_range,
    own_reference,
    paragraph_never_asked,
    placeholder,
    repeated_level,
    reserved_name,
    section_name,
    section_place,
    text_too_long,
    unknown_choice,
    unknown_constituency,
    unknown_evidence,
    unknown_field,
    unknown_follow_up,
    unknown_group,
    unknown_name,
    unknown_reference,
    unknown_stage,
    unknown_type,
    unlisted_file,
    unreadable_file,
    wrong_shape,
    yaml_syntax,
)
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import MAIN, Form

Check = Callable[[Form], Iterator[FormFault]]
_READING = (
    no_questionnaire,
    missing_file,
    yaml_syntax,
    duplicate_key,
    alias,
    unreadable_file,
)
_BUILDING = (
    missing_field,
    unknown_field,
    wrong_shape,
    flag,
    foreign_field,
    unknown_type,
    duplicate_id,
    section_name,
    section_place,
    unknown_reference,
    unknown_follow_up,
    unknown_evidence,
    unknown_constituency,
    unknown_group,
    duplicate_choice,
    unknown_stage,
    missing_language,
    choice_without_label,
    headline_count,
    headline_kind,
    four_levels,
    few_choices,
)
_CONTENT = (
    unlisted_file,
    name_form,
    reserved_name,
    own_reference,
    blank_text,
    text_too_long,
    level_too_long,
    placeholder,
    french_typography,
    core_levels,
    repeated_level,
    number_range,
    item_count,
    paragraph_never_asked,
    expression_syntax,
    unknown_name,
    cycle,
    expression_values,
    expression_audience,
    unknown_choice,
    help_place,
    help_item,
    help_missing,
    help_too_long,
    help_brings,
    help_verified,
    help_sources,
)


def _checks(*groups: tuple[ModuleType, ...]) -> tuple[Check, ...]:
    return tuple(module.check for group in groups for module in group)


NEEDED = _checks(_READING, _BUILDING)
ALL = _checks(_READING, _BUILDING, _CONTENT)
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (module.RULE for group in (_READING, _BUILDING, _CONTENT) for module in group),
        key=lambda rule: rule.code,
    )
)


def run(form: Form, checks: tuple[Check, ...]) -> tuple[FormFault, ...]:
    """Return what *checks* find, each once: the main file first, then by file and line.

    Faults in one line stand in the order of their codes.
    """
    found = {_key(fault): fault for check in checks for fault in check(form)}
    return tuple(found[key] for key in sorted(found))


def _key(fault: FormFault) -> tuple[bool, str, int, str, str]:
    facts = repr(sorted((name, str(fact)) for name, fact in fault.facts.items()))
    return fault.file != MAIN, fault.file, fault.line, fault.code, facts
