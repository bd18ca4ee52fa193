import re
from functools import cache
from itertools import pairwise

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

PAGE = settings.BASE_DIR / "docs" / "editing.md"
MISSING = f"The editing guide is not installed here. It is {PAGE.name} among the documentation of Rungs."
_LINK_TO_A_FILE = re.compile(r"\[([^\]]+)\]\([^)]*\.md[^)]*\)")


@cache
def editing_guide() -> SafeString:
    """Our own words, as they stand in the documentation, without links to its other pages."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else MISSING
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(_LINK_TO_A_FILE.sub(r"\1", text))
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", slugify(words.content))
    return mark_safe(parser.renderer.render(tokens, parser.options, {}))  # noqa: S308 - a file of ours
