"""Nothing is fetched but what was put on the table (R-201)."""

import pytest
from weasyprint import CSS, HTML

from spf_assess.report.fetch import TableFetcher


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.org/a.png",
        "https://example.org/a.css",
        "ftp://example.org/a",
        "data:text/plain,hello",
        "app:unknown",
        "//example.org/a",
        "\\\\server\\share\\a.png",
    ],
)
def test_an_address_that_is_not_on_the_table_is_refused_and_noted(address):
    fetcher = TableFetcher({"known": ("text/plain", b"yes")})
    with pytest.raises(ValueError, match="refused"):
        fetcher.fetch(address)
    with pytest.raises(ValueError, match="refused"):
        fetcher(address)
    with pytest.raises(ValueError, match="refused"):
        fetcher.open(address)
    assert fetcher.refused == [address] * 3


def test_what_is_on_the_table_is_served_from_memory():
    fetcher = TableFetcher({"known": ("text/plain", b"yes")})
    response = fetcher.fetch("app:known")
    assert (response.read(), response.content_type) == (b"yes", "text/plain")
    assert fetcher.refused == []


def test_every_way_into_a_page_is_refused(tmp_path):
    beacon = tmp_path / "beacon.svg"
    beacon.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    ways = [f"{beacon.as_uri()}?{number}" for number in range(12)]
    fetcher = TableFetcher({})
    page = f"""<html lang=en><title>t</title>
        <link rel=stylesheet href='{ways[0]}'><link rel=attachment href='{ways[1]}'>
        <style>@import '{ways[2]}'; p {{ background: url({ways[3]}) }}
        li {{ list-style: url({ways[4]}) }}
        @font-face {{ font-family: f; src: url({ways[5]}) }}</style>
        <p><img src='{ways[6]}' alt=a><object data='{ways[7]}'></object>
        <embed src='{ways[8]}'><svg><image href='{ways[9]}'/></svg></p><li>a</li>"""
    css = CSS(
        string=f"@import url({ways[10]}); p::before {{ content: url({ways[11]}) }}",
        url_fetcher=fetcher,
    )
    HTML(string=page, base_url="app:report", url_fetcher=fetcher).write_pdf(
        stylesheets=[css]
    )
    assert set(fetcher.refused) == set(ways)
