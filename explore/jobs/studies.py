from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredExposure:
    """The percentile is among the jobs that the study rates."""

    name: str
    title: str
    scale: str
    looks_at: str
    authors: str
    printed: str
    percentile: Decimal
    place: str
    release: Named
    locator: str = ""
    is_main: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHome:
    sentence: str
    printed: str
    authors: str
    release: Named
    route: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRemark:
    text: str
    source: Named
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studies:
    """`unrated` and `not_at_home` say why a study has nothing on the job.

    `lacking` has the same in parts: what is missing, and whether its study is loaded on this site.
    """

    exposure: tuple[MeasuredExposure, ...] = ()
    sentences: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    at_home: tuple[AtHome, ...] = ()
    on_automation: tuple[JobRemark, ...] = ()
    on_home: tuple[JobRemark, ...] = ()
    sources: tuple[tuple[Named, Named, str], ...] = ()
    unrated: tuple[str, ...] = ()
    not_at_home: str = ""
    lacking: tuple[tuple[str, bool], ...] = ()
