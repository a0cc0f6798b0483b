"""Nothing of the computer, and no name without consent, in any output (R-403).

The computer's user, host, home and folders get unmistakable names, in this process and
in the child that typesets. Every output is then opened as far down as it goes: streams
and attachments of PDF, parts of workbooks, page text, and searched for each of them.
"""

import dataclasses
import io
import platform
import socket
import textwrap
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from spf_assess.__main__ import main
from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer, RespondentKind

USER, HOST, HOME, PLACE = "qxuserzz", "qxhostzz", "qxhomezz", "qxplacezz"
COMPUTER = (USER, HOST, HOME, PLACE)
SILENT = {"workers": "Ysoline Wrxpatro", "employers": "Zoraide Quxnomine"}
NAMED = "Ombeline Vrxaccord"
WORDS = "Kwx words that may be quoted"
HOST_EVERYWHERE = """\
import os, platform, socket
socket.gethostname = platform.node = lambda: {host!r}
real = os.uname
os.uname = lambda: os.uname_result([real()[0], {host!r}, *list(real())[2:]])
"""


@pytest.fixture
def computer(tmp_path, monkeypatch):
    """A computer whose names would be recognized anywhere."""
    home, place = tmp_path / HOME, tmp_path / PLACE
    patches = tmp_path / "patches"
    for folder in (home, place, patches):
        folder.mkdir()
    text = textwrap.dedent(HOST_EVERYWHERE).format(host=HOST)
    (patches / "sitecustomize.py").write_text(text)
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, USER)
    for name in ("HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, HOST)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PYTHONPATH", str(patches))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(socket, "gethostname", lambda: HOST)
    monkeypatch.setattr(platform, "node", lambda: HOST)
    monkeypatch.chdir(place)
    return place


def types(*words):
    assert main([str(word) for word in words]) in (0, 1), words


def respond(file, place, group):
    """Invite, answer with a comment, hand in, take in."""
    kind = RespondentKind.PERSON
    invitation = place / f"{group}.spfi"
    with Consultation.open(file) as consultation:
        seat, _data = consultation.invite(
            constituency=Constituency(group), kind=kind, organization=f"Body {group}"
        )
        consultation.write_invitation(seat.id, invitation)
    packet = place / f"{group}.spfr"
    with Consultation.accept(place / f"{group}.spfa", invitation.read_bytes()) as mine:
        me = mine.me()
        named = group == "government"
        mine.update_respondent(
            dataclasses.replace(
                me,
                name=SILENT.get(group, NAMED),
                consent_named=named,
                consent_quoted=named,
            )
        )
        parts = {"law": PartAnswer(3), "practice": PartAnswer(2)}
        for item in ("3a.1", "3q.1"):
            mine.answer(me.id, Answer(item, parts=parts, comment=WORDS))
        mine.hand_in(me.id, packet)
    types("import", file, packet)


def papers(file, out, editions, booklets):
    """Print reports and questionnaires."""
    quiet = "--progress=none"
    for edition in editions:
        group = ["--group=workers"] if edition == "constituency" else []
        types(
            *("report", file, "--lang=en", "--edition", edition, *group, quiet),
            *("-o", out / f"{edition}.pdf"),
        )
    types("record", file, "--lang=fr", quiet, "-o", out / "record.pdf")
    for what in booklets:
        types(
            *("forms", what, "--for=workers", "--lang=en", "--consultation", file),
            *(quiet, "-o", out / f"{what}.pdf"),
        )


def tables(file, out):
    """Write what other programs read."""
    types("export", "json", file, "-o", out / "export.json")
    types("export", "workbook", file, "-o", out / "export.xlsx")
    types("export", "csv", file, "-o", out / "csv")
    types("export", "sav", file, "-o", out / "export.sav")
    types(
        *("export", "docx", file, "--lang=en", "--section=3a", "--progress=none"),
        *("-o", out / "export.docx"),
    )
    types("actions", file, "-o", out / "actions.xlsx")
    types("actions", file, "-o", out / "actions.ics")


def inside(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Return a file and everything that lies in it, unpacked."""
    found = [(name, data)]
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found.append((f"{name}: info", repr(dict(pdf.docinfo)).encode()))
            for number, thing in enumerate(pdf.objects):
                if isinstance(thing, pikepdf.Stream):
                    try:
                        found.append((f"{name}: {number}", thing.read_bytes()))
                    except pikepdf.PdfError:
                        found.append((f"{name}: {number}", thing.read_raw_bytes()))
                else:
                    found.append((f"{name}: {number}", repr(thing).encode()))
            for attached in pdf.attachments.values():
                found += inside(
                    f"{name}: {attached.filename}", attached.get_file().read_bytes()
                )
        with pypdfium2.PdfDocument(data) as document:
            text = "".join(
                document[number].get_textpage().get_text_bounded()
                for number in range(len(document))
            )
        found.append((f"{name}: text", text.replace("\r\n", " ").encode()))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.namelist():
                found += inside(f"{name}: {part}", parts.read(part))
    return found


def places_of(words, files: list[Path]) -> list[str]:
    """Return where any of *words* stands, in any of the ways text is written."""
    needles = [
        word.lower().encode(code)
        for word in words
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    hits = []
    for file in files:
        for name, data in inside(file.name, file.read_bytes()):
            low = data.lower()
            hits += [f"{name}: {one!r}" for one in needles if one in low]
    return hits


@pytest.fixture
def file(computer):
    """A consultation of three, of whom one agreed to be named and quoted."""
    path = computer / "consultation.spfa"
    types(
        *("new", path, "--title-en=Round table", "--title-fr=Table ronde"),
        *("--country-en=Coresia", "--country-fr=Corésie"),
        *("--section=3a", "--section=3q"),
    )
    for group in ("workers", "employers", "government"):
        respond(path, computer, group)
    types("action", path, "--objective=Cover all", "--what=Write to all")
    return path


def made_in(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())


def test_no_output_tells_of_the_computer_or_names_without_consent(computer, file):
    out = computer / "out"
    out.mkdir()
    papers(file, out, ["full"], ["booklet"])
    tables(file, out)
    public = made_in(out)
    types("salvage", file, "-o", computer / "salvaged.spfa")
    types("backups", file, "--make")
    travelling = [one for one in made_in(computer) if one not in public]
    assert len(public) > 15
    assert len(travelling) > 10
    assert places_of(COMPUTER, [*public, *travelling]) == []
    assert places_of(SILENT.values(), public) == []
    assert places_of(SILENT.values(), [*computer.glob("*.spfi")]) == []
    # The search finds what is there: the one who agreed.
    named = places_of([NAMED], public)
    assert any(one.startswith("full.pdf: text") for one in named)
    assert any(one.startswith("export.json") for one in named)


@pytest.mark.long
def test_nor_does_any_other_edition(computer, file):
    out = computer / "out"
    out.mkdir()
    editions = ["brief", "constituency", "actions", "matrix"]
    papers(file, out, editions, ["booklet", "cards"])
    assert places_of([*COMPUTER, *SILENT.values()], made_in(out)) == []


def test_the_search_finds_what_it_is_for(computer, tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["a.txt"] = f"made by {USER}".encode()
    pdf.docinfo["/Author"] = HOST
    path = tmp_path / "a.pdf"
    pdf.save(path)
    found = places_of(COMPUTER, [path])
    assert any("a.txt" in one for one in found)
    assert any("info" in one and HOST in one for one in found)
    book = tmp_path / "a.xlsx"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("docProps/core.xml", f"<creator>{USER}</creator>")
        parts.writestr("inner.pdf", path.read_bytes())
    assert len(places_of(COMPUTER, [book])) > 2
    assert places_of(COMPUTER, [Path(__file__)]), "words as they stand"
