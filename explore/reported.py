"""What a reader can report. Functions return None for what readers cannot see."""

from collections.abc import Mapping
from typing import Any

from careers.models import Career, Occupation
from careers.parts import guide_parts
from editorial.reporting import Subject
from explore.headings import heading_of
from explore.occupation import find_occupation
from explore.statement import find_statement
from explore.wage import read_wage
from facts.figure import Figure
from facts.models import Industry, Release, Source, Sourced, Statement
from salaries.models import Wage


def reported_statement(key: str, field: str = "") -> Subject | None:
    statement = find_statement(key)
    if statement is None or _is_withdrawn(statement):
        return None
    about = getattr(statement, "career", None) or statement.occupation  # type: ignore[attr-defined]
    page = statement.get_absolute_url()
    if field:
        return _figure(statement, statement.figure(field), page)
    figures = statement.figures()
    whose = next((figure.level for figure in figures if figure.level), None) or about.title
    text = "; ".join(f"{figure.measure_text}: {figure.value_text}" for figure in figures)
    return Subject(statement, f"{heading_of(statement._meta.label_lower)}: {whose}", page, text)


def reported_wage(release: str, code: str, place: str, industry: str = "", field: str = "") -> Subject | None:
    try:
        record = read_wage(release, code, place, industry or Industry.ALL)
    except Wage.DoesNotExist:
        return None
    wage = record.wage
    if record.is_withdrawn:
        return None
    if field:
        return _figure(wage, wage.figure(field), wage.get_absolute_url())
    return Subject(wage, f"{wage.occupation.title}, {wage.place}, {wage.release}", wage.get_absolute_url())


def reported_guide(slug: str, part: str = "", *, chapters: Mapping[str, str]) -> Subject | None:
    """`part` is an anchor of `chapters` or the key of a row."""
    career = Career.objects.filter(slug=slug).first()
    if career is None:
        return None
    page = career.get_absolute_url()
    if part in chapters:
        return Subject(career, f"{career.title}: {chapters[part]}", f"{page}#{part}")
    if part:
        return _row(career, part, f"{page}#{part}")
    return Subject(career, career.title, page)


def reported_occupation(code: str, scheme: str = "") -> Subject | None:
    try:
        occupation = find_occupation(code, scheme)
    except Occupation.DoesNotExist:
        return None
    return Subject(occupation, str(occupation), occupation.get_absolute_url())


def reported_source(slug: str) -> Subject | None:
    source = Source.objects.filter(slug=slug).first()
    return Subject(source, str(source), source.get_absolute_url()) if source else None


def _is_withdrawn(statement: Statement) -> bool:
    release = getattr(statement, "release", None)
    return release is not None and release.state == Release.State.WITHDRAWN


def _figure(row: Any, figure: Figure | None, page: str) -> Subject | None:
    if figure is None:
        return None
    return Subject(
        row, f"{figure.measure_text}: {figure.level or figure.subject}", f"{page}#{figure.field}", figure.sentence
    )


def _row(career: Career, key: str, page: str) -> Subject | None:
    for model, owner in guide_parts():
        found: Sourced | None = model.objects.filter(key=key, **{owner: career}).first()
        if found:
            return Subject(found, f"{career.title}: {heading_of(model._meta.label_lower)}", page)
    return None
