"""Classifications of occupations. No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class ClassificationScheme:
    """`country` (ISO 3166-1) is "" if international.

    A country's `unit_of_record` is used by its newest official figures; `is_past`: replaced by a later version.
    """

    slug: str
    name: str
    country: str = ""
    unit_of_record: bool = False
    is_past: bool = False


_schemes: dict[str, ClassificationScheme] = {}


def register_scheme(scheme: ClassificationScheme) -> None:
    """Raises ValueError for a slug that is taken."""
    if _schemes.setdefault(scheme.slug, scheme) != scheme:
        raise ValueError(f"Two schemes are called {scheme.slug}.")
    unit_of_record.cache_clear()


def unregister_scheme(slug: str) -> None:
    del _schemes[slug]
    unit_of_record.cache_clear()


def schemes() -> list[ClassificationScheme]:
    return list(_schemes.values())


def scheme_called(slug: str) -> ClassificationScheme:
    """An unregistered scheme is named by its slug."""
    return _schemes.get(slug) or ClassificationScheme(slug, slug)


@cache
def unit_of_record(country: str) -> str:
    """Slug, or ""."""
    return next((scheme.slug for scheme in schemes() if scheme.unit_of_record and scheme.country == country), "")


class SchemeSlugs(Sequence[str]):
    """Registered schemes at the time of use."""

    def __len__(self) -> int:
        return len(_schemes)

    def __getitem__(self, place: Any) -> Any:
        return list(_schemes)[place]

    def __iter__(self) -> Iterator[str]:
        return iter(list(_schemes))


class SchemeChoices(Sequence[tuple[str, str]]):
    def __len__(self) -> int:
        return len(_schemes)

    def __getitem__(self, place: Any) -> Any:
        return [(scheme.slug, scheme.name) for scheme in schemes()][place]


AMERICAN = "US"
for _slug, _name, _country, _unit, _past in (
    ("soc-2000", "SOC 2000", AMERICAN, False, True),
    ("soc-2010", "SOC 2010", AMERICAN, False, True),
    ("soc-2018", "SOC 2018", AMERICAN, True, False),
    ("onet-soc-2010", "O*NET-SOC 2010", AMERICAN, False, True),
    ("onet-soc-2019", "O*NET-SOC 2019", AMERICAN, False, False),
    ("isco-08", "ISCO-08", "", False, False),
    ("esco", "ESCO", "", False, False),
):
    register_scheme(ClassificationScheme(_slug, _name, _country, _unit, _past))
