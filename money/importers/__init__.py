from ingest.releases.importer import Importer
from money.importers.cpi.importer import CpiImporter
from money.importers.exchange.ecb import EcbImporter
from money.importers.exchange.fed import FedImporter
from money.importers.exchange.ppp import PppImporter
from money.importers.regional_prices.importer import RegionalPricesImporter

IMPORTERS: tuple[type[Importer], ...] = (
    CpiImporter,
    EcbImporter,
    FedImporter,
    PppImporter,
    RegionalPricesImporter,
)
