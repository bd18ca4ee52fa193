import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.releases.importer import Vintage
from ingest.releases.refusal import ImportRefused

FIRST_YEAR, LAST_YEAR = 2003, 2099
MONTHS = {"": 5, "m": 5, "may": 5, "n": 11, "nov": 11, "november": 11}
TWICE_A_YEAR = (2003, 2004)

# national_M2024_dl, national_may2003_dl, all_data_M_2025, oews-national-may-2025, MSA_M2012_dl_1_AK_IN
_LONG = re.compile(r"(?:^|[^a-z])(m|may|n|nov|november)?[\s_-]*(20\d\d)(?!\d)", re.IGNORECASE)
# oesm24nat, oesn03st, oesm12in4
_SHORT = re.compile(r"^oes([mn]?)(\d\d)(?:nat|st|ma|in4|all|bos)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    month: int

    def __str__(self) -> str:
        return f"{date(self.year, self.month, 1):%B %Y}"

    @property
    def vintage(self) -> Vintage:
        return Vintage(
            slug=f"{date(self.year, self.month, 1):%B-%Y}".lower(),
            label=str(self),
            period_start=date(self.year, self.month, 1),
            period_end=date(self.year, self.month, monthrange(self.year, self.month)[1]),
        )


def month_in(text: str) -> Month | None:
    """The month in a file's or sheet's name, or a label.

    >>> month_in("national_M2024_dl.xlsx"), month_in("oesn03nat.zip"), month_in("may-2015")
    (Month(year=2024, month=5), Month(year=2003, month=11), Month(year=2015, month=5))
    >>> month_in("national_dl.xls") is None
    True
    """
    if short := _SHORT.search(text):
        return Month(2000 + int(short[2]), MONTHS[short[1].lower()])
    if long := _LONG.search(text):
        return Month(int(long[2]), MONTHS[(long[1] or "").lower()])
    return None


def month_of(path: Path, label: str | None) -> Month:
    """From `label`, the file name or its folder; raises ImportRefused if they differ or none has a month."""
    named = month_in(path.name) or month_in(path.parent.name)
    by_label = month_in(label) if label else None
    if label and by_label is None:
        raise ImportRefused(f"“{label}” is no release; say it like “May 2024”.")
    if by_label and named and by_label != named:
        raise ImportRefused(f"{path.name} is for {named} by its name, not for {by_label}.")
    return _published(by_label or named, path)


def check_same(month: Month, names: Iterable[str], *, file: str) -> None:
    """Raises ImportRefused if a sheet or zip member is named for another month."""
    for name in names:
        other = month_in(name)
        if other and other != month:
            raise ImportRefused(f"{file} holds “{name}”, which is for {other} and not for {month}.")


def _published(month: Month | None, path: Path) -> Month:
    if month is None:
        raise ImportRefused(f"{path.name} does not say which release it is; give it with --release, like “May 2024”.")
    if not FIRST_YEAR <= month.year <= LAST_YEAR or month.month == MONTHS["n"] and month.year not in TWICE_A_YEAR:
        raise ImportRefused(f"There is no release for {month} that is read here; the first one is May {FIRST_YEAR}.")
    return month
