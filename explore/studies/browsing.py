"""Jobs by what studies say of them, as querysets of primary keys.

A job that was merged from several codes has the rows of each.
"""

from decimal import Decimal

from django.db.models import Q, QuerySet

from careers.exposure_studies import leading_measures, studies
from careers.models import Crosswalk, Exposure, Occupation, WorkFromHome
from careers.models.occupation import WHOLE
from careers.models.record.of_job import OfJobQuerySet
from explore.newest import of_newest_release
from explore.studies.sources import loaded

WHOLE_SCALE = (Decimal(0), Decimal(100))


def exposure_measures() -> list[tuple[str, str]]:
    """The measures that jobs may be narrowed by: a word for addresses, "exposure-gpts/beta/people", and the name."""
    return [(each.word, each.name) for each in leading_measures()]


def loaded_measures() -> list[tuple[str, str]]:
    """Those of studies that this site has: one query."""
    sources = loaded(study.source for study in studies())
    return [(word, name) for word, name in exposure_measures() if word.partition("/")[0] in sources]


def jobs_rated(word: str, low: Decimal = WHOLE_SCALE[0], high: Decimal = WHOLE_SCALE[1]) -> QuerySet:
    """Jobs whose percentile by a measure is in this range; raises KeyError for an unknown word."""
    leading = {each.word: each for each in leading_measures()}[word]
    rows = Exposure.objects.published().filter(release__source__slug=leading.study.source)
    rows = rows.of_measure(*leading.measure.key)
    return _jobs_of(of_newest_release(rows).filter(percentile__gte=low, percentile__lte=high))


def jobs_done_at_home(can: bool) -> QuerySet:
    rows = of_newest_release(WorkFromHome.objects.published())
    return _jobs_of(rows.filter(value=1 if can else 0))


def _jobs_of(rows: OfJobQuerySet) -> QuerySet:
    """Under the codes that the rows name, those that O*NET's codes are the whole of, and those that either became."""
    rows = rows.of_whole_jobs().order_by()
    whole = rows.filter(occupation__code__endswith=WHOLE)
    coded = Q(pk__in=rows.values("occupation")) | Q(pk__in=whole.values("occupation__parent"))
    named = Occupation.objects.filter(coded).order_by().values("pk")
    became = Crosswalk.objects.published().filter(from_occupation__in=named).order_by().values("to_occupation")
    return Occupation.objects.filter(Q(pk__in=named) | Q(pk__in=became)).order_by().values("pk")
