import re
from functools import cache

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

PAGE = settings.BASE_DIR / "docs" / "editing.md"
MISSING = f"The editing guide is not installed here. It is {PAGE.name} among the documentation of Rungs."
_LINK_TO_A_FILE = re.compile(r"\[([^\]]+)\]\([^)]*\.md[^)]*\)")


@cache
def editing_guide() -> SafeString:
    """Our own words, as they stand in the documentation, without links to its other pages."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else MISSING
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return mark_safe(parser.render(_LINK_TO_A_FILE.sub(r"\1", text)))  # noqa: S308 - a file of ours
