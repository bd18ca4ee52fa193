from editorial.models.draft import Draft
from editorial.models.missed_search import MissedSearch
from editorial.models.proposal import Proposal
from editorial.models.report import Report
from editorial.models.report_count import ReportCount

__all__ = [
    "Draft",
    "MissedSearch",
    "Proposal",
    "Report",
    "ReportCount",
]
