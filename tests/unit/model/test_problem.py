"""What a problem keeps, and what it lets go."""

import gc
import weakref

import pytest

from spf_assess.model import N_, Problem, Text


class Thing:
    """Something that was being handled when it went wrong."""


def _write() -> None:
    try:
        int("no number")
    except ValueError as error:
        raise Problem("S-199", N_("{file} is full."), file="a.spfa") from error


def _go_wrong() -> tuple[Problem, "weakref.ref[Thing]"]:
    handled = Thing()
    try:
        _write()
    except Problem as problem:
        return problem.told(), weakref.ref(handled)


def test_a_problem_told_says_the_same():
    problem = Problem("F-100", N_("{name} is missing."), name=Text.of(en="A", fr="B"))
    told = problem.told()
    assert told.code == problem.code
    assert told.says == problem.says
    assert told.facts == problem.facts


def test_a_problem_told_holds_nothing_of_where_it_arose():
    gc.disable()
    try:
        told, handled = _go_wrong()
        assert handled() is None
    finally:
        gc.enable()
    assert told.__traceback__ is told.__context__ is told.__cause__ is None
    with pytest.raises(Problem, match=r"S-199: a\.spfa is full\."):
        raise told
