"""What every statement says in the same words."""

from api.serializers.base import Item
from api.serializers.fields import Address, Marks
from api.serializers.figures import FigureSerializer
from api.serializers.sources import SourceNameSerializer

HEAD = ("key", "url", "page")
TAIL = (
    "marks",
    "reference_start",
    "reference_end",
    "population",
    "source",
    "attributed_to",
    "locator",
    "as_printed",
    "rank",
    "note",
)
OPTIONAL = ("rank_reason", "figures")


class StatementSerializer(Item):
    """Figures that a source gives together, with one attribution and one period.

    A subclass names its route, and its `Meta.fields` are HEAD, its own fields, TAIL and OPTIONAL.
    """

    optional = OPTIONAL

    page = Address("statement", "key")
    marks = Marks(help_text="What is special about a field, and why one is null.")
    source = SourceNameSerializer(help_text="Who says so.")
    figures = FigureSerializer(many=True, help_text="The same figures, each with its words.")
