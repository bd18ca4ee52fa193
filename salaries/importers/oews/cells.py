from collections.abc import Sequence
from typing import Any

from careers.models import Occupation
from facts.models import Industry, Place
from ingest.releases.bulk import update_rows
from ingest.releases.cells import CoercedCells
from ingest.releases.staging import Staging
from salaries.importers.oews.columns import ANNUAL, AREA, COUNTS, HOURLY, INDUSTRY, NAMES, OCCUPATION
from salaries.importers.oews.industries import industry_code
from salaries.importers.oews.occupations import FINENESS, check_code, foreign_codes, level_of, scheme_of, wider_codes
from salaries.importers.oews.pay import (
    NO_MARKS,
    NOT_PUBLISHED,
    Marked,
    check_order,
    marks_json,
    value_of,
    with_bounds_in_order,
)
from salaries.importers.oews.places import NATION, STATES, Area, code_of, kind_of, state_code
from salaries.importers.oews.vintage import Month

CURRENCY = "USD"
FIELDS = ("occupation", "place", "industry", "currency", *COUNTS, *HOURLY, *ANNUAL, "marks")
"""What a cell is made of, in the order in which `Cells.row` gives it."""

UPDATED_AT_ONCE = 200  # occupations

_NAMES = (*COUNTS, *HOURLY, *ANNUAL)


def _places_of(names: Any) -> slice:
    return slice(NAMES.index(names[0]), NAMES.index(names[-1]) + 1)


_AREA, _INDUSTRY, _OCCUPATION, _COUNTS, _HOURLY, _ANNUAL, _FIGURES = map(
    _places_of, (AREA, INDUSTRY, OCCUPATION, COUNTS, HOURLY, ANNUAL, _NAMES)
)


class Cells:
    """Rows as wages, with the occupations, places and industries that they name."""

    def __init__(self, month: Month, staging: Staging) -> None:
        self._month = month
        self._scheme = scheme_of(month)
        self._foreign = foreign_codes(self._scheme)
        self._occupations = staging.shared(Occupation)
        self._places = staging.shared(Place)
        self._industries = staging.shared(Industry)
        self._levels: dict[str, Occupation.Level] = {}
        self._staging = staging
        self._occupation_of = CoercedCells(self._occupation)
        self._place_of = CoercedCells(self._place)
        self._industry_of = CoercedCells(self._industry)

    def row(self, values: Sequence) -> list:
        """`values` are in the order of NAMES; raises RowRejected."""
        named = (
            self._occupation_of[tuple(values[_OCCUPATION])],
            self._place_of[tuple(values[_AREA])],
            self._industry_of[tuple(values[_INDUSTRY])],
            CURRENCY,
        )
        figures = values[_FIGURES]
        if _is_plain(*figures):
            return [*named, *figures, NO_MARKS]
        return [*named, *_marked(values)]

    def settle(self) -> None:
        """Levels and parents need all new occupations."""
        self._staging.save()
        made = list(self._occupations.made.items())
        for start in range(0, len(made), UPDATED_AT_ONCE):
            with self._staging.batch():  # when all are there
                rows = [self._settled(*row) for row in made[start : start + UPDATED_AT_ONCE]]
                update_rows(Occupation, ["level", "parent"], rows)

    def _settled(self, key: Any, occupation: Any) -> Occupation:
        scheme, code = key
        occupation.level = self._levels[code]
        wider = ((scheme, other) for other in wider_codes(code))
        occupation.parent_id = next((self._occupations.pks[key] for key in wider if key in self._occupations), None)
        return occupation

    def _occupation(self, cells: Any) -> tuple[str, str]:
        code, title, group = cells
        check_code(code, self._foreign, self._month)
        level = level_of(code, group)
        self._levels[code] = max(level, self._levels.get(code, level), key=FINENESS.index)
        self._occupations.add(Occupation(scheme=self._scheme, code=code, title=title, level=level))
        return self._scheme.value, code

    def _place(self, cells: Any) -> tuple[str]:
        area = Area(*cells)
        key = (code_of(area),)
        self._add_place(key, area.name, kind_of(area), state=area.state)
        return key

    def _add_place(self, key: Any, name: str | None, kind: Any, *, state: Any) -> None:
        if kind == Place.Kind.COUNTRY:
            self._places.add(Place(code=NATION, name="United States", kind=kind))
            return
        around = (NATION,) if kind == Place.Kind.STATE else (state_code(state),)
        if around not in self._places:
            is_state = kind != Place.Kind.STATE
            self._add_place(
                around, STATES.get(state), Place.Kind.STATE if is_state else Place.Kind.COUNTRY, state=state
            )
        self._places.add(Place(code=key[0], name=name or key[0], kind=kind, **self._places.as_parent(around)))

    def _industry(self, cells: Any) -> tuple[str]:
        naics, title, group, owner = cells
        code = industry_code(naics, group, owner)
        self._industries.add(Industry(code=code, name=title or code, scheme=Industry.Scheme.NAICS))
        return (code,)


def _is_plain(
    employment: Any,
    emp_rse: Any,
    pay_rse: Any,
    h_mean: Any,
    h10: Any,
    h25: Any,
    h50: Any,
    h75: Any,
    h90: Any,
    a_mean: Any,
    a10: Any,
    a25: Any,
    a50: Any,
    a75: Any,
    a90: Any,
) -> bool:
    """Whether all figures are ascending numbers, as in most rows."""
    try:
        in_order = h10 <= h25 <= h50 <= h75 <= h90 and a10 <= a25 <= a50 <= a75 <= a90
        return in_order and employment >= 0 and emp_rse >= 0 and pay_rse >= 0 and h_mean >= 0 and a_mean >= 0
    except TypeError:  # a mark is neither above nor below a number, and neither is what is missing
        return False


def _marked(values: Sequence) -> list:
    jobs, *errors = values[_COUNTS]
    figures = [_given(jobs), *errors, *_pay(values[_HOURLY]), *_pay(values[_ANNUAL])]
    marks = tuple((name, cell.mark) for name, cell in zip(_NAMES, figures, strict=True) if type(cell) is Marked)
    return [*map(value_of, figures), marks_json(marks)]


def _given(cell: Any) -> Any:
    return NOT_PUBLISHED if cell is None else cell


def _pay(cells: Sequence) -> list:
    mean, *percentiles = map(_given, cells)
    percentiles = with_bounds_in_order(percentiles)
    check_order([value_of(cell) for cell in percentiles])
    return [mean, *percentiles]
