"""Subresource integrity. https://www.w3.org/TR/SRI/"""

from base64 import b64encode
from functools import cache
from hashlib import sha384
from typing import cast

from django import template
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def integrity(path: str) -> SafeString | str:
    """The attribute for a static file, on servers: elsewhere a file may change and keep its name."""
    if not hasattr(staticfiles_storage, "stored_name"):
        return ""
    return format_html(' integrity="sha384-{}"', digest(path))


@cache
def digest(path: str) -> str:
    """Of the file as it is served, whose links to other files are rewritten."""
    storage = cast(ManifestStaticFilesStorage, staticfiles_storage)
    with storage.open(storage.stored_name(path)) as file:
        return b64encode(sha384(file.read()).digest()).decode()
