"""A team at work: several drafts, shared ones, comments that stay, reviews asked for, times set, mail and a feed."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from editorial.drafting import DraftRefused, workflow
from editorial.drafting.diff import digest
from editorial.feed import feed_address
from editorial.models import Draft, DraftEvent
from facts.models import Edition
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.drafts import act, hand_in, only_draft, publish, said_to
from tests.editorial.forms import save
from tests.factories import DraftFactory, SalaryFactory

pytestmark = pytest.mark.usefixtures("review")
SOON = timedelta(hours=1)


@pytest.fixture
def salary(db):
    return SalaryFactory()


@pytest.fixture
def drafted(authors_desk, salary):
    """Amy's draft of a note."""
    save(authors_desk, salary, note="Nurses alone.")
    return only_draft()


@pytest.fixture
def waiting(authors_desk, drafted):
    hand_in(authors_desk, drafted)
    drafted.refresh_from_db()
    return drafted


def thread(draft) -> list[str]:
    return [event.kind for event in draft.events.all()]


class TestSeveralDrafts:
    def test_an_author_begins_another_and_goes_back_to_the_first(self, authors_desk, amy, drafted):
        other = SalaryFactory()
        authors_desk.post(reverse("admin:editorial_draft_begin"))
        save(authors_desk, other, note="Doctors alone.")
        second = Draft.objects.exclude(pk=drafted.pk).get()
        assert [draft.proposals.count() for draft in (drafted, second)] == [1, 1]
        act(authors_desk, drafted, "work-in")
        save(authors_desk, other, locator="Table 2")
        assert [draft.proposals.count() for draft in (drafted, second)] == [2, 1]

    def test_they_are_handed_in_and_published_one_by_one(self, authors_desk, bens_desk, drafted, salary):
        authors_desk.post(reverse("admin:editorial_draft_begin"))
        hand_in(authors_desk, drafted)
        publish(bens_desk, drafted)
        assert Salary.objects.get().note == "Nurses alone."
        assert Draft.objects.open().count() == 1


class TestSharedDrafts:
    def test_two_write_in_one_and_the_history_says_who_wrote_what(self, authors_desk, desk, ann, bens_desk, drafted):
        other = SalaryFactory()
        act(authors_desk, drafted, "share", editor=ann.pk)
        act(desk, drafted, "work-in")
        save(desk, other, note="Doctors alone.")
        assert only_draft().proposals.count() == 2
        hand_in(desk, drafted)
        publish(bens_desk, drafted)
        who = {row.note: row.history.first().history_user.username for row in Salary.objects.all()}
        assert who == {"Nurses alone.": "amy", "Doctors alone.": "ann"}

    def test_whom_it_is_shared_with_does_not_publish_it(self, authors_desk, desk, ann, drafted):
        act(authors_desk, drafted, "share", editor=ann.pk)
        hand_in(authors_desk, drafted)
        publish(desk, drafted)
        assert not Edition.objects.exists()

    def test_what_a_colleague_does_in_it_leads_nobody_into_another_draft(self, authors_desk, desk, ann, amy, drafted):
        act(authors_desk, drafted, "share", editor=ann.pk)
        authors_desk.post(reverse("admin:editorial_draft_begin"))
        mine = Draft.objects.current_of(amy)
        act(desk, drafted, "work-in")
        save(desk, SalaryFactory(), note="Doctors alone.")
        assert Draft.objects.current_of(amy) == mine
        assert Draft.objects.current_of(ann) == drafted

    def test_a_row_that_both_change_in_it_is_not_overwritten_unseen(self, authors_desk, desk, ann, drafted, salary):
        from tests.editorial.forms import admin_url, filled_in

        act(authors_desk, drafted, "share", editor=ann.pk)
        act(desk, drafted, "work-in")
        opened = filled_in(desk.get(admin_url(salary)), note="Mine.")
        save(authors_desk, salary, note="Newer.")
        answer = desk.post(admin_url(salary), opened)
        assert answer.status_code == 200
        assert "They saved here: “Newer.”" in answer.text

    def test_nobody_else_writes_in_it(self, desk, drafted):
        assert "Only those who write in it" in said_to(act(desk, drafted, "work-in"))

    def test_the_draft_of_somebody_who_left_is_taken_over(self, desk, bens_desk, amy, ann, drafted):
        assert "still works here" in said_to(act(desk, drafted, "take-over"))
        amy.is_active = False
        amy.save()
        act(desk, drafted, "take-over")
        drafted.refresh_from_db()
        assert drafted.author == ann
        hand_in(desk, drafted)
        publish(desk, drafted)
        assert not Edition.objects.exists()
        publish(bens_desk, drafted)
        assert Salary.objects.get().history.first().history_user == amy
        assert thread(drafted) == ["taken-over", "handed-in", "published"]


class TestComments:
    def test_one_stands_beside_its_field_and_stays_when_the_draft_is_published(self, desk, bens_desk, waiting):
        change = waiting.proposals.get()
        act(desk, waiting, "comment", proposal=change.pk, field="note", text="Who counts?")
        page = desk.get(waiting.desk_url).text
        assert f'<a href="#change-{change.pk}">{change.title}</a>' in page
        assert page.index("Who counts?") != page.rindex("Who counts?")
        publish(bens_desk, waiting)
        assert "Who counts?" in desk.get(waiting.desk_url).text

    def test_what_it_was_sent_back_with_stays_in_the_thread(self, authors_desk, desk, waiting):
        act(desk, waiting, "send-back", words="Name the table.")
        assert "sent back" in desk.get(reverse("admin:editorial_draft_changelist")).text
        hand_in(authors_desk, waiting)
        waiting.refresh_from_db()
        assert (waiting.words, thread(waiting)) == ("", ["handed-in", "sent-back", "handed-in"])
        assert "Name the table." in desk.get(waiting.desk_url).text

    def test_nothing_is_not_said(self, desk, waiting):
        act(desk, waiting, "comment", text="  ")
        assert not DraftEvent.objects.comments().exists()


class TestReviews:
    def test_a_publisher_is_asked_for_one_and_finds_it_on_the_desk(self, authors_desk, bens_desk, ben, waiting):
        act(authors_desk, waiting, "assign", assignee=ben.pk)
        queues = {
            queue.slug: count for _, rows in bens_desk.get("/admin/").context["queues"] for queue, count, _ in rows
        }
        assert (queues["assigned"], queues["review"]) == (1, 1)

    def test_one_who_may_not_publish_it_is_not_asked(self, authors_desk, amy, waiting):
        answer = act(authors_desk, waiting, "assign", assignee=amy.pk)
        assert "may not publish it" in said_to(answer)

    def test_a_publisher_puts_words_right_and_the_author_is_told(self, desk, amy, waiting):
        """Wagtail's issue 6255: what a moderator had put right was lost when it was approved."""
        number = waiting.proposals.get().pk
        act(desk, waiting, "edit", proposal=number, field="note", text="Only nurses.")
        publish(desk, waiting)
        assert Salary.objects.get().note == "Only nurses."
        told = DraftEvent.objects.about(amy).get(kind="edited").text
        assert "“Nurses alone.” became “Only nurses.”" in told

    def test_figures_are_the_author_s(self, desk, authors_desk, salary):
        save(authors_desk, salary, median="48000", as_printed="48,000")
        draft = only_draft()
        hand_in(authors_desk, draft)
        for field in ("median", "as_printed"):
            answer = act(desk, draft, "edit", proposal=draft.proposals.get().pk, field=field, text="1")
            assert "Only words" in said_to(answer)
        assert draft.proposals.get().after["as_printed"] == "48,000"


class TestTimes:
    def plan(self, client, draft, at):
        return act(client, draft, "schedule", at=f"{at:%Y-%m-%dT%H:%M}", reason="On the day.", digest=digest([draft]))

    def due(self, at):
        assert not workflow.publish_due(at - timedelta(minutes=2))
        return workflow.publish_due(at)

    def test_it_becomes_public_then_and_not_before(self, desk, ann, waiting):
        at = (timezone.now() + SOON).replace(second=0, microsecond=0)
        self.plan(desk, waiting, at)
        assert not Edition.objects.exists()
        self.due(at)
        assert (Salary.objects.get().note, Edition.objects.get().by) == ("Nurses alone.", ann)
        assert Edition.objects.get().reason == "On the day."

    def test_the_command_publishes_what_is_due(self, desk, waiting, capsys):
        self.plan(desk, waiting, timezone.now() + SOON)
        call_command("publish_due")
        assert not Edition.objects.exists()
        Draft.objects.update(publish_at=timezone.now() - SOON)
        call_command("publish_due")
        assert Edition.objects.count() == 1
        assert "Edition 1" in capsys.readouterr().out

    def test_nobody_sets_a_time_for_their_own(self, desk, salary):
        save(desk, salary, note="Mine.")
        draft = only_draft()
        hand_in(desk, draft)
        self.plan(desk, draft, timezone.now() + SOON)
        assert Draft.objects.get().publish_at is None

    def test_a_time_that_has_passed_or_is_none_is_refused(self, desk, waiting):
        self.plan(desk, waiting, timezone.now() - SOON)
        act(desk, waiting, "schedule", at="soon", reason="Why.", digest=digest([waiting]))
        assert Draft.objects.get().publish_at is None

    def test_what_changed_since_is_not_published_and_its_author_is_told(self, desk, waiting, amy, salary):
        at = timezone.now() + SOON
        self.plan(desk, waiting, at)
        salary.locator = "Table 9"
        salary.save()
        assert [edition for _, edition in self.due(at)] == [None]
        waiting.refresh_from_db()
        assert (waiting.state, waiting.publish_at) == ("waiting", None)
        assert DraftEvent.objects.about(amy).filter(kind="refused").exists()

    def test_taking_it_back_takes_its_time_back(self, desk, authors_desk, waiting):
        at = timezone.now() + SOON
        self.plan(desk, waiting, at)
        act(authors_desk, waiting, "take-back")
        assert not workflow.publish_due(at)

    def test_a_publisher_who_left_publishes_nothing(self, desk, ann, waiting):
        at = timezone.now() + SOON
        self.plan(desk, waiting, at)
        ann.is_active = False
        ann.save()
        self.due(at)
        assert not Edition.objects.exists()


class TestMail:
    @pytest.fixture(autouse=True)
    def addresses(self, settings, ann, ben, amy):
        settings.MAIL_IS_ON = True
        for user in (ann, ben, amy):
            user.email = f"{user.username}@rungs.example"
            user.save()

    def sent(self, django_capture_on_commit_callbacks, *args, **sent):
        mail.outbox = []
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **sent)
        return sorted(to for message in mail.outbox for to in message.to)

    def test_goes_to_whom_it_concerns(self, django_capture_on_commit_callbacks, authors_desk, desk, drafted):
        told = self.sent(django_capture_on_commit_callbacks, authors_desk, drafted, "hand-in", reason="Why\nnot.")
        assert told == ["ann@rungs.example", "ben@rungs.example"]
        assert "\n" not in mail.outbox[0].subject
        assert drafted.desk_url in mail.outbox[0].body
        told = self.sent(django_capture_on_commit_callbacks, desk, drafted, "send-back", words="Name the table.")
        assert (told, "Name the table." in mail.outbox[0].body) == (["amy@rungs.example"], True)

    def test_is_off_unless_a_server_is_named(self, settings, django_capture_on_commit_callbacks, authors_desk, drafted):
        settings.MAIL_IS_ON = False
        assert self.sent(django_capture_on_commit_callbacks, authors_desk, drafted, "hand-in", reason="Why.") == []


class TestTheFeed:
    def test_tells_what_was_sent_back_and_published(self, client, desk, authors_desk, amy, waiting):
        act(desk, waiting, "send-back", words="Name <the> table.")
        answer = client.get(feed_address(amy))
        assert answer.status_code == 200
        assert "sent it back" in answer.text
        assert "Name &amp;lt;the&amp;gt; table." in answer.text

    def test_tells_a_publisher_what_is_handed_in_and_an_author_nothing_of_others(self, client, ann, waiting):
        assert "handed it in" in client.get(feed_address(ann)).text
        assert "handed it in" not in client.get(feed_address(new_editor("abe", "Authors"))).text

    def test_is_closed_to_others_and_to_those_who_left(self, client, amy):
        address = feed_address(amy)
        assert client.get(address[:-2] + "x/").status_code == 404
        amy.is_active = False
        amy.save()
        assert client.get(address).status_code == 404

    def test_has_another_address_after_a_new_password(self, client, amy):
        address = feed_address(amy)
        amy.set_password("another-one-altogether")
        amy.save()
        assert client.get(address).status_code == 404


def test_a_draft_without_a_publisher_has_no_time(db):
    draft = DraftFactory(waiting=True)
    with pytest.raises(DraftRefused):
        workflow.schedule(
            draft, by=draft.author, at=datetime.now(tz=timezone.get_current_timezone()), reason="", seen=""
        )
