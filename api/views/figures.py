from collections.abc import Sequence

from django import forms

from api.errors import BadRequest, withdrawn
from api.pinning import check_pinned
from api.serializers.figure_rows import FigureRowSerializer, FoundFigureSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from careers.models import Occupation
from explore.figures import SEPARATOR, FoundFigure, figures_of_job, find_figures
from explore.filters.base import Filters
from explore.filters.kinds import CommaList, Words
from explore.filters.problems import Problem, shown
from explore.jobs import document_named
from explore.removed import RemovedRow, removed_statement
from facts.figure import Figure
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
            return figures_of_job(document_named(job))
        except Occupation.DoesNotExist:
            raise BadRequest([Problem("job", "unknown_value", f"There is no job {shown(job)}.")]) from None


class OneFigure(ItemView):
    """One figure: how to cite it, when it changed, and the same figure of other releases."""

    noun = "figure"
    serializer = FoundFigureSerializer
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
            if self.pinned:
                check_pinned(self.pinned, type(found.row))
            return found
        if left := find_figures([address], withdrawn=True).get(address):
            raise withdrawn(left.row.release)
        raise Wage.DoesNotExist

    def _context(self, values: dict) -> dict:
        return {**super()._context(values), "newest": self.edition}


def _unknown(address: str) -> Problem:
    return Problem("address", "unknown_value", f"There is no figure {shown(address)}.")
