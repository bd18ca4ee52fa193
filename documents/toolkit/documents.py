"""The kinds of document there are."""

from documents.toolkit import cover_letter, interview, job_description, resume
from documents.toolkit.document import Document
from documents.toolkit.reading import Kit

WRITERS = {module.KIND: module.write for module in (job_description, interview, resume, cover_letter)}
KINDS = tuple(WRITERS)


def write(kind: str, kit: Kit, *, with_pay: bool = False) -> Document:
    """The document of this kind; raises KeyError for a kind that there is not."""
    return WRITERS[kind](kit, with_pay=with_pay)
