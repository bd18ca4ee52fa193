"""Removed is not vanished: every permanent address of what was removed or renamed answers 410 or 301."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from lxml import html

from careers import actions
from careers.models import Career, FormerSlug, Point, Skill
from editorial.drafting.removal import removed_with
from facts.actions import publishing
from facts.models import Change, Correction, Edition, Release
from salaries.models import Salary
from tests import factories as make
from tests.editorial.drafts import hand_in, only_draft, publish, said_to
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.permanent_addresses import addresses_of, lists_in_csv, unknown_routes
from tests.editorial.rows import EDITED, new_row

#: Those that editors remove; a release is withdrawn instead.
REMOVED = [model for model in EDITED if model is not Release]


def remove(row, reason="It was a duplicate.") -> Edition:
    with publishing(act=Edition.Act.EDIT, reason=reason) as publication:
        for one in removed_with([row]):
            publication.removed(one)
        row.delete()
    return publication.edition


@pytest.mark.parametrize("model", REMOVED, ids=lambda model: model.__name__)
def test_every_address_of_a_removed_row_says_so(client, db, model):
    row = new_row(model)
    addresses, lists = addresses_of(row), list(lists_in_csv(row))
    before = {address: client.get(address, follow=True).status_code for address in addresses}
    assert set(before.values()) <= {200, 404}
    assert {address for address, status in before.items() if status == 404} <= set(map(_not_drawn, addresses))
    lines = {address: _lines(client, address) for address in lists}
    edition = remove(row)
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 410, address
        told = answer.json()["removed"] if address.startswith("/api/") else answer.text
        assert edition.reason in (told["reason"] if isinstance(told, dict) else told)
    for address in lists:
        assert _lines(client, address) < lines[address], address


def _not_drawn(address: str) -> str:
    """The address, where there may be nothing to draw or to write a document of."""
    return address if address.startswith("/embed/") or "/toolkit/" in address else ""


def _lines(client, address: str) -> int:
    return len(client.get(address).getvalue().splitlines())


def test_it_is_known_of_every_address_whose_it_is():
    assert unknown_routes() == []


def test_enough_kinds_have_an_address(db):
    assert sum(bool(addresses_of(new_row(model))) for model in REMOVED) >= 12


def test_the_page_says_what_it_said_when_why_and_with_which_edition(client, db):
    salary = make.SalaryFactory(note="Nurses alone.")
    address = salary.get_absolute_url()
    edition = remove(salary, "The source took the table down.")
    page = client.get(address).text
    for words in ("$47,190 a year", "Nurses alone.", "The source took the table down.", salary.career.title):
        assert words in page
    assert f'href="{edition.get_absolute_url()}"' in page


def test_the_api_gives_the_last_row_as_it_gave_it(client, db):
    salary = make.SalaryFactory()
    address = reverse("api:salary", args=[salary.key])
    before = client.get(address).json()
    edition = remove(salary)
    problem = client.get(address)
    assert problem["Content-Type"] == "application/problem+json"
    removed = problem.json()["removed"]
    assert (removed["edition"], removed["reason"]) == (edition.number, "It was a duplicate.")
    last = {name: value for name, value in removed["last"].items() if not str(value).startswith("http")}
    assert last == {name: value for name, value in before.items() if not str(value).startswith("http")}


def test_a_removed_career_gives_its_guide_and_the_parts_that_went_with_it(client, db):
    career = make.CareerFactory()
    with publishing(act=Edition.Act.EDIT, reason="New.") as publication:
        salary, point = make.SalaryFactory(career=career), make.PointFactory(career=career)
        publication.created(career)
    addresses = addresses_of(career)
    remove(career)
    page = client.get(addresses[0]).text
    assert point.text in page
    assert f'href="{salary.get_absolute_url()}"' in page
    guide = client.get(reverse("api:career", args=[career.slug])).json()["removed"]["last"]
    assert guide["title"] == career.title
    assert client.get(salary.get_absolute_url()).status_code == 410
    assert client.get(reverse("changes-feed"), {"career": career.slug}).status_code == 410


def test_the_figures_of_a_removed_statement_are_noted_as_removed(client, db):
    salary = make.SalaryFactory()
    edition = remove(salary)
    notice = Correction.objects.get(field="median")
    assert (notice.kind, notice.edition, notice.after) == ("removal", edition, "It is no longer given here.")
    assert "Median pay, a year: $47,190" in notice.before
    assert "no longer given here" in client.get("/corrections/").text
    assert "no longer given here" in client.get("/corrections/feed/").text
    assert client.get("/api/v1/corrections/", {"kind": "removal"}).json()["count"] == Correction.objects.count()


def test_what_was_never_there_is_not_found(client, db):
    for address in ("/figures/none/", "/careers/none/", "/occupations/99-9999/", "/api/v1/salaries/none/"):
        assert client.get(address).status_code == 404


def test_the_figures_of_a_withdrawn_release_are_gone_in_the_api_too(client, db):
    outlook = make.OutlookFactory(of_occupation=True)
    outlook.release.state, outlook.release.withdrawn_because = "withdrawn", "The file was damaged."
    outlook.release.save()
    answer = client.get(reverse("api:outlook", args=[outlook.key]))
    assert answer.status_code == 410
    assert answer.json()["removed"]["reason"] == "The file was damaged."


# Renamed and merged ---------------------------------------------------------------------------------------------------


@pytest.fixture
def career(db):
    return make.CareerFactory(slug="clerk")


def test_a_renamed_career_leaves_a_redirect_at_each_of_its_addresses(client, career):
    addresses = [*addresses_of(career), "/api/v1/careers/clerk/ladder/"]
    there = [address for address in addresses if client.get(address).status_code == 200]
    assert [address for address in addresses if address not in there and not _not_drawn(address)] == []
    with publishing(act=Edition.Act.EDIT, reason="People say so.") as publication:
        actions.rename(career, "records-clerk", publication=publication)
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 301, address
        moved = address.replace("clerk", "records-clerk")
        page = f"{moved.removesuffix('.md')}/" if moved.endswith(".md") else moved
        assert answer.url.removeprefix("http://testserver") == page
        assert client.get(answer.url).status_code == (200 if address in there else 404), address
    assert client.get("/careers/clerk/?place=US-CA").url == "/careers/records-clerk/?place=US-CA"
    assert client.get("/changes/feed/?career=clerk").status_code == 301


def test_a_career_may_have_its_first_address_again(career):
    with publishing(act=Edition.Act.EDIT, reason="And back.") as publication:
        actions.rename(career, "records-clerk", publication=publication)
        actions.rename(career, "clerk", publication=publication)
    assert [former.slug for former in FormerSlug.objects.all()] == ["records-clerk"]


def test_an_address_that_leads_elsewhere_is_not_taken(career):
    make.FormerSlugFactory(slug="filing-clerk")
    with (
        pytest.raises(ValidationError, match="leads to"),
        publishing(act=Edition.Act.EDIT, reason="No.") as publication,
    ):
        actions.rename(career, "filing-clerk", publication=publication)


def test_two_careers_are_made_one_and_nothing_is_lost_but_what_the_other_has(client, career):
    other = make.CareerFactory(slug="file-clerk")
    skill, source = make.SkillFactory(), make.SourceFactory()
    make.CareerSkillFactory(career=career, skill=skill, source=source)
    twice = make.CareerSkillFactory(career=other, skill=skill, source=source)
    salary, points = make.SalaryFactory(career=other), make.PointFactory.create_batch(2, career=other)
    make.PointFactory(career=career, position=1)
    with publishing(act=Edition.Act.EDIT, reason="One job.") as publication:
        done = actions.merge(other, career, publication=publication)
    assert done.dropped == [str(twice)]
    assert Salary.objects.get(pk=salary.pk).career == career
    assert [point.position for point in Point.objects.filter(pk__in=[one.pk for one in points])] == [2, 3]
    assert client.get("/careers/file-clerk/").url == "/careers/clerk/"
    assert client.get(salary.get_absolute_url()).status_code == 200


def test_an_author_renames_a_career_in_a_draft_and_readers_follow_once_it_is_published(
    authors_desk, bens_desk, client, career, review
):
    url = reverse("admin:careers_career_rename", args=[career.pk])
    answer = authors_desk.post(url, filled_in(authors_desk.get(url), slug="records-clerk", why="People say so."))
    assert answer.status_code == 302
    assert client.get("/careers/clerk/").status_code == 200
    hand_in(authors_desk, only_draft())
    publish(bens_desk, only_draft())
    assert client.get("/careers/clerk/").status_code == 301
    assert client.get("/careers/records-clerk/").status_code == 200


def test_a_merge_is_shown_before_it_is_done_and_drafted(authors_desk, bens_desk, client, career, review):
    other = make.CareerFactory(slug="file-clerk")
    point = make.PointFactory(career=other)
    url = reverse("admin:careers_career_merge", args=[other.pk])
    shown = authors_desk.post(url, {"into": career.pk})
    assert str(point) in html.document_fromstring(shown.text).text_content()
    assert Point.objects.get().career == other
    assert authors_desk.post(url, filled_in(shown, why="One job.")).status_code == 302
    assert Career.objects.count() == 2
    hand_in(authors_desk, only_draft())
    answer = publish(bens_desk, only_draft())
    assert "Readers see it now" in said_to(answer)
    assert Point.objects.get().career == career
    assert client.get("/careers/file-clerk/").url == "/careers/clerk/"


# Brought back ---------------------------------------------------------------------------------------------------------


def whole_career():
    """With parts of several kinds, of which some rest on others."""
    career = make.CareerFactory()
    ladder = make.LadderFactory(career=career)
    rung = make.RungFactory(ladder=ladder)
    make.SalaryFactory(career=career, level=rung)
    make.PointFactory.create_batch(2, career=career)
    make.CareerSkillFactory(career=career)
    make.PathFactory(career=career, credentials=[make.CredentialFactory()])
    make.OccupationMatchFactory(career=career)
    make.RelatedCareerFactory(related=career)
    return career


def contents(model_rows):
    return {(type(row), row.pk): str(row) for row in model_rows}


def test_a_career_comes_back_with_all_its_parts(desk, client):
    career = whole_career()
    before = contents(removed_with([career]))
    desk.post(admin_url(career, "delete"), filled_in(desk.get(admin_url(career, "delete"))))
    assert not Career.objects.filter(pk=career.pk).exists()
    change = Change.objects.removals().get(model="careers.career")
    url = reverse("admin:facts_change_restore", args=[change.pk])
    listed = desk.get(f"{reverse('admin:facts_change_changelist')}?gone=yes")
    assert url in listed.text
    assert desk.post(url, filled_in(desk.get(url), why="It is a job after all.")).status_code == 302
    assert contents(removed_with([Career.objects.get(pk=career.pk)])) == before
    assert client.get(career.get_absolute_url()).status_code == 200
    assert url not in desk.get(f"{reverse('admin:facts_change_changelist')}?gone=yes").text


def test_a_part_alone_waits_for_the_career_that_it_belongs_to(desk):
    career = whole_career()
    desk.post(admin_url(career, "delete"), filled_in(desk.get(admin_url(career, "delete"))))
    listed = desk.get(f"{reverse('admin:facts_change_changelist')}?gone=yes")
    assert "<h1>Removed rows</h1>" in listed.text
    assert listed.context["cl"].result_list[0].title == career.title
    change = Change.objects.removals().filter(model="careers.point").first()
    url = reverse("admin:facts_change_restore", args=[change.pk])
    answer = desk.post(url, filled_in(desk.get(url)), follow=True)
    assert f"It belongs to “{career.title}”, which was removed as well. Restore that first." in answer.text
    assert not Point.objects.exists()


def test_what_was_tied_to_a_part_comes_back(desk):
    path = make.PathFactory(credentials=make.CredentialFactory.create_batch(2))
    save(desk, path, note="A version whose ties are known.")
    desk.post(admin_url(path.career, "delete"), filled_in(desk.get(admin_url(path.career, "delete"))))
    change = Change.objects.removals().get(model="careers.career")
    url = reverse("admin:facts_change_restore", args=[change.pk])
    desk.post(url, filled_in(desk.get(url)))
    path.refresh_from_db()
    assert path.credentials.count() == 2


def test_it_comes_back_through_a_draft_while_review_is_on(authors_desk, bens_desk, review):
    point = make.PointFactory()
    number = point.pk
    remove(point)
    url = reverse("admin:facts_change_restore", args=[Change.objects.get().pk])
    authors_desk.post(url, filled_in(authors_desk.get(url)))
    assert not Point.objects.exists()
    hand_in(authors_desk, only_draft())
    publish(bens_desk, only_draft())
    assert Point.objects.get().pk == number


def test_a_draft_that_removes_a_career_notes_each_part_that_goes_with_it(authors_desk, bens_desk, review):
    career = whole_career()
    going = len(contents(removed_with([career])))
    url = admin_url(career, "delete")
    authors_desk.post(url, filled_in(authors_desk.get(url)))
    hand_in(authors_desk, only_draft())
    publish(bens_desk, only_draft())
    assert Change.objects.removals().count() == going


def test_an_edition_is_undone_whole(desk):
    kept, gone, changed = make.PointFactory(), make.PointFactory(), make.SalaryFactory()
    with publishing(act=Edition.Act.EDIT, reason="All at once.") as publication:
        added = make.SkillFactory()
        publication.created(added)
        changed.median, changed.note = 50_000, "Newer."
        changed.save()
        publication.changed(changed)
        publication.removed(gone)
        number = gone.pk
        gone.delete()
    url = reverse("admin:facts_edition_undo", args=[publication.edition.pk])
    asked = desk.get(url)
    assert {change.title for change, _ in asked.context["changes"]} == {str(row) for row in (added, changed, gone)}
    assert desk.post(url, filled_in(asked, why="It was wrong.")).status_code == 302
    changed.refresh_from_db()
    assert (changed.median, changed.note) == (47_190, "")
    assert not Skill.objects.filter(pk=added.pk).exists()
    assert set(Point.objects.values_list("pk", flat=True)) == {kept.pk, number}


def test_undoing_leaves_alone_what_was_changed_again_since(desk, bens_desk):
    salary = make.SalaryFactory()
    save(desk, salary, note="First.", locator="Table 1")
    edition = Edition.objects.newest_first().first()
    save(bens_desk, salary, note="Second.")
    url = reverse("admin:facts_edition_undo", args=[edition.pk])
    desk.post(url, filled_in(desk.get(url)))
    salary.refresh_from_db()
    assert (salary.note, salary.locator) == ("Second.", "Key facts, row 1")


def test_undoing_becomes_a_new_draft_while_review_is_on(authors_desk, review):
    salary = make.SalaryFactory()
    with publishing(act=Edition.Act.EDIT, reason="Newer.") as publication:
        salary.note = "Newer."
        salary.save()
        publication.changed(salary)
    url = reverse("admin:facts_edition_undo", args=[publication.edition.pk])
    authors_desk.post(url, filled_in(authors_desk.get(url)))
    assert only_draft().proposals.get().after == {"note": ""}
    assert Salary.objects.get().note == "Newer."


def test_an_import_is_not_undone_row_by_row(desk):
    release = make.ReleaseFactory()
    with publishing(act=Edition.Act.IMPORT, reason="Imported.") as publication:
        publication.created(release, rows=10)
    answer = desk.get(reverse("admin:facts_edition_undo", args=[publication.edition.pk]), follow=True)
    assert "withdrawing its release" in said_to(answer)


def test_restoring_is_for_those_who_may_write_such_rows(client, desk):
    point = make.PointFactory()
    remove(point)
    url = reverse("admin:facts_change_restore", args=[Change.objects.get().pk])
    assert client.get(url).status_code == 302
    assert client.post(url).status_code == 403  # a page that keeps what was typed
    assert not Point.objects.exists()
