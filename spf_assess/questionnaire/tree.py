"""Strict YAML (R-209): every scalar is a text, and every node knows its line.

PyYAML's C parser gives the events; nothing is resolved. So ``no``, ``1:30`` and
``2024-01-01`` stay texts, and anchors, aliases, tags, merge keys and duplicate keys are
remarks instead of surprises.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import yaml

DEEPEST = 20


class Trouble(StrEnum):
    """What can be wrong with a file before its contents matter."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate_key"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Remark:
    """A trouble met while reading, with its line and the words concerned."""

    trouble: Trouble
    line: int
    words: str = ""


@dataclass(slots=True)
class Node:
    """A piece of a form; each question has an answer for every kind of piece."""

    line: int

    @property
    def text(self) -> str:
        """The text of a scalar; empty for anything else."""
        return ""

    @property
    def entries(self) -> list["Node"]:
        """The entries of a list; none for anything else."""
        return []

    def get(self, key: str) -> "Node | None":
        """Return a field of a mapping; None where there is none."""
        del key
        return None

    def at(self, key: str) -> "Node":
        """Return a field; an empty piece on this line where there is none."""
        return self.get(key) or Node(self.line)

    def named(self) -> Iterator[tuple[str, "Node"]]:
        """Yield the fields of a mapping with their names; none of anything else."""
        yield from ()

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.entries)


@dataclass(slots=True)
class Scalar(Node):
    """A text."""

    value: str
    plain: bool = False

    @property
    def text(self) -> str:
        """The text itself."""
        return self.value


@dataclass(slots=True)
class Listing(Node):
    """A list."""

    nodes: list[Node] = field(default_factory=list)

    @property
    def entries(self) -> list[Node]:
        """The entries themselves."""
        return self.nodes


@dataclass(slots=True)
class Record(Node):
    """A mapping; of a key that comes twice the first value is kept."""

    fields: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """Return a field; None where there is none."""
        return self.fields.get(key)

    def named(self) -> Iterator[tuple[str, Node]]:
        """Yield the fields with their names."""
        yield from self.fields.items()


def read_tree(data: bytes) -> tuple[Node | None, list[Remark]]:
    """Return the tree in *data*, None where it is broken, and what was remarked."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Remark(Trouble.UNREADABLE, line, "UTF-8")]
    reading = _Reading()
    try:
        root = reading.document(text)
    except (yaml.YAMLError, _NotOurs) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else getattr(error, "line", 1)
        reading.remarks.append(Remark(Trouble.SYNTAX, line, _around(text, line)))
        root = None
    return root, reading.remarks


def _around(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[min(line, len(lines)) - 1].strip()[:60] if lines else ""


class _NotOurs(ValueError):  # noqa: N818 - a form's fault, told as a remark
    """YAML, but nested too deeply or with a key that is no word."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


class _Reading:
    """Turns the events of one document into a tree."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []

    def document(self, text: str) -> Node | None:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._remark(Trouble.SYNTAX, event, "---")
            if isinstance(event, yaml.NodeEvent):
                found = self._node(event, events, 0)
                root = found if root is None else root
        if root is None:
            self.remarks.append(Remark(Trouble.SYNTAX, 1))
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], deep: int) -> Node:
        line = _line(event)
        if deep > DEEPEST:
            raise _NotOurs(line)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._remark(Trouble.ALIAS, event, f"*{anchor}")
            return Scalar(line, "")
        if anchor:
            self._remark(Trouble.ALIAS, event, f"&{anchor}")
        if tag:
            self._remark(Trouble.ALIAS, event, str(tag))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(line, events, deep)
        if isinstance(event, yaml.MappingStartEvent):
            return self._record(line, events, deep)
        plain = getattr(event, "implicit", (False,))[0]
        return Scalar(line, str(getattr(event, "value", "")), plain)

    def _listing(self, line: int, events: Iterator[yaml.Event], deep: int) -> Listing:
        found = Listing(line)
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.nodes.append(self._node(event, events, deep + 1))
        return found

    def _record(self, line: int, events: Iterator[yaml.Event], deep: int) -> Record:
        found = Record(line)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, deep + 1)
            value = self._node(next(events), events, deep + 1)
            if key.text == "<<":
                self._remark(Trouble.ALIAS, event, "<<")
            elif not isinstance(key, Scalar):
                raise _NotOurs(key.line)
            elif key.value in found.fields:
                self._remark(Trouble.DUPLICATE_KEY, event, key.value)
            else:
                found.fields[key.value] = value
                found.lines[key.value] = key.line
        return found

    def _remark(self, trouble: Trouble, event: yaml.Event, words: str) -> None:
        self.remarks.append(Remark(trouble, _line(event), words))
