"""The whole job by commands alone, in both languages, without a window.

A facilitator starts a consultation and invites three; each answers from a file, checks,
hands in; the packets come together; positions, report and export show one set of
numbers.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from spf_assess.__main__ import main
from spf_assess.analysis import asked_items
from spf_assess.exchange import read_packet
from spf_assess.model import BENCHES, Item, ItemKind, Selection
from spf_assess.questionnaire import load_questionnaire

SECTIONS = ("3a", "3q")
LEVELS = {"government": (4, 3), "employers": (4, 4), "workers": (3, 1)}
COMMENTS = {
    "government": "Four acts are in force & “published”.",
    "employers": "L'accord est appliqué\u00a0; «\u00a0c'est écrit\u00a0».",
    "workers": "Neuf dossiers sur trente-huit ont été tranchés dans l'année.",
}


@dataclass
class Shell:
    """Someone who types commands in one language."""

    folder: Path
    language: str
    capsys: Any

    def types(self, *words: object, expecting: int = 0) -> str:
        """Run a command, insist on its exit code, return what it printed."""
        code = main(["--lang", self.language, *(str(word) for word in words)])
        told = self.capsys.readouterr()
        assert code == expecting, told.err or told.out
        return str(told.out)

    def file(self, name: str) -> Path:
        """A file in this person's folder."""
        return self.folder / name


@pytest.fixture(params=["en", "fr"])
def shell(request, tmp_path, capsys):
    folder = tmp_path / "Réunion du 19 mai"
    folder.mkdir()
    return Shell(folder, request.param, capsys)


def items(group: str) -> list[Item]:
    """What is put to a group before it has answered anything."""
    bench = next(one for one in BENCHES if one == group)
    selection = Selection("full", SECTIONS)
    return list(asked_items(load_questionnaire(), selection, bench, {}))


def reply(item: Item, group: str) -> dict[str, Any]:
    """A whole answer in the form of docs/formats.md."""
    law, practice = LEVELS[group]
    plain: dict[str, Any] = {"item": item.id, "parts": {}}
    for part in item.parts:
        if item.kind.rated:
            said: dict[str, Any] = {"value": law if part.name == "law" else practice}
        elif item.kind is ItemKind.YES_PARTLY_NO:
            said = {"value": "no"}
        elif item.kind is ItemKind.FIGURES:
            said = {
                "figure": {
                    "women": "51.2",
                    "men": "58.9",
                    "total": "55",
                    "year": "2025",
                }
            }
        else:
            said = {"no_answer": "dont_know"}
        plain["parts"][part.name] = said
    if item.headline:
        plain["comment"] = COMMENTS[group]
        plain["evidence"] = [{"kind": "law", "grade": "A", "title": "Labour Code"}]
    return plain


def founds(shell: Shell) -> Path:
    consultation = shell.file("consultation.spfa")
    shell.types(
        *("new", consultation, "--title-en=Round table", "--title-fr=Table ronde"),
        *("--country-en=Coresia", "--country-fr=Corésie", "--place=Port Coresia"),
        *(f"--section={section}" for section in SECTIONS),
    )
    return consultation


def invites(shell: Shell, consultation: Path, group: str) -> Path:
    invitation = shell.file(f"{group}.spfi")
    people = ("--group", "--members=9", "--women=5", "--men=4")
    shell.types(
        *("invite", consultation, f"--constituency={group}", "-o", invitation),
        *(f"--organization=Organization {group}", "--language=fr"),
        *(people if group == "government" else ("--women=1",)),
    )
    return invitation


def answers(shell: Shell, invitation: Path, group: str) -> Path:
    """Accept, answer the first half, look what is missing, answer the rest."""
    mine = shell.file(f"mine {group}.spfa")
    shell.types("accept", invitation, "-o", mine)
    asked = items(group)
    half = len(asked) // 2
    for number, some in enumerate((asked[:half], asked[half:])):
        given = shell.file(f"{group} {number}.json")
        plain = [reply(item, group) for item in some]
        given.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
        shell.types("answer", mine, given)
        rest = asked[half:] if number == 0 else []
        told = json.loads(
            shell.types("check", mine, "--json", expecting=1 if rest else 0)
        )
        assert told["asked"] == len(asked)
        assert told["answered"] == len(asked) - len(rest)
        assert {one["item"] for one in told["missing"]} == {one.id for one in rest}
        assert all(one["says"] for one in told["missing"])
    return mine


def hands_in(shell: Shell, mine: Path, group: str) -> Path:
    packet = shell.file(f"{group}.spfr")
    told = shell.types("hand-in", mine, "-o", packet, "--quoted")
    receipt = re.search(rf"^{shell.language}: (.+)$", told, re.MULTILINE)
    assert receipt is not None
    assert len(receipt[1].split()) == 8
    shell.types("verify-packet", packet, "--words", receipt[1])
    return packet


def gathers(shell: Shell) -> Path:
    """Everything up to the import of three packets."""
    consultation = founds(shell)
    invitations = {group: invites(shell, consultation, group) for group in LEVELS}
    packets = [
        hands_in(shell, answers(shell, invitation, group), group)
        for group, invitation in invitations.items()
    ]
    told = json.loads(shell.types("import", consultation, *packets, "--json"))
    assert [one["state"] for one in told] == ["accepted"] * 3
    return consultation


def pages(path: Path) -> str:
    """The words of a PDF, line breaks and ligatures resolved."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(
            document[index].get_textpage().get_text_range()
            for index in range(len(document))
        )
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_three_groups_answer_and_one_report_comes_out(shell):
    consultation = gathers(shell)

    status = json.loads(shell.types("status", consultation, "--json"))
    practice = status["results"][0]["comparisons"]["3q.0"]["practice"]
    assert [one["level"] for one in practice["positions"]] == [3, 4, 1]
    assert (practice["range"], practice["outcome"]) == (3, "strong_divergence")
    assert practice["verdicts_differ"]
    board = shell.types("status", consultation)
    words = {
        "en": ("handed in", "strong divergence", "all differ"),
        "fr": ("remise", "forte divergence", "toutes différentes"),
    }[shell.language]
    assert all(word in board for word in words)

    export = shell.file("export.json")
    shell.types("export", "json", consultation, "-o", export)
    exported = json.loads(export.read_text("utf-8"))
    assert exported["results"] == status["results"]
    assert {one["organization"] for one in exported["respondents"]} == {
        f"Organization {group}" for group in LEVELS
    }

    report = shell.file("report.pdf")
    told = shell.types(
        *("report", consultation, "--lang", shell.language, "-o", report),
        *("--progress", "json"),
    )
    steps = [json.loads(line) for line in told.splitlines()]
    assert steps
    assert all(set(one) == {"stage", "done", "of"} for one in steps)
    printed = pages(report)
    for comment in COMMENTS.values():
        # a quotation within a quotation is printed with marks of second rank
        inner = comment.replace("«\u00a0", "“").replace("\u00a0»", "”")
        assert unicodedata.normalize("NFKC", inner) in printed
    assert words[1] in printed
    endings = {one.suffix for one in shell.folder.iterdir()}
    assert endings == {".spfa", ".spfi", ".spfr", ".json", ".pdf", ".backups"}


def test_what_was_corrected_and_handed_in_again_replaces_the_first(shell):
    consultation = founds(shell)
    invitation = invites(shell, consultation, "workers")
    mine = answers(shell, invitation, "workers")
    first = hands_in(shell, mine, "workers")
    kept = first.rename(shell.file("first.spfr"))
    correction = shell.file("correction.json")
    item = load_questionnaire().item("3q.0")
    plain = reply(item, "workers")
    plain["parts"]["practice"] = {"value": 2}
    correction.write_text(json.dumps([plain]), "utf-8")
    shell.types("answer", mine, correction)
    second = hands_in(shell, mine, "workers")
    assert read_packet(second.read_bytes()).seq == 2

    told = json.loads(shell.types("import", consultation, second, kept, "--json"))
    assert [one["state"] for one in told] == ["accepted", "superseded"]
    status = json.loads(shell.types("status", consultation, "--early", "--json"))
    practice = status["results"][0]["comparisons"]["3q.0"]["practice"]
    assert [one["level"] for one in practice["positions"]] == [None, None, 2]


def test_whether_to_be_named_and_quoted_is_said_when_handing_in(shell):
    consultation = founds(shell)
    mine = answers(shell, invites(shell, consultation, "workers"), "workers")
    packet = shell.file("w.spfr")

    def consents(*options: str) -> tuple[bool, bool]:
        shell.types("hand-in", mine, "-o", packet, *options)
        told = read_packet(packet.read_bytes()).respondent
        return told.consent_named, told.consent_quoted

    assert consents() == (False, False)
    assert consents("--named") == (True, False)
    assert consents("--quoted") == (True, True)
    assert consents("--not-named") == (False, True)


def test_a_packet_for_another_consultation_is_kept_aside_and_told(shell):
    consultation = founds(shell)
    packet = hands_in(
        shell,
        answers(shell, invites(shell, consultation, "employers"), "employers"),
        "employers",
    )
    other = consultation.rename(shell.file("other.spfa"))
    founds(shell)
    told = json.loads(
        shell.types("import", consultation, packet, "--json", expecting=1)
    )
    assert (told[0]["state"], told[0]["reason"]) == ("quarantined", "C-201")
    assert ("another" if shell.language == "en" else "autre") in told[0]["says"]
    told = json.loads(shell.types("import", other, packet, "--json"))
    assert told[0]["state"] == "accepted"


def test_the_sample_is_built_and_shows_its_picture(shell):
    file = shell.file("coresia.spfa")
    shell.types("sample", file, "--packets", shell.file("packets"))
    board = shell.types("status", file)
    words = {
        "en": ("  divergence", "Confederation of Employers", "n/c"),
        "fr": ("  divergence", "Institut national de statistique de Corésie", "½"),
    }[shell.language]
    assert all(word in board for word in words)
    shell.types("sample", file, expecting=3)
    packets = sorted(shell.file("packets").glob("*.spfr"))
    told = json.loads(shell.types("import", file, *packets, "--json"))
    assert {one["state"] for one in told} == {"known"}
