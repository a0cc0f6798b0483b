"""Someone in front of the window, who knows it by roles and visible names only.

What cannot be found by its name is an accessibility failure, so journeys written with
this double as accessibility checks. Works offscreen.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ROLE = QAccessible.Role
BUTTONS = (ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ButtonMenu)
_MOST_TABS = 400
_NAME, _ABOUT = QAccessible.Text.Name, QAccessible.Text.Description


def type_text(widget: QWidget, text: str) -> None:
    """Type *text* letter by letter; QTest aborts the process on é, ç, œ and –."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            told = "\r" if letter == "\n" else letter
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, told)
            QApplication.sendEvent(widget, event)


def walk(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield *node* and everything below it that is not invisible."""
    if node is None or not node.isValid() or node.state().invisible:
        return
    yield node
    for index in range(node.childCount()):
        yield from walk(node.child(index))


def name_of(node: QAccessibleInterface) -> str:
    """Return what is read out as the name."""
    return node.text(_NAME)


class Person:
    """Uses *window* with eyes, ears, pointer and keyboard."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    # -- perceiving -----------------------------------------------------------------

    def tree(self) -> list[QAccessibleInterface]:
        """Return everything that can be perceived, in reading order."""
        self.settle()
        return list(walk(QAccessible.queryAccessibleInterface(self.window)))

    def hears(self) -> list[str]:
        """Return all names that a screen reader would come by."""
        return [name for node in self.tree() if (name := name_of(node))]

    def perceives(self, text: str) -> bool:
        """Whether *text* stands somewhere, as a whole name or a part of one."""
        return any(text in name for name in self.hears())

    def find(self, name: str, *roles: ROLE) -> QAccessibleInterface:
        """Return the one thing of this name (and one of these roles)."""
        hits = [
            node
            for node in self.tree()
            if name_of(node) == name and (not roles or node.role() in roles)
        ]
        assert len(hits) == 1, f"{len(hits)} things named {name!r}: {self.hears()}"
        return hits[0]

    def focused(self) -> str:
        """Return the name of what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return name_of(QAccessible.queryAccessibleInterface(widget))

    def value_of(self, label: str) -> str:
        """Return what stands in a field."""
        return self.find(label, ROLE.EditableText).text(QAccessible.Text.Value)

    def description_of(self, name: str) -> str:
        """Return what is read out after the name."""
        return self.find(name).text(_ABOUT)

    def is_chosen(self, name: str) -> bool:
        """Whether a button, radio button or check box is chosen."""
        return bool(self.find(name, *BUTTONS).state().checked)

    # -- acting ---------------------------------------------------------------------

    def presses(self, name: str) -> None:
        """Click the button of this name; it must be visible and not covered."""
        self.clicks(self.find(name, *BUTTONS))

    chooses = presses

    def clicks(self, node: QAccessibleInterface) -> None:
        """Click in the middle of something."""
        widget = node.object()
        assert isinstance(widget, QWidget)
        assert widget.isEnabled(), f"{name_of(node)!r} is disabled"
        aim = node.rect().center()
        top = widget.window()
        hit = top.childAt(top.mapFromGlobal(aim))
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (
            f"{name_of(node)!r} is covered by {hit} or out of view"
        )
        here = widget.mapFromGlobal(QPoint(aim))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=here)
        self.settle()

    def types(self, label: str, text: str) -> None:
        """Go to a field and type."""
        node = self.find(label, ROLE.EditableText)
        widget = node.object()
        assert isinstance(widget, QWidget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        type_text(widget, text)
        self.settle()

    def keys(self, *keys: str) -> None:
        """Press keys such as ``Tab``, ``F1``, ``Ctrl+L`` where the keyboard is."""
        for key in keys:
            at = QApplication.activePopupWidget() or QApplication.focusWidget()
            combination = QKeySequence(key)[0]
            QTest.keyClick(
                at or self.window, combination.key(), combination.keyboardModifiers()
            )
            self.settle()

    def tabs_to(self, name: str) -> None:
        """Press Tab until something of this name has the keyboard."""
        passed = []
        for _step in range(_MOST_TABS):
            if self.focused() == name:
                return
            passed.append(self.focused())
            self.keys("Tab")
        msg = f"Tab does not reach {name!r}, only {sorted(set(passed))}"
        raise AssertionError(msg)

    def settle(self) -> None:
        """Let the window finish laying itself out."""
        for _turn in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
