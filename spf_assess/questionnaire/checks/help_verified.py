"""Q-706: "to be verified" said of a field that guidance does not have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import TOLD

RULE = Rule(
    "Q-706",
    N_("“{word}” is not a field of guidance that could be verified."),
    N_("Name fields among: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every word that names none, and for one that comes twice."""
    for found in form.helps():
        for _, node in found.each():
            seen: set[str] = set()
            for word in node.at("to_be_verified"):
                if word.text not in TOLD or word.text in seen:
                    yield RULE.broken(
                        found.source.file,
                        word.line,
                        word=word.text,
                        known=", ".join(TOLD),
                    )
                seen.add(word.text)
