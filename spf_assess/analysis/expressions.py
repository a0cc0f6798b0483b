"""XLSForm expressions, evaluated by elementpath as a small part of XPath 2.0.

``${name}`` stands for an answer. An answer that is absent is the empty sequence, so a
comparison with it is false and so is a comparison with arithmetic on it; ``not(...)``
of that is true. The parser knows the operators and functions listed here and nothing
else: no paths, no documents, no loops, so an expression from a stranger's form can
neither read a file nor take long.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elementpath import ElementPathError, XPath2Parser, XPathToken

Operand = bool | int | str | Decimal | None

LONGEST = 500
_SHOWN = 30
FUNCTIONS = (
    "abs",
    "boolean",
    "ceiling",
    "concat",
    "contains",
    "count-selected",
    "empty",
    "ends-with",
    "exists",
    "false",
    "floor",
    "max",
    "min",
    "not",
    "number",
    "round",
    "selected",
    "selected-at",
    "starts-with",
    "string-length",
    "sum",
    "true",
)
_OPERATORS = ("and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod")
_GRAMMAR = (
    "(start)",
    "(end)",
    "(invalid)",
    "(unknown)",
    "(string)",
    "(integer)",
    "(decimal)",
    "(name)",
    "$",
    "(",
    ")",
    ",",
    ".",
)
_PIECE = re.compile(r"'[^']*'|\"[^\"]*\"|\$\{([^{}]*)\}|\$")


class Reason(StrEnum):
    """Why an expression is refused; the wording is the form check's business."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    DOLLAR = "dollar"
    BARE_NAME = "bare_name"
    FUNCTION = "function"
    SYNTAX = "syntax"
    VALUES = "values"


class ExpressionFault(ValueError):  # noqa: N818 - a fault of a form, told as such
    """The expression cannot be used: *reason*, and the words near the place."""

    def __init__(self, reason: Reason, near: str = "") -> None:
        super().__init__(f"{reason}: {near}")
        self.reason = reason
        self.near = near


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression.

    Attributes:
        text: as written in the form.
        names: what stands between ``${`` and ``}``, each once, in order.
    """

    text: str
    names: tuple[str, ...]
    _root: "XPathToken"

    def holds(
        self, values: Mapping[str, Operand], current: Operand | None = None
    ) -> bool:
        """Whether the expression is true for *values*, by name; never an exception.

        A name that is missing or None is absent. What cannot be evaluated (a text
        compared with a number, a division by zero) does not hold. *current* is ``.``.
        """
        try:
            return self.trial(values, current)
        except ExpressionFault:
            return False

    def trial(
        self, values: Mapping[str, Operand], current: Operand | None = None
    ) -> bool:
        """Evaluate like :meth:`holds`, but tell what cannot be evaluated.

        Raises:
            ExpressionFault: types that do not go together, division by zero.
        """
        return _truth(self._evaluated(self._root, values, current))

    def try_every_part(
        self, values: Mapping[str, Operand], current: Operand | None = None
    ) -> None:
        """Evaluate every comparison, also those that ``and`` and ``or`` would skip.

        Raises:
            ExpressionFault: types that do not go together, division by zero.
        """
        for token, _above in _walk(self._root, None):
            if token.symbol in _OPERATORS or token.symbol in FUNCTIONS:
                self._evaluated(token, values, current)

    def _evaluated(
        self, token: "XPathToken", values: Mapping[str, Operand], current: Operand
    ) -> object:
        from elementpath import ElementPathError, XPathContext

        variables: dict[str, Any] = {
            _variable(number): _sequence(values.get(name))
            for number, name in enumerate(self.names)
        }
        context = XPathContext(
            item=_NOWHERE if current is None else current, variables=variables
        )
        try:
            return token.evaluate(context)
        except (ElementPathError, ArithmeticError, TypeError, ValueError) as error:
            raise ExpressionFault(Reason.VALUES, self.text) from error

    def comparisons(self) -> Iterator[tuple[str, str]]:
        """Yield every name together with each word in quotes it is compared with."""
        names = {_variable(number): name for number, name in enumerate(self.names)}
        for token, _above in _walk(self._root, None):
            if token.symbol not in _COMPARING:
                continue
            sides = list(token)
            words = [str(side.value) for side in sides if side.symbol == "(string)"]
            for side in sides:
                if side.symbol == "$":
                    name = names[str(side[0].value)]
                    yield from ((name, word) for word in words)


_NOWHERE = ""
_COMPARING = ("=", "!=", "selected")


def _sequence(value: Operand) -> object:
    return [] if value is None else value


def _truth(result: object) -> bool:
    if isinstance(result, list):
        return any(_truth(one) for one in result)
    return result == result and bool(result)  # noqa: PLR0124 - NaN is not true


@cache
def expression(text: str) -> Expression:
    """Parse *text*, once per process.

    Raises:
        ExpressionFault: it is no expression of the language described above.
    """
    if len(text) > LONGEST:
        raise ExpressionFault(Reason.TOO_LONG, _near(text, 0))
    if not text.strip():
        raise ExpressionFault(Reason.EMPTY)
    names: list[str] = []
    xpath = _PIECE.sub(lambda piece: _piece(piece, names), text)
    return Expression(text, tuple(names), _parsed(xpath, text))


def _piece(piece: re.Match[str], names: list[str]) -> str:
    """Put a variable in the place of ``${name}``, as long, so that columns agree."""
    name = piece[1]
    if name is None:
        if piece[0] == "$":
            raise ExpressionFault(Reason.DOLLAR, _near(piece.string, piece.start()))
        return piece[0]
    if name not in names:
        names.append(name)
    return f"${_variable(names.index(name))} ".ljust(len(piece[0]))


def _variable(number: int) -> str:
    first, second = divmod(number, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[second]


def _parsed(xpath: str, text: str) -> "XPathToken":
    from elementpath import ElementPathError

    try:
        root = _parser().parse(xpath)
    except ElementPathError as error:
        # The parser evaluates what has no variables: 1 = 'x' fails here already.
        reason = _REASONS.get(str(error.code)[-8:], Reason.VALUES)
        raise ExpressionFault(reason, _place(error, text)) from error
    except (ArithmeticError, RecursionError, ValueError) as error:
        raise ExpressionFault(Reason.SYNTAX, _near(text, 0)) from error
    for token, above in _walk(root, None):
        if token.symbol == "(name)" and (above is None or above.symbol != "$"):
            raise ExpressionFault(Reason.BARE_NAME, str(token.value))
    return root


_REASONS = {"XPST0003": Reason.SYNTAX, "XPST0017": Reason.FUNCTION}


def _walk(
    token: "XPathToken", above: "XPathToken | None"
) -> "Iterator[tuple[XPathToken, XPathToken | None]]":
    yield token, above
    for part in token:
        yield from _walk(part, token)


def _place(error: "ElementPathError", text: str) -> str:
    column = re.search(r"line 1, column (\d+)", str(error))
    return _near(text, int(column[1]) - 1 if column else 0)


def _near(text: str, start: int) -> str:
    return text[start:][:_SHOWN]


_BY_CODE_POINT = "http://www.w3.org/2005/xpath-functions/collation/codepoint"


@cache
def _parser() -> "XPath2Parser":
    from elementpath import XPath2Parser

    # By code points, never by the system's locale: elementpath takes a global lock to
    # change the locale, and keeps it for good where that locale is not installed.
    parser = XPath2Parser(default_collation=_BY_CODE_POINT)
    for name, function, types in _OWN_FUNCTIONS:
        parser.external_function(function, name, sequence_types=types)
    known = {*_GRAMMAR, *_OPERATORS, *FUNCTIONS}
    parser.symbol_table = {
        symbol: token
        for symbol, token in parser.symbol_table.items()
        if symbol in known
    }
    return parser


def _selected(value: object, name: str) -> bool:
    return name in _choices(value)


def _count_selected(value: object) -> int:
    return len(_choices(value))


def _selected_at(value: object, place: int) -> str:
    """Return the choice at *place*, counted from 0 as in XLSForm; empty if none."""
    chosen = _choices(value)
    return chosen[place] if 0 <= place < len(chosen) else ""


def _choices(value: object) -> list[str]:
    """Split the names of choices, which XLSForm keeps apart by spaces."""
    return value.split() if isinstance(value, str) else []


_OWN_FUNCTIONS: tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...] = (
    ("selected", _selected, ("item()*", "xs:string", "xs:boolean")),
    ("count-selected", _count_selected, ("item()*", "xs:integer")),
    ("selected-at", _selected_at, ("item()*", "xs:integer", "xs:string")),
)
