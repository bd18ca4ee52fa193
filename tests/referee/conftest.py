import pytest
from django.core.management import call_command
from django.db import transaction

from tests.factories import PriceIndexFactory
from tests.stock import lay_out_guides

LEVELS = {2015: "237.805", 2022: "292.296", 2023: "304.127", 2024: "314.069", 2025: "321.465"}


@pytest.fixture(scope="package")
def everything(django_db_setup, django_db_blocker):
    """Both guides, their official figures, the wages of May 2025, and price levels; each test still takes `db`."""
    with django_db_blocker.unblock(), transaction.atomic():
        lay_out_guides()
        call_command("load_record", verbosity=0)
        for year, level in LEVELS.items():
            PriceIndexFactory(year=year, month=5, value=level)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)
