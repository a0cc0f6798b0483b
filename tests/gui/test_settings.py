"""What the program remembers survives damage, and holds no answers."""

import errno
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from spf_assess.desktop.settings import Recent, Settings, load, save

ENTRY = Recent(
    path="/home/é/coresia & co.spfa",
    title={"en": "Coresia", "fr": "Coresie"},
    role="respondent",
    constituency="workers",
    asked=60,
    answered=34,
)


def test_settings_come_back_as_they_were(config):
    settings = Settings("fr", "dark", 1.5, "both", (ENTRY,))
    save(config, settings)
    assert load(config) == settings


def test_a_missing_file_is_like_the_first_start(config):
    assert load(config) == Settings()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00\xff\xfe",
        b"[]",
        b"null",
        b'"words"',
        b"{",
        b'{"recent": 5, "scale": "big", "theme": 3, "language": "xx", "room": [1]}',
        b'{"recent": [1, null, {"path": 7}, {"path": ""}, {"path": "a\\u0000b"}]}',
        b"[" * 100_000,
        b'{"scale": true, "recent": {"path": "x"}}',
        b'{"recent": ["' + b"x" * 400_000 + b'"]}',
    ],
)
def test_damage_is_read_as_far_as_it_makes_sense(config, damage):
    config.parent.mkdir()
    config.write_bytes(damage)
    settings = load(config)
    assert settings.language == ""
    assert settings.room == ""
    assert settings.theme == ""
    assert settings.scale in (1.0, True)
    assert settings.recent == ()


def test_one_damaged_entry_does_not_take_the_others_with_it(config):
    save(config, Settings(recent=(ENTRY,)))
    plain = json.loads(config.read_bytes())
    plain["recent"].insert(0, {"path": "/x.spfa", "asked": "many", "later": 1})
    config.write_text(json.dumps(plain), encoding="utf-8")
    first, second = load(config).recent
    assert first == Recent("/x.spfa")
    assert second == ENTRY


@given(
    some.recursive(
        some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
        lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    )
)
def test_no_json_of_whatever_shape_stops_the_program(plain):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "window.json"
        path.write_text(json.dumps({"recent": [plain], "scale": plain}), "utf-8")
        assert isinstance(load(path), Settings)


def test_the_latest_file_comes_first_and_stands_there_once():
    settings = Settings()
    for name in ("a", "b", "a"):
        settings = settings.with_recent(Recent(name))
    assert [one.path for one in settings.recent] == ["a", "b"]
    assert settings.without("a").recent == (Recent("b"),)


def test_the_list_does_not_grow_without_end():
    settings = Settings()
    for number in range(40):
        settings = settings.with_recent(Recent(str(number)))
    assert len(settings.recent) == 12
    assert settings.recent[0].path == "39"


def test_settings_that_cannot_be_written_stop_nobody(config, monkeypatch):
    def refuse(*_given, **_options):
        raise PermissionError(errno.EACCES, "Permission denied")

    save(config, Settings("fr"))
    monkeypatch.setattr("spf_assess.files.tempfile.mkstemp", refuse)
    save(config, Settings("en"))
    monkeypatch.undo()
    assert load(config) == Settings("fr")


def test_settings_under_a_file_instead_of_a_folder_stop_nobody(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    save(blocked / "window.json", Settings("fr"))
    assert blocked.read_text() == "in the way"
