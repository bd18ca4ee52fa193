from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from explore.jobs import JobDocument
from explore.structured import script_json, structured_job

register = template.Library()


@register.simple_tag
def structured_data(job: JobDocument) -> SafeString:
    data = script_json(structured_job(job, settings.SITE_URL))  # without <, > and &, so it cannot end the element
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # noqa: S308
