"""A draft that cannot be written as things are: the desk stays open, says what is wrong, and offers ways out."""

import pytest
from django.urls import reverse

from careers.models import Career, CareerSkill, OccupationMatch, Point, Skill
from editorial.models import Draft
from facts.models import Edition, Source
from salaries.models import Salary
from tests.editorial.drafts import act, hand_in, only_draft, publish, said_to
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.rows import draft_change, draft_new_row, draft_removal
from tests.factories import (
    CareerFactory,
    CareerSkillFactory,
    FieldFactory,
    OccupationFactory,
    PointFactory,
    SalaryFactory,
    SkillFactory,
    SourceFactory,
)

pytestmark = pytest.mark.usefixtures("review")

RAW = ("constraint", "NOT NULL", "UNIQUE", "IntegrityError", "violates")


def meanwhile(settings):
    """What is saved now is public at once."""
    settings.REVIEW = False


def problem_of(client, draft) -> str:
    """What the draft's page says beside its one change that cannot be written."""
    told = client.get(draft.desk_url).context["drafts"][0][1]
    (words,) = [change.problem.words for change in told if change.problem]
    assert not any(raw in words for raw in RAW)
    return words


def pages_open(client, *models):
    for model in models:
        assert client.get(admin_url(model, "changelist")).status_code == 200
    index = client.get(reverse("admin:index"))
    assert index.status_code == 200


class TestANewCareerWithItsOccupation:
    def test_is_drafted_gone_on_with_and_published(self, desk, bens_desk, ann):
        field, occupation, source = FieldFactory(), OccupationFactory(), SourceFactory()
        match = {
            "occupation": occupation.pk,
            "match": "exact",
            "position": 1,
            "reason": "The title is the group's own.",
            "source": source.pk,
            "locator": "Titles",
        }
        inline = {f"occupation_matches-0-{name}": value for name, value in match.items()}
        page = desk.get(admin_url(Career, "add"))
        prefix = next(
            formset.formset.prefix
            for formset in page.context["inline_admin_formsets"]
            if formset.formset.model is OccupationMatch
        )
        inline = {f"{prefix}-TOTAL_FORMS": 1} | {f"{prefix}-0-{name}": value for name, value in match.items()}
        said = {"title": "Coder", "slug": "coder", "field": field.pk, "summary": "They code."}
        assert desk.post(admin_url(Career, "add"), filled_in(page, **said, **inline)).status_code == 302
        pages_open(desk, Career, OccupationMatch)
        career = only_draft().proposals.get(model="careers.career")
        assert "occupations" not in career.after
        save(desk, Career, title="Tester", slug="tester", field=field.pk, summary="They test.")
        hand_in(desk, only_draft())
        publish(bens_desk, only_draft())
        assert list(Career.objects.get(slug="coder").occupations.all()) == [occupation]


class TestASkillThatSomebodyElsePublishedFirst:
    @pytest.fixture
    def draft(self, desk, bens_desk, settings, ann):
        career = CareerFactory()
        draft_new_row(ann, Skill, slug="python", name="Python")
        new = only_draft().proposals.get(model="careers.skill")
        source = SourceFactory()
        said = {"career": career.pk, "source": source.pk, "skill": new.row, "locator": "Skills", "position": 1}
        page = desk.get(admin_url(CareerSkill, "add"))
        assert desk.post(admin_url(CareerSkill, "add"), filled_in(page, **said)).status_code == 302
        meanwhile(settings)
        assert save(bens_desk, Skill, slug="python", name="Python 3", kind="technical").status_code == 302
        settings.REVIEW = True
        return only_draft()

    @pytest.fixture
    def new_skill(self, draft):
        return draft.proposals.get(model="careers.skill")

    def test_is_told_at_its_change_and_the_desk_shows_what_is_published(self, desk, draft):
        pages_open(desk, Skill, CareerSkill, Draft)
        told = desk.get(draft.desk_url).context["drafts"][0][1]
        words = [change.problem.words for change in told if change.problem]
        assert words[0] == "There is a skill with the same slug already: “Python 3”."
        assert "“Python” that it refers to is not there any more" in words[1]
        listed = desk.get(admin_url(Skill, "changelist"))
        assert [skill.name for skill in listed.context["cl"].result_list] == ["Python 3"]
        assert "2 of its changes cannot be written" in listed.text

    def test_loses_nothing_by_going_on(self, desk, draft):
        career = Career.objects.get()
        assert save(desk, career, summary="Another summary.").status_code == 302
        assert draft.proposals.count() == 3
        assert draft.proposals.get(model="careers.skill").after["name"] == "Python"

    def test_is_not_handed_in(self, desk, draft):
        assert "“Python” cannot be written as it is. There is a skill with the same slug" in said_to(
            hand_in(desk, draft)
        )

    def test_is_not_published_though_it_waited_before(self, bens_desk, draft):
        Draft.objects.update(state="waiting", reason="Why.", submitted_at="2026-01-01T00:00Z")
        said = said_to(publish(bens_desk, draft))
        assert "cannot be written as it is" in said
        assert not any(raw in said for raw in RAW)
        assert Edition.objects.count() == 1

    def test_gives_way_to_the_published_row(self, desk, bens_desk, draft, new_skill):
        act(desk, draft, "use-published", proposal=new_skill.pk)
        hand_in(desk, draft)
        publish(bens_desk, draft)
        assert CareerSkill.objects.get().skill == Skill.objects.get(name="Python 3")

    def test_is_taken_out(self, desk, draft, new_skill):
        assert "taken out" in said_to(act(desk, draft, "drop", proposal=new_skill.pk))
        pages_open(desk, Skill, CareerSkill)
        assert "refers to is not there" in problem_of(desk, draft)

    def test_is_opened_and_mended(self, desk, bens_desk, draft, new_skill):
        answer = act(desk, draft, "open", proposal=new_skill.pk)
        assert filled_in(answer)["name"] == ["Python"]
        url = f"{admin_url(Skill, 'add')}?proposal={new_skill.pk}"
        assert desk.post(url, filled_in(answer, slug="python-2", name="Python 2")).status_code == 302
        assert not [change for change in desk.get(draft.desk_url).context["drafts"][0][1] if change.problem]
        hand_in(desk, draft)
        publish(bens_desk, draft)
        assert CareerSkill.objects.get().skill.name == "Python 2"

    @pytest.mark.parametrize("what", ["open", "use-published"])
    def test_is_for_nobody_else(self, bens_desk, draft, new_skill, what):
        assert "Only those who write in it" in said_to(act(bens_desk, draft, what, proposal=new_skill.pk))
        assert draft.proposals.count() == 2


class TestAChangeToWhatIsTakenByNow:
    @pytest.fixture
    def draft(self, desk, bens_desk, settings, ann):
        career = CareerFactory(title="Clerk")
        draft_change(ann, career, title="Coder", summary="Mine.")
        meanwhile(settings)
        assert save(bens_desk, CareerFactory(title="Cook"), title="Coder").status_code == 302
        settings.REVIEW = True
        return only_draft()

    def test_is_told_while_its_row_is_shown_as_published(self, desk, draft):
        assert problem_of(desk, draft) == "There is a career with the same title already: “Coder”."
        listed = desk.get(admin_url(Career, "changelist")).context["cl"].result_list
        assert sorted(career.title for career in listed) == ["Clerk", "Coder"]

    def test_is_opened_with_all_its_words_and_mended(self, desk, draft):
        proposal = draft.proposals.get()
        answer = act(desk, draft, "open", proposal=proposal.pk)
        assert (filled_in(answer)["title"], filled_in(answer)["summary"]) == (["Coder"], ["Mine."])
        url = f"{admin_url(Career.objects.get(title='Clerk'))}?proposal={proposal.pk}"
        assert desk.post(url, filled_in(answer, title="Clerk of works")).status_code == 302
        assert draft.proposals.get().after == {"title": "Clerk of works", "summary": "Mine."}

    def test_keeps_its_words_when_the_published_row_is_saved_on(self, desk, draft):
        assert save(desk, Career.objects.get(title="Clerk"), title="Clerk of works").status_code == 302
        assert draft.proposals.get().after == {"title": "Clerk of works", "summary": "Mine."}


class TestWhatItRefersToIsGone:
    def test_is_told_and_taken_out(self, desk, bens_desk, ann, settings):
        career = CareerFactory()
        draft_new_row(ann, Point, career=career, label="Calm")
        meanwhile(settings)
        url = admin_url(career, "delete")
        assert bens_desk.post(url, filled_in(bens_desk.get(url))).status_code == 302
        settings.REVIEW = True
        pages_open(desk, Point, Career)
        draft = only_draft()
        point = draft.proposals.get(model="careers.point")
        assert problem_of(desk, draft) == "Career: the career that it refers to is not there any more."
        assert "cannot be written as it is" in said_to(hand_in(desk, draft))
        act(desk, draft, "drop", proposal=point.pk)
        assert not draft.proposals.filter(model="careers.point").exists()


class TestARemovalOfWhatOthersNeedByNow:
    def test_is_told(self, desk, ann):
        source = SourceFactory()
        draft_removal(ann, source)
        PointFactory(source=source, label="Calm")
        pages_open(desk, Source, Point)
        assert "It cannot be removed as long as these refer to it" in problem_of(desk, only_draft())
        assert source in desk.get(admin_url(Source, "changelist")).context["cl"].result_list


class TestARuleBrokenTogether:
    def test_is_told(self, desk, bens_desk, ann, settings):
        salary = SalaryFactory(low=30_000, high=60_000, median=None, marks={})
        draft_change(ann, salary, low=50_000)
        Salary.objects.filter(pk=salary.pk).update(high=40_000, version=salary.version + 1)
        pages_open(desk, Salary)
        words = problem_of(desk, only_draft())
        assert words.startswith("Together with what is published by now it breaks a rule.")
        assert "cannot be written as it is" in said_to(hand_in(desk, only_draft()))


def test_a_career_skill_twice_in_two_drafts_is_told(desk, ann, ben, bens_desk):
    career, skill, source = CareerFactory(), SkillFactory(), SourceFactory()
    said = {"career": career, "skill": skill, "source": source}
    draft_new_row(ann, CareerSkill, **said)
    draft_new_row(ben, CareerSkill, **said)
    bens = Draft.objects.get(author=ben)
    hand_in(bens_desk, bens)
    publish(desk, bens)
    mine = Draft.objects.get(author=ann)
    assert problem_of(desk, mine).startswith(
        "There is a skill of a career with the same career and skill and source already"
    )
    pages_open(desk, CareerSkill)
    assert CareerSkillFactory._meta.model.objects.count() == 1
