"""``prepare``, ``organization``, ``seats``, ``start``, ``invitations``, presence."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import complain, say, say_json, table
from spf_assess.i18n import (
    COLON,
    Words,
    constituency_name,
    convergence_rule,
    date_text,
    privacy_rule,
    record_rule,
)
from spf_assess.i18n.checklist import point_text
from spf_assess.model import (
    LANGUAGES,
    Attendance,
    Constituency,
    Organization,
    Preparation,
    Problem,
    Respondent,
    Selection,
    Text,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_GROUP = click.Choice([one.value for one in Constituency])
_LANGUAGE = click.Choice(LANGUAGES)
_TEXTS = ("title", "country", "named", "quoted")


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [
        _prepare(words),
        _organization(words),
        _seats(words),
        _start(words),
        _invitations(words),
        _attendance(words),
    ]


def _prepare(words: Words) -> click.Command:
    @click.command(
        name="prepare",
        help=words(
            "Prepare a consultation: what is given is recorded; then what is fixed, the"
            " rules in words, and what is not ready yet."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--place", default=None)
    @click.option("--begins", default=None, help=words("First day: 2027-03-30."))
    @click.option("--ends", default=None, help=words("Last day."))
    @click.option("--language", "languages", multiple=True, type=_LANGUAGE)
    @click.option("--rounds", type=int, default=None)
    @click.option("--counted-from", type=int, default=None)
    @click.option("--spread-from", type=int, default=None)
    @click.option(
        "--open-record/--closed-record",
        default=None,
        help=words(
            "Open: the published report carries all answers, names and words with"
            " consent alone. Closed unless asked for."
        ),
    )
    @click.option("--form", type=click.Choice(("core", "full")), default=None)
    @click.option("--section", "sections", multiple=True)
    @arguments.as_json(words)
    def prepare(file: Path, *, as_json: bool, **told: Any) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.checklist import Weight

        asks = any(value not in (None, ()) for value in told.values())
        with Consultation.open(file, read_only=not asks) as consultation:
            if asks:
                _change(consultation, told)
            points = consultation.checklist()
            if as_json:
                say_json(_plain(consultation))
            else:
                for line in _lines(words, consultation):
                    say(line)
        return 1 if any(one.weight is not Weight.NOTE for one in points) else 0

    for name in _TEXTS:
        for language in LANGUAGES:
            prepare = click.option(f"--{name}-{language}", default=None)(prepare)
    return prepare


def _change(consultation: "Consultation", told: dict[str, Any]) -> None:
    header, old = consultation.header, consultation.preparation
    texts = {
        name: _text(told, name, now)
        for name, now in (
            ("title", header.title),
            ("country", header.country),
            ("named", old.consent_named),
            ("quoted", old.consent_quoted),
        )
    }
    selection = header.selection
    if told["form"] is not None or told["sections"]:
        arguments.check_sections(consultation.questionnaire, told["sections"])
        sections = told["sections"] or selection.sections
        selection = Selection(told["form"] or selection.form, sections)
    wanted = {
        "begins_on": told["begins"],
        "ends_on": told["ends"],
        "languages": told["languages"] or None,
        "rounds_planned": told["rounds"],
        "counted_from": told["counted_from"],
        "spread_from": told["spread_from"],
        "open_record": told["open_record"],
        "consent_named": texts["named"],
        "consent_quoted": texts["quoted"],
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    consultation.prepare(dataclasses.replace(old, **given))
    consultation.describe(
        title=texts["title"],
        country=texts["country"],
        place=header.place if told["place"] is None else told["place"],
        selection=selection,
    )


def _text(told: dict[str, Any], name: str, now: Text) -> Text:
    given = {
        language: told[f"{name}_{language}"]
        for language in LANGUAGES
        if told[f"{name}_{language}"] is not None
    }
    return Text.of(**{**now.by_language, **given})


def _lines(words: Words, consultation: "Consultation") -> list[str]:
    prepared, header = consultation.preparation, consultation.header
    days = [one for one in (prepared.begins_on, prepared.ends_on) if one]
    organizations = [
        f"  {_group(words, one.constituency)}{one.name} ({one.seats})"
        for one in prepared.organizations
    ]
    about = [
        words.text(header.title),
        words.text(header.country),
        header.place,
        *(date_text(one, words.language) for one in dict.fromkeys(days)),
    ]
    lines = [
        ", ".join(one for one in about if one),
        *organizations,
        "",
        *(
            f"{number}. {one}"
            for number, one in enumerate(convergence_rule(words), start=1)
        ),
        privacy_rule(words, prepared.counted_from, prepared.spread_from),
        record_rule(words, open_record=prepared.open_record),
        words("The rules are fixed.") if consultation.frozen else "",
        "",
    ]
    points = consultation.checklist()
    lines.append(words("Not ready yet:") if points else words("Everything is ready."))
    return lines + [f"- {point_text(words, one)}" for one in points]


def _group(words: Words, group: Constituency) -> str:
    return f"{constituency_name(words, group)}{words.text(COLON)}"


def _plain(consultation: "Consultation") -> dict[str, Any]:
    from spf_assess.consultation.proceedings import to_plain

    words = Words(LANGUAGES[0])
    return {
        "preparation": to_plain(consultation.preparation),
        "frozen": consultation.frozen,
        "checklist": [
            {"weight": one.weight.value, "says": point_text(words, one)}
            for one in consultation.checklist()
        ],
    }


def _organization(words: Words) -> click.Command:
    @click.command(
        name="organization",
        help=words("Add or change an organization that takes part."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("name")
    @click.option("--group", type=_GROUP, required=True, help=words("Its group."))
    @click.option("--seats", type=int, default=None, help=words("How many people."))
    @click.option("--language", type=_LANGUAGE, default=None)
    @click.option("--together/--one-by-one", default=None)
    @click.option("--rename", default=None, help=words("Its new name."))
    @click.option("--drop", is_flag=True, help=words("It does not take part."))
    def organization(
        file: Path, name: str, *, group: str, drop: bool, rename: str, **told: Any
    ) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.beginning import new_id

        bench = Constituency(group)
        with Consultation.open(file) as consultation:
            prepared = consultation.preparation
            present = {
                (one.constituency, one.name): one for one in prepared.organizations
            }
            old = present.get((bench, name)) or Organization(new_id(), bench, name)
            others = [one for one in prepared.organizations if one.id != old.id]
            given = {key: value for key, value in told.items() if value is not None}
            new = dataclasses.replace(old, name=rename or name, **given)
            kept = others if drop else _in_place(prepared, new)
            consultation.prepare(
                dataclasses.replace(prepared, organizations=tuple(kept))
            )
        say(words("{group}: recorded.", group=constituency_name(words, bench)))

    return organization


def _in_place(prepared: Preparation, new: Organization) -> list[Organization]:
    ids = [one.id for one in prepared.organizations]
    if new.id not in ids:
        return [*prepared.organizations, new]
    return [new if one.id == new.id else one for one in prepared.organizations]


def _seats(words: Words) -> click.Command:
    @click.command(
        name="seats",
        help=words("List the seats; with --make, make those that organizations lack."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--make", is_flag=True)
    @click.option("--remove", default=None, help=words("Take this seat away."))
    @arguments.as_json(words)
    def seats(file: Path, *, make: bool, remove: str | None, as_json: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=not (make or remove)) as consultation:
            if make:
                consultation.seat_organizations()
            if remove:
                consultation.remove_seat(_one(consultation, remove))
            found = consultation.respondents()
        if as_json:
            say_json([_seat(one) for one in found])
            return
        lines = [
            [
                one.id[:8],
                constituency_name(words, one.constituency),
                one.organization,
                one.name,
                str(one.members),
            ]
            for one in found
        ]
        headings = [
            words("Seat"),
            words("Group"),
            words("Organization"),
            words("Name"),
            words("Members"),
        ]
        say(table(headings, lines))

    return seats


def _one(consultation: "Consultation", sign: str) -> str:
    """Return the seat whose id begins like this; the sign itself where none does."""
    found = [one.id for one in consultation.respondents() if one.id.startswith(sign)]
    return found[0] if len(found) == 1 else sign


def _seat(one: Respondent) -> dict[str, Any]:
    return {
        "id": one.id,
        "constituency": one.constituency.value,
        "kind": one.kind.value,
        "organization": one.organization,
        "name": one.name,
        "members": one.members,
    }


def _start(words: Words) -> click.Command:
    @click.command(
        name="start",
        help=words(
            "Start the consultation: rule, thresholds, sections and consent texts are"
            " fixed from then on."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    def start(file: Path) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.start()
        say(words("The rules are fixed."))

    return start


def _invitations(words: Words) -> click.Command:
    @click.command(
        name="invitations",
        help=words(
            "Write the invitations of all seats, or of a group or an organization, into"
            " a folder, and print a page for each."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--to", type=arguments.FILE, default=None, help=words("A folder."))
    @click.option(
        "--print",
        "sheet",
        type=arguments.FILE,
        default=None,
        help=words("A PDF with a page for each."),
    )
    @click.option("--group", type=_GROUP, default=None)
    @click.option("--organization", default=None)
    def invitations(
        file: Path,
        *,
        to: Path | None,
        sheet: Path | None,
        group: str | None,
        organization: str | None,
    ) -> int:
        from spf_assess.consultation import Consultation

        failed: list[Problem] = []
        with Consultation.open(file, read_only=to is None) as consultation:
            seats = [
                one.id
                for one in consultation.respondents()
                if group in (None, one.constituency.value)
                and organization in (None, one.organization)
            ]
            if to is not None:
                for done in consultation.write_invitations(seats, to):
                    if done.problem is None:
                        say(str(done.path))
                    else:
                        failed.append(done.problem)
            if sheet is not None and seats:
                consultation.print_invitations(seats, sheet, words.language)
                say(str(sheet))
        for problem in failed:
            complain(words, problem)
        if not seats:
            say(words("No seat is meant by this; nothing was written."))
        return 1 if failed or not seats else 0

    return invitations


def _number(name: str) -> Callable[..., Any]:
    return click.option(f"--{name}", type=int, default=0)


def _attendance(words: Words) -> click.Command:
    @click.command(
        name="attendance",
        help=words("Record who is in the room, or list it: by day, group and sex."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--day", default=None, help=words("The day: 2027-03-30."))
    @click.option("--group", type=_GROUP, default=None)
    @_number("women")
    @_number("men")
    @_number("undeclared")
    @arguments.as_json(words)
    def attendance(
        file: Path, *, day: str | None, group: str | None, as_json: bool, **told: int
    ) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.proceedings import to_plain

        if (day is None) != (group is None):
            raise click.UsageError(words("Give --day and --group together."))
        with Consultation.open(file, read_only=day is None) as consultation:
            if day is not None and group is not None:
                present = Attendance(
                    day,
                    Constituency(group),
                    women=told["women"],
                    men=told["men"],
                    undeclared=told["undeclared"],
                )
                consultation.attend(present)
            found = consultation.attendance()
        if as_json:
            say_json([to_plain(one) for one in found])
            return
        apart = any(one.place for one in found)
        headings = [
            words("Day"),
            *([words("Region")] if apart else []),
            words("Group"),
            words("Women"),
            words("Men"),
            words("Not stated"),
        ]
        lines = [
            [
                date_text(one.day, words.language),
                *([one.place] if apart else []),
                constituency_name(words, one.constituency),
                *map(str, (one.women, one.men, one.undeclared)),
            ]
            for one in found
        ]
        say(table(headings, lines))

    return attendance
