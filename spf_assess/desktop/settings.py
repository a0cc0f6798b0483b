"""What the program remembers between two starts: choices and recent files, no answers.

It is a small JSON file in the person's configuration folder. A damaged or strange file
is read as far as it makes sense and otherwise taken as empty: it holds nothing that
could not be chosen again.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from spf_assess.model.problem import Problem
from spf_assess.model.text import LANGUAGES

_MOST_BYTES = 256 * 1024
_MOST_RECENT = 12
_MOST_LETTERS = 1000
FILE_NAME = "window.json"
BOTH = "both"  # languages, on the wall


class Recent(NamedTuple):
    """What the start page shows of a file without opening it.

    Attributes:
        title: the consultation's title by language.
        role: ``facilitator`` or ``respondent``.
        constituency: of the respondent; empty in a facilitator's file.
        kind: ``person`` or ``bench``; empty in a facilitator's file.
        asked: items asked; in a facilitator's file, seats.
        answered: items answered; in a facilitator's file, packets in.
        next_number: number of the first unanswered item, 0 where there is none.
        done: sections finished; *begun*, *todo* likewise.
        handed_in_at: ISO 8601, UTC; empty while not handed in.
        changed_at: ISO 8601, UTC.
    """

    path: str
    title: Mapping[str, str] = MappingProxyType({})
    role: str = ""
    constituency: str = ""
    kind: str = ""
    round: int = 1
    asked: int = 0
    answered: int = 0
    next_number: int = 0
    done: int = 0
    begun: int = 0
    todo: int = 0
    flagged: int = 0
    handed_in_at: str = ""
    changed_at: str = ""
    fictitious: bool = False
    read_only: bool = False


class Settings(NamedTuple):
    """Choices of the person; an empty language or theme means the system's.

    *room* is the language of the projector's window, both of them, or empty for that of
    the program's own.
    """

    language: str = ""
    theme: str = ""
    scale: float = 1.0
    room: str = ""
    recent: tuple[Recent, ...] = ()

    def with_recent(self, entry: Recent) -> "Settings":
        """Return settings with *entry* as the latest file."""
        others = tuple(one for one in self.recent if one.path != entry.path)
        return self._replace(recent=(entry, *others)[:_MOST_RECENT])

    def without(self, path: str) -> "Settings":
        """Return settings that have forgotten a file."""
        left = tuple(one for one in self.recent if one.path != path)
        return self._replace(recent=left)


def default_path() -> Path:
    """Return where the settings lie for the person who is logged in."""
    from platformdirs import user_config_path

    return user_config_path("spf-assess", appauthor=False) / FILE_NAME


def load(path: Path) -> Settings:
    """Read settings; whatever makes no sense is left out."""
    try:
        with path.open("rb") as stream:
            plain = json.loads(stream.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(plain, dict):
        return Settings()
    language, theme, scale = (plain.get(key) for key in ("language", "theme", "scale"))
    listed, room = plain.get("recent"), plain.get("room")
    recent = (_recent(one) for one in (listed if isinstance(listed, list) else ()))
    return Settings(
        language=language if language in LANGUAGES else "",
        theme=theme if isinstance(theme, str) else "",
        scale=float(scale) if isinstance(scale, int | float) else 1.0,
        room=room if room in (*LANGUAGES, BOTH) else "",
        recent=tuple(one for one in recent if one is not None)[:_MOST_RECENT],
    )


def save(path: Path, settings: Settings) -> None:
    """Write settings whole; where that fails, nothing is lost but the memory."""
    from spf_assess.files import write_atomically

    with suppress(OSError, Problem):
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = settings._asdict()
        plain["recent"] = [_plain(one) for one in settings.recent]
        text = json.dumps(plain, ensure_ascii=False, indent=1)
        write_atomically(path, text.encode("utf-8", "surrogatepass"))


def _plain(entry: Recent) -> dict[str, Any]:
    return {**entry._asdict(), "title": dict(entry.title)}


def _recent(plain: Any) -> Recent | None:
    if not isinstance(plain, dict):
        return None
    path = plain.get("path")
    if not isinstance(path, str) or not path or "\x00" in path:
        return None
    known = Recent(path)
    fitting = {
        name: value
        for name, value in plain.items()
        if name in Recent._fields and _fits(value, getattr(known, name))
    }
    return known._replace(**fitting)


def _fits(value: object, sample: object) -> bool:
    if isinstance(value, str):
        return isinstance(sample, str) and len(value) <= _MOST_LETTERS
    if isinstance(value, dict):
        return isinstance(sample, Mapping) and all(
            isinstance(key, str) and isinstance(words, str)
            for key, words in value.items()
        )
    return type(value) is type(sample)
