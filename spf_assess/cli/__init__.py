"""The command line: everything the window can do, without Qt."""

from spf_assess.cli.app import main, no_window

__all__ = ["main", "no_window"]
