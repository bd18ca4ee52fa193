"""What readers call each kind of row, one by one and in lists of changes."""

from django.apps import apps

#: By the model's name, in the order of a guide.
HEADINGS = {
    "section": "Told in our own words",
    "responsibility": "What one does",
    "careerskill": "Skills and tools",
    "requirement": "What is required",
    "path": "Ways in",
    "timetoentry": "Time to a first job",
    "step": "Steps",
    "salary": "Pay",
    "outlook": "Outlook",
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


def heading_of(model: str) -> str:
    """What readers call rows of a model ("salaries.salary"): "Pay"; the model's own name where it has none here."""
    name = model.rpartition(".")[2]
    if name in HEADINGS:
        return HEADINGS[name]
    try:
        return str(apps.get_model(model)._meta.verbose_name_plural).capitalize()
    except LookupError:
        return name.capitalize()
