"""Why a backup was made, in words."""

from spf_assess.i18n.words import Words


def backup_reason(words: Words, why: str) -> str:
    """Return why a backup was made."""
    return {
        "opened": words.context("backup", "the file was opened"),
        "regular": words.context("backup", "half an hour went by"),
        "import": words.context("backup", "before an import"),
        "merge": words.context("backup", "before a merge"),
        "undo": words.context("backup", "before an import was taken back"),
        "restore": words.context("backup", "replaced by a backup"),
        "stick": words.context("backup", "replaced by newer work"),
    }.get(why, "–")
