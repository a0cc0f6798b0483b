"""The report's terms, in the order of each language's alphabet."""

import unicodedata

from spf_assess.i18n import Words


def glossary(words: Words) -> list[tuple[str, str]]:
    """Return terms and what they mean here, sorted as a reader looks them up."""
    entries = [
        (
            words("Social protection floor"),
            words(
                "A nationally defined set of basic social security guarantees which"
                " secure protection aimed at preventing or alleviating poverty,"
                " vulnerability and social exclusion (Paragraph 2)."
            ),
        ),
        (
            words("Basic social security guarantees"),
            words(
                "Essential health care, and basic income security for children, for"
                " persons in active age and for older persons (Paragraph 5)."
            ),
        ),
        (
            words("Principle"),
            words("One of the 18 principles (a) to (r) of Paragraph 3."),
        ),
        (
            words("Group"),
            words(
                "The constituents of one side: government, employers or workers. Each"
                " weighs the same."
            ),
        ),
        (
            words("Observers"),
            words(
                "Other relevant and representative organizations of persons concerned"
                " (Paragraph 3(r)). They comment and do not rate."
            ),
        ),
        (
            words("Headline question"),
            words(
                "The question of each section that rates the principle or guarantee"
                " itself, in law and in practice."
            ),
        ),
        (
            words("Position"),
            words(
                "A group's single answer: the one it agreed, or else the median of its"
                " members."
            ),
        ),
        (
            words("Range (R)"),
            words("The highest position minus the lowest."),
        ),
        (
            words("Convergence"),
            words("All positions are equal: R is 0."),
        ),
        (
            words("Near convergence"),
            words("Positions lie at most one level apart."),
        ),
        (
            words("Divergence"),
            words(
                "Positions lie more than one level apart; more than two levels is"
                " strong divergence."
            ),
        ),
        (
            words("Verdicts differ"),
            words("Positions lie on both sides of 2.5."),
        ),
        (
            words("Joint level"),
            words(
                "The lowest of the three positions, shown only where all three groups"
                " answered and R is at most 1."
            ),
        ),
        (
            words("Law and practice"),
            words(
                "What the texts in force provide, and what people actually obtain. The"
                " two are rated and compared apart."
            ),
        ),
        (
            words("Grade of evidence"),
            words("A to D, how far the source behind an answer carries; see part 3."),
        ),
        (
            words("Packet"),
            words(
                "The signed file in which a person or a group hands in all answers of a"
                " round."
            ),
        ),
    ]
    return sorted(entries, key=lambda entry: _bare(entry[0]))


def _bare(term: str) -> str:
    spread = unicodedata.normalize("NFKD", term.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
