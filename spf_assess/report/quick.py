"""Makes WeasyPrint faster within this process, without another result.

WeasyPrint works out the same things for every box: what its style makes of lengths,
whether it floats, how high its lines are, how Pango is to be set up. Thousands of boxes
share a few hundred styles, so each of these is worked out once a style and remembered
with it; styles no longer change when layout begins. Together that is a third of the
time (docs/performance.md).

All this reaches into one version of WeasyPrint. Another version renders without it:
slower, and the same.
"""

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
_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)


def quicken(css: str) -> bool:
    """Speed this process up for a page with the style sheet *css*.

    Returns whether this version of WeasyPrint is the one that is known here.
    """
    import weasyprint

    if weasyprint.VERSION != KNOWN:
        return False
    _share_styles()
    _remember("is_in_normal_flow", "flow")
    _resolve_lengths_once()
    _measure_struts_once()
    _skip_bare_backgrounds()
    _set_up_layouts_once()
    _keep_layouts()
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


def _set_up_layouts_once() -> None:
    """Keep what Pango needs to know of a style; only the layout itself is made anew."""
    from weasyprint.text import line_break

    ffi, gobject, pango = line_break.ffi, line_break.gobject, line_break.pango
    slow = line_break.Layout.setup

    def fast(layout: Any, style: Any) -> None:
        known = style.__dict__
        if "_spf_pango" not in known:
            known["_spf_pango"] = _prepared(style) if _plain(style) else None
        if known["_spf_pango"] is None:
            slow(layout, style)
            return
        context, layout.language, description, feature = known["_spf_pango"]
        layout.style = style
        layout.first_line_direction = 0
        layout.ascent = layout.underline_position = None
        layout.strikethrough_position = None
        made = layout.layout = ffi.gc(
            pango.pango_layout_new(context), gobject.g_object_unref
        )
        pango.pango_layout_set_auto_dir(made, False)  # noqa: FBT003 - Pango's own
        pango.pango_layout_set_font_description(made, description)
        if feature is not None:
            # the list is changed with every text, so each layout has one of its own
            attributes = pango.pango_attr_list_new()
            pango.pango_attr_list_insert(attributes, feature)
            pango.pango_layout_set_attributes(made, attributes)

    line_break.Layout.setup = fast


def _plain(style: Any) -> bool:
    """Return whether text of this style has no lines drawn through or under it."""
    return (
        style["text_decoration_line"] == "none"
        and style["font_language_override"] == "normal"
        and bool(style["lang"])
    )


def _prepared(style: Any) -> tuple[Any, Any, Any, Any]:
    """Return Pango's context, language, font and features for a style."""
    from weasyprint.text import line_break

    ffi, pango = line_break.ffi, line_break.pango
    fonts = style.font_config
    contexts = fonts.__dict__.setdefault("_spf_contexts", {})
    key = style["direction"], style["lang"]
    if key not in contexts:
        context = ffi.gc(
            pango.pango_font_map_create_context(fonts.font_map),
            line_break.gobject.g_object_unref,
        )
        pango.pango_context_set_round_glyph_positions(context, False)  # noqa: FBT003
        pango.pango_context_set_base_dir(context, line_break.PANGO_DIRECTION[key[0]])
        held, pointer = line_break.unicode_to_char_p(key[1])
        language = pango.pango_language_from_string(held)
        pango.pango_context_set_language(context, language)
        contexts[key] = context, language, pointer
    context, language, _pointer = contexts[key]
    feature = None
    if features := line_break.font_features(*(style[name] for name in _FEATURES)):
        name = ",".join(f"{one} {value}" for one, value in features.items()).encode()
        if name not in fonts.font_features:
            fonts.font_features[name] = pango.pango_attr_font_features_new(name)
        feature = fonts.font_features[name]
    return context, language, line_break.get_font_description(style), feature


def _keep_layouts() -> None:
    """Draw the very lines that were laid out, instead of shaping all text again."""
    from weasyprint.text.line_break import Layout

    def reactivate(layout: Any, style: Any) -> None:
        if layout.justification_spacing:
            layout.setup(style)
            layout.set_text(layout.text, justify=True)

    Layout.deactivate = lambda _layout: None
    Layout.reactivate = reactivate
