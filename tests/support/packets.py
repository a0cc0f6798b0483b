"""Packets and invitations made by hand, well formed or deliberately not."""

import dataclasses
import json
from typing import Any

from spf_assess.exchange import (
    Invitation,
    build_invitation,
    build_packet,
    canonical,
    public_key,
    sign,
)
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Header,
    NoAnswer,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
    Selection,
    Text,
)

CONSULTATION_SEED = "11" * 32
RESPONDENT_SEED = "22" * 32
NONCE = "000102030405060708090a0b0c0d0e0f"

HEADER = Header(
    id="c0" * 16,
    title=Text.of(
        en="National assessment of the social protection floor",
        fr="Évaluation nationale du socle de protection sociale",
    ),
    country=Text.of(en="Coresia", fr="Corésie"),
    questionnaire_id="r202",
    questionnaire_version="1",
    questionnaire_digest="d1" * 32,
    selection=Selection(form="core", sections=("3a", "3e")),
    created_at="2026-11-16T08:00:00Z",
    public_key=public_key(CONSULTATION_SEED),
    place="Coresia City",
    fictitious=True,
)
RESPONDENT = Respondent(
    id="a1" * 16,
    constituency=Constituency.WORKERS,
    kind=RespondentKind.BENCH,
    organization="Confédération des travailleurs de Corésie",
    language="fr",
    members=3,
    women=2,
    men=1,
    consent_quoted=True,
)
ANSWERS = (
    Answer(
        item="3a.1",
        parts={
            "law": PartAnswer(3),
            "practice": PartAnswer(
                no_answer=NoAnswer.DONT_KNOW, reason="Aucun chiffre n'est publié."
            ),
        },
        comment="La loi ne vise pas l'économie informelle.\nVoir l'article 4.",
        evidence=(
            Evidence(
                kind=EvidenceKind.LAW,
                grade=Grade.A,
                title="Loi n°\u00a012 sur la protection sociale",
                place="article 4",
                date="2019-05-01",
            ),
        ),
        follow_ups={"F6": "Un registre tripartite."},
        flagged=True,
    ),
    Answer(
        item="3a.2",
        parts={
            "value": PartAnswer(
                Figure(women="41.5", men="48", total="44.7", year="2024", source="BIT")
            )
        },
    ),
    Answer(
        item="3e.4",
        parts={"value": PartAnswer(("cash", "other"))},
        specify="Bons d'alimentation",
    ),
)
RESPONSE = Response(
    respondent=RESPONDENT,
    round=1,
    answers={answer.item: answer for answer in ANSWERS},
    seq=1,
    handed_in_at="2026-11-18T10:42:07Z",
)
INVITATION = Invitation(
    header=HEADER,
    round=1,
    respondent=dataclasses.replace(RESPONDENT, consent_quoted=False),
)


def packet(response: Response = RESPONSE, *, prev: str = "", **more: Any) -> bytes:
    """The sample packet, with the sample's keys and nonce unless told otherwise."""
    settings = {"seed": RESPONDENT_SEED, "nonce": NONCE, **more}
    return build_packet(HEADER, response, prev=prev, **settings)


def read_body() -> dict[str, Any]:
    """The body of the sample packet, to be changed and signed again."""
    body: dict[str, Any] = json.loads(packet())["body"]
    return body


def invitation(sample: Invitation = INVITATION) -> bytes:
    """The sample invitation."""
    return build_invitation(sample, CONSULTATION_SEED)


def signed(
    body: Any,
    *,
    kind: str = "spf-assess-response",
    seed: str = RESPONDENT_SEED,
    **envelope: Any,
) -> bytes:
    """Any body, properly signed: what a faulty or hostile program could send."""
    whole = {
        "body": body,
        "format": kind,
        "signature": sign(seed, f"{kind}/1", canonical(body)),
        "version": 1,
    }
    return canonical({**whole, **envelope})
