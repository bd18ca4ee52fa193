from dataclasses import dataclass
from enum import StrEnum


class SearchKind(StrEnum):
    CAREER = "career"
    OCCUPATION = "occupation"


class As(StrEnum):
    NAME = "name"
    OTHER_NAME = "other name"
    RUNG = "rung"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Target:
    """A job. `code` is a slug, or a code in `scheme`.

    `counted_in`: the primary key of the occupation whose figures stand on the job's page, 0 where there is none; `tie`:
    how a career is tied to it.
    `employment`: people in the job where the record counts them, 0 where it does not.
    `is_abroad`: a scheme without official figures here.
    """

    kind: SearchKind
    code: str
    name: str
    url: str
    scheme: str = ""
    detail: str = ""
    counted_in: int = 0
    tie: str = ""
    employment: int = 0
    is_past: bool = False
    is_abroad: bool = False


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """`sources`: how many sources name the title for the job."""

    title: str
    target: Target
    stands_as: As = As.NAME
    sources: int = 1
