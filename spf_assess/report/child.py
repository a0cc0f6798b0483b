"""The process that turns a finished page into a PDF, within limits.

Reads one line of JSON from standard input, a job: ``html``, ``pictures`` (SVG by name),
``base`` (what the elements are), ``css``, ``moment``, ``identifier``, ``attached``
(files that go into the PDF), ``out`` (where to write). It tells progress as JSON lines
on standard output and warnings on standard error, and reads and writes nothing
else; the parent puts the file in place. Standard input stays open while the parent
lives: when it ends, the child empties the job's folder and stops, so that no answers
are left behind.
"""

import gc
import io
import json
import logging
import os
import re
import shutil
import sys
import threading
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

MEMORY_LIMIT = 3 * 1024**3
SECONDS_LIMIT = 1800
DONE, REFUSED, NO_MEMORY, NO_SPACE = 0, 4, 5, 6
_KEPT: list[object] = []  # to the end: taking millions of boxes apart takes time


def main() -> int:
    """Render one job and return one of the four exit codes above."""
    _limit()
    # The collector walks millions of boxes and finds nothing; the process ends soon.
    gc.disable()
    _warm_up()
    line = sys.stdin.readline()
    if not line:  # the parent stopped before there was a job; its folder goes too
        if fonts := os.environ.get("FONTCONFIG_FILE"):
            shutil.rmtree(Path(fonts).parent, ignore_errors=True)
        return DONE
    job = json.loads(line)
    out = Path(job["out"])
    threading.Thread(target=_outlive, args=(out.parent,), daemon=True).start()
    _tell_progress()
    try:
        refused = render(job, out)
    except MemoryError:
        return NO_MEMORY
    except OSError as error:
        _say({"failed": error.strerror or error.__class__.__name__})
        return NO_SPACE
    if refused:
        _say({"refused": refused[:20]})
        return REFUSED
    return DONE


def _warm_up() -> None:
    """Load what every job needs, while the parent still puts the page together."""
    from spf_assess.report import pdf, quick, quick_pages, quick_text  # noqa: F401

    quick.load()
    from weasyprint.text.fonts import FontConfiguration

    FontConfiguration()  # reads the fonts' list


def render(job: dict[str, Any], out: Path) -> list[str]:
    """Write the PDF to *out* and return the addresses that were refused."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from spf_assess.report import pdf, quick
    from spf_assess.report.addresses import SVG_TYPE
    from spf_assess.report.fetch import TableFetcher

    quick.quicken(job["css"])
    pdf.quicken()
    pdf.tag_notes()
    pdf.tell_languages()
    fetcher = TableFetcher(
        {
            name: (SVG_TYPE, picture.encode())
            for name, picture in job.get("pictures", {}).items()
        }
    )
    fonts = FontConfiguration()
    sheets = [
        CSS(string=job[name], font_config=fonts, url_fetcher=fetcher)
        for name in ("base", "css")
    ]
    html = _parsed(job["html"], fetcher, sheets[0])
    options = {"pdf_variant": pdf.VARIANT, "pdf_tags": True}
    document = html.render(stylesheets=sheets[1:], font_config=fonts, **options)
    _KEPT.append(document)
    _say({"laid": len(document.pages)})
    made = io.BytesIO()
    document.write_pdf(
        made,
        finisher=pdf.finisher(job["moment"], job.get("attached", ())),
        pdf_identifier=False,
        **options,
    )
    table = pdf.narrowed(made.getvalue())
    out.write_bytes(pdf.identified(table, job["identifier"]))
    _say({"pages": len(document.pages)})
    return fetcher.refused


def _parsed(page: str, fetcher: Any, base: Any) -> Any:
    """Return the page as WeasyPrint wants it, read by an XML parser.

    That is faster than the reader of sloppy HTML, and a second lock: text that had
    brought markup of its own into the page would stop the render here. *base* is the
    style sheet that says what the elements are.
    """
    from weasyprint import HTML

    html = HTML(string="<p>", base_url="app:report", url_fetcher=fetcher)
    tree = fromstring(page)  # noqa: S314 - our own page, without a document type
    wrap = type(html.wrapper_element).from_html_root
    html.wrapper_element = wrap(tree, content_language=None)
    html.etree_element = html.wrapper_element.etree_element
    html._ua_stylesheets = lambda _forms=False: [base]  # noqa: SLF001 - no other way
    return html


def _outlive(folder: Path) -> None:
    """Stop, leaving nothing, when the parent is gone: its end of the pipe closes."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _limit() -> None:
    """Keep memory and time within bounds where the system knows how (not Windows)."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_LIMIT),
        (resource.RLIMIT_CPU, SECONDS_LIMIT),
    ):
        _soft, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(kind, (most, most))


class _Steps(logging.Handler):
    """Turns WeasyPrint's own step messages into progress lines."""

    _page = re.compile(r"Step 5 .*Page (\d+)$")

    def emit(self, record: logging.LogRecord) -> None:
        """Tell a page laid out; one in eight is often enough for a person."""
        found = self._page.match(record.getMessage())
        if found and int(found[1]) % 8 == 0:
            _say({"laying": int(found[1])})


def _tell_progress() -> None:
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_Steps())


def _say(plain: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(plain) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # nothing is left to tidy up but memory
