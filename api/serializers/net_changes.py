from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.editions import DifferenceSerializer
from facts.models import Change


class NetChangeSerializer(Chosen, serializers.Serializer):
    """A row that the later of two editions has otherwise than the earlier one."""

    kind = serializers.ChoiceField(Change.Kind.choices, help_text="Whether it was added, changed or removed between.")
    model = serializers.CharField(help_text="The row’s kind: “salaries.salary”.")
    key = serializers.CharField(help_text="The row’s key.")
    title = serializers.CharField(help_text="What the row is called.")
    career_slug = serializers.CharField(help_text="The career it belongs to, if one.")
    edition = serializers.IntegerField(help_text="The last edition that changed it.")
    differences = DifferenceSerializer(
        many=True, help_text="Each field that says something else, as the earlier and the later edition had it."
    )
