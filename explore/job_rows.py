"""One line of a job: median pay in a place, typical education, growth, people; its group's where it has none itself."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from careers.models import Occupation, OccupationMatch, TypicalEntry
from explore.newest import of_newest_release_of_all
from explore.reference_releases import Yardstick, headline_pay, newest_yardstick
from facts.edition_key import edition_read, once_per_edition
from facts.figure import Figure

MATCHED = OccupationMatch.Match
PLACES, MOST = 4, 500


@dataclass(frozen=True, slots=True)
class JobLine:
    """`occupation`: the group whose figures these are; `whose`: its title where the job is only a part of it.

    `covered` is its title where it is only a part of the job.
    """

    occupation: Occupation
    record: Mapping[str, Figure] = field(default_factory=dict)
    education: str = ""
    whose: str = ""
    covered: str = ""

    def tied(self, match: str) -> "JobLine":
        if match == MATCHED.BROADER:
            return replace(self, covered=self.occupation.title)
        return replace(self, whose=self.occupation.title) if match == MATCHED.NARROWER and not self.whose else self

    @property
    def pay(self) -> Figure | None:
        """None where no median is published."""
        figure = headline_pay(self.record)
        return None if figure is None or figure.is_missing else figure

    @property
    def pay_gap(self) -> Figure | None:
        """The median that the publisher withholds or does not give."""
        figure = headline_pay(self.record)
        return figure if figure and figure.is_missing else None

    @property
    def growth(self) -> Figure | None:
        return _given(self.record.get("growth_percent"))

    @property
    def employment(self) -> Figure | None:
        return _given(self.record.get("employment"))


class KeptLines:
    """Lines that are read once in an edition, until they are MOST."""

    def __init__(self, yardstick: Yardstick) -> None:
        self._yardstick = yardstick
        self._lines: dict[int, JobLine] = {}

    def of(self, occupations: Collection[int]) -> dict[int, JobLine]:
        known = self._lines if len(self._lines) <= MOST else {}
        missing = set(occupations).difference(known)
        self._lines = known | read_job_lines(missing, self._yardstick) if missing else known
        return {pk: self._lines[pk] for pk in occupations if pk in self._lines}


def job_lines(occupations: Collection[int], scheme: str, place: str) -> dict[int, JobLine]:
    return kept_lines(edition_read(), scheme, place).of(occupations)


@once_per_edition(maxsize=PLACES)
def kept_lines(scheme: str, place: str) -> KeptLines:
    return KeptLines(newest_yardstick(scheme, place))


def read_job_lines(occupations: Iterable[int], yardstick: Yardstick) -> dict[int, JobLine]:
    """By primary key of an occupation: four queries."""
    rows = Occupation.objects.select_related("parent").defer("definition").in_bulk(set(occupations))
    parents = {row.parent_id for row in rows.values() if row.parent_id}
    record = yardstick.record_of({*rows, *parents})
    entries = of_newest_release_of_all(TypicalEntry.objects.published()).filter(occupation__in=record)
    education = {pk: words for pk, words in entries.values_list("occupation", "education") if words}
    return {pk: _line(row, record, education) for pk, row in rows.items()}


def _line(row: Occupation, record: Mapping[int, Mapping[str, Figure]], education: Mapping[int, str]) -> JobLine:
    own, parent = record[row.pk], row.parent
    group = record.get(parent.pk, {}) if parent and _counts(parent, row) else {}
    is_own = headline_pay(own) is not None or headline_pay(group) is None
    figures = {**group, **own} if is_own else {**own, **group}
    return JobLine(
        occupation=row if is_own or parent is None else parent,
        record=figures,
        education=education.get(row.pk) or (education.get(parent.pk, "") if parent and group else ""),
        whose="" if is_own or parent is None else parent.title,
    )


def _counts(parent: Occupation, row: Occupation) -> bool:
    """Whether the parent is the next wider group that statistics count, not a far wider one."""
    return parent.level == Occupation.Level.BROAD or parent.scheme != row.scheme


def _given(figure: Figure | None) -> Figure | None:
    return None if figure is None or figure.is_missing else figure
