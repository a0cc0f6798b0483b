"""Sentences spoken: filled with facts, by official words or a country's own."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from spf_assess.files import read_limited
from spf_assess.i18n import list_text
from spf_assess.model import BENCHES, Constituency, Problem
from spf_assess.paths import data_folder
from spf_assess.report.wording.parsed import GROUP, parsed

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.types import FluentType

FOLDER, ENDING = "words", ".ftl"
LARGEST = 256 * 1024
_NONE: Mapping[str, str] = MappingProxyType({})
# French keeps a space before these signs, at which no line may break.
_BEFORE, _AFTER = re.compile(r" (?=[;:?!»])"), re.compile(r"(?<=«) ")
_NO_BREAK = "\u00a0"
_JOINED = {"le": {"de": "du", "à": "au"}, "les": {"de": "des", "à": "aux"}}


Otherwise = Callable[[], str] | str


class Wording:
    """The sentences of one language.

    *own* are a country's, by name, each as it would stand in a file; those with a fault
    are passed over. *prepared* makes a finished sentence fit to be printed.
    """

    def __init__(
        self,
        language: str,
        own: Mapping[str, str] = _NONE,
        prepared: Callable[[str], str] = str,
    ) -> None:
        self.language, self._prepared = language, prepared
        self._layers = [_bundle(language, "")]
        if sound := "\n".join(_sound(language, own)):
            self._layers.insert(0, _bundle(language, sound))

    def say(self, name: str, otherwise: Otherwise, /, **facts: Any) -> str:
        """Return sentence *name* filled with *facts*; *otherwise* where there is none.

        Groups are told as ``Constituency``, several of them as a tuple; a sentence is
        filled with all it needs or not used at all.
        """
        told = self._found(name, facts)
        if not told:
            return _other(otherwise)
        return self._prepared(told[:1].upper() + told[1:])

    def piece(self, name: str, otherwise: Otherwise, /, **facts: Any) -> str:
        """Return what goes on within a line, as ``say`` without the capital."""
        told = self._found(name, facts)
        return self._prepared(told) if told else _other(otherwise)

    def _found(self, name: str, facts: Mapping[str, Any]) -> str:
        """Return a sentence with the spaces of its language; empty without one."""
        for layer in self._layers:
            try:
                told = _filled(layer, name, self._plain(facts, layer))
            except ValueError:  # a group without a name
                continue
            if told:
                return self._spaced(_joined(layer, told, self.language))
        return ""

    def _plain(
        self, facts: Mapping[str, Any], layer: "FluentBundle"
    ) -> dict[str, str | int | float]:
        return {
            name: list_text(tuple(_group(layer, one) for one in fact), self.language)
            if isinstance(fact, tuple)
            else fact.value
            if isinstance(fact, Constituency)
            else fact
            for name, fact in facts.items()
        }

    def _spaced(self, told: str) -> str:
        line = " ".join(told.split(" "))
        if self.language == "fr":
            line = _AFTER.sub(_NO_BREAK, _BEFORE.sub(_NO_BREAK, line))
        return line


def _other(otherwise: Otherwise) -> str:
    return otherwise if isinstance(otherwise, str) else otherwise()


@cache
def official(language: str) -> str:
    """Return the file of the official sentences; empty where it cannot be read."""
    path = data_folder("templates") / FOLDER / f"{language}{ENDING}"
    try:
        return read_limited(path, LARGEST).decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError, Problem):
        return ""


def filled(language: str, source: str, name: str, facts: Mapping[str, Any]) -> str:
    """Return a sentence of *source* over the official ones, empty where it fails."""
    return _filled(_bundle(language, source), name, facts)


def _sound(language: str, own: Mapping[str, str]) -> list[str]:
    """Return those of a country's sentences that can be used, with one another."""
    from spf_assess.report.wording.check import faults_of

    left = {
        name: source
        for name, source in sorted(own.items())
        if [one.id for one in parsed(source).sentences] == [name]
        and not parsed(source).broken
    }
    while left:
        whole = "\n".join(left.values())
        faults = faults_of(language, f"{language}{ENDING}", whole)
        wrong = {fault.facts.get("name", "") for fault in faults}
        if not wrong:
            break
        left = {name: source for name, source in left.items() if name not in wrong}
    return list(left.values())


@cache
def _bundle(language: str, own: str) -> "FluentBundle":
    from fluent.runtime import FluentBundle, FluentResource

    def group(which: str) -> "FluentType":
        return cast("FluentType", _group(made[0], which))

    made: list[FluentBundle] = []
    found = FluentBundle(
        [language],
        functions={GROUP: group},
        use_isolating=False,
    )
    made.append(found)
    for source in (official(language), own):
        found.add_resource(FluentResource(source), allow_overrides=True)
    return found


def _joined(bundle: "FluentBundle", told: str, language: str) -> str:
    """Return a sentence with the articles of groups joined as French has them.

    Of ``de les employeurs`` it makes ``des employeurs``, of ``à le gouvernement``
    ``au gouvernement``; nothing else is touched, so that a verb's pronoun stays.
    """
    if language != "fr":
        return told
    for bench in BENCHES:
        article, _space, name = _group(bundle, bench).partition(" ")
        for before, after in _JOINED.get(article, {}).items():
            pattern = rf"\b{before} {article} {re.escape(name)}\b"
            told = re.sub(pattern, f"{after} {name}", told)
    return told


def _group(bundle: "FluentBundle", group: object) -> str:
    value = group.value if isinstance(group, Constituency) else str(group)
    found = _filled(bundle, f"group-{value}", {})
    if not found:
        raise ValueError(value)
    return found


def _filled(bundle: "FluentBundle", name: str, facts: Mapping[str, Any]) -> str:
    """Return a sentence, or nothing where it is not there or lacks anything."""
    if not bundle.has_message(name):
        return ""
    try:
        pattern = bundle.get_message(name).value
        if pattern is None:
            return ""
        told, errors = bundle.format_pattern(pattern, dict(facts))
    except (ValueError, TypeError, LookupError, RecursionError):
        return ""
    return "" if errors else str(told).strip()
