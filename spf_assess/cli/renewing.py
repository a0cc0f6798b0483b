"""``renew``, ``follow-up``, ``trend`` and ``compare``: from one year to the next."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli.console import say, say_json
from spf_assess.cli.consultations import missing_lines
from spf_assess.i18n import Words, constituency_name, level_text, missing_bench_text
from spf_assess.i18n.actions import action_status_name
from spf_assess.i18n.fates import fate_name, left_out_text
from spf_assess.model import LAW, PRACTICE, ActionStatus, Text

if TYPE_CHECKING:
    from spf_assess.consultation.comparing import Compared

FILE = click.Path(path_type=Path)


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_renew(words), _follow_up(words), _trend(words), _compare(words)]


def _renew(words: Words) -> click.Command:
    @click.command(
        name="renew",
        help=words(
            "Begin the next consultation from the last one, which is only read."
        ),
    )
    @click.argument("file", type=FILE)
    @click.argument("last", type=FILE)
    @click.option("--title-en", required=True, help=words("Its title in English."))
    @click.option("--title-fr", required=True, help=words("Its title in French."))
    def renew(file: Path, last: Path, title_en: str, title_fr: str) -> int:
        from spf_assess.consultation.renewing import renew

        title = Text.of(en=title_en, fr=title_fr)
        with renew(file, last, title=title) as fresh:
            became = fresh.fates()
            counted = Counter(became.values())
            actions = len(fresh.earlier_actions())
        say(words("Written: {file}", file=file))
        for fate, number in counted.items():
            name = fate_name(words, fate)
            say(words("Questions – {what}: {number}", what=name, number=number))
            if not fate.comparable:
                say("  " + ", ".join(one for one in became if became[one] is fate))
        say(words("Actions to follow up: {number}", number=actions))
        return 1 if any(not one.comparable for one in counted) else 0

    return renew


def _follow_up(words: Words) -> click.Command:
    @click.command(
        name="follow-up",
        help=words(
            "Say what became of an action decided before; without --id, list them."
        ),
    )
    @click.argument("file", type=FILE)
    @click.option("--id", "action_id", default="", help=words("Which action."))
    @click.option("--status", type=click.Choice([one.value for one in ActionStatus]))
    @click.option("--became", default="", help=words("What became of it, in words."))
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def follow_up(
        file: Path, action_id: str, status: str | None, became: str, *, as_json: bool
    ) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=not action_id) as consultation:
            if action_id:
                told = ActionStatus(status or ActionStatus.PLANNED)
                consultation.follow_up(action_id, told, became)
            found = consultation.earlier_actions()
        if as_json:
            say_json(
                [
                    {
                        "id": one.before.id,
                        "what": one.before.what,
                        "before": one.before.status.value,
                        "now": one.now.status.value if one.now else "",
                        "became": one.now.became if one.now else "",
                    }
                    for one in found
                ]
            )
            return
        for one in found:
            state = one.now or one.before
            name = (
                action_status_name(words, state.status)
                if one.now
                else words("nothing said yet")
            )
            say(f"{one.before.sequence}. {one.before.what} – {name} ({one.before.id})")

    return follow_up


def _trend(words: Words) -> click.Command:
    @click.command(
        name="trend",
        help=words("Show positions of the consultation before and of this one."),
    )
    @click.argument("file", type=FILE)
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def trend(file: Path, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            number = consultation.shown_round
            if not number:
                consultation.check_shown()
            rows = consultation.trend(number or None)
            absent = missing_lines(words, consultation)
            found = consultation.reopened(number or None)
            again = {(one.item, one.part) for one in found}
            counted = Counter(consultation.fates().values())
        if as_json:
            say_json(
                {
                    "questions": {one.value: counted[one] for one in counted},
                    "positions": [
                        {
                            "item": one.item,
                            "part": one.part,
                            "constituency": one.constituency.value,
                            "before": one.before,
                            "after": one.after,
                        }
                        for one in rows
                    ],
                    "reopened": [list(one) for one in sorted(again)],
                }
            )
            return
        for told in absent:
            say(told)
        for one in rows:
            if one.before is None and one.after is None:
                continue
            line = words(
                "{item}, {part}, {group}: {before} → {after}",
                item=one.item,
                part=_part(words, one.part),
                group=constituency_name(words, one.constituency),
                before=_level(one.before),
                after=_level(one.after),
            )
            say(line)
        for item, part in sorted(again):
            name = _part(words, part)
            say(words("{item}, {part}: open again", item=item, part=name))

    return trend


def _compare(words: Words) -> click.Command:
    @click.command(
        name="compare",
        help=words(
            "Show two consultations side by side. It is no ranking of countries."
        ),
    )
    @click.argument("first", type=FILE)
    @click.argument("second", type=FILE)
    @click.option(
        "--aliases", is_flag=True, help=words("Call them A and B instead of by name.")
    )
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def compare(first: Path, second: Path, *, aliases: bool, as_json: bool) -> None:
        from spf_assess.consultation.comparing import compare_consultations

        found = compare_consultations(first, second, aliases=aliases)
        if as_json:
            say_json(
                {
                    "names": [dict(one.by_language) for one in found.names],
                    "rounds": list(found.rounds),
                    "missing": [
                        {bench.value: spoke for bench, spoke in side.items()}
                        for side in found.missing
                    ],
                    "rows": [
                        {
                            "item": row.item,
                            "part": row.part,
                            "question": row.fate.value,
                            "levels": [
                                {bench.value: side[bench] for bench in side}
                                for side in row.levels
                            ],
                        }
                        for row in found.rows
                    ],
                    "left_out": list(found.apart),
                }
            )
            return
        for whose, benches in zip(found.names, found.missing, strict=True):
            for bench, spoke in benches.items():
                told = missing_bench_text(words, bench, spoke=spoke)
                say(words("{name}: {text}", name=words.text(whose), text=told))
        _say_rows(words, found)
        if found.apart:
            say(left_out_text(words, found.apart))

    return compare


def _say_rows(words: Words, found: "Compared") -> None:
    for row in found.rows:
        for place, side in enumerate(row.levels):
            levels = ", ".join(
                f"{constituency_name(words, bench)} {_level(side[bench])}"
                for bench in side
            )
            name = words.text(found.names[place])
            line = f"{row.item} {_part(words, row.part)}, {name}"
            say(words("{name}: {text}", name=line, text=levels or "–"))
        if not row.fate.comparable:
            say(f"  {fate_name(words, row.fate)}")


def _part(words: Words, part: str) -> str:
    return {LAW: words("In law"), PRACTICE: words("In practice")}.get(part, part)


def _level(level: float | None) -> str:
    return "–" if level is None else level_text(level)
