"""An edition leaves those answers standing that it makes no difference to, in each of two workers, and no others."""

import re
from collections.abc import Callable

import pytest
from django.core.handlers.wsgi import WSGIHandler

from careers.models import Career, Occupation, OccupationMatch, RelatedCareer, Rung
from education.models import Credential
from facts.actions import Publication, publishing, withdraw
from facts.freezing import unfrozen
from facts.models import Edition, Place, Release, Source
from salaries.models import Salary
from serving.response_cache import ResponseCache
from tests.factories import OccupationMatchFactory, RelatedCareerFactory
from tests.serving.asking import Asked, ask, open_connection  # noqa: F401 - a fixture

GUIDE, CLERK = "medical-records-administrator", "medical-records-clerk"
CLERKS_PAGE, OCCUPATION = f"/careers/{CLERK}/", "/occupations/15-1243/"
WAGE, CELLS = "/wages/may-2024/29-2072/US/", "/occupations/29-2072/places/"
OF_OTHERS = (CLERKS_PAGE, f"{CLERKS_PAGE}handout/", f"{CLERKS_PAGE}toolkit/", f"{CLERKS_PAGE}readiness/", WAGE, CELLS)
OF_THE_GUIDE = (
    f"/careers/{GUIDE}/",
    f"/careers/{GUIDE}.md",
    f"/careers/{GUIDE}/toolkit/",
    f"/careers/{GUIDE}/readiness/",
    "/figures/himalayas-mra-median/",
    f"/embed/jobs/{GUIDE}/pay/",
)
LISTS = ("/careers/", "/methodology/")
ADDRESSES = (*OF_OTHERS, OCCUPATION, *OF_THE_GUIDE, *LISTS)
FOOTER = re.compile(r'<p class="edition">.*?</p>\s*<p>.*?</p>|Edition \d+', re.DOTALL)

pytestmark = pytest.mark.usefixtures("db", "guides", "open_connection")


def change(row, field, value):
    def act(publication: Publication) -> None:
        found = row()
        setattr(found, field, value)
        found.save()
        publication.changed(found)

    return act


def tie(publication: Publication) -> None:
    career, group = Career.objects.get(slug=GUIDE), Occupation.objects.get(code="15-1243")
    publication.created(OccupationMatchFactory(career=career, occupation=group, match=OccupationMatch.Match.BROADER))


def name_beside(publication: Publication) -> None:
    one, other = (Career.objects.get(slug=slug) for slug in (GUIDE, CLERK))
    publication.created(RelatedCareerFactory(career=one, related=other))


def name_no_longer(publication: Publication) -> None:
    row = RelatedCareer.objects.filter(career__slug=GUIDE, related__isnull=False).first()
    publication.removed(row)
    row.delete()


OWN = {
    "a note": change(lambda: Salary.objects.get(key="himalayas-mra-median"), "note", "As of today."),
    "a rung": change(lambda: Rung.objects.filter(ladder__career__slug=GUIDE).first(), "title", "Chief of records"),
    "a title": change(lambda: Career.objects.get(slug=GUIDE), "title", "Records administrator"),
    "a tie": tie,
    "a job named beside": name_beside,
    "a job named no longer": name_no_longer,
}
SHARED = {
    "a credential": change(lambda: Credential.objects.get(slug="rhit"), "name", "Registered records technician"),
    "a source": change(lambda: Source.objects.get(slug="bls-oews"), "publisher", "Bureau of Pay"),
    "a place": change(lambda: Place.objects.get(code="US"), "name", "The States"),
    "a release": change(lambda: Release.objects.get(slug="may-2024"), "label", "Spring 2024"),
}


def publish(act: Callable[[Publication], None]) -> Edition:
    with publishing(act=Edition.Act.EDIT, reason="Edited.") as publication:
        act(publication)
    return publication.edition


@pytest.fixture
def django():
    return Asked()


@pytest.fixture
def worker(django):
    """With the answers about others kept."""
    made = ResponseCache(django, capacity=8_000_000)
    for address in OF_OTHERS:
        assert ask(made, address).status == 200, address
    django.count = 0
    return made


@pytest.fixture
def workers(django):
    """Each with all of it kept."""
    made = [ResponseCache(django, capacity=8_000_000) for _ in range(2)]
    for address in ADDRESSES:
        assert [ask(worker, address).status for worker in made] == [200, 200], address
    django.count = 0
    return made


def as_made_anew(address: str) -> str:
    """From the rows alone, without what names the edition."""
    with unfrozen():
        return FOOTER.sub("", ask(WSGIHandler(), address).text)


@pytest.mark.parametrize("acts", [OWN, SHARED], ids=["of one career", "of what all share"])
def test_no_worker_gives_what_an_edition_changed(workers, django, acts):
    for name, act in acts.items():
        publish(act)
        for address in ADDRESSES:
            made = django.count
            given = [ask(worker, address) for worker in workers]
            assert given[0].body == given[1].body, (name, address)
            if django.count == made:
                assert FOOTER.sub("", given[0].text) == as_made_anew(address), (name, address)


def test_answers_about_others_stand(worker, django):
    before = [ask(worker, address).headers["ETag"] for address in OF_OTHERS]
    publish(OWN["a rung"])
    assert [ask(worker, address).headers["ETag"] for address in OF_OTHERS] == before
    assert django.count == 0


def test_nothing_stands_where_an_edition_changed_what_all_share(worker, django):
    publish(SHARED["a credential"])
    for address in OF_OTHERS:
        ask(worker, address)
    assert django.count == len(OF_OTHERS)


def test_nothing_stands_where_a_release_is_withdrawn(worker):
    withdraw(Release.objects.get(slug="may-2024"), because="It was wrong.")
    assert ask(worker, WAGE).status == 410


def test_a_page_and_its_tag_name_the_edition_that_changed_it(worker):
    edition = publish(OWN["a rung"])
    fresh = ResponseCache(WSGIHandler(), capacity=8_000_000)  # of a worker that has just started
    for address in OF_THE_GUIDE[:1]:
        assert f"Edition {edition.number}</a>" in ask(fresh, address).text
    for address in (CLERKS_PAGE, WAGE):
        kept, made = ask(worker, address), ask(fresh, address)
        assert made.headers["ETag"] == kept.headers["ETag"]
        assert f"Edition {edition.number}</a>" not in made.text
        assert "This page last changed" in made.text


def test_an_edition_costs_a_few_queries_once(worker, django_assert_num_queries):
    publish(OWN["a note"])
    with django_assert_num_queries(2):
        ask(worker, CLERKS_PAGE)
    with django_assert_num_queries(0):
        for address in OF_OTHERS:
            ask(worker, address)


def test_all_is_made_anew_where_a_backup_was_restored(worker, django):
    """The same number is another edition there."""
    Edition.objects.newest_first().update(published_at="2020-01-01T00:00:00Z")
    ask(worker, CLERKS_PAGE)
    ask(worker, WAGE)
    assert django.count == 2


def test_an_answer_of_an_edition_that_was_asked_for_rests_on_everything(worker, django):
    address = f"{CLERKS_PAGE}?edition=1"
    for _ in range(2):
        ask(worker, address)
    publish(OWN["a note"])
    django.count = 0
    ask(worker, address)
    assert django.count == 1
