"""Golden pictures: what a window looked like when someone looked at it and agreed.

``SPF_GOLDEN=write pytest tests/screens`` writes them anew; look at every one of them
before it is committed.
"""

import os
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).parents[1] / "screens" / "golden"
# letters are drawn a little differently by each release of Qt: so much may differ
_LEVELS, _SHARE = 40, 0.004


def check_picture(widget: QWidget, name: str, folder: Path) -> None:
    """Hold *widget* against its golden picture; leave what is seen in *folder*."""
    golden, seen = FOLDER / f"{name}.png", folder / f"{name}.png"
    if os.environ.get("SPF_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        widget.grab().save(str(golden))
        return
    widget.grab().save(str(seen))
    assert golden.exists(), f"there is no golden picture {golden.name}"
    share = difference(golden, seen)
    assert share <= _SHARE, f"{share:.2%} of {name} differs from the golden: see {seen}"


def difference(one: Path, other: Path) -> float:
    """Return the share of pixels that differ visibly; 1.0 for another size."""
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 1.0
        apart = ImageChops.difference(first.convert("RGB"), second.convert("RGB"))
        most = apart.convert("L").point(lambda level: 255 if level > _LEVELS else 0)
        return most.histogram()[255] / (most.width * most.height)
