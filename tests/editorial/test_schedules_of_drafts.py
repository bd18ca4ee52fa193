"""Two to four editors in several drafts each, over rows of every kind that are added, changed and removed.

With review on nobody's desk is ever locked: each page answers, nothing fails, and no word that was taken is lost,
whatever the others publish in between. `make schedules` takes 500 of them, or as many as RUNGS_SCHEDULES says, and
tells after each what was gone through so far.

A single rule draws the acts, since Hypothesis leaves some rules out of whole schedules. The simplest schedule, which it
always tries first, goes through them in turn.
"""

import json
import os
import sys
from collections import Counter

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from careers.models import Career, CareerSkill, Point, Skill
from editorial.drafting.clashes import clashes_of
from editorial.models import Draft, Proposal
from facts.models import Place, Release, Source
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.drafts import act, hand_in, publish
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.editorial.rows import EDITED, draft_new_row
from tests.factories import CareerFactory, OccupationMatchFactory, PointFactory, SalaryFactory, SkillFactory

ASKED_FOR = int(os.environ.get("RUNGS_SCHEDULES", 0))
SCHEDULES, STEPS = (ASKED_FOR, 20) if ASKED_FOR else (5, 12)
NAMES = ("ann", "ben", "cal", "dee")

#: Where words are typed, by model.
WRITTEN = {Career: "summary", Point: "text", Skill: "name", Salary: "note", Place: "name", Source: "title"}
#: Few, so that two editors add the same.
SLUGS = st.sampled_from(["python", "sql"])
NEW = [model for model in EDITED if model is not Release]
#: Those that a schedule has rows of from the start come first and more often.
REMOVED = [*[Point, Salary, CareerSkill, Skill] * 6, *NEW]

#: What is done, in the order in which the simplest schedule does it.
ACTS = (
    "changes_a_row",
    "adds_a_skill_and_its_use",
    "settles",
    "publishes",
    "removes_a_row",
    "settles",
    "hands_in",
    "sends_back",
    "adds_a_row_of_any_kind",
    "gets_out_of_a_problem",
    "publishes",
    "changes_a_row",
    "publishes",
    "removes_a_row",
    "adds_a_skill_and_its_use",
    "changes_a_row",
    "publishes",
    "does_something_with_a_draft",
)
#: What every run has in it.
SEEN = (
    "changes saved",
    "clashes settled",
    "drop done",
    "handed in",
    "published",
    "removals",
    "rows of any kind added",
    "sent back",
    "skills added",
)

went_through = Counter()

Cell = tuple[int, str, int, str]
"""A draft, a model, a row and a field."""


class Teams(RuleBasedStateMachine):
    """Everybody may write and publish, and nobody publishes their own."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.career = CareerFactory()
        OccupationMatchFactory(career=self.career)
        PointFactory.create_batch(2, career=self.career)
        SalaryFactory(career=self.career)
        SkillFactory()
        self.words: dict[Cell, str] = {}
        self.typed = self.steps = 0
        self.touched: set[str] = set()

    @initialize(number=st.integers(2, 4))
    def come_in(self, number):
        """Each changes the same row, and what the first has changed is published."""
        self.people = {name: new_editor(name) for name in NAMES[:number]}
        self.browsers = {name: Client() for name in self.people}
        for name, browser in self.browsers.items():
            browser.force_login(self.people[name])
        went_through[f"schedules of {number} editors"] += 1
        for name in self.people:
            self.change(name, self.career)
        self.publish(self.current("ann"), by="ben")

    @rule(data=st.data(), skipped=st.integers(0, len(ACTS) - 1))
    def does(self, data, skipped):
        act = ACTS[(self.steps + skipped) % len(ACTS)]
        self.steps += 1
        self.touched.clear()
        getattr(self, act)(data)

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)
        went_through["schedules"] += 1
        went_through["steps"] += self.steps
        if ASKED_FOR:
            print(json.dumps(went_through, sort_keys=True), file=sys.__stderr__, flush=True)

    # What the schedules draw --------------------------------------------------------------------------------------

    def who(self, data) -> str:
        name = data.draw(st.sampled_from(sorted(self.people)))
        self.touched.add(name)
        return name

    def current(self, name) -> Draft | None:
        return Draft.objects.current_of(self.people[name])

    def unfinished(self, data) -> Draft | None:
        drafts = list(Draft.objects.unfinished().order_by("pk"))
        return data.draw(st.sampled_from(drafts)) if drafts else None

    def others(self, draft) -> list[str]:
        return [name for name in sorted(self.people) if name != draft.author.username]

    def count_state(self, draft, state, words):
        draft.refresh_from_db()
        went_through[words if draft.state == state else f"in vain: {words}"] += 1

    def new_word(self) -> str:
        self.typed += 1
        return f"Word {self.typed} & “more”"

    def row_of(self, name, data, model):
        """A row that the editor sees on the list of the model."""
        seen = self.browsers[name].get(admin_url(model, "changelist")).context["cl"].result_list
        return data.draw(st.sampled_from(list(seen))) if seen else None

    def proposal(self, name, data) -> Proposal | None:
        draft = self.current(name)
        known = list(draft.proposals.all()) if draft else []
        return data.draw(st.sampled_from(known)) if known else None

    def forget(self, draft, *, model=None, row=None):
        """Their author gave these words up."""
        self.words = {
            cell: word
            for cell, word in self.words.items()
            if not (cell[0] == draft.pk and model in (None, cell[1]) and row in (None, cell[2]))
        }

    # Writing ------------------------------------------------------------------------------------------------------

    def changes_a_row(self, data):
        name, model = self.who(data), data.draw(st.sampled_from(list(WRITTEN)))
        if row := self.row_of(name, data, model):
            self.change(name, row)

    def change(self, name, row):
        model, word = type(row), self.new_word()
        answer = save(self.browsers[name], row, **{WRITTEN[model]: word})
        assert answer.status_code == 302, errors(answer)
        went_through["changes saved"] += 1
        self.words[self.current(name).pk, model._meta.label_lower, row.pk, WRITTEN[model]] = word

    def adds_a_skill_and_its_use(self, data):
        name, slug, word = self.who(data), data.draw(SLUGS), self.new_word()
        answer = save(self.browsers[name], Skill, slug=slug, name=word, kind="technical")
        assert answer.status_code in (200, 302)
        if answer.status_code == 200:
            went_through["additions refused by the form"] += 1
            return
        draft = self.current(name)
        skill = draft.proposals.filter(model="careers.skill", kind="created").order_by("-position").first()
        self.words[draft.pk, "careers.skill", skill.row, "name"] = word
        said = {"career": self.career.pk, "skill": skill.row, "source": Source.objects.first().pk, "position": 1}
        save(self.browsers[name], CareerSkill, **said, locator="Skills")
        went_through["skills added"] += 1

    def adds_a_row_of_any_kind(self, data):
        draft_new_row(self.people[self.who(data)], data.draw(st.sampled_from(NEW)))
        went_through["rows of any kind added"] += 1

    def removes_a_row(self, data):
        name = self.who(data)
        row = self.row_of(name, data, data.draw(st.sampled_from(REMOVED)))
        if row is None:
            return
        url = admin_url(row, "delete")
        page = self.browsers[name].get(url)
        answer = self.browsers[name].post(url, filled_in(page))
        assert answer.status_code in (200, 302, 403)
        removed = {(one.model, one.row) for one in Proposal.objects.filter(draft=self.current(name), kind="removed")}
        there = {(one.model, one.row) for one in Proposal.objects.filter(draft=self.current(name))}
        if answer.status_code == 302:
            went_through["removals"] += 1
            for cell in list(self.words):
                is_mine = self.current(name) is not None and cell[0] == self.current(name).pk
                if is_mine and (cell[1:3] in removed or cell[1:3] not in there):
                    del self.words[cell]

    # What is done with drafts -------------------------------------------------------------------------------------

    def hands_in(self, data):
        name = self.who(data)
        if draft := self.current(name):
            hand_in(self.browsers[name], draft)
            self.count_state(draft, "waiting", "handed in")

    def sends_back(self, data):
        draft = self.unfinished(data)
        if draft and draft.state == Draft.State.WAITING:
            name = data.draw(st.sampled_from(self.others(draft)))
            act(self.browsers[name], draft, "send-back", words="Why?")
            self.touched |= {name, draft.author.username}
            self.count_state(draft, "open", "sent back")

    def does_something_with_a_draft(self, data):
        draft = self.unfinished(data)
        if draft:
            self.touched.add(draft.author.username)
            what = data.draw(st.sampled_from(["take-back", "work-in", "send-back", "discard"]))
            act(self.browsers[self.who(data)], draft, what, words="Why?")

    def gets_out_of_a_problem(self, data):
        name, what = self.who(data), data.draw(st.sampled_from(["drop", "use-published", "open"]))
        proposal = self.proposal(name, data)
        if proposal is None:
            return
        act(self.browsers[name], proposal.draft, what, proposal=proposal.pk)
        if not Proposal.objects.filter(pk=proposal.pk).exists():
            self.forget(proposal.draft, model=proposal.model, row=proposal.row)
            went_through[f"{what} done"] += 1

    def settles(self, data):
        drafts = [draft for draft in Draft.objects.open().order_by("pk") if clashes_of(draft)]
        if not drafts:
            return
        draft, whose = data.draw(st.sampled_from(drafts)), data.draw(st.sampled_from(["mine", "theirs"]))
        name = draft.author.username
        self.touched.add(name)
        fields = {*WRITTEN.values(), ""}
        chosen = {f"clash-{one.pk}-{field}": whose for one in draft.proposals.all() for field in fields}
        act(self.browsers[name], draft, "settle", **chosen)
        went_through["clashes left" if clashes_of(draft) else "clashes settled"] += 1
        left = json.dumps([one.after for one in draft.proposals.all()], ensure_ascii=False)
        self.words = {cell: word for cell, word in self.words.items() if cell[0] != draft.pk or word in left}

    def publishes(self, data):
        if draft := self.unfinished(data):
            self.publish(draft, by=data.draw(st.sampled_from(self.others(draft))))

    def publish(self, draft, by):
        hand_in(self.browsers[draft.author.username], draft)
        publish(self.browsers[by], draft)
        self.touched |= self.people.keys()
        draft.refresh_from_db()
        went_through["published" if draft.state == "published" else "publishing refused"] += 1

    # What always holds --------------------------------------------------------------------------------------------

    @invariant()
    def every_desk_is_open(self):
        """Those of whoever has done something, and all once something is published: before, nobody else sees it."""
        lists = (Skill, CareerSkill)
        for name in self.touched:
            browser = self.browsers[name]
            urls = [reverse("admin:index"), *(admin_url(model, "changelist") for model in lists)]
            urls += [draft.desk_url for draft in Draft.objects.unfinished().filter(author=self.people[name])]
            for url in urls:
                answer = browser.get(url)
                assert answer.status_code == 200, url
                assert not any(raw in answer.text for raw in ("constraint failed", "violates", "IntegrityError"))

    @invariant()
    def no_word_is_lost(self):
        proposed = json.dumps(list(Proposal.objects.values_list("after", flat=True)), ensure_ascii=False)
        for (_, label, row, name), word in self.words.items():
            model = next(model for model in EDITED if model._meta.label_lower == label)
            is_public = model.history.filter(id=row, **{name: word}).exists()
            assert is_public or json.dumps(word, ensure_ascii=False)[1:-1] in proposed, f"{label} {row} {name}: {word}"


@pytest.mark.long
@pytest.mark.hypothesis
def test_no_draft_locks_the_desk_and_no_word_is_lost(db, review, record_property):
    schedules = settings(
        max_examples=SCHEDULES,
        stateful_step_count=STEPS,
        derandomize=not ASKED_FOR,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run(Teams, settings=schedules)
    for what, count in sorted(went_through.items()):
        record_property(what, count)
    assert min(went_through["published"], went_through["changes saved"]) >= SCHEDULES
    assert not [what for what in SEEN if not went_through[what]]
