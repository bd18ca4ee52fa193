"""Documents for applicants and recruiters, made from what a career's guides say.

`reading` reads a `Kit`; each kind of document is written from it by a module of its own; `markdown` and `word` print
any document.
"""

from documents.toolkit.documents import KINDS, write
from documents.toolkit.reading import Kit, read_kit

__all__ = ["KINDS", "Kit", "read_kit", "write"]
