import re

from documents.toolkit.document import ToolkitDocument

SPECIAL = re.compile(r"([\\`*_{}<>#|])")


def as_markdown(document: ToolkitDocument) -> str:
    lines = [f"# {_plain(document.title)}", "", f"*{_plain(document.hint)}*", ""]
    for part in document.told:
        lines += [f"## {_plain(part.heading)}", ""] if part.heading else []
        for paragraph in part.paragraphs:
            lines += [_plain(paragraph), ""]
        lines += [f"- {_plain(item)}" for item in part.items]
        lines += [""] if part.items else []
    lines += ["## Made from", "", *(f"- {_plain(source)}" for source in document.sources), ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
