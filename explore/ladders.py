from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch

from careers.models import Career, Ladder, Rung
from salaries.models import Salary


def read_ladders(career: Career) -> list[Ladder]:
    """Three queries; salaries are in `paid`."""
    rungs = Prefetch("rungs", Rung.objects.select_related("source").order_by("position"))
    ladders = list(career.ladders.select_related("source").prefetch_related(rungs).order_by("pk"))
    salaries = Salary.objects.for_career(career).by_level().with_words()
    return with_pay(ladders, salaries)


def with_pay(ladders: list[Ladder], salaries: Iterable[Salary]) -> list[Ladder]:
    paid = defaultdict(list)
    for salary in salaries:
        paid[salary.level_id].append(salary)
    for ladder in ladders:
        for rung in ladder.rungs.all():
            rung.paid = paid[rung.pk]  # type: ignore[attr-defined]
    return ladders
