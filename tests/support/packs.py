"""A national pack without fault, written inline so that a test can spoil one line."""

from pathlib import Path

from support.yaml_files import write_files

PACK = """\
pack: "coresia"
version: "1"
title: {en: "Questions of Coresia", fr: "Questions de la Corésie"}
base: {questionnaire: "r202", version: "2026.1"}
languages: [{code: "pt", name: "Português"}]
"""

ITEMS_3E = """\
section: "3e"
items:
  - name: "3e.n1"
    type: law_practice
    core: true
    asked_of: [government, employers, workers]
    references: ["3(e)"]
    label:
      en: "How far are island people reached?"
      fr: "Dans quelle mesure les habitants des îles sont-ils couverts\u00a0?"
    short: {en: "Island people", fr: "Habitants des îles"}
    levels:
      law:
        - {en: "No act names the islands.", fr: "Aucune loi ne mentionne les îles."}
        - {en: "One act names them.", fr: "Une loi les mentionne."}
        - {en: "Each act names them.", fr: "Chaque loi les mentionne."}
        - {en: "Each act and decree names them.", fr: "Tout texte les mentionne."}
      practice:
        - {en: "No island has an office.", fr: "Aucune île n'a de bureau."}
        - {en: "A quarter have one.", fr: "Un quart en ont un."}
        - {en: "Half have one.", fr: "La moitié en ont un."}
        - {en: "Nine in ten have one.", fr: "Neuf sur dix en ont un."}
    evidence: [law]
    follow_ups: [F1]
  - name: "3e.n2"
    type: yes_partly_no
    asked_of: [government, workers]
    references: ["3(e)"]
    label: {en: "Is there a ferry to it?", fr: "Existe-t-il un bac pour y aller\u00a0?"}
    short: {en: "Ferry", fr: "Bac"}
    partly: {en: "On some days only.", fr: "Certains jours seulement."}
    relevant: "${3e.n1.practice} <= 2 and ${3e.1.law} >= 2"
    when: {en: "If few islands have an office", fr: "Si peu d'îles ont un bureau"}
"""

SECTION_N1 = """\
section: "n1"
paragraphs: ["9", "11"]
group: national
title: {en: "The Islands Grant", fr: "L'allocation des îles"}
short: {en: "Islands Grant", fr: "Allocation des îles"}
items:
  - name: "n1.1"
    type: select_one
    core: true
    asked_of: [government, employers, workers]
    references: ["9(2)"]
    label: {en: "Who pays the grant?", fr: "Qui verse l'allocation\u00a0?"}
    short: {en: "Who pays", fr: "Qui verse"}
    choices:
      - {name: none, label: {en: "Nobody yet", fr: "Personne encore"}}
      - {name: region, label: {en: "The region", fr: "La région"}}
      - {name: state, label: {en: "The state", fr: "L'État"}}
"""

SCHEMES = """\
schemes:
  - name: islands_grant
    label: {en: "Islands Grant", fr: "Allocation des îles"}
    sections: ["3e", "n1"]
    note: {en: "Paid since 2019.", fr: "Versée depuis 2019."}
  - name: old_age_pension
    label: {en: "Old-age Pension", fr: "Pension de vieillesse"}
    sections: ["5d"]
"""

TEXTS_PT = """\
texts:
  "3e.n2/label": "Há uma balsa para o escritório?"
  "section/3e/title": "Inclusão social"
drafts: ["3e.n2/label"]
"""

FILES = {
    "pack.yaml": PACK,
    "items/3e.yaml": ITEMS_3E,
    "sections/n1.yaml": SECTION_N1,
    "schemes.yaml": SCHEMES,
    "texts/pt.yaml": TEXTS_PT,
}

GUIDANCE_3E = """\
section: "3e"
items:
  "3e.n1":
    why: {en: "Boats are few.", fr: "Les bateaux sont rares."}
    counts: {en: "A decree on offices.", fr: "Un décret sur les bureaux."}
    found: {en: "In the harbour register.", fr: "Dans le registre du port."}
    brings:
      government: {en: "It knows the offices.", fr: "Il connaît les bureaux."}
      employers: {en: "They know the wharves.", fr: "Ils connaissent les quais."}
      workers: {en: "They know the crossings.", fr: "Ils font la traversée."}
    misread: {en: "A rock is no island.", fr: "Un rocher n'est pas une île."}
    sources:
      - {en: "Islands Act, s. 4", fr: "Loi sur les îles, art. 4"}
    to_be_verified: [found]
"""
# The pack with help on one of its questions.
HELPED = {"guidance/3e.yaml": GUIDANCE_3E}


def write_pack(folder: Path, **changed: str | None) -> Path:
    """Write the pack; *changed* replaces files by name (``items_3e``), None leaves out.

    A name may also be given whole in ``{"items/4a.yaml": …}``.
    """
    by_word = {name: name.removesuffix(".yaml").replace("/", "_") for name in FILES}
    files = {name: changed.pop(word, FILES[name]) for name, word in by_word.items()}
    return write_files(folder, {**files, **changed})
