"""The jobs of a list: occupations of the record and careers with a guide, each once, measured in one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from django.db.models import CharField, Count, Exists, F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from careers.models import Career, Occupation, OccupationMatch
from explore.job_rows import JobLine, read_job_lines
from explore.reference_releases import Yardstick
from explore.studies.messages import ordinal
from facts.addresses import address_of
from facts.unions import united
from salaries.models import Wage

MATCH = OccupationMatch.Match
EXPOSURE = "exposure"
CAREER = "career"
COLUMNS = ("kind", "pk", "record", "code", "name", "median", "employment", "growth")


@dataclass(frozen=True, slots=True)
class ListedJob:
    """`exposed` is its place by a measure of AI exposure, where one is asked for: "72nd percentile"."""

    name: str
    url: str
    record: int | None
    line: JobLine | None
    summary: str = ""
    exposed: str = ""


def jobs_of(yardstick: Yardstick) -> tuple[QuerySet, QuerySet]:
    """Careers, and occupations without a career of exactly the same jobs; `record` is the group that counts each."""
    return _careers(yardstick), _occupations(yardstick)


def _careers(yardstick: Yardstick) -> QuerySet[Career]:
    """Not those that only gather jobs which stand in the list themselves."""
    ties = OccupationMatch.objects.filter(career=OuterRef("pk")).exclude(match=MATCH.RELATED)
    gathers = Exists(ties.filter(match=MATCH.BROADER)) & ~Exists(ties.exclude(match=MATCH.BROADER))
    return yardstick.careers().exclude(gathers).annotate(**_named(CAREER, "slug", "counted_as"))


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


def in_one_list(
    jobs: Sequence[QuerySet], ordering: Sequence[str], exposure: Mapping[int, float] | None = None
) -> QuerySet | list[tuple]:
    """Both kinds in one query, which pages and sorts; what has no figure comes last, ties are in order of names.

    `exposure` are percentiles by a job’s record: no column, so rows in their order are sorted here.
    """
    rows = united([each.order_by().values_list(*COLUMNS) for each in jobs], every=True)
    if EXPOSURE not in map(_column, ordering):
        return rows.order_by(*map(_term, ordering), "name", "pk")
    found = list(rows.order_by("name", "pk"))
    for word in reversed(ordering):
        found = _sorted(found, word, exposure or {})
    return found


def _column(word: str) -> str:
    name = word.removeprefix("-")
    return {"title": "name"}.get(name, name)


def _term(word: str) -> OrderBy:
    column = F(_column(word))
    return column.desc(nulls_last=True) if word.startswith("-") else column.asc(nulls_last=True)


def _sorted(rows: list[tuple], word: str, exposure: Mapping[int, float]) -> list[tuple]:
    column, record = _column(word), COLUMNS.index("record")
    values = [exposure.get(row[record]) if column == EXPOSURE else row[COLUMNS.index(column)] for row in rows]
    pairs = list(zip(values, rows, strict=True))
    known = sorted((pair for pair in pairs if pair[0] is not None), key=itemgetter(0), reverse=word.startswith("-"))
    return [row for _, row in known] + [row for value, row in pairs if value is None]


def list_jobs(
    yardstick: Yardstick, rows: Iterable[tuple], exposure: Mapping[int, float] | None = None
) -> list[ListedJob]:
    """Rows of `in_one_list` with what a line shows: five queries."""
    rows = list(rows)
    lines = read_job_lines({record for _, _, record, *_ in rows if record}, yardstick)
    summaries, ties = _careers_among(rows)
    return [
        ListedJob(
            name,
            address_of(kind, code),
            record,
            _line(lines.get(record), ties.get((pk, record), "") if kind == CAREER else ""),
            summary=summaries.get(pk, "") if kind == CAREER else "",
            exposed="" if exposure is None else _place(exposure.get(record)),
        )
        for kind, pk, record, code, name, *_ in rows
    ]


def _line(line: JobLine | None, match: str) -> JobLine | None:
    return line and line.tied(match)


def _careers_among(rows: Iterable[tuple]) -> tuple[dict[int, str], dict[tuple[int, int | None], str]]:
    careers = Career.objects.filter(pk__in=[pk for kind, pk, *_ in rows if kind == CAREER]).order_by()
    columns = list(careers.values_list("pk", "summary", "matches__occupation", "matches__match"))
    summaries = {pk: summary for pk, summary, *_ in columns}
    return summaries, {(pk, occupation): match for pk, _, occupation, match in columns}


def _place(percentile: float | None) -> str:
    return "not rated" if percentile is None else f"{ordinal(Decimal(str(percentile)))} percentile"
