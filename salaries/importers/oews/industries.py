import re

from facts.models import Industry

_SPAN = re.compile(r"(\d\d)-+(\d{2,3})")
_SHORT = re.compile(r"\d{3,5}")


def industry_code(naics: str | None, group: str | None, owner: str | None) -> str:
    """Sectors as in the publisher's tables; finer industries with six characters.

    Time series write a sector as a range. A suffix marks a single group of owners.

    >>> [industry_code(naics, "sector", "1235") for naics in ("11--12", "31--34", "99-100", "31-33")]
    ['11', '31-33', '99', '31-33']
    >>> industry_code("6221", "4-digit", "1235"), industry_code("622000", "3-digit, ownership", "3")
    ('622100', '622000-3')
    >>> industry_code(None, None, None), industry_code("0", "cross-industry", "1235")
    ('000000', '000000')
    """
    if naics is None:
        return Industry.ALL
    code = _sector(naics) or _padded(naics)
    one_owner = group and group.endswith("ownership") and not code.startswith("0000")
    return f"{code}-{owner}" if one_owner and owner else code


def _padded(naics: str) -> str:
    if len(naics) == 1:  # a number that was a text: 0 for 000000
        return naics.zfill(6)
    return naics.ljust(6, "0") if _SHORT.fullmatch(naics) else naics


def _sector(naics: str) -> str:
    span = _SPAN.fullmatch(naics)
    if span is None:
        return ""
    first, end = int(span[1]), int(span[2])
    last = end - 1 if "--" in naics or end == 100 else end
    return f"{first:02}" if last == first else f"{first:02}-{last:02}"
