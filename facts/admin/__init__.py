"""Facts and where they come from, in the order in which the desk shows them."""

from django.contrib import admin

from facts.admin.correction import CorrectionAdmin
from facts.admin.draft import DraftAdmin
from facts.admin.edition import ChangeAdmin, EditionAdmin
from facts.admin.frozen_guide import FrozenGuideAdmin
from facts.admin.industry import IndustryAdmin
from facts.admin.loaded_row import LoadedRowAdmin
from facts.admin.place import PlaceAdmin
from facts.admin.proposal import ProposalAdmin
from facts.admin.release import ReleaseAdmin
from facts.admin.released import register_released
from facts.admin.report import ReportAdmin
from facts.admin.report_count import ReportCountAdmin
from facts.admin.source import SourceAdmin
from facts.models import (
    Change,
    Correction,
    Draft,
    Edition,
    ExchangeRate,
    FrozenGuide,
    Industry,
    LoadedRow,
    Place,
    PriceIndex,
    Proposal,
    PurchasingPower,
    Release,
    Report,
    ReportCount,
    Source,
)

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
admin.site.register(LoadedRow, LoadedRowAdmin)
admin.site.register(ReportCount, ReportCountAdmin)

register_released(PriceIndex, PurchasingPower, ExchangeRate)
