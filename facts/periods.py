from calendar import monthrange
from dataclasses import dataclass
from datetime import date

OLD_AFTER_YEARS = 5


@dataclass(frozen=True, slots=True)
class Period:
    """`start` to `end`, inclusive; both None if the source does not say."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        first = date(year, month, 1)
        return cls(first, first.replace(day=monthrange(year, month)[1]))

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_stated(self) -> bool:
        return self.start is not None

    @property
    def first_day(self) -> date:
        """Raises ValueError if the source does not say."""
        if self.start is None:
            raise ValueError("The source does not say when.")
        return self.start

    @property
    def last_day(self) -> date:
        """Raises ValueError if the source does not say."""
        return self.end or self.first_day

    @property
    def is_month(self) -> bool:
        if not (self.start and self.end):
            return False
        is_of_one = (self.start.year, self.start.month) == (self.end.year, self.end.month)
        return is_of_one and self.start.day == 1 and self.end.day == monthrange(self.end.year, self.end.month)[1]

    @property
    def is_whole_years(self) -> bool:
        if not (self.start and self.end):
            return False
        return (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)

    @property
    def is_one_year(self) -> bool:
        return self.is_whole_years and self.first_day.year == self.last_day.year

    def __str__(self) -> str:
        """For example "May 2023", "2014 to 2024", "4 May 2023", "year not stated"."""
        if not self.is_stated:
            return "year not stated"
        if self.is_month:
            return f"{self.first_day:%B %Y}"
        if self.is_whole_years:
            return _joined(str(self.first_day.year), str(self.last_day.year))
        return _joined(_day(self.first_day), _day(self.last_day))

    def age_in_years(self, today: date) -> int | None:
        """None without a stated period."""
        if not self.is_stated:
            return None
        end = self.last_day
        return today.year - end.year - ((today.month, today.day) < (end.month, end.day))


def old_before(today: date) -> date:
    year = today.year - OLD_AFTER_YEARS
    return today.replace(year=year, day=min(today.day, monthrange(year, today.month)[1]))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
