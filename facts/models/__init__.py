from facts.models.arriving import ArrivedManager, Arriving
from facts.models.change import Change
from facts.models.correction import Correction
from facts.models.curated import Curated, VersionConflict
from facts.models.draft import Draft
from facts.models.edition import Edition
from facts.models.exchange_rate import ExchangeRate
from facts.models.frozen_guide import FrozenGuide
from facts.models.industry import Industry
from facts.models.loaded_row import LoadedRow
from facts.models.place import Place
from facts.models.price_index import PriceIndex
from facts.models.proposal import Proposal
from facts.models.purchasing_power import PurchasingPower
from facts.models.release import Release
from facts.models.released import Released, ReleasedQuerySet
from facts.models.report import Report
from facts.models.report_count import ReportCount
from facts.models.source import Source
from facts.models.sourced import Sourced
from facts.models.statement import Statement

__all__ = [
    "Arriving",
    "ArrivedManager",
    "Change",
    "Correction",
    "Curated",
    "Draft",
    "Edition",
    "ExchangeRate",
    "FrozenGuide",
    "Industry",
    "LoadedRow",
    "Place",
    "PriceIndex",
    "Proposal",
    "PurchasingPower",
    "Release",
    "Released",
    "ReleasedQuerySet",
    "Report",
    "ReportCount",
    "Source",
    "Sourced",
    "Statement",
    "VersionConflict",
]
