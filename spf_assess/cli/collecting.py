"""``sheet``, ``key-in``, ``board``: collecting on the facilitator's own computer."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli.console import complain, say, say_json, table, tell
from spf_assess.i18n import Words, constituency_name, date_text, now_iso
from spf_assess.i18n.channels import channel_name
from spf_assess.model import N_, PacketRecord, PacketState, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from spf_assess.consultation import BoardRow, Consultation
    from spf_assess.consultation.collecting import OpenSheet

FILE = click.Path(path_type=Path)
KEYED_LIMIT = 4 * 1024 * 1024
_ATTENTION, _DIGITS_OF_A_PLACE, _LEAST_OF_AN_ID = 1, 4, 6


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    sheet = click.Group(
        name="sheet",
        help=words("Answer sheets on this computer, each behind a PIN."),
    )
    for command in (_open(words), _close(words), _status(words)):
        sheet.add_command(command)
    return [sheet, _key_in(words), _board(words)]


def _seat_option(words: Words) -> click.Option:
    return click.Option(
        ["--seat"],
        required=True,
        help=words("The seat: its number on the board, or the beginning of its id."),
    )


def _open(words: Words) -> click.Command:
    @click.argument("file", type=FILE)
    @click.option(
        "--recover",
        is_flag=True,
        help=words("Ask for the recovery words first and for a new PIN then."),
    )
    def open_(file: Path, seat: str, *, recover: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            who = seat_of(consultation, seat)
            begun = {one.respondent for one in consultation.sheets()}
            if recover:
                said = _secret(words("Recovery words"))
                sheet = consultation.recover_sheet(who, said, _secret(words("PIN")))
            elif who in begun:
                sheet = consultation.open_sheet(who, _secret(words("PIN")))
            else:
                sheet = consultation.begin_sheet(who, _secret(words("PIN")))
            path = sheet.consultation.path
            sheet.consultation.close()
        _say_words(words, sheet)
        say(str(path))

    return _command(
        "open",
        words("Begin or open the answer sheet of a seat; its file is named."),
        open_,
        _seat_option(words),
    )


def _say_words(words: Words, sheet: "OpenSheet") -> None:
    if not sheet.words:
        return
    tell(words("Recovery words, shown this once; write them down:"))
    for language, said in sheet.words.items():
        tell(f"{language}: {' '.join(said)}")


def _close(words: Words) -> click.Command:
    @click.argument("file", type=FILE)
    @click.option(
        "--hand-in", is_flag=True, help=words("Hand the sheet in before it is closed.")
    )
    def close(file: Path, seat: str, *, hand_in: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            who = seat_of(consultation, seat)
            sheet = consultation.open_sheet(who, _secret(words("PIN")))
            waits = False
            try:
                if hand_in:
                    done, record = consultation.hand_in_sheet(sheet)
                    waits = _say_taken_in(words, record)
                    _say_receipt(done.digest)
            finally:
                consultation.close_sheet(sheet)
        return _ATTENTION if waits else 0

    return _command(
        "close",
        words("Close an answer sheet: it is sealed and its file removed."),
        close,
        _seat_option(words),
    )


def _say_receipt(digest: str) -> None:
    from spf_assess.exchange import receipt_words

    for language in ("en", "fr"):
        say(f"{language}: {' '.join(receipt_words(digest, language))}")


def _say_taken_in(words: Words, record: PacketRecord) -> bool:
    """Say what became of a packet; return whether it waits."""
    if record.reason:
        complain(words, Problem(record.reason, record.says, **record.facts))
        return True
    known = record.state is PacketState.KNOWN
    said = words("already present") if known else words("accepted")
    say(words("Packet number {seq}: {state}", seq=record.seq, state=said))
    return False


def _status(words: Words) -> click.Command:
    @click.argument("file", type=FILE)
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def status(file: Path, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            found = consultation.sheets()
            plain = [
                {
                    "respondent": one.respondent,
                    "state": one.state.value,
                    "channel": one.channel.value,
                    "changed_at": one.changed_at,
                    "wait": one.wait,
                }
                for one in found
            ]
            numbers = {
                one.id: number
                for number, one in enumerate(consultation.respondents(), start=1)
            }
        if as_json:
            say_json(plain)
            return
        lines = [
            [
                str(numbers.get(one.respondent, "–")),
                state_of(words, one.state.value),
                channel_name(words, one.channel),
                date_text(one.changed_at, words.language),
            ]
            for one in found
        ]
        heads = [words("Seat"), words("State"), words("How it came"), words("Changed")]
        say(table(heads, lines))

    return _command(
        "status", words("List the answer sheets of the current round."), status
    )


def state_of(words: Words, state: str) -> str:
    """Return how an answer sheet stands, in a word or two."""
    return {
        "open": words.context("answer sheet", "open"),
        "closed": words.context("answer sheet", "closed"),
        "handed_in": words.context("answer sheet", "handed in"),
    }[state]


def _key_in(words: Words) -> click.Command:
    @click.argument("file", type=FILE)
    @click.argument("answers", type=FILE, required=False)
    @click.option(
        "--pass",
        "number",
        type=click.IntRange(1, 2),
        help=words("Who keys: the first or the second person."),
    )
    @click.option(
        "--stands",
        multiple=True,
        metavar="ITEM,PART,VALUE",
        help=words("What stands on the paper where the two differ."),
    )
    @click.option(
        "--take-in", is_flag=True, help=words("Make a packet once both agree.")
    )
    def key_in(
        file: Path,
        seat: str,
        answers: Path | None,
        number: int | None,
        stands: tuple[str, ...],
        *,
        take_in: bool,
    ) -> int:
        from spf_assess.consultation import Consultation

        typed = {} if answers is None else _typed(answers)
        if bool(typed) != (number is not None):
            raise Problem("L-181", N_("Give a table of answers together with --pass."))
        with Consultation.open(file) as consultation:
            who = seat_of(consultation, seat)
            if number is not None:
                consultation.key_in(who, number, typed)
            for one in stands:
                item, part, value = _stands(one)
                consultation.settle_keyed(who, item, part, value)
            differing = _say_differences(words, consultation, who)
            waits = take_in and _say_taken_in(words, consultation.take_in_keyed(who))
        return _ATTENTION if differing or waits else 0

    return _command(
        "key-in",
        words(
            "Key answers from paper: item,part,value as CSV, twice; then compare and"
            " take them in."
        ),
        key_in,
        _seat_option(words),
    )


def _typed(path: Path) -> dict[tuple[str, str], str]:
    from spf_assess.consultation.keying import rows_of
    from spf_assess.files import read_limited

    data = read_limited(path, KEYED_LIMIT)
    text = data.decode("utf-8-sig", "replace")
    return {(item, part): value for item, part, value in rows_of(text)}


def _stands(text: str) -> tuple[str, str, str]:
    from spf_assess.consultation.keying import rows_of

    return rows_of(f"item,part,value\n{text}\n")[0]


def _say_differences(words: Words, consultation: "Consultation", who: str) -> bool:
    found = consultation.compare_keyed(who)
    if found:
        heads = [
            words("Question"),
            words("Box"),
            words("First pass"),
            words("Second pass"),
        ]
        lines = [
            [one.cell.item.id, one.cell.name, one.first or "–", one.second or "–"]
            for one in found
        ]
        say(table(heads, lines))
    return bool(found)


def _board(words: Words) -> click.Command:
    @click.argument("file", type=FILE)
    @click.option("--json", "as_json", is_flag=True, help=words("Answer as JSON."))
    def board(file: Path, *, as_json: bool) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.clocks import file_clock, packet_clock

        with Consultation.open(file, read_only=True) as consultation:
            rows, records = consultation.board(), consultation.packets()
            told = (
                file_clock(consultation, now_iso()),
                *(packet_clock(consultation.header, row) for row in rows),
            )
            clocks = [one for one in told if one is not None]
        waiting = [one for one in records if one.reason]
        if as_json:
            say_json(
                {
                    "seats": [_plain(row) for row in rows],
                    "waiting": [_waiting(words, one) for one in waiting],
                }
            )
        else:
            _say_board(words, rows)
            for wrong in clocks:
                complain(words, wrong)
            for one in waiting:
                why = Problem(one.reason, one.says, **one.facts)
                complain(words, why)
                tell(words("{file}: kept aside in quarantine", file=one.file_name))
        return _ATTENTION if waiting else 0

    return _command(
        "board",
        words("Show who has handed in, how complete, and what waits; no answers."),
        board,
    )


def _say_board(words: Words, rows: "tuple[BoardRow, ...]") -> None:
    lines = [
        [
            str(number),
            constituency_name(words, row.respondent.constituency),
            row.respondent.organization or row.respondent.name or "–",
            words("handed in") if row.handed_in else words("awaited"),
            words("{answered} of {asked}", answered=row.answered, asked=row.asked)
            if row.handed_in
            else "",
            ""
            if row.last_packet is None
            else date_text(row.last_packet.received_at, words.language),
            ""
            if row.last_packet is None
            else channel_name(words, row.last_packet.channel),
        ]
        for number, row in enumerate(rows, start=1)
    ]
    heads = [
        words("No."),
        words("Group"),
        words("Organization"),
        words("State"),
        words("Answered"),
        words("Last packet"),
        words("How it came"),
    ]
    say(table(heads, lines))


def _plain(row: "BoardRow") -> dict[str, object]:
    last = row.last_packet
    return {
        "respondent": row.respondent.id,
        "constituency": row.respondent.constituency.value,
        "kind": row.respondent.kind.value,
        "organization": row.respondent.organization,
        "handed_in": row.handed_in,
        "seq": row.seq,
        "answered": row.answered,
        "asked": row.asked,
        "last_packet": "" if last is None else last.received_at,
        "channel": "" if last is None else last.channel.value,
        "waiting": row.quarantined,
    }


def _waiting(words: Words, record: PacketRecord) -> dict[str, object]:
    return {
        "file": record.file_name,
        "channel": record.channel.value,
        "reason": record.reason,
        "says": words.tell(Problem(record.reason, record.says, **record.facts)),
    }


def seat_of(consultation: "Consultation", said: str) -> str:
    """Return the id of the seat that is meant: a number on the board, or an id.

    Raises:
        Problem: L-140 no seat, or several, are meant.
    """
    ids = [one.id for one in consultation.respondents()]
    if said.isascii() and said.isdigit() and len(said) <= _DIGITS_OF_A_PLACE:
        found = ids[int(said) - 1 : int(said)] if int(said) else []
    else:
        long = len(said) >= _LEAST_OF_AN_ID
        found = [one for one in ids if long and one.startswith(said)]
    if len(found) != 1:
        raise Problem(
            "L-180",
            N_(
                "No single seat is called {seat}. Give its number on the board, or six"
                " or more of the first signs of its id."
            ),
            seat=said[:20],
        )
    return found[0]


def _secret(name: str) -> str:
    """Ask for a secret; from a pipe, read a line of it."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    from getpass import getpass

    return getpass(f"{name}: ")


def _command(
    name: str, about: str, call: "Callable[..., object]", *options: click.Option
) -> click.Command:
    made = click.command(name=name, help=about)(call)
    made.params.extend(options)
    return made
