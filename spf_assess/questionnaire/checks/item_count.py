"""Q-509: a section with fewer or more items than its group may have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-509",
    N_("The section has {count} items; in its group there are {fewest} to {most}."),
    N_(
        "Add or take out items, or change “fewest” and “most” of the group; items that"
        " a country added are not counted."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every section outside its group's limits, if it has such."""
    groups = {group.at("name").text: group for group in form.main.root.at("groups")}
    for section in form.sections():
        group = groups.get(section.node.at("group").text)
        if group is None:
            continue
        fewest, most = group.at("fewest").text, group.at("most").text
        count = sum(not item.flag("national") for item in section.items())
        low = fewest.isdecimal() and count < int(fewest)
        high = most.isdecimal() and count > int(most)
        if low or high:
            line = section.node.at("items").line
            yield RULE.broken(
                section.source.file, line, count=count, fewest=fewest, most=most
            )
