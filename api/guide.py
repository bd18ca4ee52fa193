from types import SimpleNamespace

from careers.models import Skill
from explore.guide import Guide, read_guide
from explore.ladders import with_pay
from facts.kinds import career_kinds


def guide_document(slug: str) -> SimpleNamespace:
    """Raises Career.DoesNotExist."""
    guide = read_guide(slug)
    with_pay(guide.ladders, guide.salaries)
    fields = {name: getattr(guide, name) for name in Guide.__dataclass_fields__}
    statements = {kind.name: guide.by_kind[kind.slug] for kind in career_kinds()}
    return SimpleNamespace(**fields | statements | _as_lists(guide))


def _as_lists(guide) -> dict:
    kinds = (Skill.Kind.TECHNICAL, Skill.Kind.SOFT)
    return {
        "matches": [record.match for record in guide.records],
        "sections": [section for sections in guide.sections.values() for section in sections],
        "skills": [skill for kind in kinds for skill in guide.skills.get(kind, [])],
        "tools": guide.skills.get(Skill.Kind.TOOL, []),
    }
