"""One widget an item kind, and what folds open below it.

A field shows an answer and tells what the person says; it knows neither the
consultation nor how anything is saved.
"""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.field import Field
from spf_assess.model import Item, ItemKind, Questionnaire

__all__ = ["Field", "field_for"]


def field_for(
    item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
) -> Field:
    """Return the field in which *item* is answered."""
    from spf_assess.desktop.fields.date import DateField
    from spf_assess.desktop.fields.figures import FiguresField
    from spf_assess.desktop.fields.one_choice import OneChoiceField
    from spf_assess.desktop.fields.rank import RankField
    from spf_assess.desktop.fields.ratings import RatingsField
    from spf_assess.desktop.fields.several import SeveralField
    from spf_assess.desktop.fields.text import TextField
    from spf_assess.desktop.fields.texts import TextsField

    kinds: dict[ItemKind, type[Field]] = {
        ItemKind.LAW_PRACTICE: RatingsField,
        ItemKind.PRACTICE: RatingsField,
        ItemKind.RATINGS: RatingsField,
        ItemKind.YES_PARTLY_NO: OneChoiceField,
        ItemKind.SELECT_ONE: OneChoiceField,
        ItemKind.SELECT_MULTIPLE: SeveralField,
        ItemKind.RANK: RankField,
        ItemKind.FIGURES: FiguresField,
        ItemKind.DATE: DateField,
        ItemKind.TEXT: TextField,
        ItemKind.TEXTS: TextsField,
    }
    return kinds[item.kind](item, questionnaire, parent)
