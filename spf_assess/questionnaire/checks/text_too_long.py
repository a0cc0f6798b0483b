"""Q-404: a text that does not fit where it is shown."""

from collections.abc import Iterator, Mapping

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import MAIN, Form

RULE = Rule(
    "Q-404",
    N_(
        "“{field}” has {length} characters in the language “{language}”; at most"
        " {most}."
    ),
    N_("Shorten it: it would be cut in the window or in the report."),
)
SECTION_TITLE, SECTION_SHORT, ITEM_SHORT, LABEL, HINT = 70, 30, 48, 400, 700
SCHEME, NOTE = 120, 200
_LIMITS: Mapping[tuple[str, ...], int] = {
    ("title",): SECTION_TITLE,
    ("short",): SECTION_SHORT,
    ("items", "short"): ITEM_SHORT,
    ("items", "label"): LABEL,
    ("items", "hint"): HINT,
    ("items", "definition"): HINT,
    ("items", "partly"): HINT,
    ("items", "choices", "label"): LABEL,
    ("items", "parts", "label"): LABEL,
    ("schemes", "label"): SCHEME,
    ("schemes", "note"): NOTE,
}


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every text over the limit of its place."""
    for text in form.texts():
        most = _LIMITS.get(text.path)
        if most is None or (text.file == MAIN and text.path == ("title",)):
            continue
        for language in LANGUAGES:
            length = len(text.language(language))
            if length > most:
                yield RULE.broken(
                    text.file,
                    text.node.at(language).line,
                    field=text.field,
                    length=length,
                    language=language,
                    most=most,
                )
