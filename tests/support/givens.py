"""Consultations that a report must print well: none, one group, the sample, hostile."""

from dataclasses import replace
from types import MappingProxyType

from support.coresia_results import EMPLOYERS, OBSERVERS, PERSON, WORKERS, coresia, seat

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.model import (
    LAW,
    Action,
    Agreement,
    Decision,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    Note,
    NoteKind,
    PartAnswer,
    Remark,
    Stance,
    Text,
)

HOSTILE = (
    "</p><b>x</b><script>x()</script><img src='file:///etc/passwd'> {{ 7*7 }} & \"'"
    " 🤝 \u202egnirts\u202c שלום \x00\x1b\u2066\ufeff 漢字 http://127.0.0.1:9/ "
)
ENDLESS = "x" * 3000


def empty(_folder):
    return coresia(())


def one_group(_folder):
    return coresia((seat(1, WORKERS),))


def whole(folder):
    build_sample(folder / "coresia.spfa")
    with Consultation.open(folder / "coresia.spfa", read_only=True) as opened:
        return report_input(opened, "2026-11-03T09:00:00Z")


def hostile(_folder):
    name = HOSTILE[:200]
    told = {"name": name, "consent_named": True}
    seats = (
        seat(1, EMPLOYERS, organization=name, **told),
        seat(2, WORKERS, PERSON, name, language="fr", **told),
        seat(3, OBSERVERS, PERSON, name, **told),
    )
    figure = Figure("1", "2", "3", name, HOSTILE, HOSTILE, HOSTILE)
    source = Evidence(EvidenceKind.STATISTIC, Grade.B, name, name, name, name, figure)

    def spoil(item, _who, answer):
        parts = dict(answer.parts)
        for part in parts:
            if item.kind is ItemKind.FIGURES:
                parts[part] = PartAnswer(value=figure)
            elif item.kind in (ItemKind.TEXT, ItemKind.DATE):
                parts[part] = PartAnswer(value=HOSTILE + ENDLESS)
        return replace(
            answer,
            parts=MappingProxyType(parts),
            specify=HOSTILE,
            comment=HOSTILE + ENDLESS,
            evidence=(source,),
            follow_ups=MappingProxyType({"F1": HOSTILE}),
        )

    said = coresia(seats, change=spoil, place=name)
    return replace(
        said,
        stances=(
            Stance(2, "3e.1", WORKERS, Decision.KEEP, reservation=HOSTILE + ENDLESS),
        ),
        agreements=(
            Agreement(
                2,
                "3e.1",
                {LAW: 2},
                Text.of(en=HOSTILE, fr=HOSTILE + ENDLESS),
                (WORKERS, EMPLOYERS),
                HOSTILE,
            ),
        ),
        remarks=(
            Remark("", Text.of(en=HOSTILE + ENDLESS, fr=ENDLESS)),
            Remark("3e", Text.of(en="", fr=HOSTILE)),
        ),
        wording={"en": {"finding-none": f"finding-none = {HOSTILE}"}},
        notes=(Note("1", 2, NoteKind.PARKED, HOSTILE + ENDLESS, "", "3e.1"),),
        actions=(
            Action(
                id="1",
                objective=HOSTILE,
                what=HOSTILE + ENDLESS,
                sequence=1,
                responsible=ENDLESS,
                support=HOSTILE,
                resources=HOSTILE,
                financing=HOSTILE,
                indicator=ENDLESS,
                baseline=HOSTILE,
                target=HOSTILE,
                became=HOSTILE,
                language="fr",
                translated={"what": HOSTILE},
            ),
        ),
    )
