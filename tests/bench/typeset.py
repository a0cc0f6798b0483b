"""The report against Typst and headless Chromium, with equal content.

All three get the same finished page: we its HTML and its pictures, Chromium the same
HTML with pictures and style sheet inside, Typst a document converted from it. All write
tagged PDF with bookmarks. Whole processes are timed, in turns; computing time counts
every child.
"""

import collections
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from finished import CHILD, environment, job, report_page
from measure import Figure, Spent, process, processes_in_turns, tell
from typst_source import Typst

from spf_assess.report.html import Album, style
from spf_assess.resources import FONTS

ROUNDS = 5
_SAME_WORDS = 0.98
_TELLING = 4  # letters; a shorter word may stand inside others
_BODY = ("-x", "0", "-y", "55", "-W", "596", "-H", "735")  # without running lines
_TYPST = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2],"
    " font_paths=[sys.argv[3]], ignore_system_fonts=True, pdf_standards=['a-3a'],"
    " timestamp=1788000000)"
)
_CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


class Contest:
    """The three renderers over one page, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts = environment(folder)
        album = Album()
        self._job = job(report_page(folder, album), album, folder / "ours.pdf")
        html = report_page(folder)
        inside = f"<style>{style()}</style></head>"
        full = html.replace("</head>", inside, 1)
        (folder / "report.html").write_text(full, encoding="utf-8")
        self._typst = Typst(html, folder).write()

    def ours(self) -> Spent:
        """Render with our own child process."""
        return process(CHILD, given=self._job, environment=self._fonts)

    def typst(self) -> Spent:
        """Compile with Typst's compiler in a Python process."""
        out = self._folder / "typst.pdf"
        command = (sys.executable, "-c", _TYPST, self._typst, out, FONTS)
        return process(command)

    def chromium(self) -> Spent:
        """Print with Chromium, with a fresh profile."""
        profile = self._folder / "profile"
        shutil.rmtree(profile, ignore_errors=True)
        return process(
            (
                "chromium",
                *_CHROMIUM,
                f"--user-data-dir={profile}",
                f"--print-to-pdf={self._folder / 'chromium.pdf'}",
                (self._folder / "report.html").as_uri(),
            ),
            environment={"FONTCONFIG_FILE": self._fonts["FONTCONFIG_FILE"]},
        )

    def check(self, name: str) -> str:
        """Return what there is to say of a peer's content.

        Raises:
            ValueError: its PDF lacks words of ours.
        """
        ours, theirs = _words(self._text("ours")), self._text(name)
        lost = ours - _words(theirs)
        squeezed = re.sub(r"\s", "", theirs)  # where kerning looks like a space
        for word in list(lost):
            if len(word) >= _TELLING and squeezed.count(word) >= ours[word]:
                del lost[word]
        same = 1 - lost.total() / ours.total()
        if same < _SAME_WORDS:
            told = lost.most_common(20)
            raise ValueError(f"{name} holds {same:.1%} of our words; lost: {told}")
        return f"{same:.1%} of our words, {pages(self._folder / f'{name}.pdf')} pages"

    def _text(self, name: str) -> str:
        done = subprocess.run(
            ["pdftotext", *_BODY, self._folder / f"{name}.pdf", "-"],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout


def _words(text: str) -> "collections.Counter[str]":
    return collections.Counter(re.findall(r"\w+", text))


def pages(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    told = subprocess.run(
        ["pdfinfo", pdf], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    return int(re.search(r"^Pages:\s+(\d+)", told, re.MULTILINE)[1])


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Return the ratios to both peers, and the size of a page."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        contest = Contest(folder)
        spent = processes_in_turns(
            {
                "ours": contest.ours,
                "typst": contest.typst,
                "chromium": contest.chromium,
            },
            rounds,
        )
        ours, own = spent["ours"], pages(folder / "ours.pdf")
        size = (folder / "ours.pdf").stat().st_size / 1024 / own
        figures = [Figure("file, a page", size, 12, "KB", detail=f"{own} pages")]
        for name, title, most in (("typst", "Typst", 9), ("chromium", "Chromium", 5)):
            peer, said = spent[name], contest.check(name)
            figures += [
                Figure(f"report / {title}", ours.wall, most, "s", peer.wall, said),
                Figure(
                    f"report / {title}, computing", ours.cpu, most, "s", peer.cpu, said
                ),
            ]
    return figures


if __name__ == "__main__":
    tell(measure())
