"""What belongs to the official form beside its sections: help, glossary, legal text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spf_assess.files import read_limited
from spf_assess.model import N_, Problem
from spf_assess.paths import forms_folder
from spf_assess.questionnaire import FormFault, Rule, check_forms
from spf_assess.questionnaire.checks import missing_field
from spf_assess.questionnaire.form import HELP, MAIN, read_form
from spf_assess.questionnaire.tree import Trouble, read_tree
from spf_assess.reading.glossary import LARGEST
from spf_assess.reading.glossary_check import BY_TROUBLE, check_glossary

MISSING = Rule(
    "Q-108",
    N_("{missing} is missing or cannot be read. It belongs to the official form."),
    N_("Put it back, or install the program again."),
)
GLOSSARY, LEGAL = "glossary", "recommendation"
_TEXT = f"{LEGAL}/recommendation.yaml"


def check_folder(folder: Path) -> tuple[FormFault, ...]:
    """Return every fault of a form and of what lies beside its sections.

    The official form, also a copy of it, must have guidance for every section, the
    glossary and the text of the Recommendation. A form of one's own may go without.
    """
    found = list(check_forms(folder))
    if is_official(folder):
        found += _beside(folder)
    elif (folder / GLOSSARY).is_dir():
        found += _glossary(folder)
    return tuple(found)


def is_official(folder: Path) -> bool:
    """Whether *folder* holds the official form or a copy: it bears the same name."""
    if folder.resolve() == forms_folder().resolve():
        return True
    named = (read_form(one).main.root for one in (folder, forms_folder()))
    own, official = (root.at("questionnaire").text for root in named)
    return own == official


def _beside(folder: Path) -> Iterator[FormFault]:
    if (folder / HELP).is_dir():
        for section in read_form(folder).sections():
            file = f"{HELP}/{section.id}.yaml"
            if not (folder / file).is_file():
                yield MISSING.broken(MAIN, 0, missing=file)
    else:
        yield MISSING.broken(MAIN, 0, missing=f"{HELP}/")
    if (folder / GLOSSARY).is_dir():
        yield from _glossary(folder)
    else:
        yield MISSING.broken(MAIN, 0, missing=f"{GLOSSARY}/")
    yield from _legal(folder)


def _glossary(folder: Path) -> Iterator[FormFault]:
    for fault in check_glossary(folder / GLOSSARY):
        yield replace(fault, file=f"{GLOSSARY}/{fault.file}")


def _legal(folder: Path) -> Iterator[FormFault]:
    try:
        root, remarks = read_tree(read_limited(folder / _TEXT, LARGEST))
    except Problem:
        yield MISSING.broken(MAIN, 0, missing=_TEXT)
        return
    for one in remarks:
        if one.trouble is Trouble.UNREADABLE:
            yield MISSING.broken(_TEXT, one.line, missing=_TEXT)
            continue
        rule = BY_TROUBLE[one.trouble]
        yield rule.broken(_TEXT, one.line, words=one.words, field=one.words)
    if not remarks and (root is None or not root.at("provisions").entries):
        yield missing_field.RULE.broken(_TEXT, 1, field="provisions")
