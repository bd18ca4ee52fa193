from education.models import Credential, Path, TimeToEntry
from facts.kinds import ComparisonRow, Narrowing, StatementKind, figures_of
from facts.measures import Quantity

MONTHS = (
    Narrowing(name="months_min", type="count", lookup="gte", help="It takes at least so many months."),
    Narrowing(name="months_max", type="count", lookup="lte", help="It takes at most so many months."),
)

PATHS = StatementKind(
    model=Path,
    slug="paths",
    one="path",
    order=40,
    heading="Ways in",
    chapter="ways-in",
    about="Ways into careers: what one earns, how long each takes, what it costs.",
    about_one="One way into a career.",
    fields=(
        "career",
        "credentials",
        "name",
        "months_min",
        "months_max",
        "cost_low",
        "cost_high",
        "currency",
    ),
    help={"credentials": "What one has at the end: any of these."},
    narrowings=(
        Narrowing(
            name="credential",
            type="reference",
            column="credentials__slug",
            rows=Credential.objects.all,
            many=True,
            help="Credentials one has at the end.",
        ),
        Narrowing(name="currency", type="currency", help="Currency of the cost in ISO 4217: USD."),
        *MONTHS,
        Narrowing(name="cost_min", type="amount", column="cost_low", lookup="gte", help="It costs at least so much."),
        Narrowing(name="cost_max", type="amount", column="cost_high", lookup="lte", help="It costs at most so much."),
    ),
    ordering={"career": "career__title"}
    | {name: name for name in ("name", "months_min", "months_max", "cost_low", "cost_high")},
    compared=(
        ComparisonRow(key="length", title="Length of the ways in", figures=figures_of(Quantity.LENGTH)),
        ComparisonRow(key="cost", title="Cost of the ways in", figures=figures_of(Quantity.COST)),
    ),
)

TIMES_TO_ENTRY = StatementKind(
    model=TimeToEntry,
    slug="times-to-entry",
    one="time-to-entry",
    order=50,
    heading="Time to a first job",
    chapter="ways-in",
    silence="No guide here says how long it takes until a first job.",
    about="How long it takes from a starting point to being ready for a first job.",
    about_one="How long it takes from one starting point, by one source.",
    fields=("career", "starting_point", "covers", "months_min", "months_max"),
    narrowings=MONTHS,
    ordering={"career": "career__title", "months_min": "months_min", "months_max": "months_max"},
    is_in_every_guide=True,
    compared=(ComparisonRow(key="time", title="Time to a first job"),),
)
