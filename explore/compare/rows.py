"""The rows of a comparison: what each asks of an item, in the order of a guide."""

from collections.abc import Callable
from dataclasses import dataclass

from careers.models import Employer, Skill
from education.models import Credential
from explore.compare import asked_words as say
from explore.compare.answers import Answer
from explore.compare.asked_words import AsksWords
from explore.compare.reading import Known
from facts.figure import Figure
from facts.kinds import ComparisonRow, StatementKind, kinds

AsksFigures = Callable[[Known], list[Figure]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One row: its key and title, and how an item answers, in figures or in words.

    `measured` says that the title tells what the figures measure, `never` why they are not compared.
    """

    key: str
    title: str
    figures: AsksFigures | None = None
    words: AsksWords | None = None
    measured: bool = False
    never: str = ""

    def answers(self, known: Known) -> list[Answer]:
        """The item's answers; none where nothing is said."""
        if self.words:
            return self.words(known)
        return [Answer.of_figure(figure, measured=self.measured) for figure in self.asked_figures(known)]

    def asked_figures(self, known: Known) -> list[Figure]:
        """The figures among them."""
        return self.figures(known) if self.figures else []


_KIND = Credential.Kind

#: The groups of rows, each with its title and its rows in words, in the order of a guide. The rows in figures are those
#: of the kinds of statement, in the group of their chapter.
GROUPS: dict[str, tuple[str, tuple[Asked, ...]]] = {
    "record": ("On record, for the coded groups", ()),
    "pay": ("Pay, as guides give it", ()),
    "outlook": ("Outlook, as guides give it", ()),
    "ai": ("AI, as studies rate it", ()),
    "remote": ("Work from home, as a study judges it", ()),
    "ways-in": (
        "Getting in",
        (
            Asked("schooling", "Schooling", words=say.required(_KIND.DIPLOMA, _KIND.CERTIFICATE, _KIND.DEGREE)),
            Asked("study", "Field of study", words=say.fields_of_study),
            Asked("certification", "Certification", words=say.required(_KIND.CERTIFICATION)),
            Asked("licence", "Licence", words=say.required(_KIND.LICENCE)),
            Asked("also", "Also asked for", words=say.also_required),
        ),
    ),
    "work": (
        "The work",
        (
            Asked("employers", "Who employs most", words=say.employers(Employer.Says.MOST_JOBS)),
            Asked("best-payers", "Who pays most", words=say.employers(Employer.Says.HIGHEST_PAY)),
            Asked("technical", "Technical skills", words=say.skills(Skill.Kind.TECHNICAL)),
            Asked("personal", "Personal skills", words=say.skills(Skill.Kind.SOFT)),
            Asked("tools", "Tools", words=say.skills(Skill.Kind.TOOL)),
        ),
    ),
}
OTHERS = "work"


def row_groups() -> list[tuple[str, list[Asked]]]:
    """The groups with all their rows, those in words first."""
    found = {name: list(rows) for name, (_, rows) in GROUPS.items()}
    for kind in kinds():
        for row in kind.comparison_rows:
            name = row.group or kind.chapter
            found[name if name in GROUPS else OTHERS].append(_asked(kind, row))
    return [(GROUPS[name][0], rows) for name, rows in found.items()]


def _asked(kind: StatementKind, row: ComparisonRow) -> Asked:
    def figures(known: Known) -> list[Figure]:
        rows = known.record if kind.of_codes or row.group == "record" else known.by_kind
        return row.figures(rows[kind.slug])

    return Asked(row.key, row.title, figures=figures, measured=row.measured, never=row.never)
