import re

from facts.models import Place
from ingest.releases.refusal import RowRejected

NATION = "US"
STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY",
}  # fmt: skip
"""States by the first two digits of their code in the tables (FIPS)."""

_STATE = re.compile(r"(\d\d)000")
_METRO = re.compile(r"(.+?) \(Metropolitan Statistical Area\)")


def place_of(code: str, name: str) -> tuple[str, str, Place.Kind]:
    """Code, name and kind of the place; RowRejected for a summary of areas, such as all of the country's metro areas.

    >>> place_of("06000", "California *")
    ('US-CA', 'California', Place.Kind.STATE)
    >>> place_of("10180", "Abilene, TX (Metropolitan Statistical Area)")
    ('10180', 'Abilene, TX', Place.Kind.METRO)
    """
    plain = name.rstrip("* ")
    if code == "00000":
        return NATION, plain, Place.Kind.COUNTRY
    if (state := _STATE.fullmatch(code)) and state[1] in STATES:
        return f"{NATION}-{STATES[state[1]]}", plain, Place.Kind.STATE
    if metro := _METRO.fullmatch(plain):
        return code, metro[1], Place.Kind.METRO
    raise RowRejected(f"{plain} is no state and no metropolitan area", kind="no state and no metropolitan area")
