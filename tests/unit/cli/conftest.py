"""Commands as a person with an English locale types them."""

import io

import pytest

from spf_assess.__main__ import main


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with lines typed; return exit code, output, errors."""

    def runner(*words, language="", typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        chosen = ["--lang", language] if language else []
        code = main([*chosen, *(str(word) for word in words)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return runner
