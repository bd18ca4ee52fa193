"""Two to four editors in several drafts each, over rows of every kind that are added, changed and removed.

With review on nobody's desk is ever locked: each page answers, nothing fails, and no word that was taken is lost,
whatever the others publish in between. `make fuzz` takes 500 schedules.
"""

import json
from collections import Counter

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from careers.models import Career, CareerSkill, Point, Skill
from editorial.models import Draft, Proposal
from facts.models import Place, Release, Source
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.drafts import act, hand_in, publish
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.rows import EDITED, draft_new_row
from tests.factories import CareerFactory, OccupationMatchFactory, PointFactory, SalaryFactory, SkillFactory

IS_LONG = settings.default.max_examples > 1_000
SCHEDULES, STEPS = (500, 20) if IS_LONG else (6, 14)
NAMES = ("ann", "ben", "cal", "dee")

#: Where words are typed, by model.
WRITTEN = {Career: "summary", Point: "text", Skill: "name", Salary: "note", Place: "name", Source: "title"}
#: Few, so that two editors add the same.
SLUGS = st.sampled_from(["python", "sql"])
NEW = [model for model in EDITED if model is not Release]

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
        self.typed = 0

    @initialize(number=st.integers(2, 4))
    def come_in(self, number):
        self.people = {name: new_editor(name) for name in NAMES[:number]}
        self.browsers = {name: Client() for name in self.people}
        for name, browser in self.browsers.items():
            browser.force_login(self.people[name])
        went_through[f"schedules of {number} editors"] += 1

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    # What the schedules draw --------------------------------------------------------------------------------------

    def who(self, data) -> str:
        return data.draw(st.sampled_from(sorted(self.people)))

    def current(self, name) -> Draft | None:
        return Draft.objects.current_of(self.people[name])

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

    @rule(data=st.data(), model=st.sampled_from(list(WRITTEN)))
    def changes_a_row(self, data, model):
        name, word = self.who(data), self.new_word()
        row = self.row_of(name, data, model)
        if row is None:
            return
        answer = save(self.browsers[name], row, **{WRITTEN[model]: word})
        assert answer.status_code in (200, 302, 409, 410)
        went_through[f"changes answered {answer.status_code}"] += 1
        if answer.status_code == 302:
            self.words[self.current(name).pk, model._meta.label_lower, row.pk, WRITTEN[model]] = word

    @rule(data=st.data(), slug=SLUGS)
    def adds_a_skill_and_its_use(self, data, slug):
        name, word = self.who(data), self.new_word()
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

    @rule(data=st.data(), model=st.sampled_from(NEW))
    def adds_a_row_of_any_kind(self, data, model):
        draft_new_row(self.people[self.who(data)], model)
        went_through["rows of any kind added"] += 1

    @rule(data=st.data(), model=st.sampled_from(NEW))
    def removes_a_row(self, data, model):
        name = self.who(data)
        row = self.row_of(name, data, model)
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

    @rule(data=st.data())
    def hands_in(self, data):
        name = self.who(data)
        if draft := self.current(name):
            hand_in(self.browsers[name], draft)

    @precondition(lambda self: Draft.objects.unfinished().exists())
    @rule(data=st.data(), what=st.sampled_from(["take-back", "work-in", "send-back", "discard"]))
    def does_something_with_a_draft(self, data, what):
        draft = data.draw(st.sampled_from(list(Draft.objects.unfinished().order_by("pk"))))
        name = self.who(data)
        act(self.browsers[name], draft, what, words="Why?")

    @rule(data=st.data(), what=st.sampled_from(["drop", "use-published", "open"]))
    def gets_out_of_a_problem(self, data, what):
        name = self.who(data)
        proposal = self.proposal(name, data)
        if proposal is None:
            return
        act(self.browsers[name], proposal.draft, what, proposal=proposal.pk)
        if not Proposal.objects.filter(pk=proposal.pk).exists():
            self.forget(proposal.draft, model=proposal.model, row=proposal.row)
            went_through[f"{what} done"] += 1

    @rule(data=st.data(), whose=st.sampled_from(["mine", "theirs"]))
    def settles(self, data, whose):
        name = self.who(data)
        draft = self.current(name)
        if draft is None:
            return
        fields = {*WRITTEN.values(), ""}
        chosen = {f"clash-{one.pk}-{field}": whose for one in draft.proposals.all() for field in fields}
        act(self.browsers[name], draft, "settle", **chosen)
        left = json.dumps([one.after for one in draft.proposals.all()], ensure_ascii=False)
        self.words = {cell: word for cell, word in self.words.items() if cell[0] != draft.pk or word in left}

    @precondition(lambda self: Draft.objects.unfinished().exists())
    @rule(data=st.data())
    def publishes(self, data):
        draft = data.draw(st.sampled_from(list(Draft.objects.unfinished().order_by("pk"))))
        hand_in(self.browsers[draft.author.username], draft)
        others = [name for name in self.people if name != draft.author.username]
        publish(self.browsers[data.draw(st.sampled_from(others))], draft)
        draft.refresh_from_db()
        went_through["published" if draft.state == "published" else "publishing refused"] += 1

    # What always holds --------------------------------------------------------------------------------------------

    @invariant()
    def every_desk_is_open(self):
        lists = (Skill, CareerSkill)
        for name, browser in getattr(self, "browsers", {}).items():
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


@pytest.mark.hypothesis
def test_no_draft_locks_the_desk_and_no_word_is_lost(db, review, record_property):
    schedules = settings(
        max_examples=SCHEDULES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run(Teams, settings=schedules)
    for what, count in sorted(went_through.items()):
        record_property(what, count)
    assert went_through["published"]
