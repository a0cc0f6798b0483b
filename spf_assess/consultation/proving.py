"""What a published report carries for those who doubt it (R-305).

Five files at most: the rules and the results as the parties sign them, every number
that the report prints, the answers where an open record was agreed, and the manifest
that names their digests under the consultation's key. ``docs/formats.md`` describes
them, ``docs/verify.md`` what they prove.
"""

import hashlib
from typing import TYPE_CHECKING

from spf_assess import __version__
from spf_assess.consultation.numbers import Told, answers_document, numbers_document
from spf_assess.consultation.proceedings import to_plain
from spf_assess.consultation.salting import salted_packets
from spf_assess.exchange import canonical, header_to_plain, qr_svg, receipt_words
from spf_assess.exchange.manifest import manifest_qr_text
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Plain, ReportOptions, Signature
from spf_assess.report.proof import Attached, Proof, Prover

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation

MANIFEST, RULES, RESULTS = "manifest.json", "rules.json", "results.json"
SIGNED, ANSWERS = "signed.json", "answers.json"
_SUPPLEMENT = frozenset({MANIFEST, RULES})
# Who signed for a group, and who saw it, is nobody's business but the parties'.
_OF_A_SIGNATURE = (
    "signed",
    "round",
    "constituency",
    "digest",
    "means",
    "at",
    "public_key",
    "signature",
)


def prover(consultation: "Consultation", generated_at: str) -> Prover | None:
    """Return what makes the proof of any edition; None in a respondent's own file.

    Everything is read now, so that the file can be closed again.
    """
    make = consultation.manifest_maker()
    if make is None:
        return None
    files = {name: canonical(one) for name, one in _documents(consultation).items()}
    body = _body(consultation, generated_at, files)

    def prove(options: ReportOptions) -> Proof:
        whole = {**body, "report": _edition(options)}
        manifest, digest = make(whole)
        return Proof(
            digest=digest,
            words={one: receipt_words(digest, one) for one in LANGUAGES},
            code=qr_svg(manifest_qr_text(digest), ""),
            files=tuple(
                Attached(
                    name,
                    _about(name, options),
                    "Supplement" if name in _SUPPLEMENT else "Data",
                    data.decode(),
                )
                for name, data in {MANIFEST: manifest, **files}.items()
            ),
            open_record=ANSWERS in files,
        )

    return prove


def _documents(consultation: "Consultation") -> dict[str, Plain]:
    number = consultation.current_round
    documents = {
        RULES: consultation.rules(),
        RESULTS: numbers_document(
            consultation.header,
            consultation.results(number),
            Told(
                consultation.preparation.counted_from,
                consultation.preparation.spread_from,
                consultation.final,
            ),
        ),
        SIGNED: consultation.signed_results(number),
    }
    if consultation.preparation.open_record:
        responses = [
            one
            for round_ in consultation.rounds
            if round_.number <= number
            for one in consultation.responses(round_.number)
        ]
        documents[ANSWERS] = answers_document(
            consultation.header,
            consultation.questionnaire,
            responses,
            _packet_of(consultation, number),
        )
    return documents


def _packet_of(
    consultation: "Consultation", number: int
) -> dict[tuple[str, int, int], str]:
    """Return the salted digest by respondent, round and number of the packet."""
    counted = salted_packets(consultation, number)
    return {
        (one.respondent.id, one.round, one.seq): counted[one.digest]
        for one in consultation.packets()
        if one.respondent is not None and one.digest in counted
    }


def _body(
    consultation: "Consultation", generated_at: str, files: dict[str, bytes]
) -> Plain:
    number = consultation.current_round
    return {
        "consultation": header_to_plain(consultation.header),
        "round": number,
        "made_at": generated_at,
        "tool": __version__,
        "open_record": ANSWERS in files,
        "packets": sorted(salted_packets(consultation, number).values()),
        "files": [
            {
                "name": name,
                "sha256": hashlib.sha256(data).hexdigest(),
                "size": len(data),
            }
            for name, data in sorted(files.items())
        ],
        "signatures": [
            {name: to_plain(one)[name] for name in _OF_A_SIGNATURE}
            for one in consultation.proceedings.standing(Signature)
            if one.round in (0, number)
        ],
    }


def _edition(options: ReportOptions) -> Plain:
    return {
        "edition": options.edition.value,
        "language": options.language,
        "sections": list(options.sections),
        "paper": options.paper.value,
        "draft": options.draft,
        "group": "" if options.group is None else options.group.value,
    }


def _about(name: str, options: ReportOptions) -> str:
    """Return what a reader's program says of an attached file."""
    return " / ".join(_described(Words(one))[name] for one in options.languages)


def _described(words: Words) -> dict[str, str]:
    return {
        MANIFEST: words("Manifest: digests of all files, signed by the consultation"),
        RULES: words("Rules: how positions are compared, as the groups sign them"),
        RESULTS: words("Results: every number that the report prints"),
        SIGNED: words("Signed results: what the groups sign"),
        ANSWERS: words("Answers: open record, names and words with consent alone"),
    }
