from careers.importers.projections.header import Window
from careers.models import Occupation

Scheme = Occupation.Scheme
FIRST_OF_SOC_2018 = 2019  # the year from which the matrix counts by SOC 2018, at first in part
FIRST_OF_SOC_2010 = 2010


def scheme_of(window: Window) -> str:
    if window.start >= FIRST_OF_SOC_2018:
        return Scheme.SOC_2018.value
    return Scheme.SOC_2010.value if window.start >= FIRST_OF_SOC_2010 else Scheme.SOC_2000.value
