from documents.toolkit import cover_letter, interview, job_description, resume
from documents.toolkit.document import ToolkitDocument
from documents.toolkit.reading import Kit

WRITERS = {module.KIND: module.write for module in (job_description, interview, resume, cover_letter)}
KINDS = tuple(WRITERS)


def write(kind: str, kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    """Raises KeyError for an unknown kind."""
    return WRITERS[kind](kit, with_pay=with_pay)
