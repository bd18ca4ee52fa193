from collections.abc import Iterator

from assistants.answer import ToolAnswer, answered
from assistants.asked import read_job
from assistants.tools.parameters import JobWords
from explore.jobs import JobDocument
from facts.figure import Figure


def job_summary(job: JobWords) -> ToolAnswer:
    """What a job is, what it pays, how people qualify, its outlook, and how well its figures are checked."""
    document = read_job(job).document
    return answered(_sentences(document), _figures(document), document.url)


def _figures(document: JobDocument) -> list[Figure]:
    answers = document.answers
    found = (answers.pay.figure, answers.entry.time, answers.outlook.figure)
    return [figure for figure in found if figure is not None]


def _sentences(document: JobDocument) -> Iterator[str]:
    answers = document.answers
    yield f"{document.title}: {document.sentence}"
    pay = answers.pay
    yield pay.figure.sentence if pay.figure else pay.reason
    if pay.change:
        yield pay.change.finding
    yield from answers.entry.sentences
    if answers.entry.education:
        yield f"Typically needed to enter, says {answers.entry.source}: {answers.entry.education}."
    yield answers.outlook.sentence or answers.outlook.words
    counted = answers.reliability
    if counted.checked:
        yield (
            f"Of {counted.checked} claims of guides that were checked, the record agrees with {counted.agreed} "
            f"and contradicts {counted.contradicted}."
        )
    yield from (f"{gap.what}: {gap.why}." for gap in document.gaps)
