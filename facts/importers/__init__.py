"""Importers of the yardsticks of money. Each has a home with a README, which is its page in docs/ too."""

from facts.importers.cpi.importer import CpiImporter
from facts.importers.exchange.ecb import EcbImporter
from facts.importers.exchange.fed import FedImporter
from facts.importers.exchange.ppp import PppImporter
from facts.importing.registry import register


def register_all() -> None:
    """Let the import frame know them."""
    for importer in (CpiImporter, EcbImporter, FedImporter, PppImporter):
        register(importer())
