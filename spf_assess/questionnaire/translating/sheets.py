"""How a translation workbook is laid out: sheets, columns, statuses, places."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spf_assess.i18n import Words
from spf_assess.model import N_, Questionnaire, Text
from spf_assess.questionnaire.places import texts

ABOUT, GENERAL = "about", "general"
ID, PLACE, ENGLISH, FRENCH, OTHER, STATUS, SIGN = range(1, 8)
COLUMNS = ("id", "place", "English", "Français", "other", "status")
HANDED_OUT = "handed out"  # a hidden column, for the program alone
DRAFT, DONE = "draft", "done"
HEADER, FIRST = 1, 2
SIGNS = ("questionnaire", "version", "digest", "language")
LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language besides English and French: its code (BCP 47) and its own name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Work:
    """A translation as far as it has come.

    Attributes:
        said: texts by place.
        drafts: places of texts that are not done yet.
    """

    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    drafts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One text to be translated, on its sheet."""

    sheet: str
    place: str
    text: Text


def lines(questionnaire: Questionnaire) -> list[Line]:
    """Return every text with its sheet: a sheet a section, one for all the rest."""
    section_of = {item.id: item.section for item in questionnaire.items()}
    found = []
    for place, text in texts(questionnaire):
        head, _, rest = place.partition("/")
        if head == "section":
            sheet = rest.partition("/")[0]
        else:
            sheet = section_of.get(head, GENERAL)
        found.append(Line(sheet, place, text))
    return found


def wording(questionnaire: Questionnaire) -> str:
    """Return a digest of every official text in its place.

    A translation does not change it, so a workbook can come back more than once.
    """
    said = [(one.place, one.text["en"], one.text["fr"]) for one in lines(questionnaire)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def place_in_words(words: Words, place: str) -> str:
    """Return where a text stands, for those who translate it."""
    head, *path = place.split("/")
    told = [words(_WORDS.get(one, one)) for one in path if one in _WORDS]
    names = [one for one in path if one not in _WORDS]
    first = words(_WORDS[head]) if head in _WORDS else head
    return ", ".join([first, *told, *names])


_WORDS: Mapping[str, str] = {
    "title": N_("title"),
    "level": N_("name of a level"),
    "rule": N_("what a level means in general"),
    "group": N_("group of sections"),
    "follow-up": N_("follow-up question"),
    "section": N_("section"),
    "short": N_("short name"),
    "brings": N_("what a group can bring"),
    "label": N_("question"),
    "hint": N_("hint"),
    "definition": N_("definition"),
    "partly": N_("what “partly” means"),
    "when": N_("when it is asked"),
    "when-one": N_("when it is asked, of one choice"),
    "when-several": N_("when it is asked, of several choices"),
    "constraint_message": N_("message"),
    "choices": N_("choice"),
    "parts": N_("part"),
    "unit": N_("unit"),
    "levels": N_("level"),
    "law": N_("law"),
    "practice": N_("practice"),
}
