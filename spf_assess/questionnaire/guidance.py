"""The help with each question, read from ``guidance/`` when it is first asked for.

Help is no part of what is asked: it does not count for the digest, and a question can
be answered without it. So a file that cannot be used is passed over here; what is wrong
with it, ``check_forms`` tells.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from spf_assess.model import BENCHES, LANGUAGES, Guidance, Text
from spf_assess.questionnaire.form import read_help
from spf_assess.questionnaire.tree import Node


class LateGuidance(Mapping[str, Guidance]):
    """The guidance of a form by item; each section's file is read once, when needed.

    *sections* names the section of every item.
    """

    def __init__(self, folder: Path, sections: Mapping[str, str]) -> None:
        self._folder, self._sections = folder, sections
        self._read: dict[str, Mapping[str, Guidance]] = {}

    def __getitem__(self, item: str) -> Guidance:
        section = self._sections[item]
        if section not in self._read:
            self._read[section] = _section(self._folder, section)
        return self._read[section][item]

    def __iter__(self) -> Iterator[str]:
        for item in self._sections:
            if self.get(item) is not None:
                yield item

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _section(folder: Path, section: str) -> Mapping[str, Guidance]:
    written = read_help(folder, section).root.at("items")
    found = {name: _guidance(node) for name, node in written.named()}
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
