"""Whatever three people do at the desk, in whatever order: nothing becomes public that nobody else has approved.

A model beside the desk says what must be public: it changes when somebody other than its author publishes a draft that
waits, as they saw it, at once or at a time they set, and never otherwise. Drafts are shared and taken over, and nobody
publishes what they may have written in. `make fuzz` takes 5,000 steps.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import wraps

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from careers.models import Point
from editorial.drafting.diff import digest
from editorial.drafting.workflow import publish_due
from editorial.groups import AUTHORS, PUBLISHERS
from editorial.models import Draft
from facts.models import Edition
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.drafts import act, hand_in, publish
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.test_sheets import exported, give, sheet_of, take
from tests.factories import LadderFactory, PointFactory, SalaryFactory

EVERYTHING = "superuser"
PEOPLE = {"amy": AUTHORS, "ben": PUBLISHERS, "cal": PUBLISHERS, "sue": EVERYTHING}
RUNGS = 2
IS_LONG = settings.default.max_examples > 1_000
EXAMPLES, STEPS = (150, 44) if IS_LONG else (3, 18)
ENOUGH = 5_000 if IS_LONG else 40

went_through = Counter()
"""Which steps were taken how often, so that the test can say how much it has seen."""


def step(**drawn):
    """A rule whose steps are counted."""

    def remember(function):
        @rule(**drawn)
        @wraps(function)
        def counted(self, **given):
            went_through["steps"] += 1
            went_through[function.__name__.replace("_", " ")] += 1
            function(self, **given)

        return counted

    return remember


people = st.sampled_from(sorted(PEOPLE))
rungs = st.integers(0, RUNGS - 1)
amounts = st.integers(10_000, 10_009)


@dataclass
class Proposed:
    """What the model knows of a draft."""

    author: str
    state: str = "open"
    medians: dict[int, int] = field(default_factory=dict)
    based_on: dict[int, int] = field(default_factory=dict)
    removes: bool = False
    writers: set[str] = field(default_factory=set)
    due_by: str = ""
    due_as: tuple = ()

    def __post_init__(self):
        self.writers.add(self.author)


class Desk(RuleBasedStateMachine):
    """Amy writes; Ben, Cal and Sue, who may do everything, write and publish; each in a browser of their own."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.browsers = {name: self._browser(name, group) for name, group in PEOPLE.items()}
        self.ladder = LadderFactory(rungs=RUNGS)
        rows = [
            SalaryFactory(career=self.ladder.career, source=self.ladder.source, level=rung, median=10_000)
            for rung in self.ladder.rungs.all()
        ]
        self.rows = [row.pk for row in rows]
        self.public = dict.fromkeys(self.rows, 10_000)
        self.point = PointFactory(career=self.ladder.career)
        self.has_point = True
        self.drafts: dict[int, Proposed] = {}
        self.editions = 0

    def _browser(self, name, group):
        client = Client()
        is_superuser = group == EVERYTHING
        client.force_login(get_user_model().objects.create_superuser(name) if is_superuser else new_editor(name, group))
        return client

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    # What the model says ------------------------------------------------------------------------------------------

    def _written(self, name, row, amount):
        """The author's draft of the moment says so now; a new one is begun where they have none."""
        current = Draft.objects.current_of(self._user(name))
        if current is None:
            return
        draft = self.drafts.setdefault(current.pk, Proposed(name))
        draft.based_on.setdefault(row, self.public[row])
        draft.medians[row] = amount
        if amount == self.public[row] and draft.based_on[row] == amount:
            del draft.medians[row], draft.based_on[row]

    def _user(self, name):
        return get_user_model().objects.get(username=name)

    def _draft(self, data, states):
        known = [number for number, draft in self.drafts.items() if draft.state in states]
        went_through["in vain"] += not known
        return Draft.objects.get(pk=data.draw(st.sampled_from(known))) if known else None

    # What people do -----------------------------------------------------------------------------------------------

    @step(name=people, rung=rungs, amount=amounts)
    def saves_a_form(self, name, rung, amount):
        row = Salary.objects.get(pk=self.rows[rung])
        assert save(self.browsers[name], row, median=str(amount)).status_code == 302
        self._written(name, row.pk, amount)

    @step(name=people, amount=amounts)
    def saves_a_row_on_anothers_form(self, name, amount):
        answer = save(self.browsers[name], self.ladder, **{"salaries-0-median": str(amount)})
        assert answer.status_code == 302
        self._written(name, self.rows[0], amount)

    @step(name=people, rung=rungs, amount=amounts)
    def saves_a_table(self, name, rung, amount):
        browser, url = self.browsers[name], reverse("admin:salaries_salary_grid")
        page = browser.get(url)
        place = [form.instance.pk for form in page.context["cl"].formset.forms].index(self.rows[rung])
        sent = filled_in(page, **{f"form-{place}-median": str(amount)})
        assert browser.post(url, sent | {"_save": "yes"}).status_code == 302
        self._written(name, self.rows[rung], amount)

    @step(name=people, rung=rungs, amount=amounts)
    def takes_over_a_sheet(self, name, rung, amount):
        browser, key = self.browsers[name], Salary.objects.get(pk=self.rows[rung]).key
        (row,) = [row for row in exported(browser, Salary) if row["row"] == key]
        shown = give(browser, Salary, sheet_of([row | {"median": str(amount)}]))
        if shown.context["rows"][0].kind == "changed":
            assert take(browser, Salary, shown).status_code == 302
            self._written(name, self.rows[rung], amount)

    @step(name=people, rung=rungs, data=st.data())
    def brings_back_an_earlier_version(self, name, rung, data):
        entry = data.draw(st.sampled_from(list(Salary.history.filter(id=self.rows[rung]).order_by("history_id"))))
        url = reverse("admin:salaries_salary_restore", args=[entry.id, entry.history_id])
        page = self.browsers[name].get(url)
        if page.context["differences"]:
            assert self.browsers[name].post(url, filled_in(page)).status_code == 302
            self._written(name, self.rows[rung], int(entry.median))

    @precondition(lambda self: self.has_point)
    @step(name=people)
    def removes_from_a_list(self, name):
        url, browser = admin_url(Point, "changelist"), self.browsers[name]
        asked = browser.post(url, {"action": "delete_selected", "_selected_action": [self.point.pk]})
        if asked.status_code == 200:  # in their own draft it may be gone already
            browser.post(url, filled_in(asked))
            current = Draft.objects.current_of(self._user(name))
            self.drafts.setdefault(current.pk, Proposed(name)).removes = True

    @step(name=people)
    def begins_another(self, name):
        self.browsers[name].post(reverse("admin:editorial_draft_begin"))
        current = Draft.objects.current_of(self._user(name))
        self.drafts.setdefault(current.pk, Proposed(name))

    @precondition(lambda self: self.drafts)
    @step(name=people, other=people, data=st.data())
    def shares(self, name, other, data):
        if draft := self._draft(data, {"open", "waiting", "published"}):
            known = self.drafts[draft.pk]
            act(self.browsers[name], draft, "share", editor=self._user(other).pk)
            if name in known.writers and known.state != "published":
                known.writers.add(other)

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def works_in(self, name, data):
        if draft := self._draft(data, {"open", "waiting"}):
            act(self.browsers[name], draft, "work-in")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def takes_over_from_one_who_left(self, name, data):
        if draft := self._draft(data, {"open", "waiting", "published"}):
            known, author = self.drafts[draft.pk], draft.author
            type(author).objects.filter(pk=author.pk).update(is_active=False)
            act(self.browsers[name], draft, "take-over")
            type(author).objects.filter(pk=author.pk).update(is_active=True)
            if name != known.author and PEOPLE[name] != AUTHORS and known.state != "published":
                known.author = name
                known.writers.add(name)
            draft.refresh_from_db()
            assert draft.author.username == known.author

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def says_something_of_it(self, name, data):
        if draft := self._draft(data, {"open", "waiting", "published", "discarded"}):
            act(self.browsers[name], draft, "comment", text="Is that so?")
            assert draft.events.comments().filter(by__username=name).exists()

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def puts_a_figure_right(self, name, data):
        """Which is its author's to do."""
        if draft := self._draft(data, {"open", "waiting"}):
            for proposal in draft.proposals.filter(kind="changed"):
                act(self.browsers[name], draft, "edit", proposal=proposal.pk, field="median", text="1")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data(), is_honest=st.booleans())
    def sets_a_time(self, name, data, is_honest):
        if draft := self._draft(data, {"open", "waiting", "published"}):
            known = self.drafts[draft.pk]
            seen = digest([draft]) if is_honest else "0" * 64
            act(self.browsers[name], draft, "schedule", at="2100-01-01T00:00", reason="Why.", digest=seen)
            was, known.due_by = known.due_by, ""
            draft.refresh_from_db()
            may = is_honest and known.state == "waiting" and self._may_publish(name, draft)
            assert may or not draft.publish_at or was
            if draft.publish_at:
                known.due_by, known.due_as = draft.publisher.username, self._versions(draft)

    @precondition(lambda self: any(draft.due_by for draft in self.drafts.values()))
    @step()
    def the_time_comes(self):
        due = {number: known for number, known in self.drafts.items() if known.due_by}
        for number, known in due.items():
            draft = Draft.objects.get(pk=number)
            is_as_seen = self._versions(draft) == known.due_as
            is_allowed = self._may_publish(known.due_by, draft)
            after = self._together([known]) if is_as_seen and is_allowed and self._says_something(draft) else None
            Draft.objects.filter(pk=number).update(publish_at=timezone.now())
            publish_due(timezone.now())
            known.due_by = ""
            went_through["published at a time" if after is not None else "not published at a time"] += 1
            if after is not None:
                self._is_public([known], after)

    def _versions(self, draft) -> tuple:
        """What stands in the rows that the draft changes."""
        rows = [(one.row_model, one.row) for one in draft.proposals.all()]
        return tuple(model.objects.filter(pk=row).values_list("version", flat=True).first() for model, row in rows)

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def hands_in(self, name, data):
        if draft := self._draft(data, {"open", "waiting", "published", "discarded"}):
            hand_in(self.browsers[name], draft)
            self._follow(draft, allowed=name in self.drafts[draft.pk].writers, before="open", after="waiting")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def takes_back(self, name, data):
        if draft := self._draft(data, {"open", "waiting", "published"}):
            act(self.browsers[name], draft, "take-back")
            self._follow(draft, allowed=name in self.drafts[draft.pk].writers, before="waiting", after="open")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def sends_back(self, name, data):
        if draft := self._draft(data, {"open", "waiting", "published"}):
            act(self.browsers[name], draft, "send-back", words="Why?")
            self._follow(draft, allowed=self._may_publish(name, draft), before="waiting", after="open")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data())
    def gives_up(self, name, data):
        if draft := self._draft(data, {"open", "waiting"}):
            act(self.browsers[name], draft, "discard")
            self._follow(draft, allowed=name in self.drafts[draft.pk].writers, before="open", after="discarded")

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data(), whose=st.sampled_from(["mine", "theirs"]))
    def settles(self, name, data, whose):
        if draft := self._draft(data, {"open", "waiting"}):
            chosen = {f"clash-{proposal.pk}-median": whose for proposal in draft.proposals.all()}
            act(self.browsers[name], draft, "settle", **chosen)
            known = self.drafts[draft.pk]
            if name in known.writers and known.state == "open":
                self._settled(known, whose)

    def _settled(self, known, whose):
        """Only what somebody else has changed to something else is there to be settled."""
        clashing = [row for row, base in known.based_on.items() if self.public[row] not in (base, known.medians[row])]
        for row in clashing:
            known.based_on[row] = self.public[row]
            if whose == "theirs":
                del known.medians[row], known.based_on[row]

    @precondition(lambda self: self.drafts)
    @step(name=people, data=st.data(), is_honest=st.booleans())
    def publishes(self, name, data, is_honest):
        chosen = data.draw(st.lists(st.sampled_from(sorted(self.drafts)), min_size=1, max_size=2, unique=True))
        self._publishes(name, list(Draft.objects.filter(pk__in=chosen).order_by("pk")), is_honest=is_honest)

    @precondition(lambda self: any(draft.state in ("open", "waiting") for draft in self.drafts.values()))
    @step(name=people, data=st.data())
    def publishes_what_its_author_hands_in(self, name, data):
        draft = self._draft(data, {"open", "waiting"})
        hand_in(self.browsers[self.drafts[draft.pk].author], draft)
        self._follow(draft, allowed=True, before="open", after="waiting")
        self._publishes(name, [draft], is_honest=True)

    def _publishes(self, name, drafts, *, is_honest):
        known = [self.drafts[draft.pk] for draft in drafts]
        is_allowed = all(
            self.drafts[draft.pk].state == "waiting" and self._may_publish(name, draft) for draft in drafts
        )
        says_something = any(map(self._says_something, drafts))
        publish(self.browsers[name], *drafts, **({} if is_honest else {"digest": "0" * 64}))
        after = self._together(known)
        is_published = is_honest and is_allowed and says_something and after is not None
        went_through["published" if is_published else "publishing refused"] += 1
        if is_published:
            self._is_public(known, after)

    def _says_something(self, draft):
        return self.has_point or draft.proposals.exclude(kind="removed").exists()

    def _together(self, known) -> dict[int, int] | None:
        """What would be public after these, one after the other; None where one clashes."""
        after = dict(self.public)
        for draft in known:
            if any(after[row] not in (base, draft.medians[row]) for row, base in draft.based_on.items()):
                return None
            after |= draft.medians
        return after

    def _is_public(self, known, after):
        self.public = after
        self.editions += 1
        for draft in known:
            draft.state, draft.due_by = "published", ""
            self.has_point = self.has_point and not draft.removes

    def _may_publish(self, name, draft):
        return PEOPLE[name] in (PUBLISHERS, EVERYTHING) and name not in self.drafts[draft.pk].writers

    def _follow(self, draft, *, allowed, before, after):
        """The model follows where the desk may go, and must not where it may not."""
        known = self.drafts[draft.pk]
        draft.refresh_from_db()
        if not (allowed and known.state == before):
            assert draft.state == known.state
        else:
            assert draft.state in (before, after)  # an empty draft, or one that clashes, is not handed in
            known.state = draft.state
        if known.state != "waiting":
            known.due_by = ""

    # What always holds --------------------------------------------------------------------------------------------

    @invariant()
    def only_what_was_approved_is_public(self):
        assert dict(Salary.objects.values_list("pk", "median")) == self.public
        assert Point.objects.exists() == self.has_point
        assert Edition.objects.count() == self.editions

    @invariant()
    def everybody_finds_their_own_words_again(self):
        for number, known in self.drafts.items():
            draft = Draft.objects.get(pk=number)
            assert draft.state == known.state
            changed = draft.proposals.filter(kind="changed")
            said = {proposal.row: int(float(proposal.after["median"])) for proposal in changed}
            assert said == {row: amount for row, amount in known.medians.items() if row in said}
            self._came_true(known, known.medians.keys() - said.keys())

    def _came_true(self, known, rows):
        """The desk no longer proposes what is public by now, whoever made it so; others may change it again."""
        assert all(known.medians[row] == self.public[row] for row in rows)
        for row in rows:
            del known.medians[row], known.based_on[row]

    @invariant()
    def every_edition_was_approved_by_somebody_else(self):
        for draft in Draft.objects.filter(state="published").select_related("publisher"):
            assert not draft.is_written_by(draft.publisher)
            assert PEOPLE[draft.publisher.username] in (PUBLISHERS, EVERYTHING)


@pytest.mark.hypothesis
def test_no_way_around_the_second_pair_of_eyes(db, review, record_property):
    machine = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Desk, settings=machine)
    for what, count in sorted(went_through.items()):
        record_property(what, count)
    assert went_through["steps"] - went_through["in vain"] >= ENOUGH
