"""The help with each question, read when it is first asked for.

Help is no part of what is asked: that of the official form does not count for the
digest, and a question can be answered without it. So a file that cannot be used is
passed over here; what is wrong with it, ``check_forms`` tells.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from spf_assess.model import BENCHES, LANGUAGES, Guidance, Text
from spf_assess.questionnaire.tree import Node

ReadHelp = Callable[[str], Node]
NameHelped = Callable[[str], Collection[str]]


class LateGuidance(Mapping[str, Guidance]):
    """The guidance of a form by item; each section's is read once, when needed.

    *help_on* returns what is written on a section, whatever it is; *sections* names the
    section of every item. *helped* names at least the items that are written on, at a
    fraction of the price of reading it: a page of questions asks it of each.
    """

    def __init__(
        self,
        help_on: ReadHelp,
        sections: Mapping[str, str],
        helped: NameHelped | None = None,
    ) -> None:
        self._help_on, self._sections, self._helped = help_on, sections, helped
        self._read: dict[str, Mapping[str, Guidance]] = {}
        self._named: dict[str, Collection[str]] = {}

    def __contains__(self, item: object) -> bool:
        """Whether there is help with *item*, as far as can be told without reading it.

        Of one that is written on but cannot be used, this says yes until it is read.
        """
        section = self._sections.get(str(item))
        if section is None or section in self._read or self._helped is None:
            return super().__contains__(item)
        if section not in self._named:
            self._named[section] = self._helped(section)
        return item in self._named[section]

    def __getitem__(self, item: str) -> Guidance:
        section = self._sections[item]
        if section not in self._read:
            self._read[section] = _section(self._help_on(section))
        return self._read[section][item]

    def __iter__(self) -> Iterator[str]:
        for item in self._sections:
            if self.get(item) is not None:
                yield item

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _section(written: Node) -> Mapping[str, Guidance]:
    found = {name: _guidance(node) for name, node in written.at("items").named()}
    return {name: one for name, one in found.items() if one is not None}


def _guidance(node: Node) -> Guidance | None:
    """Return the guidance in *node*; None where a text lacks that must be there."""
    needed = [_text(node.at(field)) for field in ("why", "counts", "found", "misread")]
    sources = [_text(entry) for entry in node.at("sources")]
    told = [text for text in (*needed, *sources) if text is not None]
    if len(told) < len(needed) + len(sources):
        return None
    why, counts, found, misread, *named = told
    brings = {bench: _text(node.at("brings").at(bench.value)) for bench in BENCHES}
    return Guidance(
        why=why,
        counts=counts,
        found=found,
        misread=misread,
        sources=tuple(named),
        brings=MappingProxyType(
            {bench: text for bench, text in brings.items() if text is not None}
        ),
        to_be_verified=frozenset(word.text for word in node.at("to_be_verified")),
    )


def _text(node: Node) -> Text | None:
    said = {language: node.at(language).text for language in LANGUAGES}
    return Text.of(**said) if all(said.values()) else None
