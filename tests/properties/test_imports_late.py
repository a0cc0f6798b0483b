"""What starts the window loads no database, no cryptography and no PDF engine."""

import subprocess
import sys

HEAVY = (
    "sqlite3",
    "sqlite_utils",
    "filelock",
    "cryptography",
    "weasyprint",
    "jinja2",
    "elementpath",
    "babel",
)


def test_importing_the_consultation_loads_nothing_heavy():
    program = (
        "import sys, spf_assess.consultation, spf_assess.store\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_opening_a_file_loads_no_data_frames_though_they_are_installed():
    program = (
        "import sys\n"
        "from spf_assess.store import library\n"
        "assert 'sqlite_utils' in sys.modules\n"
        "print([name for name in ('pandas', 'numpy') if name in sys.modules])\n"
        "import pandas\n"
        "print(pandas.DataFrame({'a': [1]}).size)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["[]", "1"]
