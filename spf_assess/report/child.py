"""The process that turns a finished page into a PDF, within limits.

Reads a job (JSON: html, css, fonts configuration, where to write) from standard input
and tells progress as JSON lines on standard output. It reads and writes nothing else
that the job did not name; the parent puts the file in place.
"""

import gc
import json
import logging
import sys
from pathlib import Path
from typing import Any

MEMORY_LIMIT = 3 * 1024**3
SECONDS_LIMIT = 1800


def main() -> int:
    """Render one job; exit code 0 done, 4 something was asked for that is refused."""
    job = json.load(sys.stdin)
    _limit()
    # The collector walks millions of boxes and finds nothing; the process ends soon.
    gc.disable()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    _tell_progress()
    refused = render(job, Path(job["out"]))
    if refused:
        _say({"refused": refused[:20]})
        return 4
    return 0


def render(job: dict[str, Any], out: Path) -> list[str]:
    """Write the PDF to *out* and return the addresses that were refused."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from spf_assess.report.fetch import TableFetcher
    from spf_assess.report.pdf import finisher

    fetcher = TableFetcher({})
    fonts = FontConfiguration()
    style = CSS(string=job["css"], font_config=fonts, url_fetcher=fetcher)
    html = HTML(string=job["html"], base_url="app:report", url_fetcher=fetcher)
    document = html.render(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
        presentational_hints=False,
    )
    _say({"stage": "pages", "done": len(document.pages), "of": len(document.pages)})
    document.write_pdf(
        out,
        finisher=finisher(job["moment"]),
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
        pdf_identifier=job["identifier"].encode(),
    )
    _say({"pages": len(document.pages)})
    return fetcher.refused


def _limit() -> None:
    """Keep memory and time within bounds where the system knows how (not Windows)."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_LIMIT, SECONDS_LIMIT))


class _Steps(logging.Handler):
    """Turns WeasyPrint's own step messages into progress lines."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one step; WeasyPrint has seven."""
        message = record.getMessage()
        if message.startswith("Step "):
            number = int(message[5])
            _say({"stage": "layout", "done": number, "of": 7})


def _tell_progress() -> None:
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_Steps())


def _say(plain: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(plain) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
