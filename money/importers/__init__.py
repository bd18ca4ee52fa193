"""Importers of the yardsticks of money. Each has a home with a README, which is its page in docs/ too."""

from ingest.releases.registry import register
from money.importers.cpi.importer import CpiImporter
from money.importers.exchange.ecb import EcbImporter
from money.importers.exchange.fed import FedImporter
from money.importers.exchange.ppp import PppImporter
from money.importers.regional_prices.importer import RegionalPricesImporter


def register_all() -> None:
    """Let the import frame know them."""
    for importer in (CpiImporter, EcbImporter, FedImporter, PppImporter, RegionalPricesImporter):
        register(importer())
