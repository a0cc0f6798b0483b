"""The hub opens, saves, tells what changed, and keeps what could not be saved."""

import pytest

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.settings import load
from spf_assess.i18n import Words
from spf_assess.model import (
    N_,
    Answer,
    Changes,
    Constituency,
    PartAnswer,
    Problem,
    RespondentKind,
    Role,
    Text,
)


@pytest.fixture
def hub(qapp, config):
    hub = Hub(Words("en"), current(), config)
    hub.problems, hub.changes, hub.on_disk = [], [], []
    hub.problem.connect(hub.problems.append)
    hub.changed.connect(hub.changes.append)
    hub.saved.connect(hub.on_disk.append)
    yield hub
    hub.close()
    assert not hub._later.isActive()


@pytest.fixture
def alone(hub, tmp_path):
    path = tmp_path / "mine.spfa"
    assert hub.alone(
        path, constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
    )
    return path


def rating(item: str = "3a.1") -> Answer:
    return Answer(item, parts={"law": PartAnswer(2), "practice": PartAnswer(1)})


def test_a_consultation_is_created_and_opened_as_its_facilitator(hub, tmp_path):
    opened = []
    hub.opened.connect(lambda: opened.append(hub.consultation.role))
    made = hub.create(
        tmp_path / "c.spfa",
        title=Text.of(en="Assessment", fr="Évaluation"),
        country=Text.of(en="Coresia", fr="Coresia"),
    )
    assert made
    assert opened == [Role.FACILITATOR]
    entry = hub.settings.recent[0]
    assert entry.title["fr"] == "Évaluation"
    assert (entry.role, entry.asked) == ("facilitator", 0)


def test_an_answer_is_on_disk_when_the_hub_says_so(hub, alone):
    assert hub.answer(rating())
    me = hub.consultation.me().id
    assert hub.on_disk == [True]
    assert hub.changes == [Changes(answers=frozenset({(me, "3a.1")}))]
    hub.close()
    assert hub.open(alone)
    assert hub.consultation.response(me).answers["3a.1"] == rating()


def test_an_answer_that_cannot_be_saved_is_told_and_changes_nothing(
    hub, alone, monkeypatch
):
    def full(*_given):
        raise Problem("S-121", N_("There is no space left."))

    monkeypatch.setattr(hub.consultation, "answer", full)
    assert not hub.answer(rating())
    assert hub.on_disk == [False]
    assert hub.changes == []
    assert [problem.code for problem in hub.problems] == ["S-121"]


def test_undo_and_redo_tell_what_they_changed(hub, alone):
    hub.answer(rating())
    assert hub.undo()
    assert hub.redo()
    assert not hub.redo()
    assert len(hub.changes) == 3


def test_nothing_can_be_done_while_nothing_is_open(hub):
    assert not hub.answer(rating())
    assert not hub.undo()
    assert hub.problems == []


def test_a_file_that_is_none_is_told_and_leaves_the_open_one_open(hub, alone, tmp_path):
    strange = tmp_path / "strange.spfa"
    strange.write_bytes(b"no database at all")
    before = hub.consultation
    assert not hub.open(strange)
    assert hub.consultation is before
    assert hub.problems[0].code.startswith("S-")
    assert not hub.open(tmp_path / "vanished.spfa")
    assert len(hub.problems) == 2


def test_opening_another_file_closes_the_first(hub, alone, tmp_path):
    first = hub.consultation
    hub.alone(
        tmp_path / "other.spfa",
        constituency=Constituency.EMPLOYERS,
        kind=RespondentKind.BENCH,
    )
    assert hub.consultation is not first
    assert hub.open(alone)  # it would be locked otherwise


def test_how_far_one_has_come_is_remembered_at_closing(hub, alone, config):
    hub.answer(rating())
    hub.close()
    entry = load(config).recent[0]
    assert entry.path == str(alone)
    assert (entry.role, entry.constituency) == ("respondent", "workers")
    assert entry.answered == 1
    assert entry.asked > 40
    assert entry.next_number == 2
    assert entry.done + entry.begun + entry.todo > 0


def test_the_settings_file_holds_no_answers(hub, alone, config):
    hub.answer(Answer("3a.1", comment="a secret of ours"))
    hub.close()
    assert "secret" not in config.read_text("utf-8")


def test_language_and_look_are_remembered(hub, config):
    heard = []
    hub.language_changed.connect(lambda: heard.append(hub.words.language))
    hub.speak(Words("fr"))
    hub.choose_look(theme="dark", scale=1.5)
    try:
        settings = load(config)
        assert heard == ["fr"]
        assert settings.language == "fr"
        assert (settings.theme, settings.scale) == ("dark", 1.5)
    finally:
        hub.choose_look(theme="light", scale=1.0)


def test_a_hub_without_a_place_for_settings_remembers_nothing(qapp, tmp_path):
    hub = Hub(Words("en"), current())
    hub.alone(
        tmp_path / "m.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.PERSON,
    )
    hub.close()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".json"] == []
