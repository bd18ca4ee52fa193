from collections.abc import Iterator

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, read_job
from assistants.tools.parameters import JobWords
from explore.jobs.document import JobDocument
from explore.occupation import find_occupation
from explore.studies import read_exposure, read_work_from_home


def job_exposure(job: JobWords) -> ToolAnswer:
    """What studies say of a job: how exposed it is to AI, by each study, and whether it can be done at home."""
    document = read_job(job).document
    if not document.code:
        raise NotUnderstood(f"{document.title} is counted in no group that studies rate.")
    occupation = find_occupation(document.code, document.scheme)
    rated, at_home = read_exposure(occupation), read_work_from_home(occupation)
    figures = [each.figure for each in (*rated.main, *rated.parts)]
    figures += [row.score for row, *_ in at_home.sentences]
    return answered(_sentences(document), figures, f"{document.url}#ai")


def _sentences(document: JobDocument) -> Iterator[str]:
    studies = document.studies
    yield from studies.sentences
    for each in studies.exposure:
        rated = f"{each.name}: {each.printed} on {each.scale}, the {each.place} percentile of the jobs it rates"
        yield f"{rated}. It looks at {each.looks_at}."
    yield from (f"{each.authors}: {each.sentence}" for each in studies.at_home)
    yield from studies.unrated
    yield studies.not_at_home
    yield "A study’s rating says how near tasks are to what AI can do. It is no forecast of jobs lost."
