"""A guide is written on one page: its parts are added, changed, moved and removed there, and kept in the draft."""

import pytest
from django.contrib import admin
from django.urls import reverse

from careers.admin.guide_page.page import GuidePage
from careers.admin.guide_page.positions import Placed, positions
from careers.chapters import CHAPTERS
from careers.models import Career, CareerSkill, OccupationMatch, Rung, Section, Skill
from careers.parts import guide_parts
from editorial.models import Draft, Proposal
from education.models import Step
from facts.models import Correction, Edition, Source
from pages.job.chapters import CHAPTERS as CHAPTERS_OF_PAGE
from salaries.models import Salary
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.guide_pages import TypedGuide, guide_url
from tests.factories import (
    CareerFactory,
    LadderFactory,
    OccupationFactory,
    PointFactory,
    ResponsibilityFactory,
    SalaryFactory,
    SourceFactory,
    StepFactory,
)


@pytest.fixture
def career(db):
    return CareerFactory(title="Acupuncturist", slug="acupuncturist")


@pytest.fixture
def source(db):
    return SourceFactory(slug="example-acupuncturist")


@pytest.fixture
def typed(authors_desk, review, career, source):
    """The page as Amy has opened it, who may not publish alone."""
    return TypedGuide(authors_desk, guide_url(career, source))


def kinds_proposed() -> dict[str, int]:
    found: dict[str, int] = {}
    for proposal in Proposal.objects.all():
        name = f"{proposal.kind} {proposal.model.rpartition('.')[2]}"
        found[name] = found.get(name, 0) + 1
    return found


class TestWritingIt:
    def test_nothing_typed_changes_nothing(self, typed, career, source):
        ResponsibilityFactory(career=career, source=source)
        SalaryFactory(career=career, source=source)
        typed.open()
        answer = typed.save()
        assert "Nothing had changed" in answer.text
        assert not Draft.objects.exists()

    def test_parts_of_many_kinds_are_added_at_once(self, typed, career, source, bens_desk):
        OccupationFactory(code="29-1291", title="Acupuncturists")
        SourceFactory(editorial=True, slug="rungs-editors")
        typed.add("overview-section", kind="role", heading="What it is", body="They treat with needles.")
        typed.add("overview-occupationmatch", occupation="soc-2018/29-1291", match="exact", reason="The same jobs.")
        typed.add("path-rung", title="Associate")
        typed.add("path-rung", title="Owner", years_min=5, as_printed="5+ years")
        typed.add("pay-salary", level="Owner", as_printed="$90,000", currency="USD", median=90_000, pay_period="year")
        typed.add("shared-skill", name="Moxibustion", kind="technical")
        typed.add("skills-careerskill", skill="Moxibustion", detail="Warming a point.")
        typed.add("become-step", title="Study", text="Take a master’s.")
        answer = typed.save()
        assert "Kept in" in answer.text, answer.text
        assert Proposal.objects.filter(kind="created").count() == 9 + 0, kinds_proposed()
        assert not Edition.objects.exists()
        hand_in(typed.client, only_draft())
        publish(bens_desk, only_draft())
        pay = Salary.objects.get()
        assert pay.level.title == "Owner"
        assert pay.level.ladder.career == career
        assert [rung.position for rung in Rung.objects.order_by("pk")] == [1, 2]
        assert CareerSkill.objects.get().skill == Skill.objects.get(slug="moxibustion")
        assert OccupationMatch.objects.get().source.kind == Source.Kind.EDITORIAL
        assert {row.source for row in (pay, *Rung.objects.all(), *Step.objects.all())} == {source}

    def test_place_and_key_are_carried_over_from_the_section(self, typed, bens_desk):
        typed.add("become-section", kind="becoming", heading="Becoming one", body="It takes years.")
        typed.add("become-step", title="Study", text="Take a master’s.")
        typed.add("become-step", title="Pass", text="Take the exam.")
        typed.save()
        after = [p.after for p in Proposal.objects.filter(model="education.step").order_by("row")]
        assert [one["locator"] for one in after] == ["Becoming one, item 1", "Becoming one, item 2"]
        assert [one["key"] for one in after] == ["example-acupuncturist-step-1", "example-acupuncturist-step-2"]
        section = Proposal.objects.get(model="careers.section").after
        assert (section["locator"], section["key"]) == ("Becoming one", "example-acupuncturist-becoming")

    def test_what_is_right_is_kept_and_what_is_wrong_stays_as_typed(self, typed):
        typed.add("do-responsibility", label="Needling", text="Put needles in.")
        typed.add("do-responsibility", label="", text="Nobody knows what this is.")
        answer = typed.save()
        assert kinds_proposed() == {"created responsibility": 1}
        assert "Saved, but for 1 part" in answer.text
        assert "Nobody knows what this is." in answer.text
        wrong = next(one for one in typed.prefixes("do-responsibility") if not typed.sent[f"{one}-label"][0])
        typed.put(wrong, label="Unknown")
        typed.save()
        assert kinds_proposed() == {"created responsibility": 2}

    def test_a_part_is_removed(self, typed, career, source):
        ResponsibilityFactory(career=career, source=source)
        typed.open()
        typed.put(typed.prefixes("do-responsibility")[0], part_gone="on")
        typed.save()
        assert kinds_proposed() == {"removed responsibility": 1}

    def test_a_rung_goes_with_its_pay_or_says_what_holds_it(self, typed, career, source):
        pay = SalaryFactory(career=career, source=source, by_level=True)
        pay.level.ladder.career = career
        pay.level.ladder.save()
        Rung.objects.filter(pk=pay.level_id).update(source=source)
        type(pay.level.ladder).objects.update(source=source)
        typed.open()
        rung = typed.prefixes("path-rung")[0]
        typed.put(rung, part_gone="on")
        assert "as long as these refer to it" in typed.save().text
        assert not Draft.objects.exists()
        typed.open()
        typed.put(typed.prefixes("path-rung")[0], part_gone="on")
        typed.put(typed.prefixes("pay-salary")[0], part_gone="on")
        typed.save()
        assert kinds_proposed() == {"removed rung": 1, "removed salary": 1}

    def test_a_name_that_nobody_has_is_told_with_what_is_near(self, typed):
        OccupationFactory(code="29-1291", title="Acupuncturists")
        typed.add("overview-occupationmatch", occupation="Acupunct", match="exact", reason="The same jobs.")
        answer = typed.save()
        assert "There is no occupation called “Acupunct”" in answer.text
        assert "soc-2018/29-1291" in answer.text

    def test_a_published_figure_asks_whether_it_was_wrong(self, typed, career, source):
        SalaryFactory(career=career, source=source, median=38_000, as_printed="$38,000")
        typed.open()
        pay = typed.prefixes("pay-salary")[0]
        typed.put(pay, median=39_000, as_printed="$39,000")
        assert "say whether it was wrong here" in typed.save().text
        assert not Draft.objects.exists()
        typed.save(correction_kind="revision")
        assert Proposal.objects.get().correction_kind == Correction.Kind.REVISION

    def test_a_number_that_is_not_printed_is_asked_about(self, typed):
        typed.add("pay-salary", as_printed="$61,000", currency="USD", median=16_000, pay_period="year")
        assert "tick “Numbers are right”" in typed.save().text
        typed.put(typed.prefixes("pay-salary")[0], sure="on")
        typed.save()
        assert kinds_proposed() == {"created salary": 1}


class TestTheirOrder:
    def test_positions_follow_the_order_and_as_few_rows_as_possible_change(self):
        rows = [Placed("", place, place - 1) for place in (1, 2, 3)]
        new = Placed("", None, 9)
        assert positions(rows) == [1, 2, 3]
        assert positions([rows[0], rows[2], rows[1]]) == [1, 2, 3]
        assert positions([*rows, new]) == [1, 2, 3, 4]
        assert positions([rows[0], new, rows[1]]) == [1, 2, 3]
        assert positions([rows[0], rows[2]]) == [1, 3]
        pros, cons = [Placed("pro", place, place) for place in (1, 2)], [Placed("con", place, 9) for place in (1, 2)]
        assert positions([*pros, *cons]) == [1, 2, 1, 2]

    def test_rows_that_share_a_position_are_counted_anew_when_one_moves(self):
        rows = [Placed("", 1, 0), Placed("", 1, 1)]
        assert positions(rows) == [1, 1]
        assert positions(rows[::-1]) == [1, 2]

    def test_steps_change_places(self, typed, career, source, bens_desk):
        """No two steps may have one place, so that neither can be written first."""
        steps = [StepFactory(career=career, source=source, position=place) for place in (1, 2, 3)]
        typed.open()
        first, second, third = typed.prefixes("become-step")
        typed.order(third, second, first)
        typed.save()
        assert kinds_proposed() == {"changed step": 2}
        hand_in(typed.client, only_draft())
        assert "Readers see it now" in publish(bens_desk, only_draft()).text
        assert list(Step.objects.order_by("position")) == steps[::-1]

    def test_a_move_waits_where_a_part_of_the_list_is_wrong(self, typed, career, source):
        for place in (1, 2):
            StepFactory(career=career, source=source, position=place)
        typed.open()
        first, second = typed.prefixes("become-step")
        typed.order(second, first)
        typed.put(first, title="")
        answer = typed.save()
        assert "Saved, but for 1 part" not in answer.text or not Proposal.objects.exists()
        assert not Proposal.objects.exists()
        typed.put(typed.prefixes("become-step")[1], title="Study")
        typed.save()
        assert kinds_proposed() == {"changed step": 2}

    def test_pros_and_cons_are_counted_apart(self, typed, career, source):
        for side in ("pro", "con"):
            PointFactory(career=career, source=source, side=side, position=1)
        typed.open()
        typed.add("points-point", side="pro", label="Calm", text="It is calm.")
        typed.save()
        assert Proposal.objects.get().after["position"] == 2


class TestWithoutScript:
    def test_a_button_adds_blank_parts_that_say_nothing_until_filled_in(self, typed):
        typed.press("_add", "do-responsibility")
        assert len(typed.prefixes("do-responsibility")) == 3
        assert "Nothing had changed" in typed.save().text
        typed.press("_add", "do-responsibility")
        typed.put(typed.prefixes("do-responsibility")[1], label="Needling", text="Put needles in.")
        typed.save()
        assert kinds_proposed() == {"created responsibility": 1}

    def test_a_new_part_has_what_the_one_above_it_has(self, typed):
        typed.add("pay-salary", as_printed="€30", currency="EUR", median=30, pay_period="hour")
        typed.press("_add", "pay-salary")
        _, second, *_ = typed.prefixes("pay-salary")
        assert typed.sent[f"{second}-currency"] == ["EUR"]
        assert typed.sent[f"{second}-pay_period"] == ["hour"]
        assert typed.sent[f"{second}-as_printed"] == [""]

    def test_a_button_moves_a_part_and_keeps_what_is_typed(self, typed):
        typed.add("become-step", title="Pass", text="Take the exam.")
        study = typed.add("become-step", title="Study", text="Read.")
        typed.press("_move", f"{study}:up")
        assert typed.prefixes("become-step")[0] == study
        assert not Draft.objects.exists()
        typed.save()
        titles = Proposal.objects.filter(model="education.step").order_by("after__position")
        assert [one.after["title"] for one in titles] == ["Study", "Pass"]

    def test_prose_is_shown_as_readers_see_it(self, typed):
        typed.add("do-section", kind="duties", heading="Duties", body="They *treat* <script>alert(1)</script>.")
        typed.press("_preview", "yes")
        assert "They <em>treat</em> &lt;script&gt;" in typed.page.text


class TestKeepingWhatIsTyped:
    def test_it_is_kept_in_the_draft_a_moment_later_and_added_once(self, typed):
        part = typed.add("do-responsibility", label="Needling", text="Put needles in.")
        first = typed.keep()
        assert first["saved"]
        assert first["errors"] == {}
        again = typed.keep()  # the answer was lost, and the page still takes it for new
        assert again["parts"][part]["row"] == first["parts"][part]["row"]
        assert kinds_proposed() == {"created responsibility": 1}
        kept = again["parts"][part]
        typed.put(part, part_row=kept["row"], version_read=kept["version"], text="Put needles in, gently.")
        assert typed.keep()["errors"] == {}
        assert Proposal.objects.get().after["text"] == "Put needles in, gently."
        assert "Kept in" not in typed.client.get(typed.url).text

    def test_a_new_skill_is_kept_once_and_named_from_then_on(self, typed):
        skill = typed.add("shared-skill", name="Moxibustion", kind="technical")
        kept = typed.keep()["parts"][skill]
        assert kept["filled"] == {"slug": "moxibustion"}
        typed.put(skill, part_row=kept["row"], version_read=kept["version"], slug="moxibustion")
        typed.add("skills-careerskill", skill="Moxibustion")
        assert typed.keep()["errors"] == {}
        assert kinds_proposed() == {"created skill": 1, "created careerskill": 1}

    def test_what_is_wrong_is_said_by_field(self, typed):
        part = typed.add("do-responsibility", label="", text="Something.")
        said = typed.keep()
        assert said["errors"] == {part: {f"{part}-label": ["This field is required."]}}
        assert not Draft.objects.exists()

    def test_who_publishes_alone_is_told_what_is_wrong_and_nothing_is_public(self, desk, career, source, settings):
        settings.REVIEW = False
        typed = TypedGuide(desk, guide_url(career, source))
        typed.add("do-responsibility", label="Needling", text="Put needles in.")
        wrong = typed.add("do-responsibility", label="", text="Something.")
        said = typed.keep()
        assert (said["saved"], list(said["errors"])) == (False, [wrong])
        assert "Not saved yet" in typed.save().text
        assert not Edition.objects.exists()
        typed.put(typed.prefixes("do-responsibility")[1], label="Unknown")
        typed.save()
        assert Edition.objects.get().changes.count() == 2

    def test_somebody_elses_words_are_met(self, typed, career, source):
        row = ResponsibilityFactory(career=career, source=source, text="Old.")
        typed.open()
        typed.put(typed.prefixes("do-responsibility")[0], text="Mine.")
        row.text = "Theirs."
        row.save()
        answer = typed.save()
        assert "They saved here: “Theirs.”" in answer.text
        assert not Proposal.objects.exists()
        typed.save()
        assert Proposal.objects.get().after["text"] == "Mine."

    def test_what_somebody_else_removed_is_offered_as_new(self, typed, career, source):
        row = ResponsibilityFactory(career=career, source=source)
        typed.open()
        typed.put(typed.prefixes("do-responsibility")[0], text="Mine.")
        row.delete()
        assert "It was removed by somebody else" in typed.save().text
        typed.save()
        assert kinds_proposed() == {"created responsibility": 1}


class TestBeginning:
    def test_a_career_and_its_source_are_named_once_and_slugs_made(self, authors_desk, review, db):
        url = reverse("admin:careers_career_begin")
        assert authors_desk.get(url).status_code == 200
        wrong = authors_desk.post(url, {"title": "Acupuncturist"})
        assert "Needed" in wrong.text or "Say this of a career" in wrong.text
        said = {"title": "Acupuncturist", "summary": "Treats with needles.", "new_field": "Healing"}
        said |= {"publisher": "Rungs", "source_title": "What acupuncturists do"}
        page = authors_desk.post(url, said, follow=True)
        assert page.redirect_chain[-1][0].endswith("/")
        assert "Acupuncturist, as Rungs tells it" in page.text
        made = {one.model: one.after for one in Proposal.objects.all()}
        assert made["careers.career"]["slug"] == "acupuncturist"
        assert made["facts.source"]["slug"] == "rungs-acupuncturist"
        assert not Career.objects.exists()

    def test_a_career_that_is_there_is_used(self, authors_desk, review, career, source):
        page = authors_desk.post(
            reverse("admin:careers_career_begin"), {"title": "acupuncturist", "source": source.pk}, follow=True
        )
        assert page.redirect_chain == [(guide_url(career, source), 302)]


class TestTheChapters:
    def test_they_are_those_of_the_guides_page(self):
        shown = {one.anchor: one for one in CHAPTERS_OF_PAGE}
        for chapter in CHAPTERS:
            of_page = shown[chapter.anchor]
            prose = {kind for part in of_page.parts for kind in part.prose}
            assert (chapter.title, {*chapter.prose}) == (of_page.title, prose)
        order = [one.anchor for one in CHAPTERS_OF_PAGE if one.anchor in {chapter.anchor for chapter in CHAPTERS}]
        assert [chapter.anchor for chapter in CHAPTERS] == order
        assert {kind for chapter in CHAPTERS for kind in chapter.prose} == {*Section.Kind.values}

    def test_every_kind_of_part_has_its_place(self, typed, rf, amy, career, source):
        request = rf.get("/")
        request.user = amy
        page = GuidePage(request, admin.site, career, source)
        models = {each.kind.model for chapter in page.chapters for each in chapter.lists}
        assert models == {model for model, _ in guide_parts()}
        assert page.chapters[-1].chapter.anchor == "related"

    def test_what_is_not_there_is_not_found(self, authors_desk, career, source):
        assert authors_desk.get(reverse("admin:careers_career_guide", args=[career.pk, 0])).status_code == 404
        names = reverse("admin:careers_career_names")
        assert authors_desk.get(names, {"of": "auth.user", "q": "a"}).status_code == 404
        assert authors_desk.get(names, {"of": "facts.source", "q": ""}).json() == {"names": []}

    def test_rows_are_offered_by_name(self, authors_desk, db):
        OccupationFactory(code="29-1291", title="Acupuncturists")
        url = reverse("admin:careers_career_names")
        said = authors_desk.get(url, {"of": "careers.occupation", "q": "acup"}).json()
        assert said["names"][0]["key"] == "soc-2018/29-1291"

    def test_the_queries_do_not_grow_with_the_parts(self, authors_desk, career, source, django_assert_max_num_queries):
        ladder = LadderFactory(career=career, source=source, rungs=5)
        for rung in ladder.rungs.all():
            SalaryFactory(career=career, source=source, level=rung)
        for _ in range(20):
            ResponsibilityFactory(career=career, source=source)
        with django_assert_max_num_queries(50):
            authors_desk.get(guide_url(career, source))
