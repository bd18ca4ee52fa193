from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from careers.models import Career, Skill
from explore.guide import Guide, read_guide, read_guides
from explore.ladders import with_pay
from facts.kinds import career_kinds


def guide_document(slug: str) -> SimpleNamespace:
    """Raises Career.DoesNotExist."""
    return _document(read_guide(slug))


def guide_documents(careers: Sequence[Career]) -> Iterator[SimpleNamespace]:
    return map(_document, read_guides(careers))


def _document(guide: Guide) -> SimpleNamespace:
    with_pay(guide.ladders, guide.salaries)
    fields = {name: getattr(guide, name) for name in Guide.__dataclass_fields__}
    statements = {kind.name: guide.by_kind[kind.slug] for kind in career_kinds()}
    return SimpleNamespace(**fields | statements | _as_lists(guide))


def _as_lists(guide: Guide) -> dict:
    kinds = (Skill.Kind.TECHNICAL, Skill.Kind.SOFT)
    return {
        "sections": [section for sections in guide.sections.values() for section in sections],
        "skills": [skill for kind in kinds for skill in guide.skills.get(kind, [])],
        "tools": guide.skills.get(Skill.Kind.TOOL, []),
    }
