from dataclasses import dataclass, field

from careers.models import Occupation
from explore.guide import Guide
from explore.studies.exposure import JobExposure, read_exposure
from explore.studies.home import JobAtHome, read_work_from_home
from explore.studies.remarks import AUTOMATION, FROM_HOME, Remark, remarks_on
from facts.figure import Figure


@dataclass(frozen=True, slots=True)
class CareerStudies:
    exposure: JobExposure | None = None
    from_home: JobAtHome | None = None
    growth: Figure | None = None
    on_automation: list[Remark] = field(default_factory=list)
    on_home: list[Remark] = field(default_factory=list)


def read_studies(guide: Guide) -> CareerStudies:
    """At most four queries."""
    on_automation, on_home = remarks_on(AUTOMATION, guide), remarks_on(FROM_HOME, guide)
    counted = next((record for record in guide.records if record.match.is_counted), None)
    if counted is None:
        return CareerStudies(on_automation=on_automation, on_home=on_home)
    job: Occupation = counted.match.occupation
    outlook = counted.latest_outlook
    return CareerStudies(
        exposure=read_exposure(job),
        from_home=read_work_from_home(job),
        growth=outlook.figure("growth_percent") if outlook else None,
        on_automation=on_automation,
        on_home=on_home,
    )
