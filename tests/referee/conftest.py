from collections.abc import Iterator

import pytest

from tests.factories import PriceIndexFactory
from tests.stages import Stages

LEVELS = {2015: "237.805", 2022: "292.296", 2023: "304.127", 2024: "314.069", 2025: "321.465"}


@pytest.fixture(scope="module")
def guides_with_pay(stages: Stages, django_db_blocker) -> Iterator[None]:
    """Both guides, their official figures, the wages of May 2025, and price levels; each test still takes `db`."""
    with stages.entered("guides_paid"):
        with django_db_blocker.unblock():
            for year, level in LEVELS.items():
                PriceIndexFactory(year=year, month=5, value=level)
        yield
