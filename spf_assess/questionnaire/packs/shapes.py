"""The vocabulary of a pack's own files; its sections have the official one."""

from spf_assess.questionnaire.shape import (
    ITEM,
    MAYBE_TEXT,
    TEXT,
    WORD,
    WORDS,
    Kind,
    Shape,
)

PACK = Kind(
    Shape.FIELDS,
    {
        "pack": WORD,
        "version": WORD,
        "title": TEXT,
        "base": Kind(Shape.FIELDS, {"questionnaire": WORD, "version": WORD}),
        "languages": Kind(
            Shape.LIST,
            entry=Kind(Shape.FIELDS, {"code": WORD, "name": WORD}),
            needed=False,
        ),
    },
)
ADDED = Kind(Shape.FIELDS, {"section": WORD, "items": Kind(Shape.LIST, entry=ITEM)})
SCHEMES = Kind(
    Shape.FIELDS,
    {
        "schemes": Kind(
            Shape.LIST,
            entry=Kind(
                Shape.FIELDS,
                {"name": WORD, "label": TEXT, "sections": WORDS, "note": MAYBE_TEXT},
            ),
        )
    },
)
TEXTS = Kind(
    Shape.FIELDS,
    {
        "texts": Kind(Shape.FIELDS, entry=WORD),
        "drafts": Kind(Shape.LIST, entry=WORD, needed=False),
    },
)
