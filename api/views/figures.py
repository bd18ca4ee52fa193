from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from rest_framework.exceptions import NotFound

from api.errors import BadRequest, withdrawn
from api.serializers.figure_rows import FigureRowSerializer, FoundFigureSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from careers.models import Career
from explore.figures import SEPARATOR, FoundFigure, as_it_was, figures_of_job, find_figures, stood_in
from explore.filters.base import Filters
from explore.filters.kinds import CommaList, Count, Words
from explore.filters.problems import Problem, shown
from explore.jobs import JobDocument, career_document, find_job, job_document
from explore.removed import RemovedRow, removed_statement
from facts.figure import Figure
from facts.models import Edition, FrozenGuide
from salaries.models import Wage

LONGEST_ADDRESS = 200


class FiguresFilter(Filters):
    address = CommaList(
        each=forms.CharField(max_length=LONGEST_ADDRESS),
        help_text="Addresses of figures, “may-2024/29-2072/US#annual_median”; write “#” as %23.",
    )
    job = Words(help_text="A career’s slug or an occupation’s code: every figure that the job’s page shows.")


class Figures(ListView):
    """Figures by their addresses, or all of a job: give `address` or `job`."""

    noun = "figures"
    serializer = FigureRowSerializer
    filters = FiguresFilter

    def select(self, filters: Filters) -> list[Figure]:
        """Raises BadRequest without a question, or where nothing asked for is there."""
        addresses, job = filters.asked.get("address", []), filters.asked.get("job", "")
        if bool(addresses) == bool(job):
            raise BadRequest([Problem("address", "required", "Give address=… or job=…, one of them.")])
        return self._of_job(job) if job else self._at(addresses)

    def _at(self, addresses: Sequence[str]) -> list[Figure]:
        found = find_figures(addresses)
        self.missing = [_unknown(address) for address in addresses if address not in found]
        if not found:
            raise BadRequest(self.missing)
        return [each.figure for each in found.values()]

    def _of_job(self, job: str) -> list[Figure]:
        try:
            return figures_of_job(_document_of(job))
        except ObjectDoesNotExist:
            raise BadRequest([Problem("job", "unknown_value", f"There is no job {shown(job)}.")]) from None


def _document_of(job: str) -> JobDocument:
    """Raises ObjectDoesNotExist."""
    try:
        return career_document(job)
    except Career.DoesNotExist:
        return job_document(find_job(job))


class OneFigureFilter(Filters):
    edition = Count(lowest=1, help_text="The number of an edition: the figure as that one had it.")


class OneFigure(ItemView):
    """One figure: how to cite it, when it changed, and the same figure of other releases."""

    noun = "figure"
    serializer = FoundFigureSerializer
    filters = OneFigureFilter
    of = Figures
    address = {"address": "address"}

    @classmethod
    def example(cls) -> dict[str, str]:
        wage = Wage.objects.published().national().with_words().filter(annual_median__isnull=False).first()
        return {"address": f"{wage.key}{SEPARATOR}annual_median"} if wage else {}

    def removed(self, address: dict) -> RemovedRow | None:
        return removed_statement(address["address"].rpartition(SEPARATOR)[0])

    def find(self, values: dict, address: str) -> FoundFigure:
        """Raises Wage.DoesNotExist, and Gone for a withdrawn release."""
        if found := find_figures([address]).get(address):
            return found
        if left := find_figures([address], withdrawn=True).get(address):
            raise withdrawn(left.row.release)
        raise Wage.DoesNotExist

    def shown(self, values: dict, address: dict) -> dict:
        number = values.get("edition")
        return self._as_of(number, values, address["address"]) if number else super().shown(values, address)

    def _context(self, values: dict) -> dict:
        return {**super()._context(values), "newest": self.edition}

    def _as_of(self, number: int, values: dict, address: str) -> dict:
        """A guide's figure as its guide was kept; one of a release as it is, where that was out by then."""
        edition = Edition.objects.filter(number=number).first()
        if edition is None:
            raise NotFound(f"There is no edition {number} yet.")
        found = find_figures([address]).get(address)
        then = _as_it_stood(found, number) if found else None
        if then is None:
            raise NotFound(f"Edition {number} had no figure {shown(address)} that can be told now.")
        serializer = self.serializer(context={**self._context(values), "newest": edition})
        return serializer.to_representation(then)


def _as_it_stood(found: FoundFigure, number: int) -> FoundFigure | None:
    """A figure of a release as it is, where that was out by then; a guide's as its guide was kept."""
    career = getattr(found.row, "career", None)
    if career is None:
        return found if stood_in(found, number) else None
    guide = FrozenGuide.objects.as_of(career.slug, number)
    kept = next(_rows_of(found.row.key, guide.document), None) if guide else None
    row = as_it_was(found.row, kept) if kept else None
    figure = row.figure(found.figure.field) if row else None
    return FoundFigure(figure, row, until=number) if figure else None


def _rows_of(key: str, part: Any) -> Iterator[dict]:
    if isinstance(part, dict):
        if part.get("key") == key:
            yield part
        for each in part.values():
            yield from _rows_of(key, each)
    elif isinstance(part, list):
        for each in part:
            yield from _rows_of(key, each)


def _unknown(address: str) -> Problem:
    return Problem("address", "unknown_value", f"There is no figure {shown(address)}.")
