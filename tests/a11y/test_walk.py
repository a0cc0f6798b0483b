"""Every page, in English, French and a language 40 % longer, by eye, ear and keyboard.

A page of any engineer stands here once it can be shown; what is focusable must have a
name, a role and a place in the Tab order, nothing may be cut at 200 % text, and every
target must be large enough.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from support.collected import collect
from support.person import BUTTONS, ROLE, Person, name_of
from support.plenary import Plenary
from support.reading import Pseudo, clipped_texts, overlapping, settle, small_targets
from support.regions import Regions
from support.tongues import left_in
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.consultation.renewing import renew
from spf_assess.desktop.pages import facilitator_views as page_places
from spf_assess.desktop.parts import Surface
from spf_assess.desktop.parts.fold import FoldHead
from spf_assess.desktop.settings import Recent, Settings, save
from spf_assess.desktop.window import MainWindow
from spf_assess.exchange import read_packet, receipt_words
from spf_assess.i18n import Words
from spf_assess.model import (
    Action,
    Agreement,
    Answer,
    Constituency,
    Decision,
    Note,
    NoteKind,
    Organization,
    PartAnswer,
    Preparation,
    RespondentKind,
    Signed,
    Stance,
    Text,
)
from spf_assess.questionnaire import load_questionnaire

SPEAKING: dict[str, Callable[[], Words]] = {
    "en": lambda: Words("en"),
    "fr": lambda: Words("fr"),
    "pseudo": Pseudo,
}
NAMELESS_ROLES = (ROLE.NoRole, ROLE.Client, ROLE.Pane)
RECENT = (
    Recent(
        "/x/coresia-2026-travailleurs.spfa",
        {"en": "Coresia, consultation 2026", "fr": "Coresia, consultation 2026"},
        "respondent",
        "workers",
        "bench",
        asked=60,
        answered=34,
        next_number=35,
        done=8,
        changed_at="2026-11-21T15:20:00Z",
    ),
    Recent("/x/coresia-2026.spfa", role="facilitator", asked=9, answered=3),
)


def answers(window: MainWindow, folder: Path) -> None:
    window.hub.take(
        Consultation.alone(
            folder / "mine.spfa",
            constituency=Constituency.WORKERS,
            kind=RespondentKind.BENCH,
        )
    )


def hands_in(window: MainWindow, folder: Path) -> None:
    """Hand in for real, so that the receipt of a packet is what is walked."""
    answers(window, folder)
    given = {"law": PartAnswer(3), "practice": PartAnswer(2)}
    assert window.hub.answer(Answer("3a.1", parts=given))
    window.show_page("handed_in")
    packet = folder / "clé USB" / "réponse du groupe.spfr"
    packet.parent.mkdir()
    window.hub.files.next.append(packet)
    Person(window).presses("Choose where and hand in…")
    assert read_packet(packet.read_bytes()).seq == 1


def helps(window: MainWindow, folder: Path) -> None:
    """A question of several texts, with all the help there is."""
    answers(window, folder)
    page = window.page("answering")
    page.arrive("abnd.5a")
    settle()
    page.sheet.panels["abnd.5a"].draft.button.click()
    assert page.sheet.panels["abnd.5a"].open_fold("H")


def sections(window: MainWindow, _folder: Path) -> None:
    """The sections of a consultation are chosen one by one."""
    window.show_page("create")
    settle()
    Person(window).presses("Single sections")


def desk(window: MainWindow, folder: Path) -> None:
    made, _seats = collect(folder)
    window.hub.take(made)


def sits_down(window: MainWindow, folder: Path) -> None:
    """A group chooses the PIN of its sheet on this computer."""
    desk(window, folder)
    window.show_page("sheet", window.hub.consultation.respondents()[0].id)


def next_person(window: MainWindow, folder: Path) -> None:
    """Two persons are still awaited on this computer."""
    desk(window, folder)
    for bench in (Constituency.WORKERS, Constituency.EMPLOYERS):
        window.hub.consultation.invite(
            constituency=bench, kind=RespondentKind.PERSON, name="Ana"
        )


def keys_paper(window: MainWindow, folder: Path) -> None:
    """The first of two persons keys a paper."""
    next_person(window, folder)
    window.show_page("keying", window.hub.consultation.respondents()[-1].id)


def compares(window: MainWindow, folder: Path) -> None:
    """What two persons keyed differs."""
    keys_paper(window, folder)
    seat = window.hub.consultation.respondents()[-1].id
    for number in (1, 2):
        typed = {("3a.1", "law"): str(number)}
        window.hub.consultation.key_in(seat, number, typed)
    page = window.page("keying")
    page.step.select("compare")
    page.step.chosen.emit("compare")


def other_regions(window: MainWindow, folder: Path) -> None:
    """A region was merged, another one says something else and is looked at."""
    regions = Regions(folder)
    home = regions.offices.found()
    window.hub.take(home)
    for name, decision in (("North", Decision.KEEP), ("South", Decision.MOVE)):
        stance = Stance(2, "3a.1", Constituency.WORKERS, decision, {}, name)
        with regions.copy(home, name) as region:
            regions.answer(region, 2)
            region.proceedings.record(stance)
        home.merge(regions.folder / f"{name}.spfa")
    with regions.copy(home, "West") as west:
        regions.answer(west, 3)
    window.show_page("regions", [regions.folder / "West.spfa"])


def prepares(window: MainWindow, folder: Path) -> None:
    """Much is prepared: organizations, seats, what could not be written."""
    made, _seats = collect(folder)
    unions = Organization("unions", Constituency.WORKERS, "Union of Fishers", 2)
    made.prepare(Preparation(organizations=(unions,)))
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("preparation"))
    page.preparation.consent.texts["named", "en"].setPlainText("You may name me.")
    assert page.preparation.seats.make.isVisibleTo(page)


def draws(window: MainWindow, folder: Path) -> None:
    """The positions are looked at as pictures: how they lie, and what is missing."""
    made, _seats = collect(folder)
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("positions"))
    page.positions._draws.click()
    for name, fold in page.positions.pictures.folds.items():
        fold.open(show=name in ("outcomes", "trend"))


def signs_off(window: MainWindow, folder: Path) -> None:
    """A group signed before something changed; another one signs on paper."""
    made, _seats = collect(folder)
    made.close_round()
    words = receipt_words(made.signed_digest(Signed.RESULTS), "en")
    made.sign_on_paper(
        Signed.RESULTS, Constituency.WORKERS, words, attestation="The secretariat"
    )
    made.proceedings.record(
        Stance(1, "3a.1", Constituency.WORKERS, Decision.KEEP, reservation="Not so.")
    )
    made.send_back(Constituency.WORKERS, "3a", "Our source is missing.")
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("signing"))
    view = page.view("signing")
    view.cards[Signed.RESULTS].paper.click()
    assert view.warning


def topics(window: MainWindow, folder: Path) -> None:
    """What needs talk is listed; a question was shown, stated and agreed on."""
    plenary = Plenary(folder)
    made = plenary.file
    plenary.second_round("3a.1")
    made.state(Stance(0, "3a.1", Constituency.WORKERS, Decision.KEEP, reservation="No"))
    made.note(Note("", 0, NoteKind.PARKED, "Who pays?", "", item="3a.1"))
    made.agree(
        Agreement(
            0,
            "3a.1",
            statement=Text.of(en="So be it.", fr="Soit."),
            agreed_by=(Constituency.WORKERS, Constituency.EMPLOYERS),
        )
    )
    for one in plenary._benches.values():
        one.close()
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("discussion"))


def discusses(window: MainWindow, folder: Path) -> None:
    """One of them is opened, and a group is about to move."""
    topics(window, folder)
    page = window.page("facilitator")
    settle()
    view = page.view("discussion")
    view._open()
    view.panel.stance.decision._choose(Decision.MOVE.value)
    assert view.panel.agreement.isVisibleTo(page)


def ranks(window: MainWindow, folder: Path) -> None:
    """Two groups gave their priorities; the third one begins."""
    made, _seats = collect(folder)
    made.close_round()
    made.rank(Constituency.WORKERS, ("3e", "5c", "3a"))
    made.rank(Constituency.GOVERNMENT, ("5c", "3h"))
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("decisions"))
    part = page.view("decisions").priorities
    part.group._choose(Constituency.EMPLOYERS.value)
    part.box.lines["5c"].button.click()
    part.side.annex.open()


def plans(window: MainWindow, folder: Path) -> None:
    """Actions with and without dates; one is typed and not recorded."""
    made, _seats = collect(folder)
    made.decide(
        Action(
            "",
            objective="Cover everyone",
            what="Open offices",
            responsible="Ministry of Labour",
            begins_on="2027-03",
            ends_on="2028",
            language="en",
        )
    )
    made.decide(Action("", objective="Data", what="Publish by sex", language="en"))
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("decisions"))
    view = page.view("decisions")
    view.go_to("actions")
    view.planning.plan.add.click()
    view.planning.editor.form.words_boxes["support"].writing.setPlainText("Fishers")
    view.planning.editor.back.click()
    assert len(view.planning.plan.rows) == 3


def acts(window: MainWindow, folder: Path) -> None:
    """One of them is changed, with a date that is none and all that unfolds."""
    plans(window, folder)
    view = window.page("facilitator").view("decisions")
    view.planning.plan.table.go_to(0)
    view.planning.plan.open.click()
    editor = view.planning.editor
    editor.form.begins.field.setText("soon")
    editor.record.click()
    editor.form.sections_fold.open()
    editor.form.other_words.fold.open()
    assert "C-174" in editor.form.begins.field.accessibleDescription()


def looks_back(window: MainWindow, folder: Path) -> None:
    """A consultation that follows another one, beside which it is laid."""
    last, _seats = collect(folder)
    with last:
        last.close_round()
        last.decide(Action("", objective="Data", what="Publish by sex", language="en"))
    made = renew(
        folder / "next.spfa",
        last.path,
        title=Text.of(en="Coresia 2027", fr="Corésie 2027"),
    )
    made.close_round()
    window.hub.take(made)
    page = window.page("facilitator")
    page.go_to(page_places.place_of("decisions"))
    view = page.view("decisions")
    view.go_to("then")
    next(iter(view.then.earlier.folds.values())).open()
    window.hub.files.next.append(last.path)
    view.then.beside.choose.click()
    assert view.then.beside.table is not None


def previews(window: MainWindow, folder: Path) -> None:
    """Pages of a report are looked at."""
    desk(window, folder)
    pdf = folder / "two pages.pdf"
    writer = QPdfWriter(str(pdf))
    painter = QPainter(writer)
    painter.drawText(2000, 2000, "One")
    writer.newPage()
    painter.end()
    window.show_page("preview")
    page = window.page("preview")
    page._ended(pdf)
    assert page.sheets.number == 2


def nothing(_window: MainWindow, _folder: Path) -> None:
    """No consultation is open."""


def verifies(window: MainWindow, folder: Path) -> None:
    """Something that is no report was chosen to be checked."""
    path = folder / "report.pdf"
    path.write_bytes(b"%PDF-1.7 nothing of ours")
    window.show_page("verify", path)


PAGES = {
    "start": nothing,
    "create": nothing,
    "alone": nothing,
    "help": nothing,
    "paper": nothing,
    "pictures": draws,
    "verify": nothing,
    "verified": verifies,
    "read": nothing,
    "answering": answers,
    "check": answers,
    "handed_in": answers,
    "receipt": hands_in,
    "matrix": helps,
    "sections": sections,
    "facilitator": desk,
    "preparation": prepares,
    "sheet": sits_down,
    "signing": signs_off,
    "discussion": discusses,
    "priorities": ranks,
    "action": acts,
    "then": looks_back,
    "topics": topics,
    "turn": next_person,
    "regions": other_regions,
    "keying": keys_paper,
    "compared": compares,
    "preview": previews,
}
SHOWN_ON = {
    "verified": "verify",
    "compared": "keying",
    "preparation": "facilitator",
    "pictures": "facilitator",
    "signing": "facilitator",
    "discussion": "facilitator",
    "topics": "facilitator",
    "priorities": "facilitator",
    "action": "facilitator",
    "then": "facilitator",
    "receipt": "handed_in",
    "matrix": "answering",
    "sections": "create",
}


@pytest.fixture(params=sorted(PAGES))
def page(request) -> str:
    return request.param


@pytest.fixture
def window(qtbot, config, tmp_path, page):
    save(config, Settings(recent=RECENT))
    window = window_at(config, noting=False)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    PAGES[page](window, tmp_path)
    window.show_page(SHOWN_ON.get(page, page))
    settle()
    yield window
    window.hub.close()
    window.hub.look.choose("light", 1.0)


def everything(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader can come by, hidden or not."""
    yield node
    for index in range(node.childCount()):
        below = node.child(index)
        if below is not None and below.isValid():
            yield from everything(below)


def speak(window: MainWindow, language: str) -> None:
    window.hub.speak(SPEAKING[language]())
    settle()


@pytest.mark.parametrize("language", sorted(SPEAKING))
def test_whatever_takes_the_keyboard_has_a_name_and_a_role(window, language):
    speak(window, language)
    nameless = [
        f"{node.role().name} {node.object()}"
        for node in Person(window).tree()
        if node.state().focusable
        and (not name_of(node) or node.role() in NAMELESS_ROLES)
        and not isinstance(node.object(), MainWindow)
        and node.object() is not None
        # what hands the keyboard on to one of its parts is judged by that part
        and getattr(node.object(), "focusProxy", lambda: None)() is None
    ]
    assert nameless == []


def test_nothing_to_press_is_nameless_even_where_it_is_hidden(window):
    person = Person(window)
    pressed = [
        node
        for node in everything(QAccessible.queryAccessibleInterface(window))
        if node.role() in BUTTONS
        and isinstance(node.object(), QAbstractButton)
        and not isinstance(node.object(), FoldHead)  # of a part no question has here
    ]
    nameless = [
        f"{node.object()} in {node.object().parent()}"
        for node in pressed
        if not name_of(node)
    ]
    assert nameless == []
    radios = {
        node.role() for node in person.tree() if isinstance(node.object(), QRadioButton)
    }
    assert radios <= {ROLE.RadioButton}


def test_the_receipt_is_read_out_word_by_word(window, page):
    if page != "receipt":
        return
    heard = Person(window).hears()
    digest = window.page("handed_in")._done.digest
    for language in ("en", "fr"):
        assert set(receipt_words(digest, language)) <= set(heard)


def test_tab_reaches_everything_and_is_caught_nowhere(window):
    person = Person(window)
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }
    reached: list[QWidget] = []
    for _step in range(3 * len(wanted) + 3):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached and focused is reached[0] and len(reached) > 1:
            break
        if focused not in reached:
            reached.append(focused)
        person.keys("Tab")
    missed = wanted - set(reached)
    assert {
        name_of(QAccessible.queryAccessibleInterface(one)) for one in missed
    } == set()
    first = QApplication.focusWidget()
    person.keys("Shift+Tab", "Tab")
    assert QApplication.focusWidget() is first


def test_tab_never_jumps_up_within_a_card(window):
    """What stands below comes later, unless it stands in a column of its own."""
    person, jumps = Person(window), []
    first = before = QApplication.focusWidget()
    for _step in range(400):
        person.keys("Tab")
        now = QApplication.focusWidget()
        if now is first:
            break
        if _card(before) is not None and _card(before) is _card(now):
            one, other = _place(before), _place(now)
            beside = one.right() < other.left() or other.right() < one.left()
            if other.bottom() < one.top() and not beside:
                names = [
                    name_of(QAccessible.queryAccessibleInterface(w))
                    for w in (before, now)
                ]
                jumps.append(" -> ".join(names))
        before = now
    assert jumps == []


def _card(widget: QWidget) -> QWidget | None:
    while widget is not None and not isinstance(widget, Surface):
        widget = widget.parentWidget()
    return widget


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", sorted(SPEAKING))
def test_nothing_is_cut_or_overlaps_or_is_too_small_to_hit(window, language, scale):
    window.hub.look.choose(scale=scale)
    speak(window, language)
    assert window.width() <= 1024
    assert clipped_texts(window) == []
    assert small_targets(window) == []
    assert overlapping(window) == []


def test_another_language_leaves_no_word_of_the_first(window):
    if window.hub.consultation is not None:
        return  # content follows its own language; its rooms look after it
    person = Person(window)
    english = set(person.hears())
    speak(window, "pseudo")
    left = {
        name
        for name in english & set(person.hears())
        if any(letter.isalpha() for letter in name)
        and len(name) > 3
        and not name.startswith(("Ctrl+", "Alt+"))
    }
    told = {text for one in RECENT for text in one.title.values()}
    told |= {"report.pdf"}  # the name of a file
    told |= {title["en"] for title in load_questionnaire().groups.values()}  # content
    assert left - {"English", "Français"} - told == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_speaks_one_language_only(window, language):
    speak(window, language)
    told = {text for one in RECENT for text in one.title.values()}
    heard = [name for name in Person(window).hears() if name not in told]
    assert left_in("\n".join(heard), language) == []


def test_whatever_words_are_written_or_listed_in_is_dressed(window):
    undressed = [
        str(widget)
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
        for widget in window.findChildren(kind)
        if not widget.styleSheet()
        and not isinstance(widget.parent(), QComboBox | QSpinBox)
    ]
    assert undressed == []


def test_showing_a_page_never_flashes_another_window(window, page):
    flashed = []

    class Eye(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
            shown = event.type() == QEvent.Type.Show and watched.isWidgetType()
            if shown and watched.isWindow():
                flashed.append(str(watched))
            return False

    eye = Eye()
    name = SHOWN_ON.get(page, page)
    window._pages.pop(name)
    QApplication.instance().installEventFilter(eye)
    try:
        window._name = ""
        window.show_page(name)
        settle()
        speak(window, "fr")
        window.hub.look.choose("dark", 1.25)
        settle()
    finally:
        QApplication.instance().removeEventFilter(eye)
    assert flashed == []
