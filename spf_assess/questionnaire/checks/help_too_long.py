"""Q-704: guidance that takes longer to read than the question is worth."""

from collections.abc import Iterator, Mapping

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.checks.level_too_long import count_words
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-704",
    N_(
        "“{field}” of “{name}” has {length} words in the language “{language}”; at"
        " most {most}."
    ),
    N_("Keep what helps to answer this very question."),
)
MOST_WORDS: Mapping[str, int] = {"why": 60, "counts": 60, "found": 60, "misread": 60}
MOST_EACH = 30


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every field with too many words, language by language."""
    for found in form.helps():
        for name, node in found.each():
            for field, text, most in _limited(node):
                for language in LANGUAGES:
                    length = count_words(text.at(language).text)
                    if length > most:
                        yield RULE.broken(
                            found.source.file,
                            text.at(language).line,
                            field=field,
                            name=name,
                            length=length,
                            language=language,
                            most=most,
                        )


def _limited(node: Node) -> Iterator[tuple[str, Node, int]]:
    for field, most in MOST_WORDS.items():
        yield field, node.at(field), most
    for bench, text in node.at("brings").named():
        yield bench, text, MOST_EACH
