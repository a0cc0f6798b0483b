"""What the first page of every edition tells: whose, when, who took part, who not."""

from spf_assess.analysis.rounds import missing_benches, spoke_in_the_room
from spf_assess.i18n import COLON, SEMICOLON, date_text, missing_bench_text
from spf_assess.i18n.editions import edition_name
from spf_assess.i18n.fates import other_version_text
from spf_assess.model import (
    LANGUAGES,
    Constituency,
    Participation,
    ReportOptions,
    RespondentKind,
)
from spf_assess.report.damage import damage_context
from spf_assess.report.desk import Context, Desk
from spf_assess.report.proof import proof_context, proof_of
from spf_assess.report.quoting import listed, organizations
from spf_assess.report.reading import of_group

# On the cover a group's organizations are named where they fit on two lines.
_COVER_NAMES = 90


def front(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what every edition's template finds: words, header, groups, who took part.

    ``imprint.html.j2`` prints the foot of the first page from it.
    """
    language = desk.language
    return {
        "words": desk.words,
        "plural": desk.words.plural,
        "language": language,
        "semicolon": SEMICOLON[LANGUAGES[0] if desk.facing else language],
        "colon": COLON[language],
        "edition": wanted.edition.value,
        "edition_name": edition_name(desk.words, wanted.edition),
        "draft": wanted.draft,
        "captions": {},
        "addresses": frozenset(),  # of what a page is told; see crossing.py
        "facing": desk.facing,
        "header": _header(desk),
        "benches": [desk.bench(group) for group in desk.order],
        "participation": _participation(desk),
        "observers": _observers(desk),
        "missing": _missing(desk),
        "damage": damage_context(desk),
        "early": _early(desk),
        "provisional": desk.words.context("edition", "Provisional"),
        "proof": proof_context(desk, proof_of(desk.given.prover, wanted)),
    }


def _early(desk: Desk) -> str:
    """Return that it was made before everybody had answered; empty where all had."""
    found = desk.given.blind
    if found is None:
        return ""
    return desk.words.plural(
        "Provisional: round {round} was open when this was made, and {in_} of"
        " {number} seat had handed in. Positions may change.",
        "Provisional: round {round} was open when this was made, and {in_} of"
        " {number} seats had handed in. Positions may change.",
        found.seats,
        round=found.round,
        in_=found.handed_in,
    )


def _header(desk: Desk) -> Context:
    given, told = desk.given, desk.scribe.line
    header = given.header
    return {
        "title": told(desk.text(header.title)),
        "country": told(desk.text(header.country)),
        "clipped_country": desk.scribe.clipped(desk.text(header.country)),
        "place": told(header.place),
        "fictitious": header.fictitious,
        "questionnaire": desk.text(desk.questionnaire.title),
        "version": header.questionnaire_version,
        "core": given.selection.form == "core",
        "date": told(date_text(given.generated_at, desk.language)),
        "iso_date": given.generated_at,
        "round": given.results.round,
        "rounds": [
            {
                "number": one.number,
                "opened": told(date_text(one.opened_at, desk.language)),
                "closed": told(date_text(one.closed_at, desk.language)),
            }
            for one in given.rounds
        ],
    }


def _participation(desk: Desk) -> list[Context]:
    by_group = {one.constituency: one for one in desk.given.results.participation}
    return [_group(desk, by_group[group]) for group in desk.order if group in by_group]


def _group(desk: Desk, found: Participation) -> Context:
    names = organizations(desk, found.constituency)
    short = ", ".join(names)
    return {
        **desk.bench(found.constituency),
        "organizations": listed(desk, names),
        "on_cover": short
        if names and len(short) <= _COVER_NAMES
        else desk.words.plural(
            "{number} organization", "{number} organizations", len(names)
        )
        if names
        else "–",
        "members": found.members,
        "women": found.women,
        "men": found.men,
        "unknown": max(found.members - found.women - found.men, 0),
        "how": _how(desk, found.constituency),
    }


def _how(desk: Desk, group: Constituency) -> str:
    """Return whether a group answered as one, one by one, or both."""
    kinds = {one.respondent.kind for one in of_group(desk.given, group)}
    if not kinds:
        return desk.words("did not hand in an answer")
    if kinds == {RespondentKind.BENCH}:
        return desk.words("one agreed answer")
    if kinds == {RespondentKind.PERSON}:
        return desk.words("members one by one")
    return desk.words("one agreed answer, and members one by one")


def _observers(desk: Desk) -> Context:
    number = sum(
        one.respondents
        for one in desk.given.results.participation
        if not one.constituency.rates
    )
    return {
        "number": number,
        "organizations": listed(desk, organizations(desk, Constituency.OBSERVERS)),
    }


def _missing(desk: Desk) -> list[str]:
    results = desk.given.results
    missing, spoke = missing_benches(results), spoke_in_the_room(results)
    lines = [
        missing_bench_text(desk.words, group, spoke=group in spoke)
        for group in desk.order
        if group in missing
    ]
    became = desk.given.became
    if became is None:
        return lines
    asked, printed = desk.given.header.questionnaire_version, desk.questionnaire.version
    return [*lines, other_version_text(desk.words, asked, printed, became)]
