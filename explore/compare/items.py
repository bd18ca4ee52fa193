from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, prefetch_related_objects

from careers.models import Career, Occupation
from explore.filters.problems import Problem, is_plain, shown
from explore.search import search
from explore.search.entry import SearchKind, Target

MOST = 4
MOST_READ = 12
LONGEST = 200
LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class ComparedItem:
    letter: str
    name: str
    subject: Career | Occupation

    @property
    def is_career(self) -> bool:
        return isinstance(self.subject, Career)

    @property
    def title(self) -> str:
        return self.subject.title


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """`readings`: names that search read, each with the title that it found."""

    items: list[ComparedItem]
    problems: list[Problem]
    readings: list[tuple[str, str]] = field(default_factory=list)


def choose(names: Sequence[str]) -> ItemChoice:
    """Slugs, titles or codes, in any case: three queries. Any other name is searched for."""
    wanted = [name.strip() for name in names if name.strip()][:MOST_READ]
    problems = [_problem("unreadable", name) for name in wanted if not _readable(name)]
    known = _Known([name for name in wanted if _readable(name)])
    subjects: list[Career | Occupation] = []
    readings = []
    for name in filter(_readable, wanted):
        found = known.find(name)
        if found is None and (found := _searched(name)):
            readings.append((name, found.title))
        if found is None:
            problems.append(_problem("unknown", name))
        elif code := _refusal(found, subjects):
            problems.append(_problem(code, found.title))
        else:
            subjects.append(found)
    items = [ComparedItem(letter, address_name(row), row) for letter, row in zip(LETTERS, subjects, strict=False)]
    return ItemChoice(items, problems, readings)


def _searched(name: str) -> Career | Occupation | None:
    """The job that search puts first: "nurse" is read as Registered nurses."""
    hits = search(name).hits
    return _job(hits[0].target) if hits else None


def _job(target: Target) -> Career | Occupation | None:
    if target.kind is SearchKind.CAREER:
        return Career.objects.select_related("field").filter(slug=target.code).first()
    return Occupation.objects.filter(scheme=target.scheme, code=target.code).first()


def address_name(subject: Career | Occupation) -> str:
    """ "medical-transcriptionist", "29-2072", "soc-2010:29-2071"."""
    if isinstance(subject, Career):
        return subject.slug
    return subject.code if subject.is_unit_of_record else f"{subject.scheme}:{subject.code}"


class _Known:
    def __init__(self, names: Collection[str]):
        codes = [name.rpartition(":")[2] for name in names]
        self.by_name: dict[str, Career | Occupation] = {}
        for occupation in Occupation.objects.filter(_any("title", names) | Q(code__in=codes)).order_by("scheme"):
            self._add(occupation, occupation.title, f"{occupation.scheme}:{occupation.code}", occupation.code)
        named = _any("title", names) | _any("slug", names) | _any("alternate_titles__title", names)
        careers = list(Career.objects.filter(named).select_related("field").distinct())
        own = {name.casefold() for career in careers for name in (career.title, career.slug)}
        if not own.issuperset(name.casefold() for name in names):
            prefetch_related_objects(careers, "alternate_titles")
            for career in careers:
                self._add(career, *(other.title for other in career.alternate_titles.all()))
        for career in careers:  # its own title goes before another's other title
            self._add(career, career.title, career.slug)

    def _add(self, row: Career | Occupation, *names: str) -> None:
        self.by_name |= {name.casefold(): row for name in names}

    def find(self, name: str) -> Career | Occupation | None:
        return self.by_name.get(name.casefold())


def _any(field: str, names: Iterable[str]) -> Q:
    found = Q(pk__in=())
    for name in names:
        found |= Q(**{f"{field}__iexact": name})
    return found


def _refusal(found: Career | Occupation, chosen: Sequence[Career | Occupation]) -> str:
    if found in chosen:
        return "repeated"
    return "too_many" if len(chosen) == MOST else ""


def _readable(name: str) -> bool:
    return len(name) <= LONGEST and is_plain(name)


_MESSAGES = {
    "unreadable": "{name} is no title and no code: it is too long, or holds characters that no text has.",
    "unknown": "There is no career and no occupation called {name} here.",
    "repeated": "{name} was given twice and is shown once.",
    "too_many": "{name} is left out: four at most stand side by side.",
}


def _problem(code: str, name: str) -> Problem:
    return Problem("item", code, _MESSAGES[code].format(name=shown(name.replace("\x00", ""))))
