"""Every key the window knows; a test holds this list against what is pressed.

Keys that mean the same stand side by side, apart by a space; ``…`` goes on with the
numbers. A key in braces is a word to be translated.
"""

from spf_assess.desktop.pages.facilitator_views import TABS
from spf_assess.model import N_

Keys = tuple[str, tuple[tuple[str, str], ...]]
EVERYWHERE: Keys = (
    N_("Everywhere"),
    (
        ("F1", N_("these keys; once more: back to where you were")),
        ("F3", N_("read and search; once more: back to where you were")),
        ("Alt+{Home}", N_("start page")),
        ("Ctrl+L", N_("the other language")),
        ("Ctrl++ Ctrl+=", N_("larger text")),
        ("Ctrl+-", N_("smaller text")),
        ("Ctrl+0", N_("text at 100 %")),
        ("Tab", N_("next field")),
        ("{Shift}+Tab", N_("the field before")),
        ("{Space}", N_("press, tick or choose the element in focus")),
    ),
)
ON_TO_THE_NEXT: Keys = (
    N_("From question to question"),
    (
        ("{PgDn} Ctrl+{Enter}", N_("next question")),
        ("{PgUp}", N_("previous question")),
        ("F4", N_("one question, or the whole section")),
        ("F6", N_("outline of the sections")),
        ("Ctrl+F", N_("find a section or a word")),
        ("Ctrl+P", N_("print your answers")),
        ("Ctrl+Z", N_("undo the last answer")),
        ("Ctrl+Y Ctrl+{Shift}+Z", N_("give it again")),
    ),
)
ANSWERING: Keys = (
    N_("Answering a question"),
    (
        ("1 2 3 4", N_("choose this level")),
        ("D", N_("don't know")),
        ("N", N_("not applicable")),
        ("P", N_("prefer not to answer")),
        ("{Delete} {Backspace}", N_("take the answer or the rank back")),
        ("H", N_("help with the question")),
        ("E", N_("evidence")),
        ("C", N_("comment")),
        ("M", N_("minority note of a group")),
        ("G", N_("follow-up questions")),
        ("B", N_("come back to this")),
        ("F2", N_("text of the Recommendation; once more or {Esc}: back")),
    ),
)
OPTIONS: Keys = (
    N_("Options and rankings"),
    (
        ("1 2 3 …", N_("choose or tick this option; give this rank")),
        ("← → ↑ ↓", N_("choose the option before or after")),
        ("Ctrl+← Ctrl+→ Ctrl+↑ Ctrl+↓", N_("go there without choosing it")),
        ("{Enter}", N_("choose this option; give the next rank")),
        ("Ctrl+↑ Ctrl+↓ Alt+↑ Alt+↓", N_("in a ranking: one rank up or down")),
    ),
)
LISTS: Keys = (
    N_("Lists and tables"),
    (
        ("↑ ↓", N_("move from line to line")),
        ("{Home} {End}", N_("first and last line")),
        ("{Enter}", N_("open the line")),
        ("{Esc}", N_("back to the list")),
        ("Ctrl+F", N_("find")),
        ("↓", N_("from the search field to the results")),
        ("← → ↑ ↓", N_("from tab to tab, from one choice to the next")),
        (
            f"Ctrl+1 … Ctrl+{len(TABS)}",
            N_("facilitator and reading: the parts of the page"),
        ),
        ("{Delete}", N_("on the start page: take a file off the list")),
    ),
)
KEYING: Keys = (
    N_("Keying from paper"),
    (
        ("{Enter}", N_("save the box and go to the next answer")),
        ("↑ ↓", N_("go to any box, comments too")),
    ),
)
WALL: Keys = (
    N_("The window for the room, and presenter remotes"),
    (
        ("{PgDn} {Space} {Enter} N", N_("next page")),
        ("{PgUp} {Backspace}", N_("page before")),
        ("B .", N_("black, and back again")),
        ("F5", N_("from the discussion: show the question; there: fill the screen")),
        ("{Esc}", N_("close it")),
    ),
)
COLUMNS: tuple[tuple[Keys, ...], ...] = (
    (EVERYWHERE, KEYING, WALL),
    (ANSWERING, ON_TO_THE_NEXT),
    (OPTIONS, LISTS),
)
KEY_WORDS = {
    "Home": N_("Home"),
    "End": N_("End"),
    "Esc": N_("Esc"),
    "Shift": N_("Shift"),
    "Space": N_("Space bar"),
    "Delete": N_("Delete"),
    "Backspace": N_("Backspace"),
    "PgDn": N_("Page down"),
    "PgUp": N_("Page up"),
    "Enter": N_("Enter"),
}
