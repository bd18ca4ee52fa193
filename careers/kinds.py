"""The kind of statement about how the number of jobs changes: guides' words, and the record's projections."""

from careers.models import Occupation, Outlook
from facts.kinds import ComparisonRow, Narrowing, StatementKind, figures_of
from facts.measures import Quantity
from facts.models import Release

YEARS = {"lowest": 1900, "highest": 2200}
GROWTH, OPENINGS = "Growth in jobs, projected", "Openings a year"

OUTLOOKS = StatementKind(
    model=Outlook,
    slug="outlooks",
    one="outlook",
    order=30,
    heading="Outlook",
    chapter="outlook",
    about="How the number of jobs is said to change: guides' words for careers, the record's projections for "
    "occupations.",
    about_one="How the number of jobs is said to change, by one source.",
    fields=(
        "career",
        "occupation",
        "release",
        "growth_percent",
        "growth_words",
        "openings_per_year",
        "employment_start",
        "employment_end",
        "start_year",
        "end_year",
        "projected",
    ),
    help={
        "career": "The career, where a guide speaks of a title.",
        "occupation": "The occupation, where the record speaks.",
        "release": "The release, for the record’s own figures.",
    },
    narrowings=(
        Narrowing(
            name="occupation",
            type="reference",
            column="occupation__code",
            rows=Occupation.objects.all,
            by="code",
            help="Codes of occupations: 29-2072.",
        ),
        Narrowing(
            name="scheme",
            type="choices",
            column="occupation__scheme",
            words=Occupation.Scheme.choices,
            help="Classifications.",
        ),
        Narrowing(
            name="release",
            type="reference",
            column="release__slug",
            rows=Release.objects.ready,
            help="Releases: 2024-34.",
        ),
        Narrowing(name="projected", type="yes_no", help="Whether it is a projection rather than something measured."),
        Narrowing(
            name="growth_percent", type="amount", help="Growth in per cent", both_ends=True, limits={"lowest": -100}
        ),
        Narrowing(name="openings_per_year", type="amount", help="Openings a year", both_ends=True),
        Narrowing(name="start_year", type="count", help="First year of the window", both_ends=True, limits=YEARS),
        Narrowing(name="end_year", type="count", help="Last year of the window", both_ends=True, limits=YEARS),
    ),
    ordering={
        name: name for name in ("growth_percent", "openings_per_year", "employment_start", "start_year", "end_year")
    },
    checked_by="outlooks",
    record=lambda occupations: Outlook.objects.published().for_occupations(occupations).with_words(),
    compared=(
        ComparisonRow(
            key="record-growth", title=GROWTH, group="record", figures=figures_of(Quantity.GROWTH), measured=True
        ),
        ComparisonRow(
            key="record-openings", title=OPENINGS, group="record", figures=figures_of(Quantity.OPENINGS), measured=True
        ),
        ComparisonRow(key="growth", title=GROWTH, figures=figures_of(Quantity.GROWTH), measured=True),
        ComparisonRow(key="openings", title=OPENINGS, figures=figures_of(Quantity.OPENINGS), measured=True),
    ),
)
