from django.contrib import admin

from editorial.admin.record import RecordAdmin
from explore.models import (
    CheckedClaim,
    CheckedPublisher,
    ClaimCheck,
    ClaimTotal,
    FoundDisagreement,
    FoundRankDisagreement,
)


@admin.register(CheckedClaim)
class CheckedClaimAdmin(RecordAdmin):
    list_display = ["address", "publisher", "quantity", "verdict"]
    list_filter = ["verdict", "quantity"]
    search_fields = ["address", "career_slug", "publisher"]
    exclude = ["document"]


@admin.register(ClaimCheck)
class ClaimCheckAdmin(RecordAdmin):
    list_display = ["claim", "code", "title", "verdict"]
    list_filter = ["verdict"]
    list_select_related = ["claim"]
    search_fields = ["claim__address", "code", "title"]


@admin.register(ClaimTotal)
class ClaimTotalAdmin(RecordAdmin):
    list_display = ["publisher", "quantity", "verdict", "code", "title", "claims"]
    list_filter = ["verdict", "quantity"]
    search_fields = ["publisher", "code", "title"]


@admin.register(CheckedPublisher)
class CheckedPublisherAdmin(RecordAdmin):
    list_display = ["name", "guides"]
    search_fields = ["name"]


@admin.register(FoundDisagreement)
class FoundDisagreementAdmin(RecordAdmin):
    list_display = ["subject_name", "quantity", "is_within_one_source"]
    list_filter = ["quantity", "is_within_one_source"]
    search_fields = ["subject_name", "key"]
    exclude = ["figures"]


@admin.register(FoundRankDisagreement)
class FoundRankDisagreementAdmin(RecordAdmin):
    list_display = ["key", "jobs", "correlation"]
    exclude = ["widest"]
