"""Offices with their files, and the sample, built once for all that look at it."""

import pytest
from support.offices import Offices

from spf_assess.consultation import Consultation
from spf_assess.consultation.sample import build_sample


@pytest.fixture
def offices(tmp_path):
    """What travels between a facilitator and respondents, in a folder."""
    return Offices(tmp_path)


@pytest.fixture
def facilitator(offices):
    with offices.found() as consultation:
        yield consultation


@pytest.fixture
def ana(offices, facilitator):
    with offices.respondent(facilitator, "ana") as consultation:
        yield consultation


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The sample and its packets, built once."""
    folder = tmp_path_factory.mktemp("sample")
    build_sample(folder / "coresia.spfa", folder / "packets")
    return folder


@pytest.fixture(scope="session")
def sample(folder):
    with Consultation.open(folder / "coresia.spfa", read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def results(sample):
    """What the first round shows."""
    return sample.results(1)


@pytest.fixture(scope="session")
def answers(sample):
    """Every answer with its respondent; all were given in the first round."""
    return [
        (response.respondent, answer)
        for response in sample.responses(1)
        for answer in response.answers.values()
    ]


@pytest.fixture(scope="session")
def parts(answers):
    """Every part of every answer, with its item's id."""
    return [
        (answer.item, part)
        for _who, answer in answers
        for part in answer.parts.values()
    ]
