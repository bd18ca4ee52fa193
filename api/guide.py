"""A career's guide as the API gives it: the same reading as the page's, its parts as lists."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from careers.models import Career, Skill
from explore.guide import Guide, read_guide, read_guides
from explore.ladders import with_pay
from facts.kinds import career_kinds


def guide_document(slug: str) -> SimpleNamespace:
    """What `GuideSerializer` shows of the career with this slug; raises Career.DoesNotExist."""
    return _document(read_guide(slug))


def guide_documents(careers: Sequence[Career]) -> Iterator[SimpleNamespace]:
    """The same of several careers at once."""
    return map(_document, read_guides(careers))


def _document(guide: Guide) -> SimpleNamespace:
    with_pay(guide.ladders, guide.salaries)
    given = {name: getattr(guide, name) for name in Guide.__dataclass_fields__}
    statements = {kind.name: guide.by_kind[kind.slug] for kind in career_kinds()}
    return SimpleNamespace(**given | statements | _as_lists(guide))


def _as_lists(guide: Guide) -> dict:
    kinds = (Skill.Kind.TECHNICAL, Skill.Kind.SOFT)
    return {
        "sections": [section for sections in guide.sections.values() for section in sections],
        "skills": [skill for kind in kinds for skill in guide.skills.get(kind, [])],
        "tools": guide.skills.get(Skill.Kind.TOOL, []),
    }
