"""The jobs of a list: occupations of the record and careers with a guide, each once, measured in one place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import CharField, Count, Exists, F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from careers.models import Career, Occupation, OccupationMatch
from explore.job_rows import JobLine, read_job_lines
from explore.reference_releases import Yardstick
from facts.addresses import address_of
from facts.unions import united
from salaries.models import Wage

MATCH = OccupationMatch.Match
COLUMNS = ("kind", "pk", "record", "code", "name", "median", "employment", "growth")


@dataclass(frozen=True, slots=True)
class ListedJob:
    """`code` is a career's slug or an occupation's code."""

    name: str
    url: str
    record: int | None
    line: JobLine | None
    summary: str = ""


def jobs_of(yardstick: Yardstick) -> tuple[QuerySet, QuerySet]:
    """Careers, and occupations without a career of exactly the same jobs; `record` is the group that counts each."""
    return _careers(yardstick), _occupations(yardstick)


def _careers(yardstick: Yardstick) -> QuerySet[Career]:
    """Not those that only gather jobs which stand in the list themselves."""
    ties = OccupationMatch.objects.filter(career=OuterRef("pk")).exclude(match=MATCH.RELATED)
    gathers = Exists(ties.filter(match=MATCH.BROADER)) & ~Exists(ties.exclude(match=MATCH.BROADER))
    return yardstick.careers().exclude(gathers).annotate(**_named("career", "slug", "counted_as"))


def _occupations(yardstick: Yardstick) -> QuerySet[Occupation]:
    """As fine as statistics count: detailed, current, and without those that a career stands for."""
    exact = OccupationMatch.objects.filter(occupation=OuterRef("pk"), match=MATCH.EXACT).order_by()
    careers = exact.values("occupation").annotate(careers=Count("pk")).values("careers")
    finer = Occupation.objects.filter(parent=OuterRef("pk")).exclude(scheme=yardstick.scheme)
    former = Q(median=None, employment=None, growth=None) & Exists(_wages()) & ~Exists(finer)
    rows = yardstick.occupations().annotate(careers_of_it=Coalesce(Subquery(careers), 0))
    jobs = rows.filter(level=Occupation.Level.DETAILED).exclude(careers_of_it=1).exclude(former)
    return jobs.annotate(**_named("occupation", "code", "pk"))


def _wages() -> QuerySet[Wage]:
    return Wage.objects.filter(occupation=OuterRef("pk"))


def _named(kind: str, code: str, record: str) -> dict:
    columns = {"kind": Value(kind, output_field=CharField()), "record": F(record), "name": F("title")}
    return columns | ({} if code == "code" else {"code": F(code)})


def in_one_list(jobs: Sequence[QuerySet], ordering: Iterable[str]) -> QuerySet:
    """Both kinds in one query, which pages and sorts; what has no figure comes last, ties are in order of names."""
    rows = united([each.order_by().values_list(*COLUMNS) for each in jobs], every=True)
    terms = [_term(word) for word in ordering]
    return rows.order_by(*terms, "name", "pk")


def _term(word: str) -> OrderBy:
    column = F({"title": "name"}.get(word.removeprefix("-"), word.removeprefix("-")))
    return column.desc(nulls_last=True) if word.startswith("-") else column.asc(nulls_last=True)


def list_jobs(yardstick: Yardstick, rows: Iterable[tuple]) -> list[ListedJob]:
    """Rows of `in_one_list` with what a line shows: five queries."""
    rows = list(rows)
    lines = read_job_lines({record for _, _, record, *_ in rows if record}, yardstick)
    summaries = Career.objects.filter(pk__in=[pk for kind, pk, *_ in rows if kind == "career"])
    told = dict(summaries.values_list("pk", "summary"))
    return [
        ListedJob(name, address_of(kind, code), record, lines.get(record), told.get(pk, "") if kind == "career" else "")
        for kind, pk, record, code, name, *_ in rows
    ]
