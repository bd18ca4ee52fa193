"""The names of O*NET's tables, in lower case."""

from careers.importers.folder import ReleaseFolder

OCCUPATIONS = "occupation data"
RENAMED = {
    "alternate titles": ("job titles",),
    "technology skills": ("software skills",),
    "skills": ("essential skills", "transferable skills"),
    "interests": ("career interest types",),
    "education, training, and experience": ("education", "training and experience"),
}
"""The tables' names from release 30.3 on."""


def names_in(folder: ReleaseFolder, table: str) -> list[str]:
    """What the tables of the folder are called that hold what `table` does."""
    return [name for name in (table, *RENAMED.get(table, ())) if name in folder]
