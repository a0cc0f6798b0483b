"""A fault of the program itself is told, noted without content, and stops nobody."""

import subprocess
import sys
import textwrap

import pytest
from support.person import Person
from support.window import window_at

from spf_assess.desktop.faults import CRASH_NAME, LOG_NAME, watch


@pytest.fixture
def window(qtbot, config, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_told: None)
    window = window_at(config)
    qtbot.addWidget(window)
    window.show()
    watch(window.hub, tmp_path)
    return window


def fail(kind: type[BaseException], text: str = "") -> None:
    def break_off() -> None:
        raise kind(text)

    try:
        break_off()
    except kind:
        sys.excepthook(*sys.exc_info())


def test_a_fault_is_told_and_the_window_goes_on(window):
    fail(RuntimeError, "a secret answer")
    person = Person(window)
    assert person.perceives("RuntimeError")
    assert person.perceives("[D-190]")
    person.presses("Close")
    person.keys("F1")
    assert window.page_name == "help"


def test_the_note_names_lines_of_code_and_no_content(window, tmp_path):
    fail(RuntimeError, "a secret answer")
    noted = (tmp_path / LOG_NAME).read_text("utf-8")
    assert "RuntimeError" in noted
    assert "test_faults.py" in noted
    assert "secret" not in noted
    assert str(tmp_path) not in noted


def test_the_note_does_not_grow_without_end(window, tmp_path):
    (tmp_path / LOG_NAME).write_text("x" * 300_000)
    fail(RuntimeError, "again")
    assert (tmp_path / LOG_NAME).stat().st_size < 5_000


def test_a_note_that_cannot_be_written_is_no_second_fault(window, tmp_path):
    (tmp_path / LOG_NAME).mkdir()
    fail(RuntimeError, "again")
    assert Person(window).perceives("[D-190]")


def test_ctrl_c_is_not_told_as_a_fault(window):
    fail(KeyboardInterrupt)
    assert not Person(window).perceives("[D-190]")


def test_the_window_names_the_file_in_which_it_is_noted(window, tmp_path):
    fail(RuntimeError)
    assert str(tmp_path / LOG_NAME) in window.notice.said


def test_a_crash_below_the_program_is_noted_without_what_variables_hold(tmp_path):
    program = textwrap.dedent(
        """
        import faulthandler, resource, sys
        from pathlib import Path
        from spf_assess.desktop.faults import watch_crashes

        def saving(answer):
            faulthandler._sigsegv()

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        watch_crashes(Path(sys.argv[1]))
        saving("a secret " + "answer")
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, check=False
    )
    assert done.returncode < 0
    noted = (tmp_path / CRASH_NAME).read_text("utf-8")
    assert "Segmentation fault" in noted
    assert "in saving" in noted
    assert "secret" not in noted
    assert b"secret" not in done.stderr
