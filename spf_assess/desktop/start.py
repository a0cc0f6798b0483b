"""Starting the window: the application, its look and language, files to open."""

import signal
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import ARGUMENTS, Look
from spf_assess.desktop.settings import Settings, default_path, load
from spf_assess.desktop.tidying import Tidying
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n.words import Words

NAME = "spf-assess"


def run(argv: Sequence[str]) -> int:
    """Open the window, with the files named in *argv*, until it is closed."""
    from spf_assess.desktop.faults import watch, watch_crashes

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it
    application = QApplication([NAME, *ARGUMENTS])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    settings = default_path()
    window = open_window(application, settings)
    watch(window.hub, settings.parent)
    watch_crashes(settings.parent)
    Tidying(application)
    window.show()
    window.take_files([Path(word) for word in argv if not word.startswith("-")])
    return application.exec()


def open_window(application: QApplication, settings_path: Path | None) -> MainWindow:
    """Dress *application* and return its window at the start page, not yet shown."""
    settings = load(settings_path) if settings_path else Settings()
    look = Look(settings.theme or _system_theme(application), settings.scale)
    look.put_on(application)
    hub = Hub(Words(settings.language or _system_language()), look, settings_path)
    translate_qt(application, hub.words.language)
    hub.language_changed.connect(lambda: translate_qt(application, hub.words.language))
    window = MainWindow(hub)
    window.show_page("start")
    return window


def translate_qt(application: QApplication, language: str) -> None:
    """Have Qt's own buttons and menus speak *language*."""
    present = application.property("qt_words")
    if present is not None:
        application.removeTranslator(present)
        application.setProperty("qt_words", None)
    if language == "en":
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
        application.setProperty("qt_words", translator)


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"


def _system_theme(application: QApplication) -> str:
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"
