from rest_framework import serializers

from api.serializers.base import Item
from api.serializers.fields import Address, Marks, PageAddress
from api.serializers.figures import FigureSerializer
from api.serializers.industries import IndustryNameSerializer
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.places import PlaceNameSerializer
from api.serializers.releases import ReleaseNameSerializer
from api.serializers.sources import SourceNameSerializer
from salaries.models import Wage
from salaries.models.wage import PAY_FIELDS


class WageSerializer(Item):
    """The record's pay: one cell (occupation, place, industry) of one release, in US dollars."""

    optional = ("figures",)

    key = serializers.CharField(help_text="Release, occupation and place, “may-2024/29-2072/US”; and industry, if one.")
    url = Address("api:wage", "release.slug", "occupation.code", "place.code", "industry.code")
    page = PageAddress()
    release = ReleaseNameSerializer()
    occupation = OccupationNameSerializer()
    place = PlaceNameSerializer()
    industry = IndustryNameSerializer()
    currency = serializers.CharField(help_text="ISO 4217.")
    marks = Marks(help_text="What is special about a field, and why one is null.")
    reference_start = serializers.DateField(source="release.period_start", allow_null=True, help_text="First day.")
    reference_end = serializers.DateField(source="release.period_end", allow_null=True, help_text="Last day.")
    source = SourceNameSerializer(source="release.source")
    attribution = serializers.CharField(source="release.credit", help_text="The line to show with it.")
    locator = serializers.SerializerMethodField(help_text="Which cell of the release.")
    figures = FigureSerializer(many=True, help_text="The same figures, each with its words.")

    class Meta:
        model = Wage
        fields = (
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "place",
            "industry",
            "currency",
            "employment",
            "employment_rse",
            "wage_rse",
            *PAY_FIELDS,
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        )

    def get_locator(self, wage) -> str:
        """The cell in words."""
        return f"{wage.occupation.code}, {wage.place.name}, {wage.industry.name}"
