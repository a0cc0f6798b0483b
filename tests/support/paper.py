"""Pages of a PDF as pictures, held against golden pictures that someone looked at.

``SPF_GOLDEN=write pytest tests/screens/test_report_pages.py`` writes them anew; look at
every one of them before it is committed.
"""

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

FOLDER = Path(__file__).parents[1] / "screens" / "golden" / "report"
_DPI, _COLOURS = 60, 64
# another release of the rasterizer shades letters differently: so much may differ
_LEVELS, _SHARE = 90, 0.01


def check_page(path: Path, number: int, name: str, seen: Path) -> None:
    """Hold page *number* (from 1) against its golden picture; leave it in *seen*."""
    picture = page_picture(path, number)
    golden = FOLDER / f"{name}.png"
    if os.environ.get("SPF_GOLDEN") == "write":
        FOLDER.mkdir(parents=True, exist_ok=True)
        picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE).save(
            golden, optimize=True
        )
        return
    picture.save(seen / f"{name}.png")
    assert golden.exists(), f"there is no golden picture {golden.name}"
    share = difference(golden, picture)
    assert share <= _SHARE, f"{share:.2%} of {name} differs from the golden: see {seen}"


def page_picture(path: Path, number: int) -> Image.Image:
    """Return a page as a picture of 60 dots an inch."""
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[number - 1].render(scale=_DPI / 72).to_pil().convert("RGB")


def difference(golden: Path, seen: Image.Image) -> float:
    """Return the share of pixels that differ visibly; 1.0 for another size."""
    with Image.open(golden) as picture:
        wanted = picture.convert("RGB")
    if wanted.size != seen.size:
        return 1.0
    apart = ImageChops.difference(wanted, seen).convert("L")
    most = apart.point(lambda level: 255 if level > _LEVELS else 0)
    return most.histogram()[255] / (most.width * most.height)
