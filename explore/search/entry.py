"""What can be found: titles, and what each is a title of. Pure: no database."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a title belongs to."""

    CAREER = "career"
    OCCUPATION = "occupation"


class As(StrEnum):
    """What a title is to what it belongs to."""

    NAME = "name"
    OTHER_NAME = "other name"
    RUNG = "rung"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Target:
    """A career or an occupation that titles lead to.

    `code` is the career's slug, or the occupation's code in its `scheme`; `detail` says what it is in a few words;
    `is_past` marks an occupation of a scheme that another has replaced,
    `is_abroad` one of a scheme by which the record of pay and jobs here counts nobody.
    """

    kind: Kind
    code: str
    name: str
    url: str
    scheme: str = ""
    detail: str = ""
    is_past: bool = False
    is_abroad: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One title that can be found, as it is printed, with what it belongs to."""

    title: str
    target: Target
    stands_as: As = As.NAME
