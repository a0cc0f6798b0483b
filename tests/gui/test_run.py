"""The program as it is really started, with a file named on its command line."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment

from spf_assess.consultation import Consultation
from spf_assess.model import Constituency

ROOT = Path(__file__).parents[2]


@pytest.fixture
def program(qapp, tmp_path):
    """Start the program with its own configuration folder."""
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    environment.insert("XDG_CONFIG_HOME", str(tmp_path / "config"))
    environment.insert("LANG", "fr_FR.UTF-8")
    process.setProcessEnvironment(environment)
    process.setWorkingDirectory(str(ROOT))
    process.setProgram(sys.executable)
    yield process
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished()


@pytest.mark.skipif(os.name == "nt", reason="the folder lies elsewhere")
def test_a_file_named_on_the_command_line_is_opened(program, qtbot, tmp_path):
    mine = tmp_path / "é mine.spfa"
    Consultation.alone(mine, constituency=Constituency.WORKERS).close()
    settings = tmp_path / "config" / "spf-assess" / "window.json"

    def opened() -> bool:
        if not settings.exists():
            return False
        listed = json.loads(settings.read_bytes())["recent"]
        return [one["path"] for one in listed] == [str(mine)]

    program.setArguments(["-m", "spf_assess", str(mine)])
    program.start()
    qtbot.waitUntil(opened, timeout=20_000)
    assert program.state() == QProcess.ProcessState.Running
    assert program.readAllStandardError().data() == b""
    program.terminate()
    assert program.waitForFinished()
    Consultation.open(mine).close()  # no lock is left behind
