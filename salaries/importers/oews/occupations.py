from careers.models import Occupation
from ingest.releases.refusal import ImportRefused
from salaries.importers.oews.vintage import Month

Scheme, Level = Occupation.Scheme, Occupation.Level

FINENESS = [Level.TOTAL, Level.MAJOR, Level.MINOR, Level.BROAD, Level.DETAILED]

TELLTALES = {
    Scheme.SOC_2000: {"15-1031", "15-1032", "15-1061"},
    Scheme.SOC_2010: {"15-1132", "15-1133", "15-1141"},
    Scheme.SOC_2018: {"15-1242", "15-1252", "29-2072"},
}
"""Codes of common occupations that stand in one version of the classification only."""


def scheme_of(month: Month) -> Scheme:
    """Hybrid codes of two releases count as the new version's."""
    if month.year < 2010:
        return Scheme.SOC_2000
    return Scheme.SOC_2010 if month.year < 2019 else Scheme.SOC_2018


def foreign_codes(scheme: Scheme) -> set[str]:
    return set().union(*(codes for other, codes in TELLTALES.items() if other != scheme))


def check_code(code: str, foreign: set[str], month: Month) -> None:
    """Raises ImportRefused for a code that only another version has."""
    if code in foreign:
        scheme = next(scheme for scheme, codes in TELLTALES.items() if code in codes)
        raise ImportRefused(f"The file counts {code}, which only {scheme.label} has: it is not for {month}.")


def level_of(code: str, group: str | None) -> Level:
    """Files before 2012 leave detailed occupations blank.

    >>> str(level_of("29-2072", None)), str(level_of("29-0000", None)), str(level_of("29-2010", "broad"))
    ('detailed', 'major', 'broad')
    """
    if group:
        return Level(group)
    if code == "00-0000":
        return Level.TOTAL
    return Level.MAJOR if code.endswith("-0000") else Level.DETAILED


def wider_codes(code: str) -> list[str]:
    """Codes of possible parent groups, narrowest first.

    >>> wider_codes("29-2072")
    ['29-2070', '29-2000', '29-0000']
    """
    wider = [code[:6] + "0", code[:5] + "00", code[:4] + "000", code[:3] + "0000"]
    return [other for place, other in enumerate(wider) if other != code and other not in wider[:place]]
