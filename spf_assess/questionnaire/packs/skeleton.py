"""A pack to begin with: without fault, and explained line by line."""

import re
import textwrap
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from spf_assess.files import make_folder, spoken_name, write_atomically
from spf_assess.i18n import Words
from spf_assess.model import N_, Problem, Questionnaire
from spf_assess.questionnaire.load import load_questionnaire

_WIDTH = 96
_SLOT = re.compile(r"^( *)# <(\w+)>$", re.MULTILINE)
_COMMENTS: Mapping[str, str] = {
    "pack": N_(
        "A national pack: what your country adds to the official questionnaire. The"
        " official questions are never changed by it. docs/forms.md explains every"
        " field."
    ),
    "name": N_("The name of the pack: small letters, digits and underlines."),
    "version": N_("Raise the version whenever others already have the pack."),
    "title": N_("Shown to those who choose the pack."),
    "base": N_("The questionnaire this pack is made for, and its version."),
    "languages": N_(
        "A further language, by its code and its own name. Take away the sign # in"
        " front to use it; “spf-assess forms translate” then writes its texts."
    ),
    "section": N_(
        "A section of your own, after all official ones: n1.yaml, n2.yaml and so on."
        " Remove this file if you need none."
    ),
    "reference": N_(
        "The clause of the Recommendation it is about, or “paragraphs” with a list."
    ),
    "items": N_(
        "Every text stands in English and in French. Other types of question:"
        " practice, law_practice, ratings, select_one, select_multiple, rank, figures,"
        " date, text, texts."
    ),
    "core": N_("With “core: true” the question also belongs to the core form."),
    "asked_of": N_("Who is asked: government, employers, workers."),
    "guidance": N_(
        "Help with the questions of a section, named after it; for added questions"
        " guidance/3e.yaml. It is shown when somebody asks for it. Guidance on official"
        " questions is the same everywhere. Remove this file if you need none."
    ),
    "why": N_("Why it matters, at most 60 words; so are the next two and “misread”."),
    "counts": N_("What counts as evidence for this very question."),
    "found": N_("Where such evidence is usually found."),
    "brings": N_(
        "What each of those asked, and nobody else, is best placed to bring: at most 30"
        " words each."
    ),
    "misread": N_("A common misreading, and the right reading."),
    "sources": N_("Named sources in their official titles, at least one."),
    "unverified": N_(
        "Which of these rest on background knowledge; shown as “to be verified”."
    ),
    "added": N_(
        "Questions added to an official section. The file is named after the section,"
        " the questions 3e.n1, 3e.n2 and so on. Remove this file if you need none."
    ),
    "schemes": N_(
        "The names of your country's schemes, each shown with the sections it matters"
        " to. Remove this file if you need none."
    ),
}
_FILES = {
    "pack.yaml": """\
# <pack>

# <name>
pack: "{name}"
# <version>
version: "1"
# <title>
title: {{en: "National questions", fr: "Questions nationales"}}
# <base>
base: {{questionnaire: "{questionnaire}", version: "{version}"}}
# <languages>
# languages: [{{code: "pt", name: "Português"}}]
""",
    "sections/n1.yaml": """\
# <section>
section: "n1"
# <reference>
paragraphs: ["9", "10"]
group: national
title: {{en: "A section of your own", fr: "Une section qui vous est propre"}}
short: {{en: "Own section", fr: "Section propre"}}
items:
  # <items>
  - name: "n1.1"
    type: yes_partly_no
    # <core>
    core: false
    # <asked_of>
    asked_of: [government, employers, workers]
    references: ["9(1)"]
    label: {{en: "Write your question here.", fr: "Écrivez votre question ici."}}
    short: {{en: "Own question", fr: "Question propre"}}
    partly:
      en: "Say what “partly” means here."
      fr: "Dites ce que «\u00a0en partie\u00a0» signifie ici."
    evidence: [law, statistic, document, experience]
""",
    "guidance/n1.yaml": """\
# <guidance>
section: "n1"
items:
  "n1.1":
    # <why>
    why: {{en: "Say why it matters.", fr: "Dites pourquoi c'est important."}}
    # <counts>
    counts: {{en: "Say what counts.", fr: "Dites ce qui vaut élément probant."}}
    # <found>
    found: {{en: "Say where it is found.", fr: "Dites où le trouver."}}
    # <brings>
    brings:
      government:
        en: "Say what the government can bring."
        fr: "Dites ce que le gouvernement peut apporter."
      employers:
        en: "Say what employers can bring."
        fr: "Dites ce que les employeurs peuvent apporter."
      workers:
        en: "Say what workers can bring."
        fr: "Dites ce que les travailleurs peuvent apporter."
    # <misread>
    misread:
      en: "Say what is often misread, and how it is meant."
      fr: "Dites ce qui est souvent mal lu, et comment le lire."
    # <sources>
    sources:
      - en: "Social Protection Floors Recommendation, 2012 (No. 202), Paragraph 9"
        fr: >-
          Recommandation (n°\u00a0202) sur les socles de protection sociale, 2012,
          paragraphe\u00a09
    # <unverified>
    to_be_verified: [found]
""",
    "items/3e.yaml": """\
# <added>
section: "3e"
items:
  - name: "3e.n1"
    type: text
    asked_of: [government, employers, workers]
    references: ["3(e)"]
    label: {{en: "Write your question here.", fr: "Écrivez votre question ici."}}
    short: {{en: "Own question", fr: "Question propre"}}
""",
    "schemes.yaml": """\
# <schemes>
schemes:
  - name: a_scheme
    label: {{en: "Name of the scheme", fr: "Nom du régime"}}
    sections: ["3e", "n1"]
""",
}


def new_pack(folder: Path, language: str) -> tuple[str, ...]:
    """Write a pack without fault into *folder*, and return the places of its files.

    Its remarks are in *language*. The folder is made whole or not at all.

    Raises:
        Problem: Q-880 the folder holds something, F-11x it cannot be written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Problem(
            "Q-880",
            N_(
                "{folder} exists and is not an empty folder. Name another one; nothing"
                " was written."
            ),
            folder=spoken_name(folder),
        )
    form, words = load_questionnaire(), Words(language)
    made: list[Path] = []
    try:
        for place, text in _FILES.items():
            file = folder / place
            for inner in (folder, file.parent):
                if not inner.exists():
                    make_folder(inner)
                    made.append(inner)
            filled = text.format(**_facts(folder, form))
            write_atomically(file, _explained(filled, words).encode())
            made.append(file)
    except BaseException:
        _remove(made)
        raise
    return tuple(_FILES)


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _facts(folder: Path, form: Questionnaire) -> dict[str, str]:
    letters = re.sub(r"[^a-z0-9]+", "_", folder.absolute().name.lower()).strip("_")
    name = letters if letters[:1].isalpha() else f"pack_{letters}".rstrip("_")
    return {
        "name": name[:40],
        "questionnaire": form.id,
        "version": form.version,
    }


def _explained(text: str, words: Words) -> str:
    """Return *text* with a remark of as many lines as it needs in each slot."""

    def remark(slot: re.Match[str]) -> str:
        indent = slot[1] + "# "
        said = words(_COMMENTS[slot[2]])
        return textwrap.fill(
            said, _WIDTH, initial_indent=indent, subsequent_indent=indent
        )

    return _SLOT.sub(remark, text)
