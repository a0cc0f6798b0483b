"""The rules of a consultation in words: in the report, the window and the terminal."""

from spf_assess.i18n.words import Words


def convergence_rule(words: Words) -> tuple[str, ...]:
    """Return how positions are taken and compared, in numbered sentences.

    ``analysis.positions`` does what they say, in this order.
    """
    return (
        words(
            "A group's position is the answer it agreed, or else the median of its"
            " members. Halves are kept."
        ),
        words(
            "Fewer than two groups: no comparison. Two groups: they are compared and"
            " the missing group is named."
        ),
        words(
            "The range R is the highest position minus the lowest: 0 convergence; up to"
            " 1 near convergence; up to 2 divergence; above 2 strong divergence."
        ),
        words("“Verdicts differ” when positions lie on both sides of 2.5."),
        words("The pattern is named: unanimous, one group apart, or all differ."),
        words(
            "Where three or more members of a group rated, a spread of 2 or more is"
            " reported: this group was itself divided."
        ),
        words(
            "A joint level is shown only where all three groups answered and R is at"
            " most 1. It is the lowest of the three; one that would fall on a half is"
            " the level below. In round 2 all three may agree another."
        ),
        words(
            "Both rounds are kept. In round 2 a group's position is the level it stated"
            " after the discussion, or else its new answer, or else its position of"
            " round 1. Movement is shown without praise or blame."
        ),
    )


def privacy_rule(words: Words, counted_from: int, spread_from: int) -> str:
    """Return from how many people on, and from when on, members are told in numbers.

    R-401 and R-404.
    """
    return words(
        "Of members who answered one by one nothing is told that points at one of them:"
        " a count from {counted} people on, a spread from {spread} on, and neither"
        " before the last round is closed.",
        counted=counted_from,
        spread=spread_from,
    )


def named_consent(words: Words) -> str:
    """Return what a person agrees to who is named, unless the meeting says it."""
    return words(
        "My name, or that of the organization, may be printed in the report and its"
        " annexes."
    )


def quoted_consent(words: Words) -> str:
    """Return what a person agrees to who is quoted, unless the meeting says it."""
    return words(
        "My comments and texts may be quoted in the report, under the name of my group."
    )


def record_rule(words: Words, *, open_record: bool) -> str:
    """Return whether the published report carries the answers, and what that means."""
    if open_record:
        return words(
            "Open record: all answers are attached to the published report, so that"
            " anyone can compute the results anew. Names and words stand there with"
            " consent alone."
        )
    return words("The answers are not attached to the published report.")
