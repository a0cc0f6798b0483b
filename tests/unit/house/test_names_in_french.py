"""Names that are other words in French are never left in English."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[3]
# the town is called the same in both languages
ENGLISH = re.compile(r"(?<!Port )Coresia")


def test_the_fictitious_country_has_its_french_name_wherever_french_is_read():
    with (ROOT / "translations/fr/LC_MESSAGES/spf_assess.po").open("rb") as stream:
        catalogue = read_po(stream, locale="fr")
    french = [
        text
        for message in catalogue
        for text in (
            message.string if isinstance(message.string, tuple) else [message.string]
        )
    ]
    assert len(french) > 500
    assert any("Corésie" in text for text in french)
    french.append((ROOT / "README.fr.md").read_text("utf-8"))
    assert [text for text in french if ENGLISH.search(text)] == []
