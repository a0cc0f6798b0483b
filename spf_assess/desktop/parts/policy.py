"""How widgets take room whose height follows from their width."""

from functools import cache

from PySide6.QtWidgets import QSizePolicy

MAXIMUM = QSizePolicy.Policy.Maximum
MINIMUM = QSizePolicy.Policy.Minimum
PREFERRED = QSizePolicy.Policy.Preferred
EXPANDING = QSizePolicy.Policy.Expanding
FIXED = QSizePolicy.Policy.Fixed


@cache
def wrapping(
    horizontal: QSizePolicy.Policy, vertical: QSizePolicy.Policy
) -> QSizePolicy:
    """Return the policy of something whose words wrap; made once for all of a kind.

    It is for ``setSizePolicy``, which takes a copy: change a copy, never this one.
    """
    policy = QSizePolicy(horizontal, vertical)
    policy.setHeightForWidth(True)
    return policy
