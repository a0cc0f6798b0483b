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
