"""The rules a pack must keep besides those of every form: one rule a module."""

from collections.abc import Callable, Iterator

from spf_assess.questionnaire.checks import (
    ALL,
    NEEDED,
    cycle,
    duplicate_id,
    expression_audience,
    expression_values,
    help_item,
    help_missing,
    help_place,
    item_count,
    missing_file,
    paragraph_never_asked,
    run,
    unknown_choice,
    unknown_group,
    unknown_name,
    unlisted_file,
)
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.packs.checks import (
    guidance_place,
    language_twice,
    national_name,
    no_main,
    official_file,
    official_guidance,
    official_name,
    other_base,
    other_group,
    scheme_section,
    scheme_twice,
    too_large,
    translated_length,
    translated_place,
    translated_placeholder,
    unclean_text,
    unknown_file,
    unknown_section,
    unlisted_language,
    word_form,
)
from spf_assess.questionnaire.packs.contents import PACK
from spf_assess.questionnaire.packs.layering import Layer

_NEEDED = (
    no_main,
    unknown_file,
    official_file,
    other_base,
    official_name,
    national_name,
    unknown_section,
    official_guidance,
    guidance_place,
    other_group,
    too_large,
    word_form,
    scheme_section,
    scheme_twice,
    language_twice,
    unlisted_language,
    unclean_text,
)
_TRANSLATED = (translated_place, translated_placeholder, translated_length)
PACK_RULES: tuple[Rule, ...] = tuple(
    sorted(
        (module.RULE for module in (*_NEEDED, *_TRANSLATED)),
        key=lambda rule: rule.code,
    )
)
# What concerns the official files alone, or is told here with a remedy that fits.
_NOT_OF_PACKS = frozenset(
    module.check
    for module in (
        missing_file,
        unlisted_file,
        unknown_group,
        paragraph_never_asked,
        item_count,
        help_place,
        help_missing,
    )
)


# What speaks of other items, among them official ones; the rest looks at files alone.
_ACROSS = frozenset(
    module.check
    for module in (
        duplicate_id,
        unknown_name,
        cycle,
        expression_values,
        expression_audience,
        unknown_choice,
    )
)


def needed_faults(layer: Layer) -> tuple[FormFault, ...]:
    """Return what keeps a pack from being laid over the official form."""
    return _sorted(_of_packs(layer), _of_forms(layer, NEEDED))


def all_faults(layer: Layer) -> tuple[FormFault, ...]:
    """Return every fault of a pack: pack.yaml first, then by file and line."""
    sound = not needed_faults(layer)
    translated = (
        fault for module in _TRANSLATED for fault in module.check(layer, sound=sound)
    )
    return _sorted(_of_packs(layer), _of_forms(layer, ALL), translated)


def _of_packs(layer: Layer) -> Iterator[FormFault]:
    for module in _NEEDED:
        yield from module.check(layer)


def _of_forms(
    layer: Layer, checks: tuple[Callable[[Form], Iterator[FormFault]], ...]
) -> Iterator[FormFault]:
    """Yield what the rules of every form find in the files of the pack."""
    files = layer.files()
    fitting = [check for check in checks if check not in _NOT_OF_PACKS]
    official = frozenset(item.id for item in layer.core.items())
    across = tuple(check for check in fitting if check in _ACROSS)
    alone = tuple(check for check in fitting if check not in _ACROSS)
    for fault in (*run(layer.whole, across), *run(layer.own, alone)):
        told_as_official = _first_is_official(fault, files) or _helps_official(
            fault, official
        )
        if fault.file in files and not told_as_official:
            yield fault


def _first_is_official(fault: FormFault, files: frozenset[str]) -> bool:
    """Whether a name is used twice, but first officially, which Q-845 tells."""
    twice = fault.code == duplicate_id.RULE.code
    return twice and str(fault.facts["first"]) not in files


def _helps_official(fault: FormFault, official: frozenset[str]) -> bool:
    """Whether guidance is on an official item, which Q-859 tells."""
    return fault.code == help_item.RULE.code and fault.facts["name"] in official


def _sorted(*found: Iterator[FormFault]) -> tuple[FormFault, ...]:
    faults = (fault for group in found for fault in group)
    return tuple(
        sorted(faults, key=lambda one: (one.file != PACK, one.file, one.line, one.code))
    )
