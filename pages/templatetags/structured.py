"""What search engines read of a page, in the words of schema.org."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from explore.guide import Guide
from explore.structured import script_json, structured_guide

register = template.Library()


@register.simple_tag
def structured_data(guide: Guide) -> SafeString:
    """The guide as an element that holds JSON-LD: data, which no browser runs."""
    data = script_json(structured_guide(guide, settings.SITE_URL))  # without <, > and &, so it cannot end the element
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # noqa: S308
