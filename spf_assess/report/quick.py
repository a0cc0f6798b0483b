"""Makes WeasyPrint faster within this process, without another result.

WeasyPrint works out the same things for every box: what its style makes of lengths,
whether it floats, how high its lines are, how Pango is to be set up. Thousands of boxes
share a few hundred styles, so each of these is worked out once a style and remembered
with it; styles no longer change when layout begins. Together that is a third of the
time (docs/performance.md).

All this reaches into one version of WeasyPrint. Another version renders without it:
slower, and the same.
"""

import ctypes.util
import functools
import sys
from collections.abc import Callable
from typing import Any

KNOWN = "70.0"

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    "width",
    "min_width",
    "max_width",
    "height",
    "min_height",
    "max_height",
)
_CORNERS = tuple(
    f"border_{corner}_radius"
    for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_BARE = {**dict.fromkeys(_CORNERS, (0, 0)), "background": None}


def load() -> None:
    """Import WeasyPrint without asking compilers where its libraries are.

    For names that other systems use, its import asks ``find_library``, which on Linux
    runs ``ldconfig``, ``gcc`` and ``ld`` in turn: a fifth of a second where they are
    installed. Linux has these libraries under the names that it tries next.
    """
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        import weasyprint  # noqa: F401
    finally:
        ctypes.util.find_library = asked


def quicken(css: str) -> bool:
    """Speed this process up for a page with the style sheet *css*.

    Returns whether this version of WeasyPrint is the one that is known here.
    """
    import weasyprint

    from spf_assess.report import quick_pages, quick_text

    if weasyprint.VERSION != KNOWN:
        return False
    _share_styles()
    _remember("is_in_normal_flow", "flow")
    _resolve_lengths_once()
    _measure_struts_once()
    _skip_bare_backgrounds()
    quick_text.quicken(css, _replace)
    quick_pages.quicken()
    if "outline" not in css:
        import weasyprint.draw as drawing

        drawing.draw_outline = lambda _stream, _box: None
    return True


def _share_styles() -> None:
    """Let elements of one language share a style: equal declarations become one."""
    import tinycss2

    tinycss2.parse_one_declaration = functools.cache(tinycss2.parse_one_declaration)


def _remember(question: str, name: str) -> None:
    """Ask boxes a question once for each style that they share."""
    from weasyprint.formatting_structure.boxes import Box

    ask, kept = getattr(Box, question), f"_spf_{name}"

    def answer(box: Any) -> Any:
        known = box.style.__dict__
        if kept not in known:
            known[kept] = ask(box)
        return known[kept]

    setattr(Box, question, answer)


def _replace(slow: Callable[..., Any], fast: Callable[..., Any]) -> None:
    """Put *fast* in place of *slow* in all modules of the layout that imported it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.layout"):
            for own, value in list(vars(module).items()):
                if value is slow:
                    setattr(module, own, fast)


def _resolve_lengths_once() -> None:
    """Set a box's lengths at once where its style has no percentage among them."""
    from weasyprint.layout import percent

    slow = percent.resolve_percentages

    def fast(box: Any, containing_block: Any) -> None:
        style = box.style
        known = style.__dict__
        if "_spf_lengths" not in known:
            known["_spf_lengths"] = _lengths(style)
        lengths = known["_spf_lengths"]
        if lengths is None:
            slow(box, containing_block)
            return
        own = box.__dict__
        own.update(lengths)
        collapse = style["border_collapse"] == "collapse"
        for name, width in known["_spf_borders"]:
            if not (collapse and hasattr(box, name)):
                own[name] = width

    _replace(slow, fast)


def _lengths(style: Any) -> dict[str, Any] | None:
    """Return used lengths that depend on nothing around the box; None if some do."""
    if style["box_sizing"] != "content-box":
        return None
    lengths: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return None
    style.__dict__["_spf_borders"] = [
        (name, style[name]) for name in (f"border_{side}_width" for side in _SIDES)
    ]
    return lengths


def _measure_struts_once() -> None:
    """Ask for the height of a style's lines once; the library's own key is long."""
    from weasyprint.layout import inline

    slow = inline.strut

    def fast(style: Any) -> Any:
        known = style.__dict__
        if "_spf_strut" not in known:
            known["_spf_strut"] = slow(style)
        return known["_spf_strut"]

    inline.strut = fast


def _skip_bare_backgrounds() -> None:
    """Pass by boxes that have no background, image, shadow or round corner."""
    from weasyprint.layout import background

    slow = background.layout_box_backgrounds

    def fast(page: Any, box: Any, image: Any, **more: Any) -> None:
        known = box.style.__dict__
        if "_spf_bare" not in known:
            known["_spf_bare"] = _bare(box.style)
        # a box out of the flow stands behind a placeholder, which passes things on
        if more or box is page or not known["_spf_bare"] or "_box" in box.__dict__:
            slow(page, box, image, **more)
            return
        box.__dict__.update(_BARE)
        for child in box.all_children():
            fast(page, child, image)

    background.layout_box_backgrounds = fast


def _bare(style: Any) -> bool:
    from weasyprint.draw.color import get_color

    return (
        all((0, "px") in style[corner] for corner in _CORNERS)
        and style["border_image_source"][0] == "none"
        and style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and get_color(style, "background_color").alpha == 0
        and all(kind == "none" for kind, _value in style["background_image"])
        and not style["box_shadow"]
    )
