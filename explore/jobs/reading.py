from dataclasses import replace

from careers.models import Occupation, OccupationMatch
from explore.claims import figure_claims
from explore.disagreements import find_disagreements
from explore.guide import Guide, GuideRecord, read_guide
from explore.jobs import guide_rows
from explore.jobs.answering import answers_of
from explore.jobs.document import JobDocument
from explore.jobs.gaps import gaps_of
from explore.jobs.identity import JobAddress
from explore.jobs.prose import first_sentence
from explore.jobs.record import JobRecord, Tie
from explore.jobs.record_rows import record_of
from explore.jobs.sources import sources_of
from explore.jobs.study_rows import studies_of
from explore.jobs.verdict import FigureConflict
from explore.jobs.verdicts import verdicts_of
from explore.occupation import record_of_occupation
from explore.occupation_profile import Work
from facts.figure import Named

BY_ONET = (Occupation.Scheme.ONET_SOC_2010, Occupation.Scheme.ONET_SOC_2019)
SPECIALTY = "{specialty} is a specialty of {group}. Its pay is not published by itself; this is the pay of {group}."
WHOLE_GROUP = "Statistics count this job together with others as {group}; the figures are for the whole group."


def read_job(address: JobAddress) -> JobDocument:
    """A fixed number of queries."""
    guide = read_guide(address.career.slug) if address.career else None
    record = _record(address.occupation, guide) if address.occupation else None
    document = _own(address, guide, record)
    document = replace(document, studies=studies_of(address.occupation, guide))
    document = replace(document, answers=answers_of(document, _whose(address, guide)))
    return replace(document, gaps=gaps_of(document), sources=sources_of(document, guide))


def _own(address: JobAddress, guide: Guide | None, record: JobRecord | None) -> JobDocument:
    job = address.job
    document = JobDocument(
        title=job.title,
        sentence=_sentence(address, record),
        url=job.get_absolute_url(),
        answers=answers_of(None),
        record=record,
        **_placed(address.occupation),
    )
    return replace(document, **_told(guide)) if guide else document


def _sentence(address: JobAddress, record: JobRecord | None) -> str:
    if address.career:
        return address.career.summary
    return first_sentence(record.definition if record else "")


def _placed(occupation: Occupation | None) -> dict:
    if occupation is None:
        return {}
    parts = Occupation.objects.filter(parent=occupation).order_by("scheme", "code")
    above = _above(occupation)
    is_specialty = is_specialty_of_a_job(occupation)
    return {
        "code": occupation.code,
        "scheme": occupation.scheme,
        "is_group": occupation.is_group,
        "above": tuple(group.named for group in above if group.is_group),
        "parts": tuple(part.named for part in parts if not part.code.endswith(".00")),
        "part_of": occupation.parent.named if is_specialty and occupation.parent else None,
    }


def _above(occupation: Occupation) -> list[Occupation]:
    """The widest first: one query."""
    found = Occupation.objects.select_related("parent__parent__parent__parent").get(pk=occupation.pk)
    groups = []
    while found.parent:
        found = found.parent
        groups.append(found)
    return groups[::-1]


def is_specialty_of_a_job(occupation: Occupation) -> bool:
    """A code of O*NET for a part of an occupation."""
    return occupation.scheme in BY_ONET and occupation.parent is not None and not occupation.code.endswith(".00")


def _record(occupation: Occupation, guide: Guide | None) -> JobRecord:
    """Of a specialty, that of its occupation, with its own work."""
    paths = guide.paths if guide else ()
    if is_specialty_of_a_job(occupation) and occupation.parent:
        return record_of(record_of_occupation(occupation.parent), Work(occupation), paths)
    read = record_of_occupation(occupation)
    return record_of(read, read.work, paths)


def _told(guide: Guide) -> dict:
    career = guide.career
    claims = figure_claims(guide.figures, {career.slug: [group.match for group in guide.records]})
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
    ties = [group.match for group in guide.records] if guide else []
    exact = any(tie.match == OccupationMatch.Match.EXACT and tie.occupation_id == occupation.pk for tie in ties)
    return WHOLE_GROUP.format(group=occupation.title) if ties and not exact else ""
