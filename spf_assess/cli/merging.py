"""``branch``, ``merge``, ``imports``, ``undo-import``: several facilitators' files."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.backups import back_up
from spf_assess.cli.console import progress_bar, say, say_json
from spf_assess.i18n import COLON, Words, date_text
from spf_assess.i18n.merging import (
    about_text,
    coming_lines,
    seat_conflict_text,
    waiting_lines,
)
from spf_assess.i18n.recorded import recorded_name

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from spf_assess.consultation.merging_plan import Batch, MergePlan


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_branch(words), _merge(words), _imports(words), _undo(words)]


def _branch(words: Words) -> click.Command:
    @click.command(
        name="branch",
        help=words("Make a copy of a consultation for a workshop in another region."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "-o",
        "--out",
        "--output",
        "output",
        type=arguments.FILE,
        required=True,
        help=words("The copy."),
    )
    @click.option(
        "--name", required=True, help=words("What the region is called, for instance.")
    )
    def branch(file: Path, output: Path, name: str) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.branch(output, name)
        say(words("Written: {file}", file=output))

    return branch


def _merge(words: Words) -> click.Command:
    @click.command(
        name="merge",
        help=words(
            "Bring everything of other facilitators' files of the same consultation in."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("others", type=arguments.FILE, nargs=-1, required=True)
    @click.option("--dry-run", is_flag=True, help=words("Only say what would come in."))
    @arguments.as_json(words)
    def merge(
        file: Path, others: tuple[Path, ...], *, dry_run: bool, as_json: bool
    ) -> int:
        from spf_assess.consultation import Consultation

        plans = []
        with Consultation.open(file, read_only=dry_run) as consultation:
            back_up(words, consultation, "merge")
            with progress_bar() as bar:
                for other in others:
                    task = bar.add_task(words("Importing"), total=None)
                    told = partial(_tell_progress, bar, task)
                    plans.append(
                        consultation.plan_merge(other)
                        if dry_run
                        else consultation.merge(other, told)[0]
                    )
            if as_json:
                say_json([_plain(one) for one in plans])
            else:
                for plan in plans:
                    _say_plan(words, plan)
        return 1 if any(one.contradictions or one.unreadable for one in plans) else 0

    return merge


def _tell_progress(bar: "Progress", task: "TaskID", done: int, of: int) -> None:
    bar.update(task, completed=done, total=of)


def _say_plan(words: Words, plan: "MergePlan") -> None:
    name = f"{plan.file_name} ({plan.name})" if plan.name else plan.file_name
    if plan.brings_nothing:
        say(words("{file}: everything in it is here already.", file=name))
        return
    say(f"{name}{words.text(COLON)}".rstrip())
    for line in (*coming_lines(words, plan), *waiting_lines(words, plan)):
        say(f"  {line}")
    for kind, identity in plan.contradictions:
        what, about = recorded_name(words, kind), about_text(words, identity)
        line = words("recorded differently: {what}, {about}", what=what, about=about)
        say(f"  {line}")
    for conflict in plan.seat_conflicts:
        say(f"  {seat_conflict_text(words, conflict.ours, conflict.theirs)}")


def _imports(words: Words) -> click.Command:
    @click.command(name="imports", help=words("List what was brought in as a whole."))
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def imports(file: Path, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            batches = consultation.batches()
        if as_json:
            say_json(
                [
                    {
                        "number": one.number,
                        "at": one.at,
                        "what": one.what,
                        "file": one.told.get("file", ""),
                        "name": one.told.get("name", ""),
                        "packets": len(one.told["packets"]),
                        "undone_at": one.undone_at,
                    }
                    for one in batches
                ]
            )
            return
        if not batches:
            say(words("Nothing was brought in as a whole yet."))
        for one in batches:
            line = words(
                "{number}. {file}, {at}",
                number=one.number,
                file=one.told.get("file") or _packets(words, one),
                at=date_text(one.at, words.language),
            )
            if one.undone_at:
                line += " – " + words("taken back")
            say(line)

    return imports


def _packets(words: Words, batch: "Batch") -> str:
    number = len(batch.told["packets"])
    return words.plural("{number} packet", "{number} packets", number)


def _undo(words: Words) -> click.Command:
    @click.command(
        name="undo-import",
        help=words("Take back everything that one import brought in."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("number", type=int)
    def undo(file: Path, number: int) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            back_up(words, consultation, "undo")
            consultation.undo_import(number)
        say(words("Import {number} was taken back.", number=number))

    return undo


def _plain(plan: "MergePlan") -> dict[str, object]:
    return {
        "file": plan.file_name,
        "origin": plan.origin,
        "name": plan.name,
        "seats": [one.id for one in plan.seats],
        "packets": list(plan.packets),
        "known_packets": plan.known_packets,
        "unreadable": list(plan.unreadable),
        "entries": [[one.kind, one.origin, one.id] for one in plan.statements],
        "contradictions": [list(one) for one in plan.contradictions],
        "described_differently": [one.ours.id for one in plan.seat_conflicts],
        "waiting_rounds": list(plan.waiting_rounds),
        "open_sheets": plan.open_sheets,
    }
