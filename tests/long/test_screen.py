"""The real program on a real (virtual) screen: it opens the sample, and is seen.

Needs Xvfb, D-Bus and the accessibility service: tools/setup-long.sh.
"""

import os
import shutil
import subprocess
import sys

import pytest

from spf_assess.consultation.sample import build_sample

pytestmark = pytest.mark.desktop
PATIENCE = 120
PRESSED = ("push button", "toggle button", "radio button", "check box")
# Runs within the screen: the program as a person starts it, a watcher beside it.
WATCHED = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from spf_assess.desktop import start

def look():
    window = next(w for w in start.QApplication.topLevelWidgets() if w.isWindow()
                  and w.inherits("QMainWindow"))
    if window.page_name == "start" or not window.isVisible():
        QTimer.singleShot(50, look)
        return
    QTimer.singleShot(500, lambda: shoot(window))

def shoot(window):
    screen = window.screen()
    assert screen.grabWindow(0).save(sys.argv[2])
    print(start.QApplication.platformName(), window.page_name, window.windowTitle())
    window.close()

QTimer.singleShot(0, look)
sys.exit(start.run([sys.argv[1]]))
"""


@pytest.fixture
def sample(tmp_path):
    build_sample(tmp_path / "coresia.spfa")
    return tmp_path / "coresia.spfa"


@pytest.fixture
def environment(tmp_path):
    assert shutil.which("xvfb-run"), "run tools/setup-long.sh"
    home = tmp_path / "home"
    runtime = tmp_path / "runtime"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def on_a_screen(*command, environment):
    """Run a command on a screen of 1366 x 768 with a session of its own."""
    return subprocess.run(
        [
            "dbus-run-session",
            "--",
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1366x768x24",
            *command,
        ],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def test_the_program_opens_the_sample_on_a_screen_and_closes(
    sample, environment, tmp_path
):
    from PySide6.QtGui import QImage

    picture = tmp_path / "screen.png"
    done = on_a_screen(
        sys.executable, "-c", WATCHED, sample, picture, environment=environment
    )
    assert done.returncode == 0, done.stderr
    platform, page, title = done.stdout.strip().split(" ", 2)
    assert (platform, page) == ("xcb", "facilitator"), done.stdout
    assert title
    seen = QImage(str(picture))
    assert (seen.width(), seen.height()) == (1366, 768)
    colours = {
        seen.pixelColor(x, y).name()
        for x in range(0, 1366, 7)
        for y in range(0, 768, 7)
    }
    assert len(colours) > 20, "the screen is all but empty"
    assert not list(sample.parent.glob("*-journal"))


# Runs within the session: starts the program and reads it through AT-SPI, as a screen
# reader does, with nothing but D-Bus calls.
READER = r"""
import re, subprocess, sys, time

def call(address, to, path, member, *arguments):
    where = f"--bus={address}" if address else "--session"
    done = subprocess.run(
        ["dbus-send", where, "--print-reply", f"--dest={to}", path, member, *arguments],
        capture_output=True, encoding="utf-8", timeout=20)
    return done.stdout

def text(reply):
    found = re.search(r'string "(.*)"\s*$', reply, re.S)
    return found[1] if found else ""

bus = text(call("", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"))
program = subprocess.Popen([sys.executable, "-m", "spf_assess", sys.argv[1]])
ACCESSIBLE = "org.a11y.atspi.Accessible"

def children(to, path):
    reply = call(bus, to, path, ACCESSIBLE + ".GetChildren")
    return re.findall(r'string "([^"]+)"\s+object path "([^"]+)"', reply)

def name(to, path):
    return text(call(bus, to, path, "org.freedesktop.DBus.Properties.Get",
                     "string:" + ACCESSIBLE, "string:Name"))

def role(to, path):
    return text(call(bus, to, path, ACCESSIBLE + ".GetRoleName"))

ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

def tree(at):
    waiting = list(children(*at))
    for one in waiting:
        waiting += children(*one)
    return waiting

def heard():
    return [f"{role(*one)}: {name(*one)}" for one in tree(ROOT)]

# The window is there once its tabs are, and at rest once nothing is added to it.
ends = time.monotonic() + 60
before, now = None, heard()
while time.monotonic() < ends and (now != before or "page tab: Report" not in now):
    before, now = now, heard()
print("\n".join(now), flush=True)
program.terminate()
program.wait()
"""


def test_a_screen_reader_hears_the_window_over_the_accessibility_bus(
    sample, environment
):
    done = on_a_screen(sys.executable, "-c", READER, sample, environment=environment)
    heard = done.stdout.splitlines()
    told = "\n".join(heard) + done.stderr
    assert any(line.startswith(("frame: ", "window: ")) for line in heard), told
    names = {line.partition(": ")[2] for line in heard}
    assert {"Participants", "Packets", "Positions", "Report"} <= names, told
    assert "push button: Start page" in heard, told
    assert "radio button: Français" in heard, told
    assert not {f"{kind}: " for kind in PRESSED} & set(heard), told
