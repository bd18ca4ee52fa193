"""RIS: a two-character tag, two spaces, a hyphen and a value per line."""

from documents.citations.citation import PUBLISHER, Citation


def ris(citation: Citation) -> str:
    day = citation.published
    tags = (
        ("ID", citation.key),
        ("AU", PUBLISHER),
        ("TI", citation.title),
        ("PB", PUBLISHER),
        ("PY", f"{day:%Y}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("ET", citation.edition),
        ("N1", citation.source),
        ("UR", citation.url),
    )
    lines = [f"{tag}  - {value}" for tag, value in (("TY", "DATA"), *(pair for pair in tags if pair[1]))]
    return "\r\n".join([*lines, "ER  - "])
