from collections.abc import Callable, Iterable, Sequence
from typing import Any

from careers.models import Career, CareerSkill, Employer, Move, Organisation, RelatedCareer, Rung, Skill, ToolkitEntry
from education.models import Requirement
from explore.guide import Guide
from explore.jobs.account import Credit, JobEntry, JobLadder, JobRung, JobSection, JobStatement
from facts.figure import Figure, Named
from facts.models import Source, Statement


def credit_of(row: Any) -> Credit:
    return Credit(source=named(row.source), locator=row.locator, credited=getattr(row, "attributed_to", ""))


def named(source: Source) -> Named:
    """ "Himalayas guide", "US Bureau of Labor Statistics"."""
    name = f"{source.publisher} guide" if source.kind == Source.Kind.GUIDE else source.publisher
    return Named(source.slug, name, source.get_absolute_url())


def sections(guide: Guide) -> tuple[JobSection, ...]:
    return tuple(
        JobSection(
            key=row.key,
            kind=row.kind,
            heading=row.heading or row.get_kind_display(),
            text=row.body,
            left_empty=row.left_empty,
            credit=credit_of(row),
        )
        for rows in guide.sections.values()
        for row in rows
    )


def lists(guide: Guide) -> dict[str, tuple[JobEntry, ...]]:
    skills = guide.skills
    rows = {
        "responsibilities": _entries(guide.responsibilities, lambda row: {"label": row.label, "text": row.text}),
        "requirements": _entries(guide.requirements, _requirement),
        "variants": _entries(guide.variants, lambda row: {"label": row.name, "text": row.text}),
        "moves": _entries(guide.moves, _move),
        "steps": _entries(guide.steps, lambda row: {"label": row.title, "text": row.text, "printed": row.as_printed}),
        "technical": _entries(skills.get(Skill.Kind.TECHNICAL, []), _skill),
        "soft": _entries(skills.get(Skill.Kind.SOFT, []), _skill),
        "used": _entries(skills.get(Skill.Kind.TOOL, []), _skill),
        "employers": _entries(guide.employers, _employer),
        "pros": _entries(guide.pros, lambda row: {"label": row.label, "text": row.text}),
        "cons": _entries(guide.cons, lambda row: {"label": row.label, "text": row.text}),
        "questions": _entries(guide.questions, lambda row: {"label": row.question, "text": row.answer}),
        "related": _entries(guide.related, lambda row: _related(row, row.related)),
        "named_by": _entries(_named_by(guide), lambda row: _related(row, row.career)),
        "organizations": _entries(guide.organisations, _organization),
        "toolkit": _entries(guide.toolkit, _document),
    }
    return {name: entries for name, entries in rows.items() if entries}


def titles(guide: Guide) -> tuple[JobEntry, ...]:
    return _entries(guide.alternate_titles, lambda row: {"label": row.title})


def statements(guide: Guide) -> dict[str, tuple[JobStatement, ...]]:
    """By the slug of each registered kind."""
    return {slug: tuple(_statement(row) for row in rows) for slug, rows in guide.by_kind.items() if rows}


def ladders(guide: Guide) -> tuple[JobLadder, ...]:
    pay: dict[str, list] = {}
    for row in guide.salaries_by_level:
        if row.level:
            pay.setdefault(row.level.key, []).extend(row.figures())
    return tuple(
        JobLadder(
            key=ladder.key,
            note=ladder.note,
            credit=credit_of(ladder),
            rungs=tuple(_rung(rung, pay.get(rung.key, [])) for rung in ladder.rungs.all()),
        )
        for ladder in guide.ladders
    )


def _rung(rung: Rung, pay: Sequence[Figure]) -> JobRung:
    return JobRung(
        key=rung.key,
        title=rung.title,
        printed=rung.as_printed,
        basis=rung.get_years_basis_display(),
        summary=rung.summary,
        focus=rung.focus,
        experience=rung.experience,
        pay=tuple(pay),
    )


def _statement(row: Statement) -> JobStatement:
    level = getattr(row, "level", None)
    return JobStatement(
        key=row.key,
        label=getattr(row, "name", "") or getattr(row, "starting_point", ""),
        note=getattr(row, "growth_words", "") or getattr(row, "covers", ""),
        tag=" or ".join(each.short_name for each in row.credentials.all()) if hasattr(row, "credentials") else "",
        doubt=row.rank_reason if row.rank == Statement.Rank.DEPRECATED else "",
        level=level.title if level else "",
        part=_part_of(row),
        figures=tuple(row.figures()),
        credit=credit_of(row),
    )


def _part_of(row: Statement) -> str:
    about = getattr(row, "about", None)
    return about.title if about else getattr(row, "group", "")


def _entries(rows: Iterable[Any], fields: Callable[[Any], dict[str, Any]]) -> tuple[JobEntry, ...]:
    return tuple(JobEntry(key=row.key, credit=credit_of(row), **fields(row)) for row in rows)


def _skill(row: CareerSkill) -> dict[str, Any]:
    return {"label": row.skill.name, "note": ", ".join(row.examples), "text": row.detail}


def _requirement(row: Requirement) -> dict[str, Any]:
    label = row.label.casefold()
    names = [each for each in row.credentials.all() if each.name.casefold() not in label]
    more = " or ".join(each.name for each in names if each.short_name.casefold() not in label)
    study = f"in {row.field_of_study}" if row.field_of_study else ""
    return {
        "label": row.label,
        "note": ", ".join(filter(None, (more, study, row.condition))),
        "tag": row.get_strength_display(),
        "text": row.note,
        "printed": row.as_printed,
    }


def _employer(row: Employer) -> dict[str, Any]:
    about = f"Of {row.about or row.group}." if row.about or row.group else ""
    note = " ".join(filter(None, (about, row.note)))
    return {"label": row.industry.name, "tag": row.get_says_display(), "note": note, "printed": row.as_printed}


def _move(row: Move) -> dict[str, Any]:
    link = row.to_career.named if row.to_career else None
    return {"label": row.to_title, "tag": f"from {row.from_title}", "note": row.takes, "link": link}


def _related(row: RelatedCareer, other: Career) -> dict[str, Any]:
    return {"label": other.title, "tag": row.get_kind_display(), "note": row.reason, "link": other.named}


def _organization(row: Organisation) -> dict[str, Any]:
    short = f" ({row.abbreviation})" if row.abbreviation else ""
    serves = f"For {row.serves}." if row.serves else ""
    link = Named(row.key, row.name, row.url) if row.url else None
    return {"label": f"{row.name}{short}", "note": " ".join(filter(None, (serves, row.offers))), "link": link}


def _document(row: ToolkitEntry) -> dict[str, Any]:
    return {"label": row.title, "tag": row.get_kind_display(), "note": row.text}


def _named_by(guide: Guide) -> list[RelatedCareer]:
    """Without those that this one names itself."""
    names = {row.related_id for row in guide.related}
    return [row for row in guide.related_from if row.career_id not in names]
