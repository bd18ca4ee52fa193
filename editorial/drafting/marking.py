from typing import Any

from lxml import html

#: What is marked: the smallest of these that says something else.
PARTS = ("p", "li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "blockquote", "summary", "figcaption", "text", "td", "th")
MARK = "proposed"


def marked(page: str, published: str) -> tuple[str, int]:
    """The page with class `proposed` on each part not in `published`, and their number."""
    root = html.document_fromstring(page)
    known = {_text(part) for part in html.document_fromstring(published or "<p></p>").iter(*PARTS)}
    new = [part for part in root.iter(*PARTS) if _text(part) and _text(part) not in known]
    within = {ancestor for part in new for ancestor in part.iterancestors()}
    smallest = [part for part in new if part not in within]
    for part in smallest:
        part.set("class", f"{part.get('class', '')} {MARK}".strip())
    return html.tostring(root, encoding="unicode", doctype="<!doctype html>"), len(smallest)


def _text(part: Any) -> str:
    return " ".join(part.text_content().split())
