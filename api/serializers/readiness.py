from dataclasses import dataclass

from rest_framework import serializers

from api.serializers.fields import PageAddress, absolute
from careers.models import Career
from explore.readiness.economics import Prospect
from explore.readiness.judging import ReadinessResult
from explore.readiness.ways import RankedWay


class TermSerializer(serializers.Serializer):
    """A requirement, how far it is met, and its points."""

    key = serializers.CharField(source="term.key", help_text="What it is called in an address: has[key].")
    label = serializers.CharField(source="term.label", help_text="What is asked.")
    is_rated = serializers.BooleanField(source="term.is_rated", help_text="Whether has[key] answers it.")
    detail = serializers.CharField(source="term.detail", help_text="Examples, a field of study or a level.")
    weight = serializers.FloatField(source="term.weight.value", help_text="How much it counts.")
    weight_words = serializers.CharField(source="term.weight.words", help_text="Why it counts so much.")
    says_who = serializers.CharField(source="term.weight.says_who", help_text="Whose word that is.")
    share_low = serializers.FloatField(source="met.low", help_text="The share that is certain, 0 to 1.")
    share_high = serializers.FloatField(source="met.high", help_text="The share if everything unsaid were had.")
    points_low = serializers.FloatField(source="low", help_text="Weight times the certain share.")
    points_high = serializers.FloatField(source="high", help_text="Weight times the highest share.")
    sentence = serializers.CharField(source="met.sentence", help_text="The judgment in words.")


class RungStandingSerializer(serializers.Serializer):
    """A rung of the ladder."""

    position = serializers.IntegerField(help_text="1 is the lowest.")
    title = serializers.CharField()
    years_min = serializers.IntegerField(allow_null=True)
    years_max = serializers.IntegerField(allow_null=True)
    pay = serializers.FloatField(allow_null=True, help_text="A year, in the currency.")
    currency = serializers.CharField()
    measure = serializers.CharField(help_text="What the pay is: median or mean.")
    says_who = serializers.CharField(help_text="Who gives rung, years and, unless it is your own, pay.")
    is_own = serializers.BooleanField(help_text="Whether the pay is the one given in the request.")


class ClimbSerializer(serializers.Serializer):
    """Your step on the career path, and what comes next."""

    here = RungStandingSerializer(allow_null=True)
    next = RungStandingSerializer(allow_null=True)
    years_to_next = serializers.IntegerField(allow_null=True)
    wanted = RungStandingSerializer(allow_null=True, help_text="The lowest rung that pays what is wanted.")
    sentence = serializers.CharField()


class RankedWaySerializer(serializers.Serializer):
    """A way to qualify, what it covers, and the months until it pays for itself. Our calculation."""

    key = serializers.CharField(source="way.key")
    name = serializers.CharField(source="way.name")
    closes = serializers.SerializerMethodField(help_text="The keys of the terms that it can close.")
    points = serializers.FloatField(help_text="The points it can bring.")
    cost_low = serializers.FloatField(source="way.cost_low", allow_null=True)
    cost_high = serializers.FloatField(source="way.cost_high", allow_null=True)
    currency = serializers.CharField(source="way.currency")
    months_min = serializers.IntegerField(source="way.months_min", allow_null=True)
    months_max = serializers.IntegerField(source="way.months_max", allow_null=True)
    is_own_cost = serializers.BooleanField(source="way.is_own_cost", help_text="Whether the request gave the cost.")
    is_own_length = serializers.BooleanField(source="way.is_own_length", help_text="Whether it gave the length.")
    says_who = serializers.CharField(source="way.says_who", help_text="Who describes the way, unless it is your own.")
    locator = serializers.CharField(source="way.locator", help_text="Where in the source.")
    payback_months = serializers.ListField(
        source="payback", child=serializers.IntegerField(), allow_null=True, help_text="From and to."
    )
    payback_sum = serializers.CharField(source="sum", help_text="How that was worked out, or why not.")

    def get_closes(self, ranked: RankedWay) -> list[str]:
        return [term.key for term in ranked.closes]


class SumSerializer(serializers.Serializer):
    """What one way to qualify costs at one length and price. Our calculation."""

    months = serializers.IntegerField()
    cost = serializers.FloatField()
    earned = serializers.FloatField(help_text="All pay within the years.")
    stayed = serializers.FloatField(allow_null=True, help_text="What staying would bring; null unless now= is given.")
    gain = serializers.FloatField(allow_null=True, help_text="Earned less cost less stayed; null unless now= is given.")
    breaks_even = serializers.IntegerField(
        allow_null=True, help_text="After so many months; null where it does not, or unless now= is given."
    )


class ProspectSerializer(serializers.Serializer):
    """A way to qualify at its cheapest and shortest, and its most expensive and longest."""

    key = serializers.CharField(source="way.key")
    name = serializers.CharField(source="way.name")
    best = SumSerializer(allow_null=True)
    worst = SumSerializer(allow_null=True)


class JudgedCareerSerializer(serializers.Serializer):
    """The career compared with your answers."""

    slug = serializers.CharField()
    title = serializers.CharField()
    page = PageAddress(source="get_absolute_url")


@dataclass(frozen=True, slots=True)
class ReadinessAnswer:
    """`page` is the path of the readers' page."""

    career: Career
    result: ReadinessResult
    prospects: list[Prospect]
    not_asked: list[str]
    page: str


class ReadinessSerializer(serializers.Serializer):
    """How ready you are for a career, with the sum behind every point. Nothing is stored."""

    career = JudgedCareerSerializer()
    page = serializers.SerializerMethodField(help_text="The same answer for people.")
    basis = serializers.CharField(source="result.asked.basis", help_text="guide or record: where the terms come from.")
    rung = serializers.CharField(source="result.asked.target.title", default="", help_text="The rung it is judged for.")
    score_low = serializers.IntegerField(source="result.score_low", allow_null=True, help_text="Certain, of 100.")
    score_high = serializers.IntegerField(source="result.score_high", allow_null=True, help_text="Possible, of 100.")
    points_low = serializers.FloatField(source="result.low", help_text="The sum of the terms' points_low.")
    points_high = serializers.FloatField(source="result.high", help_text="The sum of the terms' points_high.")
    points = serializers.FloatField(source="result.whole", help_text="All weights together: what counts as 100.")
    terms = TermSerializer(source="result.judged", many=True)
    required_missing = serializers.SerializerMethodField(
        help_text="Keys of requirements not met for certain; the score is at most 50 while there is one."
    )
    not_counted = serializers.ListField(
        source="result.asked.besides", child=serializers.CharField(), help_text="Asked under a condition only."
    )
    not_asked = serializers.ListField(
        child=serializers.CharField(), help_text="Answers that nothing of this career asks for."
    )
    climb = ClimbSerializer(source="result.climb", allow_null=True)
    ways = RankedWaySerializer(source="result.ways", many=True)
    prospects = ProspectSerializer(many=True)

    def get_required_missing(self, answer: ReadinessAnswer) -> list[str]:
        return [each.term.key for each in answer.result.required_open]

    def get_page(self, answer: ReadinessAnswer) -> str:
        return absolute(answer.page, self.context)
