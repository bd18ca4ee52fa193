"""Subresource integrity. https://www.w3.org/TR/SRI/"""

from base64 import b64encode
from functools import cache
from hashlib import sha384

from django import template
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def integrity(path: str) -> SafeString | str:
    """The attribute for a static file, on servers: elsewhere a file may change and keep its name."""
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return ""
    return format_html(' integrity="sha384-{}"', digest(path))


@cache
def digest(path: str) -> str:
    """Of the file as it is served, whose links to other files are rewritten."""
    with staticfiles_storage.open(staticfiles_storage.stored_name(path)) as file:
        return b64encode(sha384(file.read()).digest()).decode()
