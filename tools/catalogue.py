"""Keep the French catalogue whole: update, fill, check and compile it.

``python tools/catalogue.py update`` extracts every message from code and templates and
merges it into the catalogue; ``fill FILE.json`` enters ``{"message": "translation"}``
(plural: a list of two; context: ``"context|message"``); ``check`` lists what is
missing, fuzzy or has other placeholders than the English and exits 1; ``compile``
writes the
``.mo``. All but ``check`` hold a lock: several may run.
"""

import json
import re
import string
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations" / "fr" / "LC_MESSAGES"
PO = FOLDER / "spf_assess.po"
MO = FOLDER / "spf_assess.mo"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"words": None, "N_": None, "plural": (1, 2), "context": ((1, "c"), 2)}
METHODS = [
    ("spf_assess/**.py", "python"),
    ("templates/**.j2", "jinja2.ext:babel_extract"),
]
OPTIONS = {"templates/**.j2": {"trimmed": "true", "silent": "false"}}


def extracted() -> Catalog:
    """Return every message of the code and the templates."""
    catalogue = Catalog(charset="utf-8")
    for _file, _line, message, _comments, context in extract_from_dir(
        str(ROOT),
        method_map=METHODS,
        options_map=OPTIONS,
        keywords=KEYWORDS,
        directory_filter=lambda folder: (
            Path(folder).name not in {".venv", ".git", "tests", "_data", "__pycache__"}
        ),
    ):
        catalogue.add(message, None, context=context)
    return catalogue


def merged() -> Catalog:
    """Return the catalogue with exactly the messages that are in use."""
    present = Catalog(locale="fr", charset="utf-8")
    if PO.exists():
        with PO.open("rb") as stream:
            present = read_po(stream, locale="fr", charset="utf-8")
    fresh = Catalog(
        locale="fr",
        project="spf-assess",
        version="1",
        charset="utf-8",
        header_comment="# French words of spf-assess. Update with tools/catalogue.py.",
    )
    for message in extracted():
        if not message.id:
            continue
        old = present.get(message.id, message.context)
        fresh.add(message.id, _kept(message, old), context=message.context)
    return fresh


def _kept(message: Message, old: Message | None) -> str | tuple[str, ...] | None:
    """Return the translation so far; none where a sentence became a plural or back."""
    if old is None or bool(old.pluralizable) is not bool(message.pluralizable):
        return None
    return old.string


def save(catalogue: Catalog) -> None:
    """Write the text and the compiled form, without dates or line numbers."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = BytesIO()
    write_po(
        text, catalogue, sort_output=True, no_location=True, omit_header=False, width=88
    )
    kept = [
        line
        for line in text.getvalue().decode().splitlines()
        if not re.match(
            r'"(POT-Creation-Date|PO-Revision-Date|Last-Translator'
            r"|Language-Team|Report-Msgid|Generated-By)",
            line,
        )
    ]
    PO.write_text("\n".join(kept) + "\n", encoding="utf-8")
    MO.write_bytes(compiled())


def compiled() -> bytes:
    """Return the compiled form of the catalogue as it stands on disk."""
    with PO.open("rb") as stream:
        catalogue = read_po(stream, locale="fr", charset="utf-8")
    # Babel would write the present moment, and no two compilations would be equal.
    catalogue.creation_date = catalogue.revision_date = EPOCH
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def fill(source: Path) -> list[str]:
    """Enter translations; return those whose message is not in use."""
    catalogue = merged()
    unknown = []
    for key, translation in json.loads(source.read_text(encoding="utf-8")).items():
        message = catalogue.get(key)
        if message is None and "|" in key:
            context, _, msgid = key.partition("|")
            message = catalogue.get(msgid, context)
        if message is None:
            unknown.append(key)
            continue
        message.string = (
            tuple(translation) if isinstance(translation, list) else translation
        )
    save(catalogue)
    return unknown


def _fields(text: str) -> set[str]:
    return {
        name for _, name, _, _ in string.Formatter().parse(text) if name is not None
    }


def faults(message: Message) -> list[str]:
    """Return what is wrong with one entry."""
    english = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    french = (
        message.string
        if isinstance(message.string, (list, tuple))
        else (message.string,)
    )
    found = []
    if message.fuzzy:
        found.append("fuzzy")
    if not french or not all(french) or len(french) != len(english):
        found.append("missing")
    elif any(_fields(one) != _fields(english[-1]) for one in french[1:] or french):
        found.append("other placeholders")
    found.extend(
        f"ordinary space before {mark}"
        for mark in (":", ";", "?", "!", "»")
        if any(f" {mark}" in (one or "") for one in french)
    )
    return found


def check() -> list[str]:
    """Return every fault of the catalogue as a line."""
    with PO.open("rb") as stream:
        present = read_po(stream, locale="fr", charset="utf-8")
    wanted = extracted()
    lines = [
        f"not in the catalogue: {message.id!r}"
        for message in wanted
        if message.id and present.get(message.id, message.context) is None
    ]
    for message in present:
        if not message.id:
            continue
        if wanted.get(message.id, message.context) is None:
            lines.append(f"not in use: {message.id!r}")
        lines.extend(f"{fault}: {message.id!r}" for fault in faults(message))
    if not MO.exists() or MO.read_bytes() != compiled():
        lines.append("the compiled catalogue is out of date: run compile")
    return lines


def main(arguments: list[str]) -> int:
    """Run one command."""
    command = arguments[0] if arguments else "check"
    if command == "check":
        lines = check()
        print("\n".join(lines) or "the French catalogue is whole")
        return 1 if lines else 0
    with FileLock(str(ROOT / ".venv" / "catalogue.lock"), timeout=60):
        if command == "fill":
            for key in fill(Path(arguments[1])):
                print(f"not in use: {key!r}")
        elif command == "compile":
            MO.write_bytes(compiled())
        else:
            save(merged())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
