"""A consultation is prepared, started, and its rules stay as they were."""

import json
from dataclasses import replace

import pytest
from support.offices import Offices, rated

from spf_assess.consultation import Consultation
from spf_assess.exchange import read_invitation
from spf_assess.exchange.envelope import INVITATION, seal
from spf_assess.i18n import Words
from spf_assess.i18n.checklist import point_text
from spf_assess.model import (
    BENCHES,
    Attendance,
    Constituency,
    InvitationWritten,
    Organization,
    Preparation,
    Problem,
    RespondentKind,
    Selection,
    Text,
)

G, E, W, O = Constituency  # noqa: E741 - the four groups by their letters
UNIONS = Organization("unions", W, "Fédération des syndicats", seats=2, language="fr")
MINISTRY = Organization("ministry", G, "Ministry of Labour", seats=2, together=True)
EMPLOYERS = Organization("employers", E, "Employers' Federation", seats=2)


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.found() as found:
        yield found


def refused(command) -> str:
    with pytest.raises(Problem) as met:
        command()
    assert "{" not in Words("fr").tell(met.value)
    return met.value.code


def open_points(file: Consultation) -> list[str]:
    return [point_text(Words("en"), one) for one in file.checklist()]


def described(file: Consultation, **changed):
    header = file.header
    told = {
        "title": header.title,
        "country": header.country,
        "place": header.place,
        "selection": header.selection,
    }
    return file.describe(**(told | changed))


def test_what_is_prepared_is_there_after_opening_again(offices):
    wanted = Preparation(
        begins_on="2027-03-30",
        ends_on="2027-03-31",
        languages=("fr",),
        rounds_planned=1,
        organizations=(MINISTRY, UNIONS),
        counted_from=4,
        spread_from=6,
        consent_named=Text.of(en="You may name me.", fr="Vous pouvez me nommer."),
    )
    with offices.found() as file:
        file.prepare(wanted)
    with offices.open() as again:
        assert again.preparation == wanted


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"counted_from": 2}, "C-131"),
        ({"spread_from": 4}, "C-131"),
        ({"counted_from": 7, "spread_from": 6}, "C-131"),
        ({"spread_from": 100}, "C-136"),
        ({"begins_on": "31.3.2027"}, "C-132"),
        ({"begins_on": "2027-02-30"}, "C-132"),
        ({"begins_on": "2027-03-31", "ends_on": "2027-03-30"}, "C-133"),
        ({"rounds_planned": 4}, "C-136"),
        ({"languages": ()}, "C-137"),
        ({"languages": ("de",)}, "C-137"),
        ({"organizations": (replace(UNIONS, name=" \n"),)}, "C-134"),
        ({"organizations": (replace(UNIONS, seats=0),)}, "C-134"),
        ({"organizations": (UNIONS, replace(UNIONS, id="other"))}, "C-134"),
        ({"consent_named": Text.of(en="x" * 1001, fr="")}, "C-117"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changed(file, changes, code):
    before = file.preparation
    assert refused(lambda: file.prepare(replace(before, **changes))) == code
    assert file.preparation == before


@pytest.mark.parametrize(
    "changes",
    [
        {"counted_from": 4},
        {"counted_from": 99},  # wrong besides; that it is fixed is what matters
        {"spread_from": 9},
        {"rounds_planned": 1},
        {"languages": ("en",)},
        {"consent_named": Text.of(en="Other", fr="Autre")},
        {"consent_quoted": Text.of(en="Other", fr="Autre")},
    ],
)
def test_after_the_start_the_rules_stay(file, changes):
    file.start()
    assert refused(lambda: file.prepare(replace(file.preparation, **changes))) == (
        "C-130"
    )


def test_after_the_start_dates_place_seats_and_attendance_may_change(file):
    file.start()
    assert file.frozen
    file.prepare(
        replace(file.preparation, begins_on="2027-03-30", organizations=(UNIONS,))
    )
    described(file, place="Coresia City")
    file.seat_organizations()
    file.attend(Attendance("2027-03-30", W, women=3))
    assert file.header.place == "Coresia City"
    assert file.preparation.started_at
    assert len(file.respondents()) == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"title": Text.of(en="Other", fr="Autre")},
        {"country": Text.of(en="Other", fr="Autre")},
        {"selection": Selection("core")},
    ],
)
def test_title_country_and_sections_change_before_the_start_only(file, changed):
    described(file, **changed)
    name, value = next(iter(changed.items()))
    assert getattr(file.header, name) == value
    file.start()
    other = {
        "title": Text.of(en="Third", fr="Troisième"),
        "country": Text.of(en="Third", fr="Troisième"),
        "selection": Selection("full"),
    }[name]
    assert refused(lambda: described(file, **{name: other})) == "C-130"


def test_answers_that_came_in_freeze_the_rules_without_a_start(offices, file, tmp_path):
    with offices.respondent(file, "Ada") as one:
        one.answer(one.me().id, rated("3a.1", 2, 2))
        one.hand_in(one.me().id, tmp_path / "ada.spfr")
    file.import_packet(tmp_path / "ada.spfr")
    assert file.frozen
    wanted = replace(file.preparation, counted_from=4)
    assert refused(lambda: file.prepare(wanted)) == "C-130"
    assert not file.preparation.started_at


def test_it_starts_once(file):
    file.start()
    assert refused(file.start) == "C-130"


def test_a_consent_text_in_one_language_holds_up_the_start_and_says_so(file):
    file.prepare(Preparation(consent_quoted=Text.of(en="You may quote me.", fr="")))
    assert refused(file.start) == "C-135"
    assert "The text on being quoted is missing in French." in open_points(file)
    file.prepare(replace(file.preparation, languages=("en",)))
    file.start()


def test_a_respondents_file_prepares_nothing(offices, file):
    with offices.respondent(file, "Ada") as one:
        assert refused(lambda: one.prepare(Preparation())) == "C-101"
        assert refused(one.start) == "C-101"
        assert one.preparation == Preparation()


def test_seats_are_made_from_organizations_once(file):
    file.prepare(Preparation(organizations=(MINISTRY, UNIONS, EMPLOYERS)))
    made = file.seat_organizations()
    assert [(one.organization, one.name, one.members) for one in made] == [
        ("Ministry of Labour", "", 2),
        ("Fédération des syndicats", "Siège 1", 1),
        ("Fédération des syndicats", "Siège 2", 1),
        ("Employers' Federation", "Seat 1", 1),
        ("Employers' Federation", "Seat 2", 1),
    ]
    assert file.seat_organizations() == ()
    more = replace(UNIONS, seats=3)
    file.prepare(replace(file.preparation, organizations=(MINISTRY, more, EMPLOYERS)))
    assert [one.name for one in file.seat_organizations()] == ["Siège 3"]


def test_a_renamed_organization_takes_its_seats_along(file):
    file.prepare(Preparation(organizations=(UNIONS,)))
    file.seat_organizations()
    file.prepare(
        replace(file.preparation, organizations=(replace(UNIONS, name="Congrès"),))
    )
    assert {one.organization for one in file.respondents()} == {"Congrès"}
    assert file.seats_due() == ()


def test_a_seat_is_edited_and_taken_away_until_it_is_used(file, tmp_path):
    file.prepare(Preparation(organizations=(UNIONS,)))
    first, second = file.seat_organizations()
    file.update_respondent(replace(first, name="Ada Lovelace", women=1))
    assert file.respondents()[0].name == "Ada Lovelace"
    file.write_invitation(first.id, tmp_path / "ada.spfi")
    assert refused(lambda: file.remove_seat(first.id)) == "C-138"
    file.remove_seat(second.id)
    assert [one.id for one in file.respondents()] == [first.id]


def test_a_seat_whose_packet_came_stays_as_it_is(offices, file, tmp_path):
    with offices.respondent(file, "Ada") as one:
        me = one.me()
        one.answer(me.id, rated("3a.1", 2, 2))
        one.hand_in(me.id, tmp_path / "ada.spfr")
    file.import_packet(tmp_path / "ada.spfr")
    assert refused(lambda: file.remove_seat(me.id)) == "C-138"
    renamed = replace(me, name="Someone else")
    assert refused(lambda: file.update_respondent(renamed)) == "C-114"


def test_an_invitation_carries_consent_texts_and_languages_to_its_holder(
    offices, file, tmp_path
):
    named = Text.of(en="You may name me.", fr="Vous pouvez me nommer.")
    file.prepare(Preparation(languages=("fr",), consent_named=named))
    person = RespondentKind.PERSON
    seat, invitation = file.invite(constituency=W, kind=person, name="Ada")
    assert read_invitation(invitation).languages == ("fr",)
    with offices.accept("ada", invitation) as one:
        assert one.consents == (named, Text.of(en="", fr=""))
    with offices.open(tmp_path / "ada.spfa") as again:
        assert again.consents[0] == named
        assert again.me().id == seat.id


def test_an_open_record_is_told_to_who_is_invited_and_fixed_at_the_start(
    offices, file, tmp_path
):
    person = RespondentKind.PERSON
    _seat, closed = file.invite(constituency=W, kind=person, name="Ada")
    file.prepare(replace(file.preparation, open_record=True))
    _seat, opened = file.invite(constituency=W, kind=person, name="Bo")
    assert not read_invitation(closed).open_record
    assert read_invitation(opened).open_record
    assert file.rules()["open_record"] is True
    with offices.accept("ada", closed) as one, offices.accept("bo", opened) as other:
        assert not one.open_record
        assert other.open_record
        other.answer(other.me().id, rated("3a.1", 2, 2))
        other.hand_in(other.me().id, tmp_path / "bo.spfr")
    file.import_packet(tmp_path / "bo.spfr")
    shut = replace(file.preparation, open_record=False)
    assert refused(lambda: file.prepare(shut)) == "C-130"


def test_an_invitation_that_says_no_open_record_aloud_is_none_of_ours(file):
    _seat, data = file.invite(constituency=W, kind=RespondentKind.PERSON, name="Ada")
    body = json.loads(data)["body"]
    body["open_record"] = False
    seed = file._contents.key("facilitator")
    assert refused(lambda: read_invitation(seal(INVITATION, body, seed))) == "X-122"


def test_attendance_is_kept_by_day_and_group_and_taken_back_by_nobody(file):
    file.attend(
        Attendance("2027-03-31", W, women=2, men=1),
        Attendance("2027-03-30", W, women=1, undeclared=1),
        Attendance("2027-03-30", O, men=1),
    )
    assert [one.id for one in file.attendance()] == [
        "2027-03-30/observers",
        "2027-03-30/workers",
        "2027-03-31/workers",
    ]
    file.attend(Attendance("2027-03-30", O))
    assert len(file.attendance()) == 2
    assert refused(lambda: file.attend(Attendance("Monday", W, women=1))) == "C-132"
    wrong = Attendance("2027-03-30", W, women=-1)
    assert refused(lambda: file.attend(wrong)) == "C-136"


def test_the_checklist_empties_as_things_get_ready(file, tmp_path):
    assert "Government: no organization and no seat yet." in open_points(file)
    assert "Nobody observes. Observers are not needed." in open_points(file)
    file.prepare(
        Preparation(
            begins_on="2027-03-30",
            ends_on="2027-03-31",
            organizations=(
                MINISTRY,
                replace(UNIONS, seats=1),
                EMPLOYERS,
                Organization("seen", O, "University", seats=1),
            ),
        )
    )
    described(file, place="Coresia City")
    assert open_points(file) == [
        (
            "The groups have unequal numbers of people: Government 2, Employers 2,"
            " Workers 1. Each group weighs the same all the same."
        ),
        "People of organizations who have no seat yet: 6.",
    ]
    everyone = (MINISTRY, UNIONS, EMPLOYERS, file.preparation.organizations[3])
    file.prepare(replace(file.preparation, organizations=everyone))
    file.seat_organizations()
    assert open_points(file) == ["Invitations that are not written yet: 6."]
    seats = [one.id for one in file.respondents()]
    done = file.write_invitations(seats, tmp_path)
    assert [one.problem for one in done] == [None] * 6
    assert open_points(file) == []
    described(file, place="Elsewhere")
    assert open_points(file) == [
        (
            "Invitations that were written before something in them changed: 6. Write"
            " them again."
        )
    ]


def test_every_bench_is_named_in_the_checklist_in_french(file):
    told = [point_text(Words("fr"), one) for one in file.checklist()]
    assert len([one for one in told if "aucune organisation" in one]) == len(BENCHES)


def test_invitations_go_to_a_folder_all_at_once_with_an_honest_list(file, tmp_path):
    file.prepare(Preparation(organizations=(UNIONS, EMPLOYERS)))
    seats = file.seat_organizations()
    stick = tmp_path / "stick"
    stick.mkdir()
    first = file.write_invitations([seats[0].id], stick)[0]
    assert first.path.name.startswith("travailleurs-federation-des-syndicats-siege-1-")
    first.path.write_text("notes of somebody")
    done = file.write_invitations([one.id for one in seats], stick)
    assert [one.problem.code if one.problem else "" for one in done] == [
        "C-139",
        "",
        "",
        "",
    ]
    assert first.path.read_text() == "notes of somebody"
    for one in done[1:]:
        found = read_invitation(one.path.read_bytes())
        assert found.respondent.id == one.respondent.id
        assert one.written == file.proceedings.value(
            InvitationWritten, one.respondent.id
        )


def test_a_stick_that_is_gone_is_told_for_every_invitation(file, tmp_path):
    file.prepare(Preparation(organizations=(UNIONS,)))
    seats = [one.id for one in file.seat_organizations()]
    done = file.write_invitations(seats, tmp_path / "pulled")
    assert [one.problem.code for one in done if one.problem] == ["F-111", "F-111"]
    assert file.proceedings.entries(InvitationWritten) == ()


def test_higher_thresholds_hide_more(offices, file, tmp_path):
    file.prepare(Preparation(counted_from=6, spread_from=6))
    for number, level in enumerate((1, 2, 4, 4, 3)):
        with offices.respondent(file, f"Member {number}") as one:
            one.answer(one.me().id, rated("3a.1", level))
            one.hand_in(one.me().id, tmp_path / f"{number}.spfr")
        file.import_packet(tmp_path / f"{number}.spfr")
    found = file.export_json()["results"][0]["comparisons"]["3a.1"]
    assert found["law"]["positions"][2]["spread"] is None
    assert found["practice"]["positions"][2]["no_answers"] == {}
