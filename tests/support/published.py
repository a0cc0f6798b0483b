"""A published report of a small consultation, and what can be changed in it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from support.offices import Offices, rated

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.exchange import canonical, receipt_words
from spf_assess.exchange.manifest import build_manifest
from spf_assess.model import BENCHES, LANGUAGES, ReportOptions, RespondentKind, Signed
from spf_assess.report import render_report

MOMENT = "2027-03-30T09:00:00Z"
NAMES = ("Ministry", "Federation", "Union")


@dataclass
class Published:
    """A consultation of three groups that answered one question, and its folder."""

    offices: Offices
    file: Consultation
    sections: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self.offices.folder

    def packet(self, name: str = "Union") -> Path:
        """The packet that a group handed in."""
        return self.folder / f"{name}.spfr"

    def invitation(self, name: str = "Union") -> Path:
        """The invitation of a group."""
        return self.folder / f"{name}.spfi"

    def report(self, language: str = "en", name: str = "") -> Path:
        """Render the report in a language."""
        out = self.folder / (name or f"report.{language}.pdf")
        if not out.exists():
            options = ReportOptions(language, sections=self.sections)
            render_report(report_input(self.file, MOMENT), options, out)
        return out


def publish(offices: Offices, *, open_record: bool = False) -> Published:
    """Have three groups sign the rules, answer one question and sign the results."""
    file = offices.found()
    file.prepare(replace(file.preparation, open_record=open_record))
    for place, (name, bench) in enumerate(zip(NAMES, BENCHES, strict=True)):
        _seat, invitation = file.invite(
            constituency=bench, kind=RespondentKind.BENCH, name=name
        )
        (offices.folder / f"{name}.spfi").write_bytes(invitation)
        with offices.accept(name, invitation) as own:
            own.answer(own.me().id, rated("3a.1", 1 + place, 2, comment="Our word."))
            own.hand_in(own.me().id, offices.folder / f"{name}.spfr")
        file.sign_with_key(Signed.RULES, offices.folder / f"{name}.spfa")
        file.import_packet(offices.folder / f"{name}.spfr")
    file.sign_with_key(Signed.RESULTS, offices.folder / "Union.spfa", signer="Ana")
    return Published(offices, file)


def misprinted(published: Published, language: str, out: Path) -> Path:
    """Render a report whose first page has the words of something else."""
    given = report_input(published.file, MOMENT)
    other = {one: receipt_words("5a" * 32, one) for one in LANGUAGES}
    wrong = replace(given, prover=lambda one: replace(given.prover(one), words=other))
    render_report(wrong, language, out)
    return out


def attachments(path: Path) -> dict[str, bytes]:
    """Return what a PDF carries, by name."""
    with pikepdf.open(path) as pdf:
        return {
            name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()
        }


def documents(path: Path) -> dict[str, dict]:
    """Return what a PDF carries, read."""
    return {name: json.loads(data) for name, data in attachments(path).items()}


def written(plain: dict) -> bytes:
    """Return a document as the program writes it."""
    return canonical(plain)


def rewritten(path: Path, out: Path, files: dict[str, bytes | None]) -> Path:
    """Save a PDF with other files in it; one that is None is taken away."""
    with pikepdf.open(path) as pdf:
        for name, data in files.items():
            if data is None:
                del pdf.attachments[name]
                continue
            spec = pikepdf.AttachedFileSpec(pdf, data, filename=name)
            pdf.attachments[name] = spec
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out


def resigned(published: Published, body: dict) -> bytes:
    """Return a manifest as a dishonest keeper of the key would make it."""
    seed = published.file._contents.key("facilitator")
    return build_manifest(body, seed)[0]


def forged(
    published: Published, tmp_path: Path, change: Callable[[dict, dict], None]
) -> Path:
    """Return a report that was changed and signed anew with the consultation's key."""
    held = documents(published.report("en"))
    body = held["manifest.json"]["body"]
    files = {name: held[name] for name in held if name != "manifest.json"}
    change(body, files)
    data: dict[str, bytes | None] = {name: written(one) for name, one in files.items()}
    for one in body["files"]:
        own = data[one["name"]] or b""
        one["sha256"], one["size"] = hashlib.sha256(own).hexdigest(), len(own)
    data["manifest.json"] = resigned(published, body)
    return rewritten(published.report("en"), tmp_path / "forged.pdf", data)
