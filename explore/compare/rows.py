"""The rows of a comparison: what each asks of an item, in the order of a guide."""

from dataclasses import dataclass

from careers.models import Employer, Skill
from education.models import Credential
from explore.compare import asked_figures as fig
from explore.compare import asked_words as say
from explore.compare.answers import Answer
from explore.compare.asked_figures import AsksFigures
from explore.compare.asked_words import AsksWords
from explore.compare.reading import Known
from facts.figure import Figure
from facts.measures import Quantity


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


_RUNGS = "Each ladder has rungs of its own: a rung of one is no rung of another."
_KIND = Credential.Kind

#: The groups of rows, each with its title, in the order of a guide.
ROWS: tuple[tuple[str, tuple[Asked, ...]], ...] = (
    (
        "On record, for the coded groups",
        (
            Asked("record-median", "Median pay, a year", figures=fig.on_record("annual_median"), measured=True),
            Asked("record-jobs", "Jobs", figures=fig.on_record("employment"), measured=True),
            Asked("record-growth", "Growth in jobs, projected", figures=fig.projection(Quantity.GROWTH), measured=True),
            Asked("record-openings", "Openings a year", figures=fig.projection(Quantity.OPENINGS), measured=True),
        ),
    ),
    (
        "Pay, as guides give it",
        (
            Asked("pay", "Pay, median or mean", figures=fig.pay),
            Asked("pay-range", "Pay range, a year", figures=fig.pay_range, measured=True),
            Asked("pay-rungs", "Median pay by rung, a year", figures=fig.pay_by_rung, never=_RUNGS, measured=True),
            Asked("pay-industry", "Pay in one industry", figures=fig.pay_in_one_industry),
            Asked("pay-abroad", "Pay abroad", figures=fig.pay_abroad),
        ),
    ),
    (
        "Outlook, as guides give it",
        (
            Asked("growth", "Growth in jobs, projected", figures=fig.outlook(Quantity.GROWTH), measured=True),
            Asked("openings", "Openings a year", figures=fig.outlook(Quantity.OPENINGS), measured=True),
        ),
    ),
    (
        "Getting in",
        (
            Asked("schooling", "Schooling", words=say.required(_KIND.DIPLOMA, _KIND.CERTIFICATE, _KIND.DEGREE)),
            Asked("study", "Field of study", words=say.fields_of_study),
            Asked("certification", "Certification", words=say.required(_KIND.CERTIFICATION)),
            Asked("licence", "Licence", words=say.required(_KIND.LICENCE)),
            Asked("also", "Also asked for", words=say.also_required),
            Asked("time", "Time to a first job", figures=fig.time_to_entry),
            Asked("length", "Length of the ways in", figures=fig.ways_in(Quantity.LENGTH)),
            Asked("cost", "Cost of the ways in", figures=fig.ways_in(Quantity.COST)),
        ),
    ),
    (
        "The work",
        (
            Asked("employers", "Who employs most", words=say.employers(Employer.Says.MOST_JOBS)),
            Asked("best-payers", "Who pays most", words=say.employers(Employer.Says.HIGHEST_PAY)),
            Asked("technical", "Technical skills", words=say.skills(Skill.Kind.TECHNICAL)),
            Asked("personal", "Personal skills", words=say.skills(Skill.Kind.SOFT)),
            Asked("tools", "Tools", words=say.skills(Skill.Kind.TOOL)),
        ),
    ),
)
