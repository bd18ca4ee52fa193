"""What studies say of a job: how far AI reaches into it, whether it can be done at home. Pure: no database."""

from dataclasses import dataclass
from decimal import Decimal

from facts.figure import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One measure of one study: the value as printed, and the percentile among the jobs that the study rates."""

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
    """Whether the work can be done at home, as a study judges it."""

    sentence: str
    printed: str
    authors: str
    release: Named
    route: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence of a guide on the subject."""

    text: str
    source: Named
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studies:
    """Both, with what guides say of the same. `unrated` and `not_at_home` say why a study has nothing on the job."""

    exposure: tuple[Exposure, ...] = ()
    sentences: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    at_home: tuple[AtHome, ...] = ()
    on_automation: tuple[Remark, ...] = ()
    on_home: tuple[Remark, ...] = ()
    sources: tuple[tuple[Named, Named, str], ...] = ()
    unrated: tuple[str, ...] = ()
    not_at_home: str = ""
