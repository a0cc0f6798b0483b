"""How the sample consultation is built: like a real one, whole or not at all."""

import shutil
from pathlib import Path

import pytest

import spf_assess.consultation.sample as building
from spf_assess.consultation import Consultation
from spf_assess.consultation.coresia_meeting import Meeting
from spf_assess.consultation.sample import build_sample
from spf_assess.exchange import read_invitation, read_packet
from spf_assess.model import N_, PacketRecord, PacketState, Problem
from spf_assess.paths import data_folder

SEATS = 12


def refusal(*places: Path) -> str:
    """Return the code with which a sample is not built at these places."""
    with pytest.raises(Problem) as told:
        build_sample(*places)
    return told.value.code


def test_everybody_invited_has_handed_in_and_nothing_is_in_quarantine(sample):
    rows = sample.board(1)
    assert len(rows) == SEATS
    assert all(row.handed_in and not row.quarantined for row in rows)
    assert {one.state for one in sample.packets()} == {PacketState.ACCEPTED}
    assert sample.header.fictitious
    assert not sample.damaged


def test_the_packets_that_are_kept_are_the_ones_that_were_imported(folder, sample):
    packets = sorted((folder / "packets").glob("*.spfr"))
    invitations = sorted((folder / "packets").glob("*.spfi"))
    assert len(packets) == len(invitations) == SEATS
    read = {read_packet(one.read_bytes()).digest for one in packets}
    assert read == {one.digest for one in sample.packets()}
    seats = {read_invitation(one.read_bytes()).respondent.id for one in invitations}
    assert seats == {one.id for one in sample.respondents()}


def test_nothing_but_the_finished_files_is_left(folder):
    left = {one.name for one in folder.iterdir()}
    assert left == {"coresia.spfa", "packets"}
    assert {one.suffix for one in (folder / "packets").iterdir()} == {".spfi", ".spfr"}


def test_building_twice_gives_equal_answers_and_results(sample, tmp_path):
    told = []
    build_sample(tmp_path / "again.spfa", progress=lambda *step: told.append(step))
    with Consultation.open(tmp_path / "again.spfa", read_only=True) as again:
        for number in (1, 2):
            assert again.results(number) == sample.results(number)
        assert again.stances() == sample.stances()
        assert again.agreements() == sample.agreements()
        assert [one.answers for one in again.responses(1)] == [
            one.answers for one in sample.responses(1)
        ]
        assert again.header.id != sample.header.id
    done = [step for step, _of in told]
    assert done == list(range(1, told[-1][1] + 1))


def test_an_existing_file_is_refused_and_left_alone(tmp_path):
    file = tmp_path / "mine.spfa"
    file.write_text("years of work")
    assert refusal(file) == "C-301"
    assert file.read_text() == "years of work"


def test_an_existing_packet_is_refused_and_left_alone(tmp_path):
    packet = tmp_path / "gov-group.spfr"
    packet.write_text("a packet")
    assert refusal(tmp_path / "new.spfa", tmp_path) == "C-301"
    assert packet.read_text() == "a packet"
    assert not (tmp_path / "new.spfa").exists()


def test_a_folder_that_is_not_there_is_told_before_building(tmp_path):
    assert refusal(tmp_path / "gone" / "new.spfa") == "C-302"


def test_a_failure_at_the_last_moment_leaves_nothing_behind(
    tmp_path, monkeypatch, one_seat
):
    whole = building.write_atomically

    def full(path: Path, data: bytes) -> str:
        if path.name == "new.spfa":
            raise Problem("F-110", N_("There is no space left."))
        return whole(path, data)

    monkeypatch.setattr(building, "write_atomically", full)
    assert refusal(tmp_path / "new.spfa", tmp_path / "packets") == "F-110"
    assert list(tmp_path.rglob("*.sp*")) == []


def test_a_packet_that_is_not_accepted_stops_the_building(
    tmp_path, monkeypatch, one_seat
):
    def aside(_self, path: Path) -> PacketRecord:
        return PacketRecord(
            digest="",
            file_name=path.name,
            received_at="",
            state=PacketState.QUARANTINED,
            reason="C-203",
            says=N_("This file has no round {number}."),
            facts={"number": "7"},
        )

    monkeypatch.setattr(Consultation, "import_packet", aside)
    assert refusal(tmp_path / "new.spfa") == "C-203"
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def one_seat(monkeypatch):
    """Shorten the play to one respondent, who meets nobody."""
    script = building._script()

    def short():
        import dataclasses

        alone = Meeting((), (), (), ())
        return dataclasses.replace(script, speakers=script.speakers[-1:], meeting=alone)

    monkeypatch.setattr(building, "_script", short)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("observers.yaml", '"3a.1"', '"3z.9"'),
        ("observers.yaml", "obs_disability", "obs_unknown"),
        ("observers.yaml", "comment:", "remark:"),
        ("discussion.yaml", "bench: workers", "bench: students"),
        ("discussion.yaml", "reason:", "motive:"),
        ("discussion.yaml", "kind: parked", "kind: dropped"),
        ("discussion.yaml", "why:", "because:"),
        ("discussion.yaml", "language: fr", "tongue: fr"),
        ("decisions.yaml", "status: begun", "status: forgotten"),
        ("decisions.yaml", "responsible:", "accountable:"),
        ("decisions.yaml", 'workers: "5 6 0"', 'workers: "5 6"'),
        ("decisions.yaml", "      objective:", "      status:"),
        ("observers.yaml", '"3d.0":', '"3a.1":'),
        ("coresia.yaml", '"3a.1 law":  ', '"3a.1 laws": '),
        ("coresia.yaml", "3 3 3 3 | 3 3 3 | 3 3 2 3", "3 3 3 | 3 3 3 | 3 3 2 3"),
        ("coresia.yaml", "3 3 3 3 | 3 3 3 | 3 3 2 3", "3 3 3 3 | 3 3 3"),
        ("coresia.yaml", "3 3 3 3 | 3 3 3 | 3 3 2 3", "3 3 3 y | 3 3 3 | 3 3 2 3"),
        ("coresia.yaml", "constituency: observers", "constituency: kings"),
        ("coresia.yaml", "  coverage_total:", "  coverage_tot:"),
        ("coresia.yaml", "seats:", "seats: [unclosed"),
    ],
)
def test_a_damaged_sample_is_told_and_never_half_built(
    tmp_path, monkeypatch, name, old, new
):
    forms = tmp_path / "forms" / "sample"
    shutil.copytree(data_folder("forms") / "sample", forms)
    text = (forms / name).read_text("utf-8")
    assert old in text
    (forms / name).write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(building, "data_folder", lambda _name: tmp_path / "forms")
    assert refusal(tmp_path / "new.spfa") == "C-303"
    assert not (tmp_path / "new.spfa").exists()


def test_a_sample_that_was_not_installed_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "data_folder", lambda _name: tmp_path)
    assert refusal(tmp_path / "new.spfa") == "C-303"
