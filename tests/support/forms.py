"""A small form that has no fault, written inline so that a test can spoil one line."""

from pathlib import Path

from support.yaml_files import write_files

from spf_assess.questionnaire import check_forms

MAIN = """\
questionnaire: small
version: "1"
title: {en: "Small", fr: "Petit"}
levels:
  - name: {en: "Latent", fr: "Latent"}
    law: {en: "None.", fr: "Aucune."}
    practice: {en: "Nil.", fr: "Rien."}
  - name: {en: "Emerging", fr: "Émergent"}
    law: {en: "One.", fr: "Une."}
    practice: {en: "Few.", fr: "Peu."}
  - name: {en: "Moderate", fr: "Intermédiaire"}
    law: {en: "Half.", fr: "Moitié."}
    practice: {en: "Half.", fr: "Moitié."}
  - name: {en: "Advanced", fr: "Avancé"}
    law: {en: "All.", fr: "Toutes."}
    practice: {en: "All.", fr: "Tout."}
groups:
  - name: principles
    title: {en: "Principles", fr: "Principes"}
    headlines: true
    fewest: "2"
    most: "3"
    covers: ["21"]
sections: ["3e"]
follow_ups:
  - name: F1
    relevant: "${.practice} <= 2"
    when: {en: "At level 1 or 2", fr: "Au niveau 1 ou 2"}
    label: {en: "Who is left out?", fr: "Qui est laissé de côté\u00a0?"}
  - name: F6
    belongs_to: compared
    stage: discussion
    relevant: "${.range} >= 2"
    when: {en: "Two levels apart", fr: "À deux niveaux d'écart"}
    label: {en: "What do others not see?", fr: "Que ne voient pas les autres\u00a0?"}
"""

SECTION = """\
section: "3e"
reference: "3(e)"
group: principles
title: {en: "Inclusion", fr: "Inclusion sociale"}
short: {en: "Inclusion", fr: "Inclusion sociale"}
items:
  - name: "3e.1"
    type: law_practice
    headline: true
    core: true
    asked_of: [government, employers, workers]
    references: ["3(e)", "21"]
    label: {en: "How far?", fr: "Dans quelle mesure\u00a0?"}
    short: {en: "Inclusion", fr: "Inclusion sociale"}
    levels:
      law:
        - {en: "No law.", fr: "Aucune loi."}
        - {en: "One law.", fr: "Une loi."}
        - {en: "Two laws.", fr: "Deux lois."}
        - {en: "Three laws.", fr: "Trois lois."}
      practice:
        - {en: "No one.", fr: "Personne."}
        - {en: "A quarter.", fr: "Un quart."}
        - {en: "Half.", fr: "La moitié."}
        - {en: "Nine in ten.", fr: "Neuf sur dix."}
    evidence: [law]
    follow_ups: [F1]
  - name: "3e.2"
    type: select_one
    asked_of: [government, employers, workers]
    references: ["3(e)"]
    label: {en: "Which?", fr: "Lequel\u00a0?"}
    short: {en: "Which", fr: "Lequel"}
    choices:
      - {name: none, label: {en: "None", fr: "Aucun"}}
      - {name: one, label: {en: "One", fr: "Un"}}
  - name: "3e.3"
    type: figures
    asked_of: [government]
    references: ["3(e)"]
    label: {en: "How many?", fr: "Combien\u00a0?"}
    short: {en: "How many", fr: "Combien"}
    relevant: "${3e.2} != 'none' and ${3e.1.law} >= 2"
    when: {en: "If there is one", fr: "S'il y en a un"}
    parts:
      - name: value
        label: {en: "Share", fr: "Part"}
        unit: {en: "per cent", fr: "pour cent"}
        by_sex: true
        minimum: "0"
        maximum: "100"
"""


def write_form(folder: Path, main: str = MAIN, **sections: str) -> Path:
    """Write a form: the main file and sections by name (``s3e`` writes 3e.yaml)."""
    named = sections or {"s3e": SECTION}
    files = {f"{name[1:]}.yaml": text for name, text in named.items()}
    return write_files(folder, {"questionnaire.yaml": main, **files})


def places(folder: Path) -> list[tuple[str, str, int]]:
    """Return code, file and line of every fault."""
    return [(one.code, one.file, one.line) for one in check_forms(folder)]
