"""Where the program's data folders lie, in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Return the folder ``forms``, ``templates`` or ``translations``.

    An installed wheel carries the three folders inside the package; a checkout and an
    editable install have them beside it.

    Raises:
        FileNotFoundError: the installation lacks the folder.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)


def forms_folder() -> Path:
    """Return the folder that holds the official questionnaire, ``forms/r202``."""
    return data_folder("forms") / "r202"
