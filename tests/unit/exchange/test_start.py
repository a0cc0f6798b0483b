"""The window imports this room when it starts: nothing heavy may come with it."""

import subprocess
import sys

HEAVY = ("cryptography", "mnemonic", "rfc8785", "segno", "jsonschema")


def test_the_room_is_imported_without_heavy_libraries():
    program = (
        "import sys, spf_assess.exchange\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "[]\n"
