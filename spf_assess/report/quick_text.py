"""Shapes each line of text once, as `quick.py` tells: Pango is a third of the work.

WeasyPrint lays a paragraph out anew whenever it measures a table, tries a page break
or draws. The lines are the same each time, so they are kept.
"""

from collections.abc import Callable
from typing import Any

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
# what ends a paragraph for Pango
_SEPARATORS = frozenset("\n\r\u2028\u2029")
Replace = Callable[[Callable[..., Any], Callable[..., Any]], None]


def quicken(css: str, replace: Replace) -> None:
    """Speed text up; *replace* puts one function in place of another in the layout."""
    _set_up_layouts_once()
    _keep_layouts()
    if not any(word in css for word in ("justify", "ellipsis", "clamp")):
        # these change a line after it was laid out
        _split_lines_once(replace)


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
    import weasyprint.draw.text as drawing
    from weasyprint.text.line_break import Layout, pango

    def reactivate(layout: Any, style: Any) -> None:
        if layout.justification_spacing:
            layout.setup(style)
            layout.set_text(layout.text, justify=True)
        if not _SEPARATORS.isdisjoint(layout.text):
            pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003

    drawing.pango = _Drawn(pango)

    Layout.deactivate = lambda _layout: None
    Layout.reactivate = reactivate


class _Drawn:
    """Pango for drawing, without the one call that throws shaped lines away."""

    def __init__(self, pango: Any) -> None:
        self._pango = pango

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pango, name)
        setattr(self, name, value)
        return value

    def pango_layout_set_single_paragraph_mode(self, _layout: Any, _on: bool) -> None:  # noqa: FBT001
        """Leave the line as it is: ``reactivate`` has set the mode where it matters."""


def _split_lines_once(replace: Replace) -> None:
    """Break the same text of the same style at the same width once."""
    from weasyprint.text import line_break

    slow = line_break.split_first_line

    def fast(  # noqa: PLR0913, PLR0917 - the library's own
        text: str,
        style: Any,
        context: Any,
        max_width: Any,
        spacing: Any,
        is_line_start: bool = True,  # noqa: FBT001, FBT002
        minimum: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:
        if spacing:
            return slow(
                text, style, context, max_width, spacing, is_line_start, minimum
            )
        own = style.__dict__
        if "_spf_lines" not in own:
            own["_spf_lines"] = {}
        lines = own["_spf_lines"]
        key = text, max_width, is_line_start, minimum
        if key not in lines:
            lines[key] = slow(
                text, style, context, max_width, 0, is_line_start, minimum
            )
        return lines[key]

    replace(slow, fast)
