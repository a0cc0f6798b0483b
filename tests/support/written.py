"""What the product says, by language: questionnaire, glossary, catalogue, report."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from babel.messages.pofile import read_po

from spf_assess.model import LANGUAGES
from spf_assess.paths import data_folder, forms_folder
from spf_assess.report.wording.samples import samples
from spf_assess.report.wording.sentences import SENTENCES
from spf_assess.report.wording.spoken import filled

# Placeholders, file endings, options, references and field names are no words.
_CODE = re.compile(
    r"\{\w*(?:!r)?\}|--\w[\w-]*|\.spf[air]\b|\b\w+\.(?:pdf|json|ya?ml|md|py|xlsx|csv)\b"
    r"|\$\{[^}]*\}|(?<!\w)\.\w+|\b\d+[a-z]?\d*b?(?:\.\w+)*\b|\b[A-Z]{0,2}\d+\b"
    r"|\b[a-z]+_[a-z_]+\b|\bn\d\b|\b[a-z]{2}-[A-Z]{2}\b|\((?:government|employers|workers)\)"
    r"|U\+\w+|(?:“|«\u00a0)[a-z_]+(?:\u00a0?: ?)?(?:true|false)?\.?(?:”|\u00a0»)"
)


def written(language: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of every text in one language."""
    for path in sorted(forms_folder().rglob("*.yaml")):
        if path.parent.name != "recommendation":
            plain = yaml.safe_load(path.read_text(encoding="utf-8"))
            for text in _texts(plain):
                said = text[language]
                for words in said if isinstance(said, list) else [said]:
                    yield path.name, words
    for message, spoken in catalogue():
        yield "catalogue", message if language == LANGUAGES[0] else spoken
    for name in SENTENCES:
        for facts in samples(name):
            yield "sentences", filled(language, "", name, facts)


def catalogue() -> Iterator[tuple[str, str]]:
    """Yield every message and what it is in French, singular and plural apart."""
    path = data_folder("translations") / "fr" / "LC_MESSAGES"
    with next(path.glob("*.po")).open("rb") as file:
        for entry in read_po(file):
            if not entry.id:
                continue
            ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            said = entry.string if isinstance(entry.id, tuple) else (entry.string,)
            yield from zip(ids, said, strict=True)


def words_only(text: str) -> str:
    """Return *text* without what is no word of a language."""
    return _CODE.sub(" ", text).replace("\u00a0", " ")


def _texts(plain: Any) -> Iterator[dict[str, Any]]:
    if isinstance(plain, dict):
        if set(plain) == set(LANGUAGES):
            yield plain
            return
        plain = list(plain.values())
    if isinstance(plain, list):
        for value in plain:
            yield from _texts(value)
