from collections.abc import Mapping

from django import template

from facts import markdown
from pages.annotations import Sign

register = template.Library()


@register.filter
def prose(text: str) -> str:
    return markdown.render(text)


@register.filter
def told(verdicts: Mapping[str, Sign], address: str) -> Sign | None:
    return verdicts.get(address)
