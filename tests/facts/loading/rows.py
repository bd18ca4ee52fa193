"""Texts of fixtures that tests put together."""

SOURCE = """\
- model: facts.source
  fields: {slug: a-guide, publisher: Himalayas, title: A guide, kind: guide}
"""

CAREER = """\
- model: careers.field
  fields: {slug: health-records, name: Health records}
- model: careers.career
  fields: {slug: clerk, title: Records Clerk, summary: Files charts., field: [health-records]}
"""

GUIDE = SOURCE + CAREER


def place(code: str = "US", name: str = "United States", parent: str = "") -> str:
    """A country, or a part of `parent`."""
    within = f", parent: [{parent}]" if parent else ""
    return f"- model: facts.place\n  fields: {{code: {code}, name: {name}, kind: country{within}}}\n"


def salary(key: str = "guide-median", **said: object) -> str:
    """A median of $38,000 for clerks, or what is said instead; None leaves a field out."""
    fields = {
        "key": key,
        "source": "[a-guide]",
        "locator": "Key facts",
        "as_printed": '"$38k"',
        "career": "[clerk]",
        "currency": "USD",
        "median": 38000,
    } | said
    lines = "".join(f"    {name}: {value}\n" for name, value in fields.items() if value is not None)
    return f"- model: salaries.salary\n  fields:\n{lines}"


def step(position: int, key: str = "") -> str:
    """A step at that place in the list."""
    return (
        "- model: education.step\n"
        f"  fields: {{key: {key or f'guide-step-{position}'}, source: [a-guide], locator: Steps, career: [clerk], "
        f"position: {position}, title: A step, text: Learn.}}\n"
    )
