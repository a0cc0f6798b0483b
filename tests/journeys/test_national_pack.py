"""A country adds two questions, a section and a scheme, and asks them, by command.

From the folder to the printed page: begun, written, checked, packed, asked, answered by
three groups on computers that have never seen the pack, brought in and printed.
"""

import json
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from support.packs import ITEMS_3E, SCHEMES, SECTION_N1

from spf_assess.__main__ import main

LEVELS = {"government": 3, "employers": 3, "workers": 1}
MARK = {"en": "national question", "fr": "question nationale"}
SCHEME = {
    "en": "National schemes: Islands Grant (Paid since 2019).",
    "fr": "Régimes nationaux\u00a0: Allocation des îles (Versée depuis 2019).",
}
QUESTION = {
    "en": "How far are island people reached?",
    "fr": "Dans quelle mesure les habitants des îles sont-ils couverts\u00a0?",
}
FERRY = {"en": "Ferry", "fr": "Bac"}
NO_FERRY = {  # in either order: no group always comes first
    "en": ("No Not asked", "Not asked No"),
    "fr": ("Non Non posée", "Non posée Non"),
}
CLEAN = {
    "en": "The pack has no fault.",
    "fr": "Le module ne comporte aucune erreur.",
}


class Country:
    """Someone at the command line, in one folder and one language."""

    def __init__(self, folder: Path, language: str, capsys) -> None:
        self.folder, self.language, self.capsys = folder, language, capsys

    def types(self, *words: object, expecting: int = 0) -> str:
        """Run a command, insist on its exit code, return what it printed."""
        code = main(["--lang", self.language, *(str(word) for word in words)])
        told = self.capsys.readouterr()
        assert code == expecting, told.err or told.out
        return str(told.out)

    def file(self, name: str) -> Path:
        """A file in this folder."""
        return self.folder / name

    def begins_a_pack(self) -> Path:
        """Write the questions over those the new pack came with."""
        pack = self.file("nos questions")
        self.types("forms", "new-pack", pack)
        for place, text in (
            ("items/3e.yaml", ITEMS_3E),
            ("sections/n1.yaml", SECTION_N1),
            ("schemes.yaml", SCHEMES),
        ):
            (pack / place).write_text(text, encoding="utf-8")
        return pack

    def mends_what_the_check_tells(self, pack: Path) -> None:
        """Take an official name by mistake, read why not, mend it."""
        items = pack / "items" / "3e.yaml"
        items.write_text(ITEMS_3E.replace('"3e.n2"', '"3e.2"'), "utf-8")
        told = self.types("forms", "check", pack, expecting=1)
        assert "items/3e.yaml:25: Q-845" in told
        assert "3e.n1" in told
        items.write_text(ITEMS_3E, "utf-8")
        assert CLEAN[self.language] in self.types("forms", "check", pack)

    def asks(self, pack: Path) -> Path:
        """Pack the folder and start a consultation with the document alone."""
        document = self.file("pays.spfq")
        self.types("forms", "pack", pack, "-o", document)
        shutil.rmtree(pack)
        consultation = self.file("consultation.spfa")
        self.types(
            *("new", consultation, "--title-en=Coresia", "--title-fr=Corésie"),
            *("--country-en=Coresia", "--country-fr=Corésie"),
            *("--pack", document, "--section=3e", "--section=n1"),
        )
        document.unlink()
        return consultation

    def answers(self, consultation: Path, group: str) -> Path:
        """Invite a group; it answers in a file of its own and hands in."""
        invitation, mine = self.file(f"{group}.spfi"), self.file(f"{group}.spfa")
        self.types(
            *("invite", consultation, f"--constituency={group}", "--group"),
            *("--members=3", "-o", invitation),
        )
        self.types("accept", invitation, "-o", mine)
        level = {"value": LEVELS[group]}
        rated = {"law": level, "practice": level}
        given = [
            {"item": "3e.1", "parts": {"law": {"value": 2}, "practice": level}},
            {"item": "3e.n1", "parts": rated, "comment": "No ferry in winter."},
            {"item": "n1.1", "parts": {"value": {"value": "region"}}},
        ]
        if group == "workers":  # who alone rated low enough to be asked this
            given.append({"item": "3e.n2", "parts": {"value": {"value": "no"}}})
        answers = self.file(f"{group}.json")
        answers.write_text(json.dumps(given), "utf-8")
        self.types("answer", mine, answers)
        packet = self.file(f"{group}.spfr")
        self.types("hand-in", mine, "-o", packet, "--quoted")
        return packet


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_country_asks_questions_of_its_own(tmp_path, capsys, language):
    country = Country(tmp_path, language, capsys)
    pack = country.begins_a_pack()
    country.mends_what_the_check_tells(pack)
    consultation = country.asks(pack)
    packets = [country.answers(consultation, group) for group in LEVELS]
    country.types("import", consultation, *packets)

    exported = country.file("export.json")
    country.types("export", "json", consultation, "-o", exported)
    plain = json.loads(exported.read_text("utf-8"))
    assert plain["pack"]["items"] == ["3e.n1", "3e.n2", "n1.1"]
    assert {one["state"] for one in plain["packets"]} == {"accepted"}
    compared = plain["results"][0]["comparisons"]["3e.n1"]["law"]
    assert compared["range"] == 2

    report = country.file("report.pdf")
    country.types(
        *("report", consultation, "--lang", language, "-o", report),
        *("--progress", "none"),
    )
    printed = text_of(report)
    assert spaced(f"3e.n1 {MARK[language]} {QUESTION[language]}") in printed
    assert f"n1.1 {MARK[language]} " in printed
    assert f"3e.2 {MARK[language]}" not in printed
    assert spaced(SCHEME[language]) in printed
    assert "No ferry in winter." in printed
    row = rf"3e\.n2 {FERRY[language]} \({MARK[language]}\) (.+?) 9, 11"
    said = re.sub(
        r"[^\w ]", "", re.search(row, printed)[1]
    )  # without the groups' signs
    assert spaced(said) in NO_FERRY[language]


def text_of(report: Path) -> str:
    """Return everything that is printed, one space for every gap."""
    with pypdfium2.PdfDocument(report) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return spaced(" ".join(pages))


def spaced(text: str) -> str:
    """Return *text* with an ordinary space for every gap."""
    return " ".join(text.split())
