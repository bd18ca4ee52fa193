from ingest.releases.registry import register
from money.importers.cpi.importer import CpiImporter
from money.importers.exchange.ecb import EcbImporter
from money.importers.exchange.fed import FedImporter
from money.importers.exchange.ppp import PppImporter


def register_all() -> None:
    for importer in (CpiImporter, EcbImporter, FedImporter, PppImporter):
        register(importer())
