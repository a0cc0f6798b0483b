"""A fetcher that fetches nothing but what was put on its table.

WeasyPrint's own fetcher reads ``file:`` and the network. Ours knows one made-up scheme,
``app:``, backed by bytes in memory; whatever else is asked for is refused and noted,
and a render with a refused address fails (R-201).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from spf_assess.report.addresses import SCHEME


class TableFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Serves *table* (address without scheme to type and bytes); refuses the rest."""

    def __init__(self, table: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=(), fail_on_errors=False)
        self._table = dict(table)
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002 - weasyprint's
        """Return what stands on the table under *url*.

        Raises:
            ValueError: it is not on the table; the address is kept in ``refused``.
        """
        name = url.removeprefix(SCHEME)
        if url.startswith(SCHEME) and name in self._table:
            kind, data = self._table[name]
            return URLFetcherResponse(url, BytesIO(data), {"Content-Type": kind})
        self.refused.append(url)
        raise ValueError(f"refused: {url[:200]}")

    def open(self, url: Any, data: Any = None, timeout: Any = None) -> Any:  # noqa: ARG002 - urllib's
        """Refuse to open what the base class would; nothing in the report needs it."""
        return self.fetch(getattr(url, "full_url", url))
