"""The desk's first page: what waits for an editor, how much of it, and where it lies."""

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.models import Draft
from editorial.queue import Queue, QueueHeading, queues_for, register
from facts.models import Source
from tests import factories as make
from tests.checked import check_everything

MOST_QUERIES = 45


def queues(client) -> dict[str, tuple[int, str]]:
    """The queues on the desk: how much lies in each, and the address of its list."""
    check_everything()
    shown = client.get(reverse("admin:index")).context["queues"]
    return {queue.slug: (count, address) for _, rows in shown for queue, count, address in rows}


def listed(client, address) -> int:
    """How much the list at `address` shows."""
    context = client.get(address).context
    return len(context["items"]) if "items" in context else context["cl"].result_count


def disagree(**said):
    """Two ranges of one source for one question, which do not agree."""
    one = make.SalaryFactory(range=True, **said)
    return one, make.SalaryFactory(career=one.career, source=one.source, open_ended=True)


def contradicted():
    """A claim of the median of May 2023 that the record has otherwise."""
    claim = make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
    match = make.OccupationMatchFactory(career=claim.career)
    make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=2023), annual_median=48_780)
    return claim


def old():
    return make.SalaryFactory(reference_start=date(2015, 5, 1), reference_end=date(2015, 5, 31))


def left_behind():
    claim = make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
    make.WageFactory(release=make.ReleaseFactory(year=2024))
    return claim


FILLED = {
    "review": lambda ann: make.DraftFactory(waiting=True),
    "assigned": lambda ann: make.DraftFactory(waiting=True, assignee=ann),
    "sent-back": lambda ann: make.DraftFactory(author=ann, words="Name the table."),
    "guides-due": lambda ann: make.CareerFactory(review_by=date(2020, 1, 1)),
    "links": lambda ann: make.LinkCheckFactory(failures=2, answer="404 Not Found"),
    "mine": lambda ann: make.DraftFactory(author=ann),
    "reports": lambda ann: make.ReportFactory(),
    "disagreements": lambda ann: disagree(),
    "contradictions": lambda ann: contradicted(),
    "old-salary": lambda ann: old(),
    "old-outlook": lambda ann: make.OutlookFactory(start_year=2012, end_year=2022),
    "old-path": lambda ann: make.PathFactory(reference_start=date(2015, 1, 1), reference_end=date(2015, 12, 31)),
    "old-timetoentry": lambda ann: make.TimeToEntryFactory(
        reference_start=date(2015, 1, 1), reference_end=date(2015, 12, 31)
    ),
    "old-exposureclaim": lambda ann: make.ExposureClaimFactory(
        reference_start=date(2015, 1, 1), reference_end=date(2015, 12, 31)
    ),
    "left-behind": lambda ann: left_behind(),
    "superseded": lambda ann: make.ReleaseFactory(next_due=date(2024, 4, 30)),
    "addresses": lambda ann: make.SourceFactory(url=""),
}


def test_every_pile_of_the_desk_is_tried_here(desk):
    assert set(queues(desk)) == set(FILLED)


@pytest.mark.parametrize("slug", FILLED)
def test_a_pile_counts_what_its_list_shows(desk, ann, slug):
    assert queues(desk)[slug][0] == 0
    FILLED[slug](ann)
    count, address = queues(desk)[slug]
    assert count == listed(desk, address) == 1


def test_the_desk_s_queries_do_not_grow_with_what_waits(desk, ann):
    counts = []
    for _ in range(2):
        for fill in FILLED.values():
            fill(ann)
            fill(ann)
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("admin:index"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


@pytest.mark.parametrize("slug", ["disagreements", "contradictions", "left-behind"])
def test_the_queries_of_a_pile_of_its_own_do_not_grow_either(desk, ann, slug):
    counts = []
    for _ in range(2):
        FILLED[slug](ann)
        FILLED[slug](ann)
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("admin:queue", args=[slug]))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30


class TestAWordOfOurs:
    """An editor's word on a statement is its note, or its rank with a reason."""

    def test_settles_a_disagreement(self, desk):
        one, _ = disagree()
        one.note = "Two tables of one page."
        one.save()
        assert queues(desk)["disagreements"][0] == 0

    @pytest.mark.parametrize("said", [{"note": "A slip."}, {"rank": "deprecated", "rank_reason": "A slip."}])
    def test_settles_a_contradicted_claim(self, desk, said):
        claim = contradicted()
        for name, words in said.items():
            setattr(claim, name, words)
        claim.save()
        assert queues(desk)["contradictions"][0] == 0

    def test_is_asked_for_with_the_way_to_the_form(self, desk):
        claim = contradicted()
        page = desk.get(queues(desk)["contradictions"][1]).content.decode()
        assert reverse("admin:salaries_salary_change", args=[claim.pk]) in page
        assert "$48,780" in page


class TestAge:
    @pytest.mark.parametrize(("years", "is_old"), [(4, 0), (5, 1), (6, 1)])
    def test_begins_after_five_years(self, desk, years, is_old):
        today = timezone.now().date()
        ended = date(today.year - years, today.month, 1)
        make.SalaryFactory(reference_start=ended, reference_end=ended)
        assert queues(desk)["old-salary"][0] == is_old

    def test_ends_when_an_editor_says_that_it_is_out_of_date(self, desk):
        salary = old()
        salary.rank, salary.rank_reason = "deprecated", "A later edition has another."
        salary.save()
        assert queues(desk)["old-salary"][0] == 0

    def test_a_projection_is_old_once_its_window_has_passed(self, desk):
        this = timezone.now().year
        make.OutlookFactory(start_year=this - 10, end_year=this)
        assert queues(desk)["old-outlook"][0] == 0

    def test_the_record_s_own_are_not_for_editors(self, desk):
        make.OutlookFactory(of_occupation=True, start_year=2002, end_year=2012)
        assert queues(desk)["old-outlook"][0] == 0

    def test_a_claim_for_the_newest_release_is_not_left_behind(self, desk):
        make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
        make.WageFactory(release=make.ReleaseFactory(year=2023))
        assert queues(desk)["left-behind"][0] == 0

    def test_nor_is_one_left_behind_by_a_release_that_is_not_out(self, desk):
        left_behind().source  # noqa: B018
        release = make.ReleaseFactory(year=2024)
        release.state = "importing"
        release.save()
        assert queues(desk)["left-behind"][0] == 0


def test_a_release_that_is_superseded_is_named_with_the_day_on_which_the_next_was_due(desk):
    release = make.ReleaseFactory(next_due=date(2024, 4, 30))
    page = desk.get(queues(desk)["superseded"][1]).content.decode()
    assert f"{release.source.title} May 2024" in page
    assert "The next release was due by April 30, 2024." in page
    assert reverse("admin:facts_release_change", args=[release.pk]) in page


@pytest.mark.parametrize(
    ("url", "works"),
    [
        ("https://www.bls.gov/oes/", True),
        ("http://example.org", True),
        ("HTTPS://example.org:8443/a?b#c", True),
        ("", False),
        ("https://", False),
        ("https://localhost/", False),
        ("https://exa mple.org/", False),
        ("https://example.org/a b", False),
    ],
)
def test_an_address_works_that_is_one_of_the_web(db, url, works):
    source = make.SourceFactory(url=url)
    assert (source not in Source.objects.without_address()) is works


@pytest.mark.parametrize("url", ["bls.gov", "ftp://example.org/", "javascript:alert('example.org')"])
def test_an_address_of_another_kind_is_not_kept_at_all(db, url):
    with pytest.raises(IntegrityError):
        make.SourceFactory(url=url)


def test_what_editors_judge_themselves_needs_no_address(db):
    make.SourceFactory(url="", kind=Source.Kind.EDITORIAL)
    assert not Source.objects.without_address().exists()


def test_only_my_drafts_are_mine_until_they_are_settled(desk, ann, ben):
    for state in (Draft.State.OPEN, Draft.State.DISCARDED):
        for author in (ann, ben):
            make.DraftFactory(author=author, state=state)
    count, address = queues(desk)["mine"]
    assert count == listed(desk, address) == 1


def test_who_may_see_nothing_is_shown_no_pile(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("new", is_staff=True))
    assert queues(client) == {}
    assert client.get(reverse("admin:queue", args=["contradictions"])).status_code == 403


def test_there_is_no_other_pile(desk):
    assert desk.get(reverse("admin:queue", args=["no-such-queue"])).status_code == 404
    assert desk.get(reverse("admin:queue", args=["review"])).status_code == 404


def test_a_pile_is_registered_once(ann):
    queue = queues_for(ann)[0]
    with pytest.raises(ValueError, match="already"):
        register(Queue(queue.slug, QueueHeading.DRAFTS, "Again", "", "editorial.view_draft", lambda user: 0))


def test_the_desk_says_that_the_second_pair_of_eyes_is_off(desk, settings):
    assert "second pair of eyes is off" in desk.get(reverse("admin:index")).content.decode()
    settings.REVIEW = True
    assert "second pair of eyes is off" not in desk.get(reverse("admin:index")).content.decode()
