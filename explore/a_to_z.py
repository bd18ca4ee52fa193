from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from careers.models import AlternateTitle, Career, Occupation, Rung
from explore.reference_releases import CURRENT
from facts.as_of import edition_kept
from facts.edition_key import once_per_edition

OTHER = "other"
"""The letter of titles that begin with none."""


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """`belongs_to` is the career of an alternate title or a rung."""

    title: str
    url: str
    code: str = ""
    belongs_to: str = ""
    is_rung: bool = False


def read_a_to_z() -> dict[str, list[ListedTitle]]:
    return kept_titles(edition_kept())


@once_per_edition(maxsize=1)
def kept_titles() -> dict[str, list[ListedTitle]]:
    found: dict[str, list[ListedTitle]] = defaultdict(list)
    for one in sorted((*_careers(), *_occupations()), key=lambda one: (one.title.casefold(), one.code)):
        found[_letter(one.title)].append(one)
    return {letter: found[letter] for letter in sorted(found, key=lambda letter: (letter == OTHER, letter))}


def _careers() -> Iterator[ListedTitle]:
    careers = Career.objects.in_bulk()
    for career in careers.values():
        yield ListedTitle(career.title, career.get_absolute_url())
    others = AlternateTitle.objects.order_by().values_list("title", "career").distinct()
    rungs = Rung.objects.order_by().values_list("title", "ladder__career").distinct()
    for is_rung, titles in ((False, others), (True, rungs)):
        for title, pk in titles:
            if title != careers[pk].title:
                yield ListedTitle(title, careers[pk].get_absolute_url(), belongs_to=careers[pk].title, is_rung=is_rung)


def _occupations() -> Iterator[ListedTitle]:
    for occupation in Occupation.objects.filter(scheme=CURRENT).defer("definition"):
        yield ListedTitle(occupation.title, occupation.get_absolute_url(), code=occupation.code)


def _letter(title: str) -> str:
    first = normalize("NFD", title)[:1].lower()
    return first if "a" <= first <= "z" else OTHER
