import re
from dataclasses import dataclass

from django import template
from django.conf import settings
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta\s+name="description"\s+content="([^"]*)">')
_SITE = " · Rungs"


@register.tag
def shared(parser: Parser, token: Token) -> "SharedNode":
    """{% shared %} … {% endshared %}: adds Open Graph tags made of the title and description inside."""
    nodes = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(nodes)


@dataclass
class SharedNode(template.Node):
    nodelist: NodeList

    def render(self, context: Context) -> SafeString:
        head = self.nodelist.render(context)
        title, description = _within(_TITLE, head).removesuffix(_SITE), _within(_DESCRIPTION, head)
        picture = settings.SITE_URL.rstrip("/") + static("img/card.png")
        card = {"title": title, "description": description, "image": picture, "image:alt": "Rungs, and a ladder"}
        lines = [f'<meta property="og:{name}" content="{words}">' for name, words in card.items()]
        # Both were escaped when they were rendered; a quote in a title is not yet, since it stood between elements.
        return mark_safe("\n  ".join([head.strip(), *lines]))  # noqa: S308


def _within(pattern: re.Pattern, head: str) -> str:
    found = pattern.search(head)
    return " ".join(found[1].split()).replace('"', "&quot;") if found else ""
