"""A consultation on a stick in the window: copied here, brought back, never lost."""

import pytest
from support.person import Person
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer, RespondentKind
from spf_assess.store import visiting
from spf_assess.store.whereabouts import Whereabouts

PERSON = RespondentKind.PERSON


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "mounted").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def kind(path):
        inside = folder in (path, *path.parents) and (folder / "mounted").exists()
        return Whereabouts.STICK if inside else Whereabouts.HERE

    monkeypatch.setattr(visiting, "whereabouts", kind)
    return folder


@pytest.fixture
def window(qtbot, config, stick):
    window = window_at(config)
    qtbot.addWidget(window)
    window.show()
    Person(window).settle()
    yield window
    window.hub.close()


@pytest.fixture
def mine(window, stick):
    path = stick / "mine.spfa"
    assert window.hub.alone(path, constituency=Constituency.WORKERS, kind=PERSON)
    assert path.exists(), "it is there from the beginning"
    window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(2)}))
    return path


def level(path):
    with Consultation.open(path, read_only=True) as opened:
        return opened.response(opened.me().id).answers["3a.1"].part("law").value


def test_it_is_said_and_the_file_keeps_its_name(window, mine):
    assert "[S-138]" in window.notice.said
    assert window.hub.consultation.path == mine
    assert window.hub.settings.recent[0].path == str(mine)
    window.hub.close()
    assert level(mine) == 2


def test_it_is_brought_back_while_the_work_goes_on(window, mine, qtbot):
    before = mine.read_bytes()
    window.hub.backups.bring_back()
    qtbot.waitUntil(lambda: not window.hub.backups.running, timeout=20_000)
    assert mine.read_bytes() != before
    after = mine.stat().st_mtime_ns
    window.hub.backups.bring_back()
    assert not window.hub.backups.running, "nothing changed since"
    assert mine.stat().st_mtime_ns == after


def test_a_window_closed_without_the_stick_says_so_first(window, mine, stick):
    away = stick.with_name("pulled out")
    stick.rename(away)
    assert window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(4)}))
    assert not window.close()
    assert window.isVisible()
    assert "[S-134]" in window.notice.said
    assert window.page_name == "start"
    away.rename(stick)
    assert window.hub.open(mine)
    assert "[S-136]" in window.notice.said
    assert window.close()
    assert level(mine) == 4
