"""Answers on a sheet behind a PIN until somebody kills it: one line a saved answer."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from support.offices import Offices, rated
from support.saver import acknowledge

PIN = "135790"
ITEMS = ("3a.1", "3b.1", "5a.1")


def main(folder: str, seat: str) -> None:
    """Open the sheet of a seat and answer for ever."""
    with Offices(Path(folder)).open() as facilitator:
        sheet = facilitator.open_sheet(seat, PIN)
        acknowledge("ready")
        for number in range(100_000):
            item = ITEMS[number % len(ITEMS)]
            answer = rated(item, 1 + number % 4, comment=f"{number}")
            sheet.consultation.answer(seat, answer)
            acknowledge(number)


if __name__ == "__main__":
    main(*sys.argv[1:])
