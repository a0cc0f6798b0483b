"""Recording what is said, agreed and decided, and reading it again.

One way of saving serves all of it: each value is one row with a line in the journal,
under the file that recorded it. What another file recorded is never changed here.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from spf_assess.consultation.beginning import FILE_ID, new_id
from spf_assess.consultation.contents import Contents
from spf_assess.exchange import clean_text
from spf_assess.i18n import now_iso
from spf_assess.model import (
    COMMENT_LIMIT,
    N_,
    Action,
    Agreement,
    Attendance,
    Changes,
    Confirmation,
    InvitationWritten,
    Note,
    Phrase,
    Plain,
    Preparation,
    Problem,
    Ranking,
    Recorded,
    Remark,
    Reveal,
    Signature,
    Stance,
    Text,
)
from spf_assess.store import PROCEEDINGS, SETTINGS
from spf_assess.store.records import json_text

if TYPE_CHECKING:
    from cattrs import Converter

CLASSES: dict[str, type[Recorded]] = {
    one.KIND: one
    for one in (
        Preparation,
        InvitationWritten,
        Attendance,
        Reveal,
        Note,
        Stance,
        Agreement,
        Ranking,
        Action,
        Signature,
        Confirmation,
        Remark,
        Phrase,
    )
}
_QUOTED = 40
_WITHDRAWN = "withdrawn_until"
_Value = TypeVar("_Value", bound=Recorded)


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Value]):
    """A recorded value and where it comes from.

    Attributes:
        origin: id of the file that recorded it.
        changed_at: ISO 8601, UTC, seconds; later than that of the word it replaced, so
            that a merge knows the newer of two words of one second.
        batch: number of the import that brought it; 0 where it was recorded here.
    """

    value: _Value
    origin: str
    changed_at: str
    batch: int


@dataclass(frozen=True, slots=True)
class Conflict(Generic[_Value]):
    """What several files recorded differently of the same thing; none of it counts."""

    entries: tuple[Entry[_Value], ...]


class Proceedings:
    """What one file holds of the meeting."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._database = contents.database
        self._entries: dict[str, tuple[Entry[Recorded], ...]] = {}
        self.turns = 0  # another number whenever something was recorded

    @property
    def origin(self) -> str:
        """The id of this file; empty in one begun before there were ids."""
        row = self._database.row(SETTINGS, FILE_ID)
        return "" if row is None else str(row[1])

    def entries(self, kind: type[_Value]) -> tuple[Entry[_Value], ...]:
        """Return everything recorded of a kind, here and elsewhere, by id."""
        if kind.KIND not in self._entries:
            self._entries[kind.KIND] = tuple(
                Entry(from_plain(kind, json.loads(body)), origin, changed_at, batch)
                for _, origin, _, body, changed_at, batch in cast(
                    "Iterable[tuple[str, str, str, str, str, int]]",
                    self._database.rows(PROCEEDINGS, kind.KIND),
                )
            )
        return cast("tuple[Entry[_Value], ...]", self._entries[kind.KIND])

    def values(self, kind: type[_Value]) -> tuple[_Value, ...]:
        """Return the values recorded in this very file, by id."""
        own = self.origin
        return tuple(one.value for one in self.entries(kind) if one.origin == own)

    def value(self, kind: type[_Value], identity: str) -> _Value | None:
        """Return one value recorded in this very file, or None."""
        return next((one for one in self.values(kind) if one.id == identity), None)

    def standing(self, kind: type[_Value]) -> tuple[_Value, ...]:
        """Return the values that count, by id (R-304).

        What this file recorded itself counts. What only others recorded counts where
        all of them say the same; where they contradict each other nothing counts until
        somebody records here what stands.
        """
        own = self.origin
        found = []
        for group in self._by_id(kind):
            mine = [one for one in group if one.origin == own]
            if mine:  # several only where an id was made up otherwise once
                found.append(max(mine, key=lambda one: one.changed_at).value)
                continue
            said = [one.value for one in group]
            if all(one == said[0] for one in said):
                found.append(said[0])
        return tuple(found)

    def conflicts(self, kind: type[_Value]) -> tuple[Conflict[_Value], ...]:
        """Return what other files recorded differently and nobody settled here."""
        own = self.origin
        return tuple(
            Conflict(tuple(group))
            for group in self._by_id(kind)
            if all(one.origin != own for one in group)
            and any(one.value != group[0].value for one in group)
        )

    def _by_id(self, kind: type[_Value]) -> Iterable[list[Entry[_Value]]]:
        entries = sorted(self.entries(kind), key=lambda one: (one.value.id, one.origin))
        for _identity, group in groupby(entries, key=lambda one: one.value.id):
            yield list(group)

    def record(self, *values: Recorded) -> Changes:
        """Save values in one transaction, each in place of the one with the same id.

        Raises:
            Problem: X-130 half a character, C-121 a text is too long, S-1xx it could
                not be saved; nothing was changed then.
        """
        clean = [_cleaned(one) for one in values]
        stated = [(one, self.value(type(one), one.id)) for one in clean]
        fresh = [(one, old) for one, old in stated if old != one]
        if not fresh:
            return Changes()
        at, database = now_iso(), self._database
        moments = {
            (one.KIND, one.id): _later(at, self._said_until(one)) for one, _old in fresh
        }

        def work() -> None:
            origin = self._own_origin()
            for value, old in fresh:
                body, when = json_text(to_plain(value)), moments[value.KIND, value.id]
                database.put(PROCEEDINGS, value.KIND, origin, value.id, body, when, 0)
                database.note(at, "recorded", before=_told(old), after=_told(value))

        return self._write(work, {one.KIND for one, _old in fresh})

    def withdraw(self, *values: Recorded) -> Changes:
        """Take back values recorded in this file; the journal keeps them.

        Raises:
            Problem: C-120 one of them is not there, S-1xx it could not be saved.
        """
        for value in values:
            if self.value(type(value), value.id) is None:
                raise Problem(
                    "C-120",
                    N_(
                        "This entry is no longer in this file, or was recorded in"
                        " another one. Open the file in which it was recorded and"
                        " change it there."
                    ),
                )
        at, database = now_iso(), self._database
        until = max((at, *(self._said_until(one) for one in values)))

        def work() -> None:
            origin = self._own_origin()
            database.put(SETTINGS, _WITHDRAWN, until)
            for value in values:
                database.remove(PROCEEDINGS, value.KIND, origin, value.id)
                database.note(at, "withdrawn", before=_told(value))

        return self._write(work, {one.KIND for one in values})

    def _said_until(self, value: Recorded) -> str:
        """Return the latest moment at which this file said anything of a thing.

        Where it was taken back, the moment of the last taking back stands for it.
        """
        own = self.origin
        found = (
            one.changed_at
            for one in self.entries(type(value))
            if one.origin == own and one.value.id == value.id
        )
        row = self._database.row(SETTINGS, _WITHDRAWN)
        return next(found, "" if row is None else str(row[1]))

    def forget(self) -> None:
        """Read everything again when it is asked for: other rows came in."""
        self.turns += 1
        self._entries.clear()

    def _write(self, work: Callable[[], None], kinds: set[str]) -> Changes:
        self._contents.refresh()
        try:
            self._contents.write(work)
        finally:
            self.forget()
        return Changes(recorded=frozenset(kinds))

    def _own_origin(self) -> str:
        origin = self.origin
        if not origin:
            origin = new_id()
            self._database.put(SETTINGS, FILE_ID, origin)
        return origin


def _later(now: str, before: str) -> str:
    """Return *now*, or the second after *before* where the clock is not past it.

    Two words within one second, or a clock that was set back, would otherwise leave a
    merge with the older word.
    """
    if before < now:
        return now
    after = datetime.fromisoformat(before) + timedelta(seconds=1)
    return after.replace(tzinfo=None).isoformat() + "Z"


def preparation(proceedings: Proceedings) -> Preparation:
    """Return how the consultation is prepared; the defaults where nobody has begun."""
    return next(iter(proceedings.standing(Preparation)), Preparation())


def to_plain(value: Recorded) -> Plain:
    """Return a value as JSON values."""
    return cast("Plain", _converter().unstructure(value))


def from_plain(kind: type[_Value], plain: Plain) -> _Value:
    """Read what ``to_plain`` made.

    Raises:
        ValueError: it is no such value; unknown fields are refused.
    """
    import cattrs

    try:
        return _converter().structure(plain, kind)
    except cattrs.BaseValidationError as error:
        raise ValueError("; ".join(cattrs.transform_error(error))) from error


def _cleaned(value: _Value) -> _Value:
    return from_plain(type(value), _clean(to_plain(value)))


def _clean(plain: Any) -> Any:
    if isinstance(plain, str):
        text = clean_text(plain)
        if len(text) > COMMENT_LIMIT:
            raise Problem(
                "C-121",
                N_(
                    "This text is too long ({number} characters; up to {most} fit):"
                    " “{text}…”. Shorten it."
                ),
                number=len(text),
                most=COMMENT_LIMIT,
                text=text[:_QUOTED],
            )
        return text
    if isinstance(plain, dict):
        return {name: _clean(one) for name, one in plain.items()}
    if isinstance(plain, list | tuple):
        return [_clean(one) for one in plain]
    return plain


def _told(value: Recorded | None) -> str:
    return "" if value is None else json_text({value.KIND: to_plain(value)})


@cache
def _converter() -> "Converter":
    from cattrs.preconf.json import make_converter

    converter = make_converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Text, lambda text: dict(text.by_language))
    converter.register_structure_hook(Text, lambda plain, _: Text.of(**plain))
    converter.register_unstructure_hook_func(_levels, dict)
    converter.register_structure_hook_func(
        _levels, lambda plain, _: MappingProxyType(dict(plain))
    )
    return converter


def _levels(kind: object) -> bool:
    return kind in (Mapping[str, int], Mapping[str, str])
