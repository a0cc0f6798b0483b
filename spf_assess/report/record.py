"""The record of the meeting: who, when, what was seen, what was agreed and signed.

It is the sheet on which the groups sign too. Nobody who did not answer or did not sign
is ever taken to agree: each group is named with what it did, and with what it did not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spf_assess.analysis.rounds import missing_benches, spoke_in_the_room
from spf_assess.i18n import (
    COLON,
    agreed_text,
    convergence_rule,
    date_text,
    local_moment,
    missing_bench_text,
    named_consent,
    privacy_rule,
    quoted_consent,
    reading_name,
    vague_date_text,
)
from spf_assess.i18n.actions import action_status_name
from spf_assess.i18n.channels import channel_name
from spf_assess.model import (
    Action,
    Attendance,
    Channel,
    Constituency,
    Edition,
    Preparation,
    ReadingState,
    ReportOptions,
    Reveal,
    Text,
)
from spf_assess.report.damage import damage_context
from spf_assess.report.desk import Context, Desk
from spf_assess.report.editions import desks, edition_style, laid, mark_draft
from spf_assess.report.given import RenderedReport, ReportInput
from spf_assess.report.html import Album, style
from spf_assess.report.meeting import attendance_rows
from spf_assess.report.outcome import outcome_context
from spf_assess.report.remarks import all_remarks
from spf_assess.report.render import Cancelled, Meanwhile, Progress, Sheets, typeset
from spf_assess.report.to_sign import (
    SheetToSign,
    sheet_context,
    signed_context,
    unsigned_lines,
)

FOLDER, _PAGES = "record", 8


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """One seat: whose, and how its response came; names of persons are not told.

    Attributes:
        channel: None where no response counts.
        received_at: ISO 8601, UTC; empty likewise.
    """

    constituency: Constituency
    organization: str
    channel: Channel | None
    received_at: str


@dataclass(frozen=True, slots=True)
class RecordInput:
    """Everything the record needs, read from the file before rendering begins.

    *report* is what the report is made from, so that both tell the same.
    """

    report: ReportInput
    preparation: Preparation
    attendance: Sequence[Attendance]
    seats: Sequence[SeatTaken]
    reveals: Sequence[Reveal]
    actions: Sequence[Action]
    readings: Sequence[ReadingState]
    sheets: Sequence[SheetToSign]


def render_record(
    given: RecordInput,
    options: ReportOptions | str,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    meanwhile: Meanwhile | None = None,
) -> RenderedReport:
    """Render the record of the meeting as *options* ask, or in a language, to *out*.

    The rest, and problems, as in ``render.typeset``.
    """
    wanted = replace(ReportOptions.of(options), edition=Edition.RECORD)

    return typeset(
        lambda: record_sheets(given, wanted), out, progress, cancelled, meanwhile
    )


def record_sheets(given: RecordInput, wanted: ReportOptions) -> Sheets:
    """Return the sheets of the record of the meeting."""
    album = Album()
    contexts = [
        {**record_context(one, given), "draft": wanted.draft}
        for one in desks(given.report, wanted)
    ]
    mark_draft(wanted, album)
    signed = "-".join(one.state.digest for one in given.sheets)
    return Sheets(
        html=laid("record.html.j2", contexts, album, FOLDER),
        pictures=album.pictures,
        css=edition_style(wanted, style(FOLDER)),
        moment=given.report.generated_at,
        identifier=f"record-{given.report.header.id}-{signed}-{wanted.name}",
        expected=_PAGES,
    )


def build_record(given: RecordInput, language: str) -> Context:
    """Return the context of the record in one language."""
    desk = Desk.lay(given.report, language)
    return {**record_context(desk, given), "draft": False}


def record_context(desk: Desk, given: RecordInput) -> Context:
    """Return what the record prints, on *desk*."""
    language = desk.language
    report, words = given.report, desk.words
    sections = [
        section
        for section in report.questionnaire.sections
        if any(report.selection.includes(item) for item in section.items)
    ]
    header, line = report.header, desk.scribe.line
    context: Context = {
        "words": words,
        "plural": words.plural,
        "language": language,
        "colon": COLON[language],
        "benches": [desk.bench(group) for group in desk.order],
        "title": line(desk.text(header.title)),
        "country": line(desk.text(header.country)),
        "clipped": desk.scribe.clipped(desk.text(header.title)),
        "fictitious": header.fictitious,
        "date": date_text(report.generated_at, language),
        "iso_date": report.generated_at,
        "facts": _facts(desk, given),
        "damage": damage_context(desk),
        "missing": _missing(desk),
        "unsigned": unsigned_lines(desk, given.sheets),
        "attendance": attendance_rows(desk, given.attendance),
        "seats": _seats(desk, given),
        "rule": convergence_rule(words),
        "privacy": privacy_rule(words, report.counted_from, report.spread_from),
        "consents": [
            line(words.text(said) or otherwise)
            for said, otherwise in (
                (given.preparation.consent_named, named_consent(words)),
                (given.preparation.consent_quoted, quoted_consent(words)),
            )
        ],
        "signed": [signed_context(desk, one) for one in given.sheets],
        "reveals": _reveals(desk, given),
        "outcome": outcome_context(desk, sections),
        "actions": [_action(desk, one) for one in given.actions],
        "readings": _readings(desk, given),
        "remarks": _remarks(desk, given),
        "facilitator": all_remarks(desk),
        "sheets": [sheet_context(desk, one) for one in given.sheets],
    }
    context["replaced"] = sorted(desk.scribe.replaced)
    return context


def _facts(desk: Desk, given: RecordInput) -> list[tuple[str, str]]:
    """Return what the first page tells, a name and what it is; only what is known."""
    report, words, prepared = given.report, desk.words, given.preparation
    header = report.header
    days = [one for one in (prepared.begins_on, prepared.ends_on) if one]
    told = [date_text(one, desk.language) for one in dict.fromkeys(days)]
    version = words("version {version}", version=header.questionnaire_version)
    found = [
        (words("Country"), words.text(header.country)),
        (words("Place"), header.place),
        (words("Days"), words("{first} to {last}", first=told[0], last=told[-1]))
        if len(told) > 1
        else (words("Day"), "".join(told)),
        (
            words("Questionnaire"),
            f"{words.text(report.questionnaire.title)}, {version}",
        ),
        *(
            (words("Round {number}", number=one.number), _round(desk, *moments))
            for one in report.rounds
            for moments in ((one.opened_at, one.closed_at),)
        ),
        (
            words("Rules fixed"),
            local_moment(words, prepared.started_at) if prepared.started_at else "",
        ),
        (
            words("No further round"),
            words(
                "decided {moment}; {number} were planned",
                moment=local_moment(words, prepared.concluded_at),
                number=prepared.rounds_planned,
            )
            if prepared.concluded_at
            else "",
        ),
        (words("This record"), local_moment(words, report.generated_at)),
    ]
    return [(name, desk.scribe.line(told)) for name, told in found if told]


def _round(desk: Desk, opened: str, closed: str) -> str:
    words = desk.words
    if not closed:
        return words("opened {opened}; still open", opened=local_moment(words, opened))
    return words(
        "opened {opened}; closed {closed}",
        opened=local_moment(words, opened),
        closed=local_moment(words, closed),
    )


def _missing(desk: Desk) -> list[str]:
    results = desk.given.results
    missing, spoke = missing_benches(results), spoke_in_the_room(results)
    return [
        missing_bench_text(desk.words, group, spoke=group in spoke)
        for group in desk.order
        if group in missing
    ]


def _seats(desk: Desk, given: RecordInput) -> list[Context]:
    """Return the seats by group and organization, with how their responses came."""
    found = []
    for group in (*desk.order, Constituency.OBSERVERS):
        own = [one for one in given.seats if one.constituency is group]
        rows = []
        for name in sorted({one.organization for one in own}, key=str.casefold):
            seats = [one for one in own if one.organization == name]
            came = [one for one in seats if one.channel is not None]
            ways = Counter(one.channel for one in came if one.channel is not None)
            last = max((one.received_at for one in came), default="")
            rows.append(
                {
                    "name": desk.scribe.line(name)
                    or desk.words("without an organization"),
                    "seats": len(seats),
                    "came": len(came),
                    "ways": [
                        f"{channel_name(desk.words, way)} ({ways[way]})"
                        for way in Channel
                        if ways[way]
                    ],
                    "last": local_moment(desk.words, last) if last else "–",
                }
            )
        if rows or group.rates:
            found.append({**desk.bench(group), "rows": rows})
    return found


def _reveals(desk: Desk, given: RecordInput) -> list[Context]:
    shorts = {one.id: one.short for one in given.report.questionnaire.items()}
    return [
        {
            "item": one.item,
            "short": desk.text(shorts.get(one.item, Text.of(en="", fr=""))),
            "round": one.round,
            "at": local_moment(desk.words, one.revealed_at),
        }
        for one in sorted(given.reveals, key=lambda one: (one.revealed_at, one.item))
    ]


def _action(desk: Desk, action: Action) -> Context:
    """Return an action; one that nobody is recorded to have agreed says so."""
    words = desk.words
    said = {
        name: desk.scribe.line(action.told(name, desk.language)[0])
        for name in ("what", "objective", "responsible")
    }
    ends = vague_date_text(action.ends_on, desk.language)
    agreed = (
        agreed_text(words, action.agreed_by)
        if action.agreed_by
        else words("No group is recorded to have agreed.")
    )
    return {
        "what": said["what"],
        "objective": said["objective"],
        "responsible": said["responsible"] or "–",
        "ends": desk.scribe.line(ends) or "–",
        "status": action_status_name(words, action.status),
        "agreed": agreed,
    }


def _readings(desk: Desk, given: RecordInput) -> list[Context]:
    found: dict[str, dict[Constituency, ReadingState]] = {}
    for one in given.readings:
        found.setdefault(one.section, {})[one.constituency] = one
    return [
        {
            "label": desk.questionnaire.section(section).label(desk.language),
            "cells": [reading_name(desk.words, own[bench]) for bench in desk.order],
        }
        for section, own in found.items()
        if any(one.confirmation is not None for one in own.values())
    ]


def _remarks(desk: Desk, given: RecordInput) -> list[Context]:
    return [
        {
            **desk.bench(one.constituency),
            "label": desk.questionnaire.section(one.section).label(desk.language),
            "text": desk.scribe.told(one.confirmation.remark),
        }
        for one in given.readings
        if one.confirmation is not None and one.confirmation.remark
    ]
