"""Checking a published report: what the one-file verifier does, and more (R-306).

The one file (``exchange/verify_report.py``) reads the PDF and checks what needs no
questionnaire; what holds is read a second time by other code (``verifying_again``).
Here every attached text is also held against what files of the program
can hold (R-206), and where the answers are attached the results are computed from them
anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spf_assess.analysis.disclosure import EVERYTHING
from spf_assess.analysis.rounds import Discussed, results_of
from spf_assess.consultation.numbers import Told, numbers_of, open_answers
from spf_assess.consultation.proceedings import from_plain
from spf_assess.consultation.verifying_again import SAYS as SAYS_AGAIN
from spf_assess.consultation.verifying_again import read_again
from spf_assess.exchange import is_clean, read_packet
from spf_assess.exchange.manifest import salted
from spf_assess.exchange.verify_report import (
    ANSWERS,
    FAILS,
    HOLDS,
    RESULTS,
    RULES,
    SIGNED,
    TOLD,
    Finding,
    Report,
    Unreadable,
    checked,
    facts,
    read_report,
)
from spf_assess.files import read_limited, spoken_name
from spf_assess.i18n import Words
from spf_assess.model import (
    N_,
    Agreement,
    Constituency,
    Problem,
    Questionnaire,
    Respondent,
    RespondentKind,
    Response,
    Selection,
    Stance,
    answer_from_plain,
)

LARGEST_REPORT = 512 * 1024 * 1024
LARGEST_OWN = 4 * 1024 * 1024
SAYS = {
    "recomputed": N_(
        "The results were computed anew from the attached answers: every position is"
        " the same."
    ),
    "recomputed_differs": N_(
        "Computed anew from the attached answers, the results are others: {place}."
    ),
    "answers_not_counted": N_(
        "The attached answers are not those of the packets that were counted."
    ),
    "questionnaire_other": N_(
        "The results were not computed anew: this program has not got the questionnaire"
        " that was asked."
    ),
    "mine_recorded": N_(
        "{file}: the attached answers hold yours as you handed them in."
    ),
    "mine_altered": N_("{file}: the attached answers are not yours as handed in."),
}


def verify(report: Path, mine: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """Return everything that can be said of a report and of one's own files.

    Raises:
        Problem: F-1xx a file cannot be read.
    """
    data = read_limited(report, LARGEST_REPORT)
    own = [(spoken_name(path), read_limited(path, LARGEST_OWN)) for path in mine]
    try:
        found = read_report(data)
    except Unreadable as error:
        return (Finding("no_pdf", FAILS, {"detail": str(error)}),)
    return tuple(_verified(found, own, data))


def readable(findings: Sequence[Finding]) -> bool:
    """Whether what was checked is a report at all."""
    return all(one.code != "no_pdf" for one in findings)


def finding_text(words: Words, finding: Finding) -> str:
    """Return a finding as a sentence."""
    from spf_assess.exchange.verify_report import ENGLISH

    told = {**ENGLISH, **SAYS, **SAYS_AGAIN}
    message = told[finding.code]
    return words(message, **facts(finding, words.language))


def verdict_text(words: Words, findings: Sequence[Finding]) -> str:
    """Return how it all stands, in one sentence."""
    wrong = sum(one.state == FAILS for one in findings)
    code = "verdict_fails" if wrong else "verdict_holds"
    return finding_text(words, Finding(code, TOLD, {"number": wrong}))


def _verified(
    report: Report, own: Sequence[tuple[str, bytes]], data: bytes
) -> Iterator[Finding]:
    found = checked(report, own)
    found += _strictly(report, found)
    yield from found
    if report.manifest and all(one.state != FAILS for one in found):
        yield from read_again(data, report)
    sound = all(one.state != FAILS for one in found if one.code.startswith("file_"))
    if report.manifest and sound and ANSWERS in report.files:
        try:
            yield from _anew(report, own)
        except (LookupError, TypeError, ValueError, Problem):
            yield Finding("file_malformed", FAILS, {"file": ANSWERS})
    yield Finding("pages_unchecked", TOLD)


def _strictly(report: Report, found: Sequence[Finding]) -> list[Finding]:
    """Return what no file of the program holds and the one file lets pass.

    Not ``parse_strict``: an open record of many people has more parts than a packet.
    """
    told = {one.facts.get("file") for one in found if one.state == FAILS}
    if not report.manifest:
        return []
    return [
        Finding("file_malformed", FAILS, {"file": name})
        for name in report.files
        if name not in told and not _clean(report.document(name))
    ]


def _clean(plain: Any) -> bool:
    """Whether every text is one that files of the program can hold."""
    try:
        if isinstance(plain, dict):
            return all(map(is_clean, plain)) and all(map(_clean, plain.values()))
        if isinstance(plain, list):
            return all(map(_clean, plain))
    except RecursionError:
        return False
    return not isinstance(plain, str) or is_clean(plain)


def _anew(report: Report, own: Sequence[tuple[str, bytes]]) -> Iterator[Finding]:
    from spf_assess.questionnaire import load_questionnaire

    questionnaire = load_questionnaire()
    yield from recomputed(report, questionnaire)
    lines = {one["packet"]: one for one in report.document(ANSWERS)["responses"]}
    kinds = {item.id: item.kind for item in questionnaire.items()}
    for name, data in own:
        try:
            packet = read_packet(data)
        except Problem:
            continue
        line = lines.get(salted(packet.consultation_id, packet.digest, packet.nonce))
        if line is not None:
            quoted = packet.respondent.consent_quoted
            said = open_answers(packet.answers, kinds, quoted=quoted)
            same = line["answers"] == said
            about = {"file": name}
            yield (
                Finding("mine_recorded", HOLDS, about)
                if same
                else Finding("mine_altered", FAILS, about)
            )


def recomputed(report: Report, questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield whether the attached results follow from the attached answers."""
    asked = report.manifest["consultation"]
    if asked["questionnaire"]["digest"] != questionnaire.digest:
        yield Finding("questionnaire_other", TOLD)
        return
    answers, signed = report.document(ANSWERS), report.document(SIGNED)
    responses = [_response(one) for one in answers["responses"]]
    listed = sorted(one["packet"] for one in answers["responses"])
    if listed != report.manifest["packets"]:
        yield Finding("answers_not_counted", FAILS)
    selection = asked["selection"]
    given = Discussed(
        questionnaire=questionnaire,
        selection=Selection(selection["form"], tuple(selection["sections"])),
        responses=responses,
        stances=[from_plain(Stance, one) for one in signed["stances"]],
        agreements=[from_plain(Agreement, one) for one in signed["agreements"]],
    )
    results = results_of(given, report.manifest["round"])
    rules = report.document(RULES)
    told = Told(rules["counted_from"], rules["spread_from"], EVERYTHING)
    numbers = numbers_of(results, told)
    place = _first_difference(numbers, report.document(RESULTS))
    if place:
        yield Finding("recomputed_differs", FAILS, {"place": place})
    else:
        yield Finding("recomputed", HOLDS)


def _first_difference(numbers: Mapping[str, Any], told: Mapping[str, Any]) -> str:
    for one, other in zip(numbers["comparisons"], told["comparisons"], strict=False):
        if one != other:
            return f"{one['item']} ({one['part']})"
    return next((name for name, one in numbers.items() if told.get(name) != one), "")


def _response(plain: Mapping[str, Any]) -> Response:
    answers = [answer_from_plain(one) for one in plain["answers"]]
    return Response(
        respondent=Respondent(
            id=str(plain["respondent"]),
            constituency=Constituency(plain["constituency"]),
            kind=RespondentKind(plain["kind"]),
            members=plain["members"],
            women=plain["women"],
            men=plain["men"],
        ),
        round=plain["round"],
        answers={one.item: one for one in answers},
    )
