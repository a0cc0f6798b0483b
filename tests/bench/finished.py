"""The report of Coresia as a finished page, at its own length or another."""

import json
import os
import re
import sys
from pathlib import Path

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.report.context import build
from spf_assess.report.html import Album, base_style, page, style
from spf_assess.resources import FONTS, fonts_configuration

MOMENT = "2026-11-03T09:00:00Z"
CHILD = (sys.executable, "-P", "-m", "spf_assess.report.child")
_SECTION = re.compile(
    r'<section class="section[^"]*">.*?<h1 id="([^"]+)">.*?</section>', re.DOTALL
)


def consultation(folder: Path) -> Path:
    """Return the sample's file in *folder*, made now if it was not yet."""
    path = folder / "coresia.spfa"
    if not path.exists():
        build_sample(path)
    return path


def report_page(folder: Path, album: Album | None = None) -> str:
    """Return the finished page of the sample's report, before it is laid out.

    With *album* its pictures lie beside it, as in the program; else they are inside.
    """
    with Consultation.open(consultation(folder), read_only=True) as opened:
        given = report_input(opened, MOMENT)
    return page("report.html.j2", build(given, "en"), album)


def with_sections(html: str, count: int) -> str:
    """Return the page with *count* sections, the first ones or all again and again."""
    found = list(_SECTION.finditer(html))
    parts = []
    for number in range(count):
        one = found[number % len(found)]
        turn = number // len(found)
        again = f'id="{one[1]}-{turn}"'
        parts.append(one[0].replace(f'id="{one[1]}"', again, 1) if turn else one[0])
    # sections left out leave their anchors, for the contents still link there
    parts += [f'<div id="{one[1]}"></div>' for one in found[count:]]
    return html[: found[0].start()] + "\n".join(parts) + html[found[-1].end() :]


def job(html: str, album: Album, out: Path) -> str:
    """Return what the renderer's process reads."""
    plain = {
        "html": html,
        "pictures": album.pictures,
        "base": base_style(),
        "css": style(),
        "out": str(out),
        "moment": MOMENT,
        "identifier": "bench",
    }
    return json.dumps(plain) + "\n"


def environment(folder: Path) -> dict[str, str]:
    """Return the renderer's environment: bundled fonts only."""
    fonts = folder / "fonts.conf"
    fonts.write_text(fonts_configuration(folder / "fonts"), encoding="utf-8")
    package = str(Path(FONTS).parents[2])
    path = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH", "")]))
    return {
        "FONTCONFIG_FILE": str(fonts),
        "PYTHONPATH": path,
        "PYTHONHASHSEED": "0",
    }
