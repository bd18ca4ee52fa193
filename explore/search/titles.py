from collections.abc import Iterable, Iterator, Mapping

from django.conf import settings

from careers.models import AlternateTitle, Career, Occupation, OccupationTitle, Rung
from careers.schemes import scheme_called
from explore.search.entry import As, SearchEntry, SearchKind, Target


def read_titles() -> list[SearchEntry]:
    """Five queries."""
    careers = {career.pk: _career(career) for career in Career.objects.select_related("field")}
    return [*_of_careers(careers), *_of_occupations()]


def _of_careers(careers: Mapping[int, Target]) -> Iterator[SearchEntry]:
    for target in careers.values():
        yield SearchEntry(target.name, target)
    for title, career in AlternateTitle.objects.values_list("title", "career_id"):
        yield SearchEntry(title, careers[career], As.OTHER_NAME)
    for title, career in Rung.objects.values_list("title", "ladder__career_id"):
        yield SearchEntry(title, careers[career], As.RUNG)


def _of_occupations() -> Iterator[SearchEntry]:
    occupations = {row.pk: _occupation(row) for row in Occupation.objects.defer("definition")}
    for target in occupations.values():
        yield SearchEntry(target.name, target)
        yield SearchEntry(target.code, target, As.CODE)
    for occupation, *titles in _other_titles():
        if named := occupations.get(occupation):  # one that came between the two queries waits for its edition
            yield from (SearchEntry(title, named, As.OTHER_NAME) for title in titles if title)


def _other_titles() -> Iterable[tuple]:
    titles = OccupationTitle.objects.published().order_by("occupation", "title", "short_title")
    return titles.values_list("occupation", "title", "short_title").distinct()


def _career(career: Career) -> Target:
    return Target(SearchKind.CAREER, career.slug, career.title, career.get_absolute_url(), detail=career.field.name)


def _occupation(occupation: Occupation) -> Target:
    return Target(
        SearchKind.OCCUPATION,
        occupation.code,
        occupation.title,
        occupation.get_absolute_url(),
        scheme=occupation.scheme,
        detail=f"{occupation.code}, {occupation.get_scheme_display()}",
        is_past=scheme_called(occupation.scheme).is_past,
        is_abroad=scheme_called(occupation.scheme).country != settings.COUNTRY,
    )
