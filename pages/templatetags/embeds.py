from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from pages.embeds.drawing import HEIGHT, WIDTH

register = template.Library()


@register.inclusion_tag("components/embed.html")
def embed_code(name: str, *parts: str) -> dict:
    """What somebody pastes into a page of their own, with a button to copy it, and the same as pictures."""
    pictures = [(form[1:].upper(), reverse(f"{name}{form}", args=parts)) for form in (".svg", ".png")]
    return {"code": frame_of(settings.SITE_URL.rstrip("/") + reverse(name, args=parts)), "pictures": pictures}


def frame_of(address: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="A chart from Rungs" loading="lazy"></iframe>',
        address,
        width,
        height,
    )
