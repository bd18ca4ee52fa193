from collections.abc import Callable
from dataclasses import dataclass

from careers.models import Employer, Skill
from education.models import Credential
from explore.compare import asked_words as say
from explore.compare.answers import ComparedAnswer
from explore.compare.asked_words import AsksWords
from explore.compare.reading import Known
from facts.figure import Figure
from facts.kinds import ComparisonRow, StatementKind, kinds

FiguresOf = Callable[[Known], list[Figure]]


@dataclass(frozen=True, slots=True)
class RowQuestion:
    """`never` is why figures of this row are not compared."""

    key: str
    title: str
    figures: FiguresOf | None = None
    words: AsksWords | None = None
    measured: bool = False
    never: str = ""

    def answers(self, known: Known) -> list[ComparedAnswer]:
        if self.words:
            return self.words(known)
        return [ComparedAnswer.of_figure(figure, measured=self.measured) for figure in self.figures_of(known)]

    def figures_of(self, known: Known) -> list[Figure]:
        return self.figures(known) if self.figures else []


_KIND = Credential.Kind

#: The groups of rows, each with its title and its rows in words, in the order of a guide. The rows in figures are those
#: of the kinds of statement, in the group of their chapter.
GROUPS: dict[str, tuple[str, tuple[RowQuestion, ...]]] = {
    "record": ("On record, for the coded groups", ()),
    "pay": ("Pay, as guides give it", ()),
    "outlook": ("Outlook, as guides give it", ()),
    "ai": ("AI, as studies rate it", ()),
    "remote": ("Work from home, as a study judges it", ()),
    "ways-in": (
        "Getting in",
        (
            RowQuestion("schooling", "Schooling", words=say.required(_KIND.DIPLOMA, _KIND.CERTIFICATE, _KIND.DEGREE)),
            RowQuestion("study", "Field of study", words=say.fields_of_study),
            RowQuestion("certification", "Certification", words=say.required(_KIND.CERTIFICATION)),
            RowQuestion("licence", "License", words=say.required(_KIND.LICENCE)),
            RowQuestion("also", "Also asked for", words=say.also_required),
        ),
    ),
    "work": (
        "The work",
        (
            RowQuestion("employers", "Who employs most", words=say.employers(Employer.Says.MOST_JOBS)),
            RowQuestion("best-payers", "Who pays most", words=say.employers(Employer.Says.HIGHEST_PAY)),
            RowQuestion("technical", "Technical skills", words=say.skills(Skill.Kind.TECHNICAL)),
            RowQuestion("personal", "Personal skills", words=say.skills(Skill.Kind.SOFT)),
            RowQuestion("tools", "Tools", words=say.skills(Skill.Kind.TOOL)),
        ),
    ),
}
OTHERS = "work"


def row_groups() -> list[tuple[str, list[RowQuestion]]]:
    found = {name: list(rows) for name, (_, rows) in GROUPS.items()}
    for kind in kinds():
        for row in kind.comparison_rows:
            name = row.group or kind.chapter
            found[name if name in GROUPS else OTHERS].append(_question(kind, row))
    return [(GROUPS[name][0], rows) for name, rows in found.items()]


def _question(kind: StatementKind, row: ComparisonRow) -> RowQuestion:
    def figures(known: Known) -> list[Figure]:
        rows = known.record if kind.of_codes or row.group == "record" else known.by_kind
        return row.figures(rows[kind.slug])

    return RowQuestion(row.key, row.title, figures=figures, measured=row.measured, never=row.never)
