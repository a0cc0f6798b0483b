"""Q-501: where sections stand in the profile, one headline item leads each of them."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-501",
    N_("The section has {count} headline items; it must have {wanted}."),
    N_(
        "In a group with “headlines: true” mark exactly one item with “headline: true”,"
        " for the profile shows it; in any other group none."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every section with too many headline items or too few."""
    leading = {
        group.at("name").text: group.at("headlines").text == "true"
        for group in form.main.root.at("groups")
    }
    for section in form.sections():
        group = section.node.at("group").text
        if group not in leading:
            continue  # that is told by itself
        wanted = int(leading[group])
        marked = [item for item in section.items() if item.flag("headline")]
        if len(marked) != wanted:
            line = marked[wanted].node.line if len(marked) > wanted else 0
            yield RULE.broken(
                section.source.file,
                line or section.node.line,
                count=len(marked),
                wanted=wanted,
            )
