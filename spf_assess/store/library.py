"""sqlite-utils without what it would load besides.

Where pandas and numpy are installed it loads both, for values that no file of ours
holds: a quarter of a second before any file is opened.
"""

import sys

_NOT_NEEDED = frozenset({"pandas", "numpy"}) - sys.modules.keys()

for _name in _NOT_NEEDED:
    sys.modules[_name] = None  # type: ignore[assignment] # "is not to be found"
try:
    from sqlite_utils import Database, Migrations
finally:
    for _name in _NOT_NEEDED:
        del sys.modules[_name]  # whoever wants it loads it as ever

__all__ = ["Database", "Migrations"]
