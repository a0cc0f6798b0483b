"""What the groups put their names under, and who has: rules and results (R-307).

Nobody who did not sign is ever taken to agree: each group without a signature that
holds is named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spf_assess.analysis.rounds import missing_benches
from spf_assess.i18n import list_text, signature_text, signed_name, standing_name
from spf_assess.model import BENCHES, LANGUAGES, Signed, SignedState, Standing
from spf_assess.report import charts
from spf_assess.report.desk import Context, Desk

_PIECE = 16  # characters of a digest on a line


@dataclass(frozen=True, slots=True)
class SheetToSign:
    """What a group puts its name under.

    Attributes:
        state: how each group stands to it.
        words: the eight words by language.
        code: the QR code of the digest, SVG.
    """

    state: SignedState
    words: Mapping[str, Sequence[str]]
    code: str


def unsigned_lines(desk: Desk, sheets: Sequence[SheetToSign]) -> list[str]:
    """Say of each document which groups' signatures do not stand under it."""
    words = desk.words
    told = []
    for sheet in sheets:
        without = [
            one.constituency
            for one in sheet.state.benches
            if one.standing is not Standing.HOLDS
        ]
        names = tuple(desk.bench(one)["name"] for one in desk.order if one in without)
        if names:
            name = signed_name(words, sheet.state.signed)
            listed = list_text(names, desk.language)
            lead = (
                words.context("rules", "not signed as they stand by {groups}")
                if sheet.state.signed is Signed.RULES
                else words.context("results", "not signed as they stand by {groups}")
            ).format(groups=listed)
            told.append(desk.named(name, lead))
    return told


def signed_context(desk: Desk, sheet: SheetToSign) -> Context:
    """Return who signed one document, when and how."""
    state, words = sheet.state, desk.words
    by_bench = {one.constituency: one for one in state.benches}
    return {
        "id": state.signed.value,
        "name": signed_name(words, state.signed),
        "round": state.round,
        "receipt": list(sheet.words[desk.language]),
        "digest": _pieces(state.digest),
        "benches": [
            {
                **desk.bench(bench),
                "state": standing_name(words, by_bench[bench].standing),
                "holds": by_bench[bench].standing is Standing.HOLDS,
                "told": desk.scribe.line(signature_text(words, by_bench[bench])),
            }
            for bench in desk.order
        ],
    }


def sheet_context(desk: Desk, sheet: SheetToSign) -> Context:
    """Return the sheet that is signed by hand."""
    words, state = desk.words, sheet.state
    by_bench = {one.constituency: one for one in state.benches}
    missing = missing_benches(desk.given.results)
    results = state.signed is Signed.RESULTS
    name = signed_name(words, state.signed)
    title = words("Code of what is signed")
    return {
        "id": state.signed.value,
        "name": name,
        "title": words("To sign: the results of round {round}", round=state.round)
        if results
        else words("To sign: the rules"),
        "means": _means(desk, state.signed),
        "words": [
            {"language": one, "name": _tongue(desk, one), "words": sheet.words[one]}
            for one in LANGUAGES
        ],
        "digest": _pieces(state.digest),
        "code": charts.Picture("qr", title, sheet.code),
        "lines": [
            {
                **desk.bench(bench),
                "told": desk.scribe.line(signature_text(words, by_bench[bench])),
                "holds": by_bench[bench].standing is Standing.HOLDS,
                "missing": results and bench in missing,
            }
            for bench in desk.order
            if bench in BENCHES
        ],
    }


def _means(desk: Desk, signed: Signed) -> str:
    if signed is Signed.RULES:
        return desk.words(
            "A signature says: these are the rules by which the answers are compared"
            " and told. It says nothing of any answer."
        )
    return desk.words(
        "A signature says: these are the positions, statements, reservations and"
        " decisions that the file holds, each under the name of the group that gave it."
        " It does not make another group's position one's own. Where a group did not"
        " sign, nothing speaks for it."
    )


def _tongue(desk: Desk, language: str) -> str:
    return {"en": desk.words("English"), "fr": desk.words("French")}[language]


def _pieces(digest: str) -> list[str]:
    return [digest[at : at + _PIECE] for at in range(0, len(digest), _PIECE)]
