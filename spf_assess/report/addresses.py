"""How a page names what lies on the table beside it; read by both processes."""

SCHEME = "app:"
SVG_TYPE = "image/svg+xml"
