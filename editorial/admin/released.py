from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from editorial.admin.record import RecordAdmin
from editorial.admin.release import ByRelease


class ReleasedAdmin(RecordAdmin):
    is_counted = False  # there may be millions
    show_full_result_count = False
    list_display = ["__str__", "release"]
    list_filter = [ByRelease]

    def get_search_fields(self, request: HttpRequest) -> Any:
        fields = [field.name for field in self.opts.get_fields() if isinstance(field, models.CharField)]
        if "occupation" in {field.name for field in self.opts.get_fields()}:
            fields += ["occupation__code", "occupation__title"]
        return fields

    def get_list_select_related(self, request: HttpRequest) -> Any:
        references = [field.name for field in self.opts.fields if isinstance(field, models.ForeignKey)]
        return (*references, "release__source")


def register_released(*kinds: type[models.Model]) -> None:
    for kind in kinds:
        admin.site.register(kind, ReleasedAdmin)
