"""Titles as people type them, with all that is published of titles: the job that answers each comes first.

The second list was written down before search was tuned, the third before its misses were looked at again.
"""

import statistics
import time
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core.management import call_command

from careers.models import Occupation, OccupationTitle
from explore.job_rows import read_job_lines
from explore.reference_releases import newest_yardstick
from explore.search import search
from tests import needs

pytestmark = [pytest.mark.data, pytest.mark.long, pytest.mark.django_db]

LISTS = {name: Path(__file__).parent / f"titles_{name}.tsv" for name in ("first", "second", "third")}
FIRST_SHARE, THREE_SHARE = 0.85, 0.95
FOREIGN = ("Krankenschwester", "Softwareentwickler", "infirmière")
"""Of other languages, which no source here has titles in: they are not counted in the first three."""
APART = 0.05
SLOWEST = 15  # milliseconds, for 19 of 20


class Sought(NamedTuple):
    title: str
    codes: tuple[str, ...]


def read_list(path: Path) -> list[Sought]:
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith(("#", "title\t"))]
    rows = (line.split("\t") for line in lines)
    return [Sought(title, tuple(codes.replace(",", " ").split())) for title, codes in rows]


@pytest.fixture(scope="module", autouse=True)
def _abroad(everything, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        call_command("import_release", "esco", str(needs.data() / "esco-1.2.1-en"), verbosity=0)
        call_command("import_release", "isco-ibs", str(needs.data() / "isco" / "soc10_isco08.csv"), verbosity=0)


@pytest.fixture(scope="module")
def lists(_abroad) -> dict[str, list[Sought]]:
    return {name: read_list(path) for name, path in LISTS.items()}


def place_of(sought: Sought) -> int | None:
    """At which place the right job stands, counted from 0."""
    return next((place for place, hit in enumerate(search(sought.title).hits[:3]) if _answers(hit, sought.codes)), None)


def _answers(hit, codes: tuple[str, ...]) -> bool:
    """By the code of the job's group, or of the occupation abroad whose title led to the job."""
    code = Occupation.objects.get(pk=hit.target.counted_in).code if hit.target.counted_in else ""
    american = tuple(code for code in codes if "-" in code)
    abroad = tuple(code for code in codes if "-" not in code)
    return code.startswith(american) or (
        bool(abroad) and any(own.startswith(abroad) for own in _codes_abroad(hit.title))
    )


def _codes_abroad(title: str) -> list[str]:
    titles = OccupationTitle.objects.named(title).filter(occupation__scheme="esco")
    named = Occupation.objects.filter(scheme="esco", title__iexact=title)
    return [*titles.values_list("occupation__code", flat=True), *named.values_list("code", flat=True)]


def shares(sought: list[Sought]) -> tuple[float, float]:
    """Of the right job first, and among the first three of those in English."""
    places = {each.title: place_of(each) for each in sought}
    english = [place for title, place in places.items() if title not in FOREIGN]
    return [*places.values()].count(0) / len(places), sum(place is not None for place in english) / len(english)


def test_the_right_job_comes_first(lists):
    reached = {name: shares(sought) for name, sought in lists.items()}
    print(", ".join(f"{name} list {first:.1%} first, {three:.1%} in three" for name, (first, three) in reached.items()))  # noqa: T201 - read with -s
    first, three = reached["first"]
    assert first >= FIRST_SHARE
    assert three >= THREE_SHARE
    for other, other_three in reached.values():
        assert other >= first - APART
        assert other_three >= three - APART


def test_every_first_hit_that_has_pay_in_the_record_shows_it(lists):
    yardstick, unpaid = newest_yardstick(), []
    paid = set(yardstick.counted_wages().values_list("occupation", flat=True))
    for sought in chain(*lists.values()):
        for hit in search(sought.title).hits[:1]:
            group = Occupation.objects.get(pk=hit.target.counted_in)
            line = read_job_lines([group.pk], yardstick)[group.pk]
            if {group.pk, group.parent_id} & paid and not (line.pay or line.pay_gap):
                unpaid.append((sought.title, group.code))
    assert unpaid == []


def test_nineteen_of_twenty_searches_are_fast(lists):
    search("nurse")
    took = []
    for sought in chain(*lists.values()):
        since = time.process_time()
        search(sought.title)
        took.append(1000 * (time.process_time() - since))
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"median {statistics.median(took):.1f} ms, p95 {p95:.1f} ms")  # noqa: T201 - read with -s
    assert p95 <= SLOWEST
