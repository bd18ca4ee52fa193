from documents.citations.citation import PUBLISHER, Citation

# BibTeX counts braces even behind a backslash, so one in a title is named rather than escaped.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)


def bibtex(citation: Citation) -> str:
    """One `@misc` entry. Double braces around the title keep its case."""
    day = citation.published
    fields = {
        "author": f"{{{PUBLISHER}}}",
        "title": f"{{{escaped(citation.title)}}}",
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "edition": escaped(citation.edition),
        "howpublished": escaped(citation.source),
        "url": citation.url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}"])


def escaped(words: str) -> str:
    return words.translate(_ESCAPES)
