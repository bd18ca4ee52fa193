from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, read_job, readable
from explore.jobs import JobDocument
from explore.side_by_side import JobRow, rows_of
from facts.figure import Figure

FEWEST, MOST = 2, 4


def compare_jobs(
    jobs: Annotated[list[str], Field(min_length=FEWEST, max_length=MOST, description="Two to four jobs by name.")],
) -> ToolAnswer:
    """Two to four jobs side by side: pay, how to qualify, the work, the outlook, and how they differ."""
    documents = _documents(jobs)
    rows = rows_of(documents)
    figures = [line.figure for row in rows for cell in row.cells for line in cell.lines if line.figure]
    page = "/compare/?" + "&".join(f"item={document.slug or document.code}" for document in documents)
    return answered(_sentences(documents, rows), figures, page)


def _documents(jobs: list[str]) -> list[JobDocument]:
    found = {document.url: document for document in (read_job(readable(job, "each job")).document for job in jobs)}
    if len(found) < FEWEST:
        raise NotUnderstood("Name two to four different jobs; these are read as one and the same.")
    return list(found.values())


def _sentences(documents: list[JobDocument], rows: list[JobRow]) -> Iterator[str]:
    for row in rows:
        said = [
            f"{document.title}: {'; '.join(_line(line.text, line.figure) for line in cell.lines)}"
            for document, cell in zip(documents, row.cells, strict=True)
            if cell.lines
        ]
        yield f"{row.title}. {' | '.join(said)}"
        yield from (str(message) for message in row.messages)


def _line(text: str, figure: Figure | None) -> str:
    return f"{text} ({figure.words}; {figure.publisher})" if figure else text
