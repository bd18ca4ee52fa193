from collections.abc import Iterable

from careers.models import Occupation
from explore.guide import Guide
from explore.jobs.guide_rows import named
from explore.jobs.studies import AtHome, JobRemark, MeasuredExposure, Studies
from explore.studies import JobAtHome, JobExposure, RatedExposure, read_exposure, read_work_from_home
from explore.studies.remarks import AUTOMATION, FROM_HOME, Remark, remarks_on
from facts.figure import Named
from facts.models import Release


def studies_of(occupation: Occupation | None, guide: Guide | None) -> Studies:
    """A fixed number of queries."""
    on_automation = _remarks(remarks_on(AUTOMATION, guide) if guide else ())
    on_home = _remarks(remarks_on(FROM_HOME, guide) if guide else ())
    if occupation is None or occupation.is_group:
        return Studies(on_automation=on_automation, on_home=on_home)
    exposure, at_home = read_exposure(occupation), read_work_from_home(occupation)
    return Studies(
        exposure=tuple(map(_exposure, (*exposure.main, *exposure.parts))),
        sentences=tuple(message.text for message in exposure.sentences) if exposure else (),
        routes=tuple(exposure.routes),
        at_home=tuple(_at_home(at_home)),
        sources=_sources(exposure, at_home),
        unrated=tuple(study.reason for study in exposure.unrated),
        not_at_home=at_home.reason,
        on_automation=on_automation,
        on_home=on_home,
    )


def _exposure(rated: RatedExposure) -> MeasuredExposure:
    measure, row = rated.measure, rated.row
    return MeasuredExposure(
        name=rated.name,
        title=measure.title,
        scale=measure.scale,
        looks_at=measure.looks_at,
        authors=rated.study.authors,
        printed=row.as_printed,
        percentile=rated.percentile,
        place=rated.place,
        release=row.release.named,
        locator=row.locator,
        is_main=measure.is_main,
    )


def _at_home(at_home: JobAtHome) -> Iterable[AtHome]:
    for row, sentence, route in at_home.sentences:
        authors = row.release.source.publisher
        yield AtHome(
            sentence=sentence.text, printed=row.as_printed, authors=authors, release=row.release.named, route=route
        )


def _remarks(found: Iterable[Remark]) -> tuple[JobRemark, ...]:
    return tuple(JobRemark(text=each.text, source=named(each.source), locator=each.locator) for each in found)


def _sources(exposure: JobExposure, at_home: JobAtHome) -> tuple[tuple[Named, Named, str], ...]:
    releases: list[Release] = [*exposure.releases, *at_home.releases]
    return tuple(
        (Named(each.source.slug, each.source.title, each.source.get_absolute_url()), each.named, each.credit)
        for each in releases
    )
