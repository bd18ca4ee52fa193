from editorial.models.draft import Draft
from editorial.models.draft_editor import DraftEditor
from editorial.models.draft_event import DraftEvent
from editorial.models.kept_form import KeptForm
from editorial.models.link_check import LinkCheck
from editorial.models.missed_search import MissedSearch
from editorial.models.proposal import Proposal
from editorial.models.report import Report
from editorial.models.report_count import ReportCount
from editorial.models.taken_form import TakenForm

__all__ = [
    "Draft",
    "MissedSearch",
    "DraftEditor",
    "DraftEvent",
    "KeptForm",
    "LinkCheck",
    "Proposal",
    "Report",
    "ReportCount",
    "TakenForm",
]
