"""Occupations that a file mentions by code and title."""

from collections.abc import Callable

from careers.importers.occupations import Key, OccupationStore
from careers.models import Occupation
from careers.models.occupation import WHOLE
from ingest.releases.cells import as_code, required
from ingest.releases.staging import Staging

Scheme = Occupation.Scheme
WIDER = {Scheme.ONET_SOC_2019: Scheme.SOC_2018, Scheme.ONET_SOC_2010: Scheme.SOC_2010}
"""The classification whose occupations O*NET's are parts of, or the whole of."""

SOC_LENGTH = len("29-2072")

as_soc = required(as_code(r"\d\d-\d{4}", "a SOC code"))
as_onet_soc = required(as_code(r"\d\d-\d{4}\.\d\d", "an O*NET-SOC code"))


class CodedOccupations:
    """Missing occupations are created with the release."""

    def __init__(self, staging: Staging, scheme: Occupation.Scheme):
        self._occupations = OccupationStore(staging)
        self._scheme = scheme

    def key(self, code: str, title: str) -> Key:
        if self._scheme not in WIDER:
            return self._occupations.need(self._scheme.value, code, title=title)
        wider = WIDER[self._scheme].value
        soc = code[:SOC_LENGTH]
        if code.endswith(WHOLE):
            self._occupations.need(wider, soc, title=title)
        parent = self._occupations.find(wider, soc)
        return self._occupations.need(self._scheme.value, code, title=title, parent=parent)


def code_reader(scheme: Occupation.Scheme) -> Callable:
    return as_onet_soc if scheme in WIDER else as_soc
