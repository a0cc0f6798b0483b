"""Which signs a text may hold: NFC, nothing invisible that commands (R-206)."""

import re
import unicodedata

_LAST_OF_PLANES = "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
# Controls but the line feed; bidirectional embeddings, overrides and isolates; the
# deprecated format characters; byte order mark; interlinear annotation; the unseen tag
# letters, which can hide a whole sentence; the 66 non-characters.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"
    "\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    f"\ufdd0-\ufdef{_LAST_OF_PLANES}]"
)
SURROGATE = re.compile("[\ud800-\udfff]")


def is_clean(text: str) -> bool:
    """Whether *text* holds nothing that cleaning would remove or write otherwise."""
    if text.isascii() and text.isprintable():  # nearly all; much quicker
        return True
    return not (
        SURROGATE.search(text)
        or UNSAFE.search(text)
        or not unicodedata.is_normalized("NFC", text)
    )
