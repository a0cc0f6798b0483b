"""Packages whose names are imported when they are first used.

The first window needs three of the domain's forty names. Building the classes of all of
them takes a fifth of the time until it shows, so a package's face finds each name's
module on demand. Type checkers read the ordinary imports beside it.
"""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module


def on_demand(
    package: str, modules: Sequence[str], names: Sequence[str]
) -> Callable[[str], object]:
    """Return a ``__getattr__`` for *package* that finds *names* in *modules*.

    The modules are searched in their order, the cheapest to import first.
    """

    def find(name: str) -> object:
        if name in names:
            for module in modules:
                held = vars(import_module(f"{package}.{module}"))
                if name in held:
                    setattr(sys.modules[package], name, held[name])
                    return held[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find
