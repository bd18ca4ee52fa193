"""What is saved is a proposal until somebody else has seen the difference and published it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from careers.models import AlternateTitle, Career, Point
from editorial.models import Draft, Proposal
from facts.models import Correction, Edition
from salaries.models import Salary
from tests.editorial.drafts import act, hand_in, only_draft, publish, said_to
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.editorial.rows import draft_change
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CredentialFactory,
    OutlookFactory,
    PathFactory,
    PointFactory,
    SalaryFactory,
    SourceFactory,
)

pytestmark = pytest.mark.usefixtures("review")


@pytest.fixture
def salary(db):
    return SalaryFactory()


def median(salary):
    return Salary.objects.values_list("median", flat=True).get(pk=salary.pk)


class TestWhatAnAuthorSaves:
    def test_is_a_proposal_and_not_public(self, desk, salary, client):
        entries = salary.history.count()
        answer = save(desk, salary, median="48000", why="The guide was corrected.")
        assert answer.status_code == 302
        proposal = Proposal.objects.get()
        assert (proposal.model, proposal.row, proposal.kind) == ("salaries.salary", salary.pk, "changed")
        assert (proposal.before, proposal.after) == ({"median": "47190.00"}, {"median": "48000.00"})
        assert (proposal.base_version, proposal.why) == (salary.version, "The guide was corrected.")
        assert median(salary) == 47_190
        assert salary.history.count() == entries
        assert not Edition.objects.exists()
        assert "48,000" not in client.get(f"/figures/{salary.key}/").content.decode()

    def test_is_there_when_they_come_back_and_for_nobody_else(self, desk, bens_desk, salary):
        save(desk, salary, median="48000")
        assert filled_in(desk.get(admin_url(salary)))["median"] == ["48000"]
        assert filled_in(bens_desk.get(admin_url(salary)))["median"] == ["47190"]
        listed = admin_url(Salary, "changelist")
        assert "$48,000" in desk.get(listed).content.decode()
        assert "$48,000" not in bens_desk.get(listed).content.decode()
        assert "You work in" in desk.get(reverse("admin:index")).content.decode()
        assert "You work in" not in bens_desk.get(reverse("admin:index")).content.decode()

    def test_is_added_to_by_the_next_save(self, desk, salary):
        save(desk, salary, median="48000")
        save(desk, salary, note="Seen today.")
        save(desk, salary.career, summary="What they do.")
        assert {proposal.model: proposal.after for proposal in only_draft().proposals.all()} == {
            "salaries.salary": {"median": "48000.00", "note": "Seen today."},
            "careers.career": {"summary": "What they do."},
        }

    def test_that_takes_everything_back_leaves_nothing(self, desk, salary):
        save(desk, salary, median="48000")
        save(desk, salary, median="47190")
        assert not only_draft().proposals.exists()

    def test_is_refused_by_the_form_as_ever(self, desk, salary):
        answer = save(desk, salary, low="90000", high="80000")
        assert answer.status_code == 200
        assert errors(answer)
        assert not Draft.objects.exists()

    def test_is_nothing_where_nothing_has_changed(self, desk, salary):
        assert save(desk, salary, why="Only looked.").status_code == 302
        assert not Draft.objects.exists()

    def test_may_be_new_rows_which_others_can_refer_to(self, desk, bens_desk, salary):
        source = SourceFactory()
        save(desk, Career, title="Coder", slug="coder", field=salary.career.field_id, summary="They code.")
        career = only_draft().proposals.get()
        said = {
            "career": career.row,
            "source": source.pk,
            "locator": "Pros",
            "side": "pro",
            "label": "Calm",
            "text": "It is.",
        }
        assert save(desk, Point, **said, position=1).status_code == 302
        assert not Career.objects.filter(slug="coder").exists()
        assert "Calm" in desk.get(admin_url(Point, "changelist")).content.decode()
        # A row that somebody else adds meanwhile does not get the number that is kept for this one.
        assert CareerFactory().pk != career.row
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert Point.objects.get().career == Career.objects.get(slug="coder")

    def test_may_be_rows_on_anothers_form(self, desk, bens_desk):
        career, source = CareerFactory(), SourceFactory()
        kept, gone = AlternateTitleFactory.create_batch(2, career=career, position=1)
        new = {"title": "New title", "position": "3", "source": source.pk, "locator": "Aliases"}
        changes = {
            "alternate_titles-0-title": "Kept with another name",
            "alternate_titles-1-DELETE": "on",
            "alternate_titles-TOTAL_FORMS": "3",
            **{f"alternate_titles-2-{name}": value for name, value in new.items()},
        }
        assert save(desk, career, **changes).status_code == 302
        assert set(AlternateTitle.objects.values_list("title", flat=True)) == {kept.title, gone.title}
        assert sorted(only_draft().proposals.values_list("kind", flat=True)) == ["changed", "created", "removed"]
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert set(AlternateTitle.objects.values_list("title", flat=True)) == {"Kept with another name", "New title"}

    def test_may_be_a_removal(self, desk, bens_desk, salary):
        question = desk.get(admin_url(salary, "delete"))
        assert desk.post(admin_url(salary, "delete"), filled_in(question, why="Never there.")).status_code == 302
        assert Salary.objects.filter(pk=salary.pk).exists()
        assert desk.get(admin_url(salary)).status_code == 302  # in the draft it is gone
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert not Salary.objects.exists()
        assert Salary.history.filter(history_type="-").get().history_change_reason == "Never there."

    def test_may_be_several_removed_from_a_list(self, desk, bens_desk):
        rows = PointFactory.create_batch(3)
        url = admin_url(Point, "changelist")
        question = desk.post(url, {"action": "delete_selected", "_selected_action": [row.pk for row in rows[:2]]})
        desk.post(url, filled_in(question, why="Said twice."))
        assert Point.objects.count() == 3
        assert only_draft().proposals.filter(kind="removed").count() == 2
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert list(Point.objects.all()) == [rows[2]]

    def test_may_be_what_a_row_is_tied_to(self, desk, bens_desk):
        first, second = CredentialFactory.create_batch(2)
        path = PathFactory(credentials=[first])
        save(desk, path, credentials=[second.pk])
        assert list(path.credentials.all()) == [first]
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert list(path.credentials.all()) == [second]

    def test_leads_to_no_word_that_it_was_done(self, desk, salary):
        answer = desk.post(admin_url(salary), filled_in(desk.get(admin_url(salary)), median="47000"), follow=True)
        assert "changed successfully" not in said_to(answer)
        assert "Kept in" in said_to(answer)


class TestReview:
    @pytest.fixture
    def draft(self, desk, salary):
        save(desk, salary, median="48000", why="The guide was corrected.")
        hand_in(desk, only_draft())
        return only_draft()

    def test_shows_each_difference(self, bens_desk, draft):
        page = bens_desk.get(draft.desk_url).content.decode()
        assert "<del>$47,190 a year</del>" in page
        assert "<ins>$48,000 a year</ins>" in page
        assert ">The guide was corrected.</textarea>" in page

    def test_publishes_it_as_an_edition_by_the_publisher_with_the_authors_name_in_the_history(
        self, bens_desk, draft, salary, ann, ben
    ):
        answer = publish(bens_desk, draft)
        assert "Readers see it now" in said_to(answer)
        edition = Edition.objects.get()
        assert (edition.by, edition.reason) == (ben, "The guide was corrected.")
        assert median(salary) == 48_000
        assert salary.history.latest().history_user == ann
        draft.refresh_from_db()
        assert (draft.state, draft.publisher, draft.edition) == ("published", ben, edition)

    def test_is_not_ones_own(self, desk, draft, salary):
        assert "Nobody approves their own work" in said_to(publish(desk, draft))
        assert "Only" not in said_to(act(desk, draft, "send-back", words="Mine."))
        assert median(salary) == 47_190

    def test_is_no_authors(self, authors_desk, draft, salary):
        assert "Only a publisher" in said_to(publish(authors_desk, draft))
        assert "Only a publisher" in said_to(act(authors_desk, draft, "send-back", words="No."))
        assert median(salary) == 47_190

    def test_sends_it_back_with_words(self, desk, bens_desk, draft, salary):
        assert "Say what" in said_to(act(bens_desk, draft, "send-back"))
        act(bens_desk, draft, "send-back", words="Which page of the guide?")
        draft.refresh_from_db()
        assert (draft.state, draft.words) == (Draft.State.OPEN, "Which page of the guide?")
        assert "Which page of the guide?" in desk.get(draft.desk_url).content.decode()
        save(desk, salary, locator="Salary by level, row 1")
        hand_in(desk, draft)
        publish(bens_desk, draft)
        assert Salary.objects.get().locator == "Salary by level, row 1"

    def test_of_something_else_than_was_seen_is_refused(self, desk, bens_desk, draft, salary):
        seen = bens_desk.get(draft.desk_url).context["digest"]
        act(desk, draft, "take-back")
        save(desk, salary, median="49900")
        hand_in(desk, draft)
        assert "changed since you looked" in said_to(publish(bens_desk, draft, digest=seen))
        assert median(salary) == 47_190

    def test_publishes_several_together(self, bens_desk, authors_desk, draft, salary):
        save(authors_desk, salary.career, summary="What they do.", why="Plainer words.")
        second = Draft.objects.exclude(pk=draft.pk).get()
        hand_in(authors_desk, second, "Plainer words.")
        publish(bens_desk, draft, second)
        edition = Edition.objects.get()
        assert edition.reason == "The guide was corrected.; Plainer words."
        assert {change.model for change in edition.changes.all()} == {"salaries.salary", "careers.career"}

    def test_of_several_is_offered_to_publishers(self, bens_desk, authors_desk, draft):
        listed, chosen = admin_url(Draft, "changelist"), {"action": "review_together", "_selected_action": [draft.pk]}
        assert "Publish together" in bens_desk.get(listed).content.decode()
        assert "review/" in bens_desk.post(listed, chosen).url
        assert "Publish together" not in authors_desk.get(listed).content.decode()
        assert "review/" not in authors_desk.post(listed, chosen).headers.get("Location", "")

    def test_of_several_publishes_none_if_one_is_ones_own(self, desk, authors_desk, draft, salary):
        save(authors_desk, salary.career, summary="What they do.")
        second = Draft.objects.exclude(pk=draft.pk).get()
        hand_in(authors_desk, second)
        assert "Nobody approves" in said_to(publish(desk, draft, second))
        assert not Edition.objects.exists()

    @pytest.mark.parametrize("state", ["open", "discarded", "published"])
    def test_is_of_what_waits(self, bens_desk, desk, draft, salary, state):
        if state == "published":
            publish(bens_desk, draft)
        else:
            act(desk, draft, "take-back")
        if state == "discarded":
            act(desk, draft, "discard")
        editions = Edition.objects.count()
        assert "cannot be done any more" in said_to(publish(bens_desk, draft))
        assert Edition.objects.count() == editions

    def test_holds_each_row_against_its_own_rules_once_more(self, ann, bens_desk, draft, salary):
        draft_change(ann, salary, key="taken-meanwhile")
        Draft.objects.filter(state=Draft.State.OPEN).update(
            state=Draft.State.WAITING, reason="Why not.", submitted_at=timezone.now()
        )
        OutlookFactory(key="taken-meanwhile")  # of another kind: no constraint of a table forbids it
        waiting = Draft.objects.filter(proposals__after__has_key="key").get()
        assert "Another statement has this key" in said_to(publish(bens_desk, waiting))
        assert not Edition.objects.exists()
        salary.refresh_from_db()
        assert salary.key != "taken-meanwhile"

    def test_that_fails_half_way_leaves_the_edition_before(self, bens_desk, draft, salary, monkeypatch):
        def fail(*_, **__):
            raise RuntimeError("the power went out")

        monkeypatch.setattr("editorial.drafting.workflow._set", fail)
        bens_desk.raise_request_exception = False
        assert publish(bens_desk, draft).status_code == 500
        assert median(salary) == 47_190
        assert not Edition.objects.exists()
        draft.refresh_from_db()
        assert draft.state == "waiting"

    def test_keeps_the_notice_of_a_correction(self, desk, bens_desk, salary):
        save(desk, salary, median="48000", correction_kind="correction", cause="Read from the wrong row.")
        hand_in(desk, only_draft())
        assert not Correction.objects.exists()
        publish(bens_desk, only_draft())
        notice = Correction.objects.get()
        assert (notice.kind, notice.cause) == ("correction", "Read from the wrong row.")


class TestAnOwnDraft:
    @pytest.fixture
    def draft(self, desk, salary):
        save(desk, salary, median="48000")
        return only_draft()

    def test_needs_a_reason_to_be_handed_in(self, desk, draft):
        assert "Say why" in said_to(hand_in(desk, draft, " "))

    def test_with_nothing_in_it_is_not_handed_in(self, desk, draft):
        act(desk, draft, "drop", proposal=draft.proposals.get().pk)
        assert "nothing in it" in said_to(hand_in(desk, draft))

    @pytest.mark.parametrize("what", ["hand-in", "discard", "drop", "settle", "work-in"])
    def test_is_for_nobody_else(self, bens_desk, draft, what):
        sent = {"reason": "Mine now.", "proposal": draft.proposals.get().pk}
        assert "Only those who write in it" in said_to(act(bens_desk, draft, what, **sent))
        draft.refresh_from_db()
        assert (draft.state, draft.proposals.count()) == ("open", 1)

    def test_loses_no_change_that_others_in_it_need(self, desk, draft, salary):
        save(desk, Career, title="Coder", slug="coder", field=salary.career.field_id, summary="They code.")
        career = draft.proposals.get(kind="created")
        said = {
            "career": career.row,
            "source": SourceFactory().pk,
            "locator": "Pros",
            "side": "pro",
            "label": "Calm",
            "text": "It is.",
        }
        save(desk, Point, **said, position=1)
        assert "need this one" in said_to(act(desk, draft, "drop", proposal=career.pk))
        assert draft.proposals.count() == 3

    @pytest.mark.parametrize("what", ["work-in", "discard", "hand-in"])
    def test_is_left_as_it_is_while_it_waits(self, desk, draft, what):
        hand_in(desk, draft)
        assert "cannot be done any more" in said_to(act(desk, draft, what, reason="Once more."))
        draft.refresh_from_db()
        assert draft.state == Draft.State.WAITING

    def test_is_not_taken_back_before_it_is_handed_in(self, desk, draft):
        assert "cannot be done any more" in said_to(act(desk, draft, "take-back"))

    def test_is_one_of_several(self, desk, draft, salary):
        hand_in(desk, draft)
        save(desk, salary.career, summary="What they do.")
        second = Draft.objects.exclude(pk=draft.pk).get()
        act(desk, draft, "take-back")
        save(desk, salary, note="Seen today.")
        assert draft.proposals.get().after == {"median": "48000.00", "note": "Seen today."}
        act(desk, second, "work-in")
        save(desk, salary, note="Seen today.")
        assert second.proposals.count() == 2


class TestSomebodyElsePublishesMeanwhile:
    @pytest.fixture
    def draft(self, desk, bens_desk, salary, settings):
        save(desk, salary, median="48000", note="Mine.")
        settings.REVIEW = False
        save(bens_desk, salary, median="49000", population="everyone")
        settings.REVIEW = True
        return only_draft()

    def test_what_they_changed_and_i_did_not_stays(self, desk, bens_desk, draft, salary):
        name = f"clash-{draft.proposals.get().pk}-median"
        act(desk, draft, "settle", **{name: "mine"})
        hand_in(desk, draft)
        publish(bens_desk, draft)
        salary.refresh_from_db()
        assert (salary.median, salary.note, salary.population) == (48_000, "Mine.", "everyone")

    def test_what_both_changed_is_shown_with_all_three(self, desk, draft):
        page = desk.get(draft.desk_url).content.decode()
        assert "<del>$47,190 a year</del>" in page
        assert "<ins>$48,000 a year</ins>" in page
        assert "since: <ins>$49,000 a year</ins>" in page

    def test_it_is_neither_handed_in_nor_published_before_that_is_settled(self, desk, bens_desk, draft, salary):
        assert "settle that first" in said_to(hand_in(desk, draft))
        Draft.objects.update(state="waiting", reason="Why.", submitted_at="2026-01-01T00:00Z")
        assert "clashes" in said_to(publish(bens_desk, draft))
        assert median(salary) == 49_000

    def test_theirs_may_stand(self, desk, draft):
        act(desk, draft, "settle", **{f"clash-{draft.proposals.get().pk}-median": "theirs"})
        assert draft.proposals.get().after == {"note": "Mine."}

    def test_going_on_in_the_draft_settles_nothing_unseen(self, desk, draft, salary):
        save(desk, salary, note="Mine, longer.")
        proposal = draft.proposals.get()
        assert (proposal.before["median"], proposal.after["median"]) == ("47190.00", "48000.00")
        assert "settle that first" in said_to(hand_in(desk, draft))

    def test_a_form_opened_before_keeps_what_was_typed(self, desk, bens_desk, salary, settings):
        mine = desk.get(admin_url(salary))
        settings.REVIEW = False
        save(bens_desk, salary, median="50000")
        settings.REVIEW = True
        answer = desk.post(admin_url(salary), filled_in(mine, median="51000", note="Typed."))
        assert answer.status_code == 200
        assert (filled_in(answer)["median"], filled_in(answer)["note"]) == (["51000"], ["Typed."])
        assert "They saved here: “$50,000 a year”" in errors(answer)

    def test_a_row_they_removed_is_told_of(self, desk, bens_desk, draft, salary, settings):
        settings.REVIEW = False
        bens_desk.post(admin_url(salary, "delete"), filled_in(bens_desk.get(admin_url(salary, "delete"))))
        settings.REVIEW = True
        assert "removed by somebody else" in desk.get(draft.desk_url).content.decode()
        save(desk, salary.career, summary="What they do.")
        assert draft.proposals.filter(model="salaries.salary").exists()  # what was written is still there
        act(desk, draft, "settle", **{f"clash-{draft.proposals.get(model='salaries.salary').pk}-": "theirs"})
        assert not draft.proposals.filter(model="salaries.salary").exists()

    def test_a_row_to_be_removed_that_they_saved_is_looked_at_again(self, desk, bens_desk, salary, settings):
        row = SalaryFactory()
        desk.post(admin_url(row, "delete"), filled_in(desk.get(admin_url(row, "delete"))))
        draft = only_draft()
        settings.REVIEW = False
        save(bens_desk, row, note="Still needed.")
        settings.REVIEW = True
        assert "settle that first" in said_to(hand_in(desk, draft))
        act(desk, draft, "settle", **{f"clash-{draft.proposals.get().pk}-": "mine"})
        hand_in(desk, draft)
        publish(bens_desk, draft)
        assert not Salary.objects.filter(pk=row.pk).exists()

    def test_what_they_have_all_done_too_is_sent_back(self, desk, bens_desk, salary, settings):
        desk.post(admin_url(salary, "delete"), filled_in(desk.get(admin_url(salary, "delete"))))
        hand_in(desk, only_draft())
        settings.REVIEW = False
        bens_desk.post(admin_url(salary, "delete"), filled_in(bens_desk.get(admin_url(salary, "delete"))))
        settings.REVIEW = True
        assert "Nothing of it is left to be published" in said_to(publish(bens_desk, only_draft()))
        assert only_draft().state == "waiting"
        assert Edition.objects.count() == 1


class TestPreview:
    def test_shows_the_page_as_it_would_be_with_the_new_parts_marked(self, desk, salary, client):
        save(desk, salary, median="48321")
        url = reverse("admin:editorial_draft_preview", args=[only_draft().pk])
        page = desk.get(url, {"page": f"/figures/{salary.key}/"})
        assert page.status_code == 200
        assert "$48,321" in page.content.decode()
        assert "proposed" in page.content.decode()
        assert "no-store" in page["Cache-Control"]
        public = f"/figures/{salary.key}/"
        assert "$48,321" not in client.get(public).content.decode()

    def test_shows_a_page_that_would_be_new(self, desk, salary):
        save(desk, Career, title="Coder", slug="coder", field=salary.career.field_id, summary="They code.")
        url = reverse("admin:editorial_draft_preview", args=[only_draft().pk])
        assert "They code." in desk.get(url, {"page": "/careers/coder/"}).content.decode()

    @pytest.mark.parametrize("page", ["", "/", "/careers/none/", "/admin/", "//elsewhere/", "/search/?q=x"])
    def test_is_of_guides_and_figures_that_are_there(self, desk, salary, page):
        save(desk, salary, median="48321")
        url = reverse("admin:editorial_draft_preview", args=[only_draft().pk])
        assert desk.get(url, {"page": page}).status_code == 404

    def test_is_for_editors(self, desk, salary, client):
        save(desk, salary, median="48321")
        url = reverse("admin:editorial_draft_preview", args=[only_draft().pk])
        assert client.get(url, {"page": f"/figures/{salary.key}/"}).status_code == 302


class TestATeamOfOne:
    def test_publishes_what_a_publisher_saves(self, desk, salary, settings):
        settings.REVIEW = False
        save(desk, salary, median="48000")
        assert median(salary) == 48_000

    def test_still_has_an_authors_work_wait(self, authors_desk, desk, salary, settings):
        settings.REVIEW = False
        save(authors_desk, salary, median="48000")
        assert median(salary) == 47_190
        hand_in(authors_desk, only_draft())
        publish(desk, only_draft())
        assert median(salary) == 48_000

    def test_is_told_that_the_second_pair_of_eyes_is_off(self, desk, settings):
        assert "second pair of eyes is off" not in desk.get(reverse("admin:index")).content.decode()
        settings.REVIEW = False
        assert "second pair of eyes is off" in desk.get(reverse("admin:index")).content.decode()
