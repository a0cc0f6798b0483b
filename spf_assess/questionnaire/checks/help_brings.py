"""Q-705: what a group would bring that is not asked, or one asked without a word."""

from collections.abc import Iterator

from spf_assess.model import BENCHES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-705",
    N_(
        "“brings” of “{name}” must speak of those who are asked and of nobody else;"
        " “{bench}” is wrong."
    ),
    N_("Write one sentence for each of: {asked}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every group that is there unasked, or asked and not there."""
    asked_of = {item.id: item.tokens("asked_of") for item in form.items()}
    for found in form.helps():
        for name, node in found.each():
            brings = node.get("brings")
            if brings is None or name not in asked_of:
                continue
            written = dict(brings.named())
            asked = [bench.value for bench in BENCHES if bench in asked_of[name]]
            for bench in sorted({*written, *asked}):
                if (bench in written) != (bench in asked) and bench in set(BENCHES):
                    yield RULE.broken(
                        found.source.file,
                        written[bench].line if bench in written else brings.line,
                        name=name,
                        bench=bench,
                        asked=", ".join(asked),
                    )
