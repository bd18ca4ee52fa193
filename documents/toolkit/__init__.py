"""Documents for applicants and recruiters from a career's guides.

`reading` reads a `Kit`; one module per kind writes a document; `markdown` and `word` print it.
"""

from documents.toolkit.documents import KINDS, write
from documents.toolkit.reading import Kit, read_kit

__all__ = ["KINDS", "Kit", "read_kit", "write"]
