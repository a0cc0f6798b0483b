"""The rule by which packets of one seat count, on paper."""

from spf_assess.consultation.settling import Candidate, settle
from spf_assess.model import PacketState

A, S, Q = PacketState.ACCEPTED, PacketState.SUPERSEDED, PacketState.QUARANTINED


def packet(name, seq, key="k", number=1):
    return Candidate(name, number, seq, key, f"{name}.spfr")


def ruled(*packets, rounds=(1,), trusted=""):
    found = settle(packets, rounds, trusted)
    return {
        name: (one.state, one.why.code if one.why else "")
        for name, one in found.items()
    }


def test_nothing_in_nothing_out():
    assert ruled() == {}


def test_the_highest_number_counts():
    assert ruled(packet("b", 7), packet("a", 3)) == {"a": (S, ""), "b": (A, "")}


def test_equal_numbers_contradict_each_other_and_the_last_clear_one_counts():
    found = ruled(packet("a", 1), packet("b", 2), packet("c", 2))
    assert found == {"a": (A, ""), "b": (Q, "C-211"), "c": (Q, "C-211")}


def test_a_later_packet_settles_equal_numbers():
    found = ruled(packet("b", 2), packet("c", 2), packet("d", 3))
    assert found["d"] == (A, "")


def test_rounds_are_settled_apart():
    found = ruled(packet("a", 1), packet("b", 2, number=2), rounds=(1, 2))
    assert found == {"a": (A, ""), "b": (A, "")}


def test_a_packet_for_a_round_to_come_waits_and_disturbs_nothing():
    found = ruled(packet("a", 1), packet("b", 2, key="other", number=2))
    assert found == {"a": (A, ""), "b": (Q, "C-206")}


def test_whoever_is_invited_again_answers_with_another_key_and_undoes_nothing():
    pair = packet("a", 1), packet("b", 2, key="z", number=2)
    assert ruled(*pair, rounds=(1, 2)) == {"a": (A, ""), "b": (A, "")}
    third = packet("c", 3, key="y", number=2)
    found = ruled(*pair, third, rounds=(1, 2))
    assert found == {"a": (A, ""), "b": (Q, "C-212"), "c": (Q, "C-212")}


def test_a_chosen_key_lets_only_its_own_packets_count():
    found = ruled(packet("a", 1), packet("b", 2, key="z"), trusted="k")
    assert found == {"a": (A, ""), "b": (Q, "C-213")}
