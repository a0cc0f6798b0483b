"""``import`` and ``verify-packet``: what travels between the parties."""

from collections.abc import Mapping
from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.backups import back_up
from spf_assess.cli.console import complain, progress_bar, say, say_json
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.model import N_, PacketRecord, PacketState, Problem

PACKET_LIMIT = 4 * 1024 * 1024


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_import(words), _verify(words)]


def _import(words: Words) -> click.Command:
    @click.command(
        name="import", help=words("Bring packets (.spfr) into a consultation.")
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("packets", type=arguments.FILE, nargs=-1, required=True)
    @arguments.as_json(words)
    def import_(file: Path, packets: tuple[Path, ...], *, as_json: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation, progress_bar() as bar:
            back_up(words, consultation, "import")
            task = bar.add_task(words("Importing"), total=len(packets))
            records = consultation.import_packets(
                packets, lambda done, _all: bar.update(task, completed=done)
            )
            # A later packet can change what becomes of one that came before it.
            now = {one.digest: one for one in consultation.packets()}
        records = tuple(_as_it_stands(one, now) for one in records)
        if as_json:
            say_json([_plain(words, record) for record in records])
        else:
            for record in records:
                _say_record(words, record)
        waiting = any(one.reason for one in records)
        return 1 if waiting else 0

    return import_


def _as_it_stands(
    record: PacketRecord, now: Mapping[str, PacketRecord]
) -> PacketRecord:
    known = record.state is PacketState.KNOWN
    return record if known else now.get(record.digest, record)


def _say_record(words: Words, record: PacketRecord) -> None:
    if record.reason:
        complain(words, Problem(record.reason, record.says, **record.facts))
        if not record.digest:  # it could not even be read
            say(
                words(
                    "{file}: not brought in; nothing of it is kept",
                    file=record.file_name,
                )
            )
            return
        say(words("{file}: kept aside in quarantine", file=record.file_name))
        return
    state = {
        PacketState.ACCEPTED: words("accepted"),
        PacketState.SUPERSEDED: words("kept, a later one is present"),
        PacketState.KNOWN: words("already present"),
        PacketState.QUARANTINED: "",
    }[record.state]
    say(f"{record.file_name}{words.text(COLON)}{state}")


def _plain(words: Words, record: PacketRecord) -> dict[str, object]:
    says = (
        words.tell(Problem(record.reason, record.says, **record.facts))
        if record.says
        else ""
    )
    return {
        "file": record.file_name,
        "state": record.state.value,
        "digest": record.digest,
        "reason": record.reason,
        "says": says,
        "seq": record.seq,
        "channel": record.channel.value,
    }


def _verify(words: Words) -> click.Command:
    @click.command(
        name="verify-packet",
        help=words(
            "Check a packet's signature and show the eight words of its receipt."
        ),
    )
    @click.argument("packet", type=arguments.FILE)
    @click.option("--words", "receipt", help=words("The eight words to compare with."))
    @arguments.as_json(words)
    def verify(packet: Path, receipt: str | None, *, as_json: bool) -> None:
        from spf_assess.exchange import read_packet, receipt_words
        from spf_assess.files import read_limited

        found = read_packet(read_limited(packet, PACKET_LIMIT))
        spoken = {one: receipt_words(found.digest, one) for one in ("en", "fr")}
        if receipt is not None and not _same(receipt, list(spoken.values())):
            raise Problem(
                "L-110",
                N_(
                    "The words do not belong to {file}: it is not the packet that the"
                    " receipt was given for. Compare the words once more, or ask for"
                    " that packet."
                ),
                file=packet.name,
            )
        if as_json:
            say_json(
                {
                    "consultation": found.consultation_id,
                    "digest": found.digest,
                    "respondent": found.respondent.id,
                    "constituency": found.respondent.constituency.value,
                    "round": found.round,
                    "seq": found.seq,
                    "answers": len(found.answers),
                    "words": {one: list(spoken[one]) for one in spoken},
                }
            )
            return
        say(words("{file}: the signature is right.", file=packet.name))
        say(
            words(
                "{group}, {organization}, round {round}, packet number {seq}",
                group=constituency_name(words, found.respondent.constituency),
                organization=found.respondent.organization or "–",
                round=found.round,
                seq=found.seq,
            )
        )
        say(
            words.plural(
                "{number} question answered",
                "{number} questions answered",
                len(found.answers),
            )
        )
        for language in ("en", "fr"):
            say(f"{language}: {' '.join(spoken[language])}")

    return verify


def _same(given: str, known: list[tuple[str, ...]]) -> bool:
    """Compare words without regard to case, accents and spacing."""
    return any(_bare(" ".join(one)) == _bare(given) for one in known)


def _bare(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        "".join(sign for sign in plain if not unicodedata.combining(sign)).split()
    )
