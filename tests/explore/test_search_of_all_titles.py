"""The search over all titles of O*NET, as its publisher lists them, where RUNGS_DATA names a folder that holds them."""

import csv
import gzip
import random
from collections import defaultdict
from functools import cache

import pytest

from explore.search.entry import As, SearchEntry, SearchKind, Target
from explore.search.index import TitleIndex
from tests import needs
from tests.mistyping import mistyped

pytestmark = pytest.mark.data

DRAWN = 300


@cache
def bearers() -> dict[str, set[str]]:
    """The codes of the occupations that each alternate title is a title of."""
    folder = needs.data() / "onet-29.0-text"
    found = defaultdict(set)
    with gzip.open(folder / "Alternate Titles.txt.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[row["Alternate Title"]].add(row["O*NET-SOC Code"])
    return found


@cache
def index() -> TitleIndex:
    folder = needs.data() / "onet-29.0-text"
    with (folder / "Occupation Data.txt").open(encoding="utf-8") as lines:
        names = {row["O*NET-SOC Code"]: row["Title"] for row in csv.DictReader(lines, delimiter="\t")}
    targets = {code: Target(SearchKind.OCCUPATION, code, name, f"/occupations/{code}/") for code, name in names.items()}
    others = [SearchEntry(title, targets[code], As.OTHER_NAME) for title, codes in bearers().items() for code in codes]
    return TitleIndex([SearchEntry(target.name, target) for target in targets.values()] + others)


@pytest.mark.parametrize(("errors", "share"), [(0, 1), (1, 0.95), (2, 0.85)])
def test_a_mistyped_title_is_among_the_first_three(errors, share):
    drawn = random.Random(29_2072)
    titles = drawn.sample(sorted(bearers()), DRAWN)
    found = [_is_found(title, mistyped(title, errors, drawn)) for title in titles]
    assert sum(found) / DRAWN >= share


def _is_found(title, typed):
    return any(hit.target.code in bearers()[title] for hit in index().search(typed).hits[:3])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("medcal recrods adminstrator", "11-9111.00"),
        ("reg nurse", "29-1141.00"),
        ("db admin", "15-1242.00"),
        ("data base administrator", "15-1242.00"),
        ("medical record clerk", "29-2072.00"),
    ],
)
def test_what_people_type_finds_the_occupation_first(typed, code):
    assert index().search(typed).hits[0].target.code == code
