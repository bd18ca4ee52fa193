"""Why a fixture is not loaded."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong: the file, the line and name of the row where it is a row's, and the reason."""

    file: str
    reason: str
    line: int | None = None
    row: str = ""

    def __str__(self) -> str:
        where = (self.file, f"line {self.line}" if self.line else "", self.row)
        return f"{', '.join(part for part in where if part)}: {self.reason}"


class Refused(Exception):  # noqa: N818 - an answer to the caller rather than a failure
    """A fixture is not loaded, nothing of it; `refusals` says everything that is wrong."""

    def __init__(self, refusals: Sequence[Refusal]):
        self.refusals = tuple(refusals)
        super().__init__("\n".join(map(str, self.refusals)))
