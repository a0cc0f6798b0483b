"""Editions as documents to edit (.docx), from the page that is printed too."""

from spf_assess.report.document.rendering import (
    WrittenDocument,
    document_of,
    render_document,
)

__all__ = ["WrittenDocument", "document_of", "render_document"]
