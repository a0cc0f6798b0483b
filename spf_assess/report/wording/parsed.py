"""A file of sentences taken apart: each sentence, where it stands, what it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.syntax import ast

GROUP = "GROUP"  # the one function: the name of a group within a sentence


@dataclass(frozen=True, slots=True)
class Named:
    """Something in braces, and the line in which it stands."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was written.

    Attributes:
        id: its name; a term's begins with ``-``.
        line: where it begins, counted from 1.
        source: its text, from its name on, without comment.
        blank: it has a name and says nothing.
        facts: the names with ``$``.
        pieces: sentences, terms and functions it refers to.
        chosen: by fact: the keys of each choice that hangs on it.
    """

    id: str
    line: int
    source: str
    blank: bool
    facts: tuple[Named, ...]
    pieces: tuple[Named, ...]
    chosen: tuple[tuple[Named, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every sentence in the order of the file, and the lines that are none."""

    sentences: tuple[Sentence, ...]
    broken: tuple[int, ...]


@cache
def parsed(source: str) -> Parsed:
    """Take a file of sentences apart; nothing in it can make this fail."""
    from fluent.syntax import FluentParser, ast

    found, broken = [], []
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            broken.append(_line(source, entry))
        elif isinstance(entry, ast.Message | ast.Term):
            found.append(_sentence(source, entry))
    return Parsed(tuple(found), tuple(broken))


def _sentence(source: str, entry: "ast.Message | ast.Term") -> Sentence:
    from fluent.syntax import ast

    facts, pieces = [], []
    chosen: list[tuple[Named, frozenset[str]]] = []
    for node in _nodes(entry):
        if isinstance(node, ast.VariableReference):
            facts.append(Named(node.id.name, _line(source, node)))
        elif isinstance(node, ast.TermReference):
            pieces.append(Named(f"-{node.id.name}", _line(source, node)))
        elif isinstance(node, ast.MessageReference | ast.FunctionReference):
            pieces.append(Named(node.id.name, _line(source, node)))
        elif isinstance(node, ast.SelectExpression):
            chosen += _choice(source, node)
    name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
    begins = entry.id.span.start if entry.id.span else 0
    begins -= len(name) - len(entry.id.name)
    ends = entry.span.end if entry.span else len(source)
    return Sentence(
        id=name,
        line=source.count("\n", 0, begins) + 1,
        source=source[begins:ends].strip(),
        blank=entry.value is None or bool(entry.attributes),
        facts=tuple(facts),
        pieces=tuple(pieces),
        chosen=tuple(chosen),
    )


def _choice(
    source: str, node: "ast.SelectExpression"
) -> Iterator[tuple[Named, frozenset[str]]]:
    from fluent.syntax import ast

    if isinstance(node.selector, ast.VariableReference):
        keys = frozenset(
            one.key.name if isinstance(one.key, ast.Identifier) else one.key.value
            for one in node.variants
        )
        yield Named(node.selector.id.name, _line(source, node)), keys


def _nodes(node: "ast.BaseNode") -> Iterator["ast.BaseNode"]:
    """Yield what stands in a sentence; its comment is none of it."""
    from fluent.syntax import ast

    for name, value in vars(node).items():
        if name in ("span", "comment"):
            continue
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, ast.BaseNode):
                yield one
                yield from _nodes(one)


def _line(source: str, node: "ast.SyntaxNode") -> int:
    begins = node.span.start if node.span else 0
    return source.count("\n", 0, begins) + 1
