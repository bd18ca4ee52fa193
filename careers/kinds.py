from collections.abc import Iterable, Iterator

from careers.exposure_studies import VARIANTS, ExposureMeasure, studies
from careers.models import Exposure, ExposureClaim, Occupation, Outlook, WorkFromHome
from careers.schemes import SchemeChoices
from facts.figure import Figure
from facts.kinds import ComparisonRow, Figures, Narrowing, StatementKind, figures_of
from facts.measures import Quantity
from facts.models import Release, Source

YEARS = {"lowest": 1900, "highest": 2200}
GROWTH, OPENINGS = "Growth in jobs, projected", "Openings a year"


def _of_whole_careers(quantity: Quantity) -> Figures:
    """Those that give the quantity for a career whole, and not for an occupation or group within it."""
    given = figures_of(quantity)
    return lambda rows: given([row for row in rows if not row.is_of_a_part])


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
        "about",
        "group",
        "place",
        "release",
        "growth_percent",
        "growth_words",
        "openings_per_year",
        "employment_start",
        "employment_end",
        "employment_change",
        "start_year",
        "end_year",
        "projected",
    ),
    help={
        "career": "The career, where a guide speaks of a title.",
        "occupation": "The occupation, where the record speaks.",
        "release": "The release, for the record’s own figures.",
        "about": "The occupation that it is for, where a guide tells several apart; null for the whole career.",
        "group": "The group that it is for, as printed; blank for the whole career.",
        "place": "Where, if a guide speaks of one place; null for the source’s country.",
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
            words=SchemeChoices(),
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
            name="growth_percent", type="amount", help="Growth in percent", both_ends=True, limits={"lowest": -100}
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
    answers=(Quantity.GROWTH, Quantity.OPENINGS, Quantity.EMPLOYMENT),
    compared=(
        ComparisonRow(
            key="record-growth", title=GROWTH, group="record", figures=figures_of(Quantity.GROWTH), measured=True
        ),
        ComparisonRow(
            key="record-openings", title=OPENINGS, group="record", figures=figures_of(Quantity.OPENINGS), measured=True
        ),
        ComparisonRow(key="growth", title=GROWTH, figures=_of_whole_careers(Quantity.GROWTH), measured=True),
        ComparisonRow(key="openings", title=OPENINGS, figures=_of_whole_careers(Quantity.OPENINGS), measured=True),
    ),
)

OF_A_RELEASE = (
    Narrowing(
        name="source",
        type="reference",
        column="release__source__slug",
        rows=Source.objects.all,
        help="Studies: exposure-gpts.",
    ),
    Narrowing(
        name="release",
        type="reference",
        column="release__slug",
        rows=Release.objects.ready,
        help="Releases: 2023.",
    ),
    Narrowing(
        name="occupation",
        type="reference",
        column="occupation__code",
        rows=Occupation.objects.all,
        by="code",
        help="Codes of occupations, as the study codes them: 23-2011.00.",
    ),
    Narrowing(
        name="scheme",
        type="choices",
        column="occupation__scheme",
        words=SchemeChoices(),
        help="Classifications.",
    ),
)


def exposures() -> StatementKind:
    """One kind for each registered study."""
    return StatementKind(
        model=Exposure,
        slug="exposures",
        one="exposure",
        order=80,
        heading="AI exposure",
        chapter="ai",
        about="How far studies say that AI reaches into occupations: one row for each measure of each study. None of "
        "them predicts jobs lost. The percentile is our calculation.",
        about_one="How far AI reaches into one occupation, by one measure of one study.",
        fields=("measure", "variant", "title", "scale", "value", "as_printed", "percentile"),
        help={"release": "The study’s release.", "occupation": "The occupation, as the study codes it."},
        narrowings=(
            *OF_A_RELEASE,
            Narrowing(
                name="measure",
                type="choices",
                words=sorted(set(_measure_words())),
                help="Measures, as studies call them.",
            ),
            Narrowing(
                name="variant",
                type="choices",
                words=tuple(VARIANTS.items()),
                help="Who rated, or which side of talks with an AI program it is about.",
            ),
            Narrowing(
                name="percentile",
                type="amount",
                help="Percentile among the occupations that the study rates",
                both_ends=True,
                limits={"highest": 100},
            ),
        ),
        ordering={"value": "value", "percentile": "percentile", "occupation": "occupation__code"},
        address={
            "source": "release__source__slug",
            "release": "release__slug",
            "code": "occupation__code",
            "measure": "measure",
            "variant": "variant",
        },
        preferred=("-occupation__scheme", "pk"),
        identified_by=("source_slug", "release_slug", "occupation_scheme", "occupation_code", "measure", "variant"),
        is_long=True,
        of_codes=lambda codes: Exposure.objects.published().filter(occupation__in=codes).with_words(),
        compared=tuple(_comparison_rows()),
    )


def _measure_words() -> Iterator[tuple[str, str]]:
    return ((measure.code, measure.name) for study in studies() for measure in study.measures)


def _comparison_rows() -> Iterator[ComparisonRow]:
    for study in studies():
        for measure in study.measures:
            if measure.leads:
                yield ComparisonRow(
                    key=f"{study.source}-{measure.code}-{measure.variant}",
                    title=f"{measure.title} ({study.authors})",
                    figures=_rated_by(study.source, measure),
                    measured=True,
                )


def _rated_by(source: str, measure: ExposureMeasure) -> Figures:
    def figures(rows: Iterable[Exposure]) -> list[Figure]:
        of_source = (row for row in rows if row.release.source.slug == source)
        return [row.score for row in of_source if (row.measure, row.variant) == measure.key]

    return figures


EXPOSURE_CLAIMS = StatementKind(
    model=ExposureClaim,
    slug="exposure-claims",
    one="exposure-claim",
    order=82,
    heading="AI exposure in guides",
    chapter="outlook",
    about="What guides say of how far AI reaches into careers. None is checked: studies rate occupations, each on a "
    "scale of its own.",
    about_one="What one guide says of how far AI reaches into a career.",
    fields=("career", "share_of", "share_percent"),
    narrowings=(Narrowing(name="share_percent", type="amount", help="Percent", both_ends=True),),
    ordering={"career": "career__title", "share_percent": "share_percent"},
    compared=(
        ComparisonRow(
            key="exposure-claims",
            title="AI exposure in guides",
            measured=True,
            never="Guides do not say how they measure it.",
        ),
    ),
)

WORK_FROM_HOME = StatementKind(
    model=WorkFromHome,
    slug="work-from-home",
    one="work-from-home",
    order=81,
    heading="Work from home",
    chapter="remote",
    about="Whether the work of occupations can be done at home, as a study judges it; not how many people do so.",
    about_one="Whether the work of one occupation can be done at home.",
    fields=("value", "as_printed"),
    help={"release": "The study’s release.", "occupation": "The occupation, as the study codes it."},
    narrowings=(
        *OF_A_RELEASE,
        Narrowing(
            name="value", type="amount", help="From 0 (cannot) to 1 (can)", both_ends=True, limits={"highest": 1}
        ),
    ),
    ordering={"value": "value", "occupation": "occupation__code"},
    address={"source": "release__source__slug", "release": "release__slug", "code": "occupation__code"},
    preferred=("-occupation__scheme", "pk"),
    identified_by=("source_slug", "release_slug", "occupation_scheme", "occupation_code"),
    of_codes=lambda codes: WorkFromHome.objects.published().filter(occupation__in=codes).with_words(),
    compared=(ComparisonRow(key="work-from-home", title="Can be done at home (1 yes, 0 no)", measured=True),),
)
