import re
from dataclasses import dataclass
from datetime import date, datetime

from careers.models import Occupation
from facts.periods import Period
from ingest.releases.importer import Vintage
from ingest.releases.refusal import ImportRefused

Scheme = Occupation.Scheme
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})[._](\d)(?!\d)")
_MONTH = re.compile(
    r"\b((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})"
)
_SCHEMES = (
    ((25, 1), Scheme.ONET_SOC_2019, Scheme.SOC_2018),
    ((15, 1), Scheme.ONET_SOC_2010, Scheme.SOC_2010),
)
CREDIT = (
    "This page includes information from the O*NET {number} Database by the U.S. Department of Labor, Employment and"
    " Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA."
    " Modified by Rungs."
)


@dataclass(frozen=True, slots=True)
class DatabaseEdition:
    number: tuple[int, int]
    month: date | None = None

    @classmethod
    def named_in(cls, text: str) -> "DatabaseEdition | None":
        """The edition in a read-me, file name or label, or None.

        >>> DatabaseEdition.named_in("O*NET 29.0 Database August 2024 Release").label
        '29.0'
        >>> DatabaseEdition.named_in("db_29_3_excel").number
        (29, 3)
        """
        found, month = _NUMBER.search(text), _MONTH.search(text)
        if not found:
            return None
        first = datetime.strptime(month[1], "%B %Y").date() if month else None  # noqa: DTZ007 (a month, no moment)
        return cls((int(found[1]), int(found[2])), first)

    @property
    def label(self) -> str:
        return ".".join(map(str, self.number))

    @property
    def vintage(self) -> Vintage:
        period = Period.of_month(self.month.year, self.month.month) if self.month else Period()
        credit = CREDIT.format(number=self.label)
        return Vintage(self.label.replace(".", "-"), self.label, period.start, period.end, attribution=credit)

    @property
    def schemes(self) -> tuple[str, str]:
        """The scheme of its codes, and the broader scheme."""
        for since, scheme, wider in _SCHEMES:
            if self.number >= since:
                return scheme.value, wider.value
        raise ImportRefused(f"O*NET {self.label} codes occupations by a classification before 2010, which is not kept.")
