"""An action as it stands in its form, kept until it is recorded."""

from spf_assess.model import Action, Plain

ACTIONS = "action/"
BECAME = "became/"


def box_name(action: Action) -> str:
    """Return under which name the words of an action's form wait; new ones share it."""
    return f"{ACTIONS}{action.id}"


def typed_plain(action: Action) -> Plain:
    """Return what waits in the file."""
    from spf_assess.consultation.proceedings import to_plain

    return to_plain(action)


def typed_action(typed: Plain | None) -> Action | None:
    """Return what waited in the file; None for nothing, or nothing that is known."""
    from spf_assess.consultation.proceedings import from_plain

    if typed is None:
        return None
    try:
        return from_plain(Action, typed)
    except ValueError:
        return None
