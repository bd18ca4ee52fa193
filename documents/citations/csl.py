"""CSL-JSON for citation processors. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html"""

from documents.citations.citation import PUBLISHER, Citation


def csl(citation: Citation) -> dict:
    day = citation.published
    item = {
        "id": citation.key,
        "type": "dataset",
        "title": citation.title,
        "author": [{"literal": PUBLISHER}],
        "publisher": PUBLISHER,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "version": citation.edition,
        "note": citation.source,
        "URL": citation.url,
    }
    return {name: value for name, value in item.items() if value}
