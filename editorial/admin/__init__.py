from django.contrib import admin
from django.contrib.auth import get_user_model

from accounts.models import SignIn
from editorial.admin.account import AccountAdmin
from editorial.admin.correction import CorrectionAdmin
from editorial.admin.draft import DraftAdmin
from editorial.admin.draft_event import DraftEditorAdmin, DraftEventAdmin
from editorial.admin.edition import ChangeAdmin, EditionAdmin
from editorial.admin.frozen_guide import FrozenGuideAdmin
from editorial.admin.frozen_job import FrozenJobAdmin
from editorial.admin.industry import IndustryAdmin
from editorial.admin.kept import KeptFormAdmin, TakenFormAdmin
from editorial.admin.link_check import LinkCheckAdmin
from editorial.admin.loaded_row import LoadedRowAdmin
from editorial.admin.missed_search import MissedSearchAdmin
from editorial.admin.place import PlaceAdmin
from editorial.admin.proposal import ProposalAdmin
from editorial.admin.release import ReleaseAdmin
from editorial.admin.released import register_released
from editorial.admin.rendering import RenderingAdmin
from editorial.admin.report import ReportAdmin
from editorial.admin.report_count import ReportCountAdmin
from editorial.admin.sign_in import SignInAdmin
from editorial.admin.source import SourceAdmin
from editorial.models import (
    Draft,
    DraftEditor,
    DraftEvent,
    KeptForm,
    LinkCheck,
    MissedSearch,
    Proposal,
    Report,
    ReportCount,
    TakenForm,
)
from facts.models import (
    Change,
    Correction,
    Edition,
    FrozenGuide,
    FrozenJob,
    Industry,
    IndustryName,
    Place,
    PlaceName,
    Release,
    Rendering,
    Source,
)
from ingest.models import LoadedRow

admin.site.register(Draft, DraftAdmin)
admin.site.register(Report, ReportAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Release, ReleaseAdmin)
admin.site.register(Place, PlaceAdmin)
admin.site.register(Industry, IndustryAdmin)
admin.site.register(Edition, EditionAdmin)
admin.site.register(Change, ChangeAdmin)
admin.site.register(Correction, CorrectionAdmin)
admin.site.register(Proposal, ProposalAdmin)
admin.site.register(FrozenGuide, FrozenGuideAdmin)
admin.site.register(FrozenJob, FrozenJobAdmin)
admin.site.register(Rendering, RenderingAdmin)
admin.site.register(LoadedRow, LoadedRowAdmin)
admin.site.register(ReportCount, ReportCountAdmin)
admin.site.register(MissedSearch, MissedSearchAdmin)
admin.site.register(LinkCheck, LinkCheckAdmin)
admin.site.register(DraftEvent, DraftEventAdmin)
admin.site.register(DraftEditor, DraftEditorAdmin)
admin.site.register(KeptForm, KeptFormAdmin)
admin.site.register(TakenForm, TakenFormAdmin)
admin.site.register(SignIn, SignInAdmin)
admin.site.unregister(get_user_model())
admin.site.register(get_user_model(), AccountAdmin)

register_released(PlaceName, IndustryName)
