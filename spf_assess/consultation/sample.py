"""The sample consultation of Coresia, built the way people build one.

A facilitator creates it and invites; each respondent accepts in a file of its own,
answers item by item and hands in; the groups sign the rules and the facilitator imports
the packets. Then the groups meet: positions are shown, a second round keeps what is
made of them, and it is decided and signed. All of that happens in a temporary folder,
and only the finished files are put where they belong.
"""

import dataclasses
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from spf_assess.consultation.coresia import Script, Speaker, read_script
from spf_assess.consultation.coresia_decided import Decided, prepared
from spf_assess.consultation.coresia_meeting import Meeting
from spf_assess.consultation.opened import Consultation
from spf_assess.files import read_limited, spoken_name, write_atomically
from spf_assess.i18n import now_iso
from spf_assess.model import N_, PacketState, Problem, Signed
from spf_assess.paths import data_folder
from spf_assess.questionnaire import load_questionnaire

LARGEST = 64 * 1024 * 1024
_MEMORY, _ROOM = Path("/dev/shm"), 256 * 1024 * 1024  # noqa: S108 - looked at first
# Three copies of the file, by the names of the files: what each region is called.
REGIONS = {
    "port-alma": "Port Alma",
    "islands": "Islands",
    "upper-valleys": "Upper valleys",
}
_DAY = 10  # characters of 2026-11-18
_DAY = 10  # characters of 2026-11-18
INVITATION_ENDING, PACKET_ENDING = ".spfi", ".spfr"

Progress = Callable[[int, int], None]


def build_sample(
    file: Path,
    packets_folder: Path | None = None,
    progress: Progress | None = None,
    regions_folder: Path | None = None,
) -> None:
    """Build the sample in *file*; keep invitations and packets in *packets_folder*.

    With *regions_folder* the packets came in three regional copies, which are put
    there, and *file* is what they are merged into: rules signed, nothing come in yet.

    *progress* is told how many steps are done, and of how many. Whatever fails, no
    part of the sample is left behind.

    Raises:
        Problem: C-301 *file* or one of the packets exists, C-302 the folder is not
            there, C-303 the installed sample is damaged, and whatever the steps raise:
            F-11x, S-1xx, X-1xx.
    """
    script = _script()
    kept = [] if packets_folder is None else _kept(packets_folder, script)
    copies = [] if regions_folder is None else _copies(regions_folder)
    _refuse_existing([file, *kept, *copies])
    if not file.absolute().parent.is_dir():
        raise Problem(
            "C-302",
            N_(
                "The folder for {file} is not there. Make it first, or choose another"
                " place for the sample."
            ),
            file=spoken_name(file),
        )
    with TemporaryDirectory(prefix="spf-assess-", dir=_in_memory()) as name:
        aside = Path(name)
        meet = _split if copies else _meet
        done = _Steps(progress, _count(script))
        _build(aside / "sample.spfa", script, done, meet)
        for folder in (packets_folder, regions_folder):
            if folder is not None:
                with suppress(OSError):  # writing into it will tell what is wrong
                    folder.mkdir(parents=True, exist_ok=True)
        made = [aside / one.name for one in (*kept, *copies)]
        _put_in_place([*made, aside / "sample.spfa"], [*kept, *copies, file])


def _in_memory() -> str | None:
    """Return a folder in memory, where the system has one with room.

    Each of 1,500 answers is on the disk before the next one is given. What is built
    aside need not outlive a power cut.
    """
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK):
        free = shutil.disk_usage(_MEMORY).free
        return str(_MEMORY) if free > _ROOM else None
    return None


def _script() -> Script:
    try:
        return read_script(data_folder("forms") / "sample", load_questionnaire())
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise Problem(
            "C-303",
            N_(
                "The sample that comes with the program is damaged ({detail}). Install"
                " the program again."
            ),
            detail=str(error)[:200],
        ) from error


def _kept(folder: Path, script: Script) -> list[Path]:
    return [
        folder / _file_name(speaker, ending)
        for speaker in script.speakers
        for ending in (INVITATION_ENDING, PACKET_ENDING)
    ]


def _copies(folder: Path) -> list[Path]:
    return [folder / f"{name}.spfa" for name in REGIONS]


def _file_name(speaker: Speaker, ending: str) -> str:
    return speaker.key.replace("_", "-") + ending


def _refuse_existing(files: list[Path]) -> None:
    for file in files:
        if file.exists() or file.is_symlink():
            raise Problem(
                "C-301",
                N_(
                    "There is already a file {file}. The sample does not overwrite it;"
                    " choose another name."
                ),
                file=spoken_name(file),
            )


def _count(script: Script) -> int:
    """Return how many steps there are: one an answer, one to hand in, one to meet."""
    return 1 + sum(len(speaker.answers) + 1 for speaker in script.speakers)


class _Steps:
    """Counts steps for whoever shows progress."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._done, self._of = 0, total

    def next(self) -> None:
        """One more step is done."""
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._of)


def _build(
    file: Path,
    script: Script,
    done: _Steps,
    meet: Callable[[Consultation, Script], None],
) -> None:
    with Consultation.create(
        file,
        title=script.title,
        country=script.country,
        place=script.place,
        fictitious=True,
    ) as facilitator:
        _prepare(facilitator, script)
        for speaker in script.speakers:
            _respond(file.parent, speaker, done)
        _sign(facilitator, Signed.RULES, script)
        meet(facilitator, script)
        done.next()


def _meet(facilitator: Consultation, script: Script) -> None:
    """Bring everything in, discuss it, decide and sign."""
    for speaker in script.speakers:
        _import(facilitator, _packet(facilitator, speaker))
    conclude(facilitator, script)


def _split(facilitator: Consultation, script: Script) -> None:
    """Let three regions work, each with a copy of the file and packets of its own."""
    for place, (name, called) in enumerate(REGIONS.items()):
        path = facilitator.path.parent / f"{name}.spfa"
        facilitator.branch(path, called)
        with Consultation.open(path) as region:
            for speaker in script.speakers[place :: len(REGIONS)]:
                _import(region, _packet(facilitator, speaker))


def _packet(facilitator: Consultation, speaker: Speaker) -> Path:
    return facilitator.path.parent / _file_name(speaker, PACKET_ENDING)


def conclude(facilitator: Consultation, script: Script) -> None:
    """Discuss what came in, decide, and sign where those who sign are at hand."""
    if script.meeting.revealed:
        _discuss(facilitator, script.meeting)
        _decide(facilitator, script.decided)
        _sign(facilitator, Signed.RESULTS, script)


def _prepare(facilitator: Consultation, script: Script) -> None:
    """Say who takes part, invite everybody, and fix the rules."""
    seats = [speaker.respondent for speaker in script.speakers]
    facilitator.prepare(prepared(seats, _today()))
    for speaker in script.speakers:
        _invite(facilitator, speaker)
    facilitator.start()


def _discuss(facilitator: Consultation, meeting: Meeting) -> None:
    """Close the first round and do what the groups do in the second."""
    facilitator.close_round()
    facilitator.reveal(*meeting.revealed)
    facilitator.open_round()
    for note in meeting.notes:
        facilitator.note(note)
    for stance in meeting.stances:
        facilitator.state(stance)
    for agreement in meeting.agreements:
        facilitator.agree(agreement)
    facilitator.close_round()


def _decide(facilitator: Consultation, decided: Decided) -> None:
    """Record who was there, what each group finds most urgent, and the actions."""
    facilitator.attend(
        *(dataclasses.replace(one, day=_today()) for one in decided.attendance)
    )
    for bench, order in decided.rankings.items():
        facilitator.rank(bench, order)
    for action in decided.actions:
        facilitator.decide(action)


def _sign(facilitator: Consultation, signed: Signed, script: Script) -> None:
    """Let the groups that sign do so with the keys in their own files."""
    keys = script.decided.signs[signed]
    for speaker in script.speakers:
        own = facilitator.path.parent / _file_name(speaker, ".spfa")
        if speaker.key in keys and own.is_file():
            facilitator.sign_with_key(signed, own)


def _today() -> str:
    return now_iso()[:_DAY]


def _invite(facilitator: Consultation, speaker: Speaker) -> None:
    seat, _invitation = facilitator.register(speaker.respondent)
    folder = facilitator.path.parent
    facilitator.write_invitation(
        seat.id, folder / _file_name(speaker, INVITATION_ENDING)
    )


def _respond(folder: Path, speaker: Speaker, done: _Steps) -> None:
    """Do what one respondent does with its invitation."""
    sent = folder / _file_name(speaker, INVITATION_ENDING)
    own = folder / _file_name(speaker, ".spfa")
    with Consultation.accept(own, read_limited(sent, LARGEST)) as response:
        me = response.me()
        response.update_respondent(
            dataclasses.replace(
                me,
                consent_named=speaker.respondent.consent_named,
                consent_quoted=speaker.respondent.consent_quoted,
            )
        )
        for answer in speaker.answers:
            response.answer(me.id, answer)
            done.next()
        response.hand_in(me.id, folder / _file_name(speaker, PACKET_ENDING))
        done.next()


def _import(facilitator: Consultation, packet: Path) -> None:
    record = facilitator.import_packet(packet)
    if record.state is not PacketState.ACCEPTED:
        raise Problem(record.reason, record.says, **record.facts)


def _put_in_place(made: list[Path], wanted: list[Path]) -> None:
    """Copy finished files to where they belong, all of them or none."""
    placed: list[Path] = []
    try:
        for source, target in zip(made, wanted, strict=True):
            _refuse_existing([target])
            placed.append(target)
            write_atomically(target, read_limited(source, LARGEST))
    except BaseException:
        _remove(placed)
        raise


def _remove(files: list[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()
