"""Lists that answer what people ask most often."""

from dataclasses import dataclass

from explore.search.questions import BELOW_ASSOCIATE


@dataclass(frozen=True, slots=True)
class ReadyList:
    """`values` are parameters of the list of jobs."""

    title: str
    values: dict[str, str]


READY_LISTS = (
    ReadyList("Highest paid jobs without a college degree", {"education": BELOW_ASSOCIATE, "ordering": "-median"}),
    ReadyList("Fastest growing jobs", {"ordering": "-growth"}),
    ReadyList("Highest paid jobs", {"ordering": "-median"}),
    ReadyList("Shrinking jobs", {"growth_max": "-0.01", "ordering": "growth"}),
    ReadyList("Jobs with the most people", {"ordering": "-employment"}),
    ReadyList("Jobs you can do at home", {"from_home": "true", "ordering": "-median"}),
)
