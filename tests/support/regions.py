"""Several facilitators of one consultation, each with a regional copy of its file."""

from dataclasses import dataclass, field
from pathlib import Path

from support.offices import Offices, rated

from spf_assess.consultation import Consultation
from spf_assess.consultation.proceedings import CLASSES
from spf_assess.model import Constituency

Said = set[tuple[object, ...]]


@dataclass
class Regions:
    """A facilitator's file and its regional copies in one folder."""

    folder: Path
    offices: Offices = field(init=False)
    made: int = 0

    def __post_init__(self) -> None:
        self.offices = Offices(self.folder)

    def copy(self, home: Consultation, name: str) -> Consultation:
        """Make a regional copy and open it."""
        path = self.folder / f"{name}.spfa"
        home.branch(path, name)
        return self.offices.open(path)

    def answer(
        self,
        file: Consultation,
        level: int,
        *,
        constituency: Constituency = Constituency.WORKERS,
        item: str = "3a.1",
    ) -> None:
        """Invite somebody in a region, who answers; bring the packet in."""
        self.made += 1
        name = f"person {self.made}"
        with self.offices.respondent(file, name, constituency) as person:
            me = person.me().id
            person.answer(me, rated(item, level, level, comment=f"said by {name}"))
            person.hand_in(me, self.folder / f"{name}.spfr")
        file.import_packet(self.folder / f"{name}.spfr")


def said_in(file: Consultation) -> Said:
    """Return everything said in a file with its author: answers, words and records."""
    said: Said = set()
    for packet in file.packets():
        said.add(("packet", packet.digest))
    for response in file.responses():
        for answer in response.answers.values():
            said.add(("answer", response.respondent.id, answer.item, answer.comment))
    for kind in CLASSES.values():
        for entry in file.proceedings.entries(kind):
            said.add(("record", kind.KIND, entry.value.id, repr(entry.value)))
    return said
