from django.apps import apps

from facts.kinds import kinds

#: By the model's name, in the order of a guide: what stands before its statements, and after.
_BEFORE_STATEMENTS = {
    "section": "Told in our own words",
    "responsibility": "What one does",
    "careerskill": "Skills and tools",
    "requirement": "What is required",
}
_AFTER_STATEMENTS = {
    "step": "Steps",
    "employer": "Who employs",
    "ladder": "Ladders",
    "rung": "Rungs",
    "point": "For and against",
    "question": "Questions",
    "relatedcareer": "Related careers",
    "alternatetitle": "Other titles",
    "organisation": "Support",
    "toolkitentry": "Application toolkit",
    "occupationmatch": "Which occupations careers belong to",
    "crosswalk": "Codes that became other codes",
}


def headings() -> dict[str, str]:
    statements = {str(kind.model._meta.model_name): kind.heading for kind in kinds()}
    return _BEFORE_STATEMENTS | statements | _AFTER_STATEMENTS


def heading_of(model: str) -> str:
    """ "salaries.salary" gives "Pay"; the model's own name if it has no heading."""
    name = model.rpartition(".")[2]
    if heading := headings().get(name):
        return heading
    try:
        return str(apps.get_model(model)._meta.verbose_name_plural).capitalize()
    except LookupError:
        return name.capitalize()
