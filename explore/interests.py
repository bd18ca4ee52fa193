from collections.abc import Iterable

from careers.models import Rating
from careers.models.record.rating import RatingQuerySet
from explore.newest import of_newest_release

INTERESTS = (
    ("realistic", "Realistic: things, tools, the outdoors"),
    ("investigative", "Investigative: finding out"),
    ("artistic", "Artistic: making, expressing"),
    ("social", "Social: helping, teaching"),
    ("enterprising", "Enterprising: leading, persuading"),
    ("conventional", "Conventional: order, records, rules"),
)
"""In the order in which O*NET numbers them from 1."""
NUMBERS = {name: number for number, (name, _) in enumerate(INTERESTS, start=1)}
WHOLE = ".00"
"""How the code of O*NET-SOC ends that stands for all of a SOC occupation."""


def best_fits(names: Iterable[str] = tuple(NUMBERS)) -> RatingQuerySet:
    rated = of_newest_release(Rating.objects.published().first_interests())
    return rated.filter(value__in=[NUMBERS[name] for name in names], occupation__code__endswith=WHOLE)
