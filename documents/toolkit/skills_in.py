"""What a career's guides name, to look for in a text."""

from careers.models import Career
from explore.skill_matching import Wanted

SYNONYMS = {
    "ehr-systems-management": ("EHR", "EMR", "electronic medical record", "electronic health record"),
    "microsoft-office-suite": ("MS Office", "Word", "Excel", "Outlook"),
    "hipaa-compliance": ("HIPAA",),
    "database-management-querying": ("SQL", "databases"),
    "icd-10": ("ICD10", "ICD-10-CM"),
    "communication-skills": ("communication",),
    "interpersonal-skills": ("interpersonal",),
    "organizational-skills": ("organizational skills", "organised", "organized"),
}
"""Other words for a skill, by its slug: what people write in place of its name."""


def wanted_of(career: Career) -> list[Wanted]:
    """With examples and synonyms; one query."""
    wanted: dict[str, Wanted] = {}
    for row in career.skills.select_related("skill").order_by("skill__kind", "source", "position", "pk"):
        known = wanted.get(row.skill.slug)
        also = (*(known.also if known else SYNONYMS.get(row.skill.slug, ())), *row.examples)
        wanted[row.skill.slug] = Wanted(row.skill.slug, row.skill.name, tuple(dict.fromkeys(also)))
    return list(wanted.values())
