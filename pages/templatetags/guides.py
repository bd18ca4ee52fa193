"""How templates tell what a guide says."""

from collections.abc import Mapping

from django import template

from pages import markdown
from pages.annotations import Sign

register = template.Library()


@register.filter
def prose(text: str) -> str:
    """An editor's Markdown as safe HTML."""
    return markdown.render(text)


@register.filter
def told(verdicts: Mapping[str, Sign], address: str) -> Sign | None:
    """What the record makes of the figure at this address; None where it makes nothing of it."""
    return verdicts.get(address)
