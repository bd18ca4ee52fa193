from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from careers.models import Occupation, OccupationMatch
from explore.claims import Claim, figure_claims
from explore.disagreements import find_disagreements
from explore.guide import Guide, GuideRecord, guides_beside_records
from explore.jobs import guide_rows
from explore.jobs.answering import answers_of
from explore.jobs.beside import Beside
from explore.jobs.document import JobDocument
from explore.jobs.gaps import Held, gaps_of
from explore.jobs.identity import JobAddress
from explore.jobs.prose import first_sentence
from explore.jobs.record import JobRecord, Tie
from explore.jobs.record_rows import record_of
from explore.jobs.sources import read_due, sources_of
from explore.jobs.study_rows import StudyRows, studies_of
from explore.jobs.verdict import FigureConflict
from explore.jobs.verdicts import verdicts_of
from explore.newest import grouped
from explore.occupation import records_of_occupations
from explore.occupation_profile import Work, WorkRows
from facts.figure import Named
from facts.models.sharing import OneObjectPerRow, Read

BY_ONET = (Occupation.Scheme.ONET_SOC_2010, Occupation.Scheme.ONET_SOC_2019)
SPECIALTY = "{specialty} is a specialty of {group}. Its pay is not published by itself; this is the pay of {group}."
MATCHED = OccupationMatch.Match
PART_OF_JOB = "Statistics count this job in {parts} groups; the figures are for one of them, {group}."
WIDER_JOB = "This job is wider than {group}, the group that the figures are for."
WHOLE_GROUP = "Statistics count this job together with others as {group}; the figures are for the whole group."


def read_job(address: JobAddress) -> JobDocument:
    """The document of a job. The number of queries is the same however much is said of it."""
    (document,) = read_jobs([address])
    return document


def read_jobs(addresses: Sequence[JobAddress]) -> list[JobDocument]:
    """The documents of several jobs, in as many queries as of one."""
    rows = JobRows(addresses)
    return [_document(address, rows) for address in addresses]


class JobRows:
    """What is read for several jobs; each part by the primary key of its career or occupation."""

    def __init__(self, addresses: Sequence[JobAddress]):
        read = OneObjectPerRow().read if len(addresses) > 1 else list
        careers = [address.career for address in addresses if address.career]
        occupations = list({each.occupation.pk: each.occupation for each in addresses if each.occupation}.values())
        counted = list({each.pk: each for each in map(counted_occupation, occupations)}.values())
        self.guides = {guide.career.pk: guide for guide in guides_beside_records(careers)} if careers else {}
        self.claims = _claims(self.guides.values())
        self.records = records_of_occupations(counted, read)
        self.works = self._works(occupations, read)
        self.beside = Beside(counted, list(self.works.values()), read)
        self.studies = StudyRows(occupations, read)
        self.held = Held()
        self.due = read_due()
        self.placed = _placed_rows(occupations)
        self.parts = grouped(Occupation.objects.filter(parent__in=occupations).order_by("scheme", "code"), "parent_id")

    def _works(self, occupations: Sequence[Occupation], read: Read) -> dict[int, Work]:
        """Of a specialty its own work, of any other occupation that of its record."""
        specialties = [each for each in occupations if is_specialty_of_a_job(each)]
        own = WorkRows(specialties, read)
        works = {each.pk: self.records[each.pk].work for each in occupations if each.pk in self.records}
        return works | {each.pk: Work(each, rows=own) for each in specialties}

    def guide(self, address: JobAddress) -> Guide | None:
        return self.guides[address.career.pk] if address.career else None

    def record(self, occupation: Occupation, guide: Guide | None) -> JobRecord:
        """Of a specialty that of the occupation it is part of, with its own work."""
        read = self.records[counted_occupation(occupation).pk]
        return record_of(read, self.works[occupation.pk], self.beside, guide.paths if guide else ())


def counted_occupation(occupation: Occupation) -> Occupation:
    """The occupation whose figures stand for this one: of a specialty, the one it is part of."""
    return occupation.parent if is_specialty_of_a_job(occupation) and occupation.parent else occupation


def _claims(guides: Iterable[Guide]) -> dict[int, list[Claim]]:
    """The claims of each guide about figures."""
    figures = [(guide.career.pk, figure) for guide in guides for figure in guide.figures]
    ties = {guide.career.slug: [group.match for group in guide.records] for guide in guides}
    owners = {figure.address: career for career, figure in figures}
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in figure_claims([figure for _, figure in figures], ties) if figures else ():
        found[owners[claim.key]].append(claim)
    return found


def _document(address: JobAddress, rows: JobRows) -> JobDocument:
    guide = rows.guide(address)
    record = rows.record(address.occupation, guide) if address.occupation else None
    document = _own(address, guide, record, rows)
    document = replace(document, studies=studies_of(address.occupation, guide, rows.studies))
    document = replace(document, answers=answers_of(document, _whose(address, guide)))
    return replace(document, gaps=gaps_of(document, rows.held), sources=sources_of(document, guide, rows.due))


def _own(address: JobAddress, guide: Guide | None, record: JobRecord | None, rows: JobRows) -> JobDocument:
    """What is read, before what is computed from it."""
    job = address.job
    document = JobDocument(
        title=job.title,
        sentence=_sentence(address, record),
        url=job.get_absolute_url(),
        answers=answers_of(None),
        record=record,
        **_placed(address.occupation, rows),
    )
    return replace(document, **_told(guide, rows.claims[guide.career.pk])) if guide else document


def _sentence(address: JobAddress, record: JobRecord | None) -> str:
    if address.career:
        return address.career.summary
    return first_sentence(record.definition if record else "")


def _placed(occupation: Occupation | None, rows: JobRows) -> dict:
    """Where the job stands in its classification: the groups above it, and its parts."""
    if occupation is None:
        return {}
    above = _above(rows.placed[occupation.pk])
    is_specialty = is_specialty_of_a_job(occupation)
    return {
        "code": occupation.code,
        "scheme": occupation.scheme,
        "is_group": occupation.is_group,
        "above": tuple(group.named for group in above if group.is_group),
        "parts": tuple(part.named for part in rows.parts.get(occupation.pk, ()) if not part.code.endswith(".00")),
        "part_of": occupation.parent.named if is_specialty and occupation.parent else None,
    }


def _placed_rows(occupations: Iterable[Occupation]) -> dict[int, Occupation]:
    """The same occupations with all that hold them: one query."""
    return Occupation.objects.select_related("parent__parent__parent__parent").in_bulk(
        [each.pk for each in occupations]
    )


def _above(occupation: Occupation) -> list[Occupation]:
    """The groups that hold it, the widest first."""
    groups = []
    while occupation.parent:
        occupation = occupation.parent
        groups.append(occupation)
    return groups[::-1]


def is_specialty_of_a_job(occupation: Occupation) -> bool:
    """A code of O*NET for a part of an occupation."""
    return occupation.scheme in BY_ONET and occupation.parent is not None and not occupation.code.endswith(".00")


def _told(guide: Guide, claims: Iterable[Claim]) -> dict:
    """What guides say, and how it holds up."""
    career = guide.career
    return {
        "slug": career.slug,
        "field_of_work": Named(career.field.slug, career.field.name),
        "also_called": guide_rows.titles(guide),
        "ties": tuple(_tie(group) for group in guide.records),
        "sections": guide_rows.sections(guide),
        "lists": guide_rows.lists(guide),
        "statements": guide_rows.statements(guide),
        "ladders": guide_rows.ladders(guide),
        "verdicts": verdicts_of(claims),
        "conflicts": _conflicts(guide),
    }


def _conflicts(guide: Guide) -> tuple[FigureConflict, ...]:
    found = find_disagreements(guide.figures)
    return tuple(
        FigureConflict(key=each.key, ask=each.ask, sentence=each.sentence, figures=tuple(each.figures))
        for each in found
    )


def _tie(group: GuideRecord) -> Tie:
    match, wage, outlook = group.match, group.latest_wage, group.latest_outlook
    return Tie(
        key=match.key,
        group=match.occupation.named,
        code=match.occupation.code,
        scheme=match.occupation.get_scheme_display(),
        match=match.match,
        words=match.get_match_display(),
        reason=match.reason,
        median=wage.figure("annual_median") if wage else None,
        employment=wage.figure("employment") if wage else None,
        growth=outlook.figure("growth_percent") if outlook else None,
    )


def _whose(address: JobAddress, guide: Guide | None) -> str:
    """Where it is not of this job alone."""
    occupation = address.occupation
    if occupation is None:
        return ""
    if is_specialty_of_a_job(occupation) and occupation.parent:
        return SPECIALTY.format(specialty=occupation.title, group=occupation.parent.title)
    ties = [group.match for group in guide.records if group.match.match != MATCHED.RELATED] if guide else []
    match = next((tie.match for tie in ties if tie.occupation_id == occupation.pk), MATCHED.EXACT)
    if match == MATCHED.BROADER:
        parts = [tie for tie in ties if tie.match == MATCHED.BROADER]
        return (PART_OF_JOB if len(parts) > 1 else WIDER_JOB).format(group=occupation.title, parts=len(parts))
    return WHOLE_GROUP.format(group=occupation.title) if match == MATCHED.NARROWER else ""
