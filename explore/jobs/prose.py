import re

SHORT = 240  # characters that two lines hold, or a little more
_MARKDOWN = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def first_sentence(text: str) -> str:
    """Without its Markdown.

    >>> first_sentence("Codes *charts*. Audits them.")
    'Codes charts.'
    """
    return sentences(text)[0]


def opening(text: str) -> str:
    """The first sentence, and the second where both are short."""
    first, *rest = sentences(text)
    second = rest[0] if rest and len(first) + len(rest[0]) < SHORT else ""
    return f"{first} {second}".strip()


def sentences(text: str) -> list[str]:
    """Of the first paragraph; one empty text where there is none."""
    paragraph = text.split("\n\n")[0].replace("\n", " ")
    return _END.split(" ".join(_MARKDOWN.sub(lambda found: found[1] or "", paragraph).split()))
