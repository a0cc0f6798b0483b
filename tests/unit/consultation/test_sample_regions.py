"""Coresia in three regions, merged in any order: exactly Coresia, origins kept."""

import itertools
import shutil

import pytest

from spf_assess.cli.app import main
from spf_assess.consultation import Consultation
from spf_assess.consultation.sample import REGIONS, build_sample, conclude
from spf_assess.consultation.sample import _script as script
from spf_assess.model import PacketState, Problem, Signed, Standing

ORDERS = list(itertools.permutations(REGIONS))


@pytest.fixture(scope="module")
def regions(tmp_path_factory):
    """The file nothing came into yet, and the three regional copies beside it."""
    folder = tmp_path_factory.mktemp("regions")
    build_sample(folder / "coresia.spfa", regions_folder=folder / "regions")
    return folder


@pytest.fixture
def home(regions, tmp_path):
    """A copy of the file that the regions are merged into."""
    shutil.copy(regions / "coresia.spfa", tmp_path / "coresia.spfa")
    with Consultation.open(tmp_path / "coresia.spfa") as opened:
        yield opened


def copy_of(regions, name):
    return regions / "regions" / f"{name}.spfa"


def test_each_region_holds_its_own_packets_and_all_the_seats(regions, home):
    assert home.packets() == ()
    digests = []
    for name, called in REGIONS.items():
        with Consultation.open(copy_of(regions, name), read_only=True) as region:
            assert region.region == called
            seats = [one.id for one in region.respondents()]
            assert seats == [one.id for one in home.respondents()]
            digests += [one.digest for one in region.packets()]
    assert len(digests) == len(set(digests)) == len(home.respondents())


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_merged_in_any_order_they_are_exactly_coresia(regions, home, sample, order):
    came = {}
    for name in order:
        with Consultation.open(copy_of(regions, name), read_only=True) as region:
            here = {one.digest: name for one in region.packets()}
        came |= here
        plan, _changes = home.merge(copy_of(regions, name))
        assert set(plan.packets) == set(here)
    assert home.results(1) == sample.results(1)
    assert {one.state for one in home.packets()} == {PacketState.ACCEPTED}
    called = home.origin_names()
    origins = home.packet_origins()
    assert {digest: called[origin] for digest, origin in origins.items()} == {
        digest: REGIONS[name] for digest, name in came.items()
    }
    assert home.contradictions() == ()
    rules = home.signatures(Signed.RULES)
    assert {one.standing for one in rules} == {Standing.HOLDS}


def test_a_region_merged_twice_brings_nothing_and_taken_back_all_goes(regions, home):
    first, *others = [copy_of(regions, name) for name in REGIONS]
    home.merge(first)
    again, _changes = home.merge(first)
    assert again.brings_nothing
    with_one = home.results(1)
    for path in others:
        home.merge(path)
    for batch in home.batches()[1:]:
        home.undo_import(batch.number)
    assert home.results(1) == with_one
    for path in others:
        home.merge(path)
    counts = [one.state for one in home.packets()]
    assert counts.count(PacketState.ACCEPTED) == len(home.respondents())


def test_what_is_decided_after_merging_is_what_coresia_decided(regions, home, sample):
    for name in REGIONS:
        home.merge(copy_of(regions, name))
    conclude(home, script())
    assert home.results(2) == sample.results(2)
    assert home.priorities() == sample.priorities()
    assert [one.what for one in home.actions()] == [
        one.what for one in sample.actions()
    ]
    assert {one.standing for one in home.signatures(Signed.RESULTS)} == {
        Standing.MISSING  # the groups' own files are elsewhere
    }


def test_the_command_puts_the_copies_where_they_are_wanted(tmp_path, capsys):
    words = ["--regional", str(tmp_path / "regions")]
    assert main(["sample", str(tmp_path / "coresia.spfa"), *words]) == 0
    made = {one.name for one in (tmp_path / "regions").iterdir()}
    assert made == {f"{name}.spfa" for name in REGIONS}
    home, copy = tmp_path / "coresia.spfa", tmp_path / "regions" / "islands.spfa"
    assert main(["merge", str(home), str(copy)]) == 0
    with Consultation.open(home, read_only=True) as merged:
        assert len(merged.packets()) == 4
    capsys.readouterr()


def test_a_copy_that_is_there_already_is_refused_and_left_alone(tmp_path):
    (tmp_path / "islands.spfa").write_text("years of work")
    with pytest.raises(Problem) as told:
        build_sample(tmp_path / "new.spfa", regions_folder=tmp_path)
    assert told.value.code == "C-301"
    assert (tmp_path / "islands.spfa").read_text() == "years of work"
    assert not (tmp_path / "new.spfa").exists()
