from editorial.models.draft import Draft
from editorial.models.proposal import Proposal
from editorial.models.report import Report
from editorial.models.report_count import ReportCount

__all__ = [
    "Draft",
    "Proposal",
    "Report",
    "ReportCount",
]
