"""Every figure of docs/performance.md, measured anew.

Run: ``make bench``, or some alone: ``python tests/bench/run.py start window``. Each
benchmark runs in a process of its own. Prints a table, writes out/bench/results.json.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from measure import ROOT, machine

BENCHMARKS = {
    "start": "first_window.py",
    "saving": "saving.py",
    "window": "window.py",
    "facilitator": "facilitator_window.py",
    "report": "typeset.py",
    "preview": "preview.py",
    "lengths": "lengths.py",
    "many": "many.py",
}


def main(names: list[str]) -> int:
    """Run the benchmarks of these names, or all; 1 when one is missed or breaks off."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"{unknown}: there is {', '.join(BENCHMARKS)}\n")
        return 2
    rows: list[dict[str, Any]] = []
    broken: list[str] = []
    kind = machine()
    for name in names or BENCHMARKS:
        load = os.getloadavg()[0]
        done = subprocess.run(
            [sys.executable, Path(__file__).with_name(BENCHMARKS[name])],
            stdout=subprocess.PIPE,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        if done.returncode:
            broken.append(name)  # its reason stands on standard error; go on
            continue
        for row in json.loads(done.stdout):
            rows.append({"benchmark": name, "load": round(load, 1), **row})
            _print(rows[-1])
    folder = ROOT / "out" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    told = {"machine": kind, "figures": rows}
    (folder / "results.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    missed = [row["name"] for row in rows if not row["kept"]]
    ended = f"missed: {', '.join(missed) or 'none'}"
    ended += f"; broken off: {', '.join(broken)}" if broken else ""
    print(f"\n{kind}; {ended}")  # noqa: T201
    return 1 if missed or broken else 0


def _print(row: dict[str, Any]) -> None:
    peer = row["peer"]
    ratio = "" if peer is None else f"{row['value']:.2f}"
    beside = "" if peer is None else f"{peer:.4g}"
    kept = "kept" if row["kept"] else "MISSED"
    print(  # noqa: T201
        f"{row['name']:<44} {row['ours']:>9.4g} {row['unit']:<4} {beside:>8} {ratio:>6}"
        f"  asked {row['asked']:<5g} {kept:<6} {row['detail']}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
