"""What search found, as the page shows it: each hit with one line of the record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from careers.schemes import ClassificationScheme, scheme_called
from explore.job_rows import JobLine, job_lines
from explore.reference_releases import COUNTRY, CURRENT
from explore.search import Hit
from explore.search.entry import As
from facts.models import Place

_NAMED = {As.OTHER_NAME: "Also called", As.RUNG: "A step of this career:", As.CODE: "Code"}


@dataclass(frozen=True, slots=True)
class Result:
    """`line` is None for a job without official figures; `nation` is the country's, where the place has no pay."""

    hit: Hit
    url: str
    line: JobLine | None
    nation: JobLine | None = None

    @property
    def named(self) -> str:
        """How the title that matched stands to the job; "" where it is the job's own."""
        return _NAMED.get(self.hit.stands_as, "")


def with_lines(hits: Sequence[Hit], place: Place | None = None) -> list[Result]:
    """Six queries for this country's jobs in a place, as many for each other country's; once in an edition."""
    lines = _lines(hits, place.code if place else COUNTRY)
    unpaid = [hit for hit in hits if not _is_paid(lines.get(hit.target.counted_in))]
    nation = _lines(unpaid, COUNTRY) if place else {}
    return [_result(hit, place, lines, nation) for hit in hits]


def _result(hit: Hit, place: Place | None, lines: Mapping[int, JobLine], nation: Mapping[int, JobLine]) -> Result:
    query = f"?{urlencode({'place': place.code})}" if place and place.kind == Place.Kind.STATE else ""
    pk, tie = hit.target.counted_in, hit.target.tie
    line = lines.get(pk)
    url = hit.target.url if "?" in hit.target.url else hit.target.url + query
    return Result(hit, url, line and line.tied(tie), nation.get(pk))


def _lines(hits: Iterable[Hit], place: str) -> dict[int, JobLine]:
    """Each country's jobs by its own newest releases."""
    counted: dict[ClassificationScheme, set[int]] = {}
    for hit in hits:
        if hit.target.counted_in:
            counted.setdefault(_scheme_of(hit), set()).add(hit.target.counted_in)
    found: dict[int, JobLine] = {}
    for scheme, occupations in counted.items():
        is_ours = scheme.slug == CURRENT
        found |= job_lines(occupations, scheme.slug, place if is_ours else scheme.country)
    return found


def _scheme_of(hit: Hit) -> ClassificationScheme:
    """The classification that the record counts the job by; this country's where its own is none such."""
    scheme = scheme_called(hit.target.scheme)
    return scheme if scheme.unit_of_record else scheme_called(CURRENT)


def _is_paid(line: JobLine | None) -> bool:
    return line is not None and line.pay is not None
