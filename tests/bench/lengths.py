"""Whether a page costs the same in a long report: 60 pages and 240, in turns."""

import sys
import tempfile
from pathlib import Path

from finished import CHILD, environment, job, report_page, with_sections
from measure import Figure, Spent, process, processes_in_turns, tell
from typeset import pages

from spf_assess.report.html import Album

ROUNDS = 3
_SHORT, _LONG = 60, 240
_TRIED = (8, 16)


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Return the time a page costs in the long report over that in the short one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        album, fonts = Album(), environment(folder)
        html = report_page(folder, album)

        def render(sections: int, out: Path) -> Spent:
            page = with_sections(html, sections)
            return process(CHILD, given=job(page, album, out), environment=fonts)

        few, more = (folder / "few.pdf", folder / "more.pdf")
        for count, out in zip(_TRIED, (few, more), strict=True):
            render(count, out)
        a_section = (pages(more) - pages(few)) / (_TRIED[1] - _TRIED[0])
        short, long = (
            round(_TRIED[0] + (wanted - pages(few)) / a_section)
            for wanted in (_SHORT, _LONG)
        )
        spent = processes_in_turns(
            {
                "short": lambda: render(short, few),
                "long": lambda: render(long, more),
            },
            rounds,
        )
        counts = {"short": pages(few), "long": pages(more)}
    each = {name: spent[name].cpu / counts[name] * 1000 for name in spent}
    wall = {name: spent[name].wall / counts[name] * 1000 for name in spent}
    said = f"{counts['long']} pages / {counts['short']} pages"
    memory = f"{spent['long'].mib:.0f} MiB at {counts['long']} pages"
    return [
        Figure(
            "a page of the long report", wall["long"], 1.15, "ms", wall["short"], said
        ),
        Figure(
            "a page of the long report, computing",
            each["long"],
            1.15,
            "ms",
            each["short"],
            memory,
        ),
    ]


if __name__ == "__main__":
    tell(measure(*map(int, sys.argv[1:2])))
