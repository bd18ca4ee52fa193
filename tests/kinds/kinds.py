from facts.kinds import Narrowing, StatementKind
from tests.kinds.models import Tenure

TENURES = StatementKind(
    model=Tenure,
    slug="tenures",
    one="tenure",
    order=90,
    heading="How long people stay",
    chapter="market",
    about="How many years people stay in a career.",
    about_one="How many years people stay, by one source.",
    fields=("career", "years"),
    narrowings=(Narrowing(name="years", type="amount", help="Years", both_ends=True),),
    ordering={"years": "years"},
)
