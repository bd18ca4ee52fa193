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
    """`code` is a slug, or a code in `scheme`.

    `is_abroad`: a scheme without official figures here.
    """

    kind: SearchKind
    code: str
    name: str
    url: str
    scheme: str = ""
    detail: str = ""
    is_past: bool = False
    is_abroad: bool = False


@dataclass(frozen=True, slots=True)
class SearchEntry:
    title: str
    target: Target
    stands_as: As = As.NAME
