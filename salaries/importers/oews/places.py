from typing import NamedTuple

from facts.models import Place
from ingest.releases.refusal import RowRejected

NATION = "US"

STATES = {
    "AK": "Alaska", "AL": "Alabama", "AR": "Arkansas", "AZ": "Arizona", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DC": "District of Columbia", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "GU": "Guam", "HI": "Hawaii", "IA": "Iowa", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan",
    "MN": "Minnesota", "MO": "Missouri", "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina",
    "ND": "North Dakota", "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "PR": "Puerto Rico", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VA": "Virginia", "VI": "Virgin Islands", "VT": "Vermont", "WA": "Washington",
    "WI": "Wisconsin", "WV": "West Virginia", "WY": "Wyoming",
}  # fmt: skip
"""The states and territories by their letters; an area lies in one of them also in a file that has no row for it."""


class Area(NamedTuple):
    code: str | None = None
    name: str | None = None
    type: str | None = None
    state: str | None = None


def kind_of(area: Area) -> Place.Kind:
    """By type; files before 2019 have none, so by length of code.

    >>> [str(kind_of(Area(code))) for code in ("99", "6", "31080", "100001")]
    ['country', 'state', 'metro', 'nonmetro']
    """
    if area.type:
        if area.type not in _KINDS:
            raise RowRejected(f"“{area.type}” is no type of area", kind="no type of area")
        return _KINDS[area.type]
    if area.code in (None, "0", "99"):
        return Place.Kind.COUNTRY
    return _BY_LENGTH.get(len(area.code), Place.Kind.NONMETRO)


def code_of(area: Area) -> str:
    """ISO 3166 for the country and states, the publisher's for areas.

    >>> code_of(Area("06", "California", "2", "CA")), code_of(Area("31080", "Los Angeles", "4", "CA"))
    ('US-CA', '31080')
    """
    kind = kind_of(area)
    if kind == Place.Kind.COUNTRY:
        return NATION
    if area.code is None or area.state is None or area.state not in STATES:
        raise RowRejected(
            f"the area {area.code} is in no state that is known", kind="an area in no state that is known"
        )
    return state_code(area.state) if kind == Place.Kind.STATE else area.code


def state_code(letters: str) -> str:
    return f"{NATION}-{letters}"


_KINDS = {
    "1": Place.Kind.COUNTRY,
    "2": Place.Kind.STATE,
    "3": Place.Kind.STATE,
    "4": Place.Kind.METRO,
    "6": Place.Kind.NONMETRO,
}
_BY_LENGTH = {1: Place.Kind.STATE, 2: Place.Kind.STATE, 4: Place.Kind.METRO, 5: Place.Kind.METRO}
