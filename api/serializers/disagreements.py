from rest_framework import serializers

from api.serializers.base import Inner
from api.serializers.fields import Number
from api.serializers.figures import FigureSerializer, NamedSerializer
from facts.measures import Quantity


class DisagreementSerializer(Inner, serializers.Serializer):
    """Figures that answer the same question differently."""

    inner = "disagreement"

    key = serializers.CharField(help_text="The addresses of its figures, joined by “+”.")
    question = serializers.CharField(source="ask", help_text="The question that they answer.")
    quantity = serializers.ChoiceField(Quantity.choices, help_text="What they measure.")
    subject = NamedSerializer(help_text="The career they are about.")
    is_within_one_source = serializers.BooleanField(help_text="Whether one source contradicts itself.")
    gap = Number(allow_null=True, help_text="From the lowest to the highest of single numbers; null for ranges.")
    sentence = serializers.CharField(help_text="Who says what, in one sentence.")
    figures = FigureSerializer(many=True)
